package org.bnoracle.cli;

import java.nio.file.Path;
import org.bnoracle.batchnorm.BatchNorm;
import org.bnoracle.document.Generator;
import picocli.CommandLine.IVersionProvider;

/** The program's name and version. */
final class Product implements IVersionProvider {
  static final String VERSION = Generator.VERSION;
  static final String NAME_AND_VERSION = Generator.NAME;

  private static final String HOME = "BN_ORACLE_HOME";

  /** The project's folder; the launcher says where it lies. */
  static Path home() {
    String home = System.getenv(HOME);
    return Path.of(home == null ? "." : home);
  }

  /** The folder of the subjects that come with the project. */
  static Path subjects() {
    return home().resolve("src").resolve("subjects");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      NAME_AND_VERSION, "Java " + Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
      "fast kernels: " + BatchNorm.kernels()
    };
  }
}
