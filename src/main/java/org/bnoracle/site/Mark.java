package org.bnoracle.site;

import org.bnoracle.accuracy.Grade;

/**
 * The worst grade of something in a format.
 *
 * @param cells how many cells it is of
 * @param wrong how many of them are wrong
 */
public record Mark(String format, Grade grade, int cells, int wrong) {
  /** A letter or two that stand for the grade. */
  public String letters() {
    return switch (grade) {
      case CORRECTLY_ROUNDED -> "CR";
      case FAITHFUL -> "F";
      case TREE -> "T";
      case ANY_ORDER -> "A";
      case STORED -> "S";
      case UNSTABLE -> "U";
      case WRONG -> "W";
    };
  }
}
