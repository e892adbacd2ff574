package org.bnoracle.bench.compare;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.bnoracle.report.Machine;

/**
 * Where and when it was measured.
 *
 * @param load how many processes wanted a processor before it began, on average of the last minute
 */
record Conditions(String processor, int cores, String system, double load) {
  static Conditions now() {
    return new Conditions(Machine.processor(), Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version").replaceFirst("-.*", ""), presentLoad());
  }

  static double presentLoad() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** The version of the JDK there. */
  static String versionOf(Path home) throws IOException {
    Properties release = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    }
    return release.getProperty("JAVA_VERSION").replace("\"", "");
  }
}
