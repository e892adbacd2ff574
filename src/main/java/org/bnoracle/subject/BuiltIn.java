package org.bnoracle.subject;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bnoracle.equations.FormatArithmetic;
import org.bnoracle.equations.OnePassText;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;

/** The subjects that come with the program: a good one and a bad one. */
public final class BuiltIn {
  /** The paper's two-pass text in f32 with pairwise sums. */
  public static final String TWO_PASS = "two-pass-f32";
  /** The variance as E[x²] - mean² in f32, summed from first to last. */
  public static final String ONE_PASS = "one-pass-f32";

  private static final Map<String, Function<String, Subject>> SUBJECTS = new TreeMap<>(Map.of(
      TWO_PASS, version -> f32(TWO_PASS, version, Text.PAPER, Summation.PAIRWISE),
      ONE_PASS, version -> f32(ONE_PASS, version, OnePassText::new, Summation.SEQUENTIAL)));

  private BuiltIn() {}

  /** Name → subject, given the product's version. */
  public static Map<String, Function<String, Subject>> subjects() {
    return SUBJECTS;
  }

  private static Subject f32(String name, String version, Text text, Summation summation) {
    return new FormatSubject(name, version, BinaryFormat.F32, text, new FormatArithmetic(BinaryFormat.F32, summation));
  }
}
