package org.bnoracle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's name and version. */
final class Product implements IVersionProvider {
  static final String VERSION = version();
  static final String NAME_AND_VERSION = "bn-oracle " + VERSION;

  private static final String HOME = "BN_ORACLE_HOME";

  /** The folder of the subjects that come with the project; the launcher says where the project lies. */
  static Path subjects() {
    String home = System.getenv(HOME);
    return Path.of(home == null ? "." : home, "src", "subjects");
  }

  private static String version() {
    try (InputStream stream = Product.class.getResourceAsStream("/org/bnoracle/product.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      NAME_AND_VERSION, "Java " + Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
    };
  }
}
