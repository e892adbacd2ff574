package org.bnoracle.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this program calls itself in the documents that it writes. */
public final class Generator {
  /** The version of the program. */
  public static final String VERSION = version();
  /** Name and version. */
  public static final String NAME = "bn-oracle " + VERSION;

  private Generator() {}

  private static String version() {
    try (InputStream stream = Generator.class.getResourceAsStream("/org/bnoracle/product.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
