package org.bnoracle.equations;

import java.util.Locale;

/** The names of constants in documents, on the command line and in reports. */
public final class Label {
  private Label() {}

  /** In lower case, words joined by hyphens: any-order. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
