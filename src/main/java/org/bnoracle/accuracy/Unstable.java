package org.bnoracle.accuracy;

import java.util.stream.Stream;
import org.bnoracle.equations.Spelling;
import org.bnoracle.operation.Case;

/** The forms that cancel, by name. */
final class Unstable {
  static final String ONE_PASS = "one-pass";
  static final String REARRANGED = "rearranged";
  static final String BOTH = "one-pass and rearranged";

  private Unstable() {}

  static Stream<Implementation> members(Case question) {
    return Stream.of(
        named(ONE_PASS, AlgorithmClass.spelled(question, onePass())),
        named(REARRANGED, Stream.of(rearranged(Spelling.PAPER))),
        Stream.of(new Implementation(rearranged(Spelling.PAPER), true, REARRANGED)),
        named(BOTH, onePass().map(Unstable::rearranged))).flatMap(s -> s);
  }

  private static Stream<Implementation> named(String name, Stream<Spelling> spellings) {
    return spellings.map(spelling -> new Implementation(spelling, false, name));
  }

  /** Σx²/m - mean², or with the mean of x taken anew. */
  private static Stream<Spelling> onePass() {
    return Stream.of(Spelling.Variance.ONE_PASS, Spelling.Variance.SHIFTED).map(Spelling.PAPER::with);
  }

  /** The mean is not subtracted before, but after a product. */
  private static Spelling rearranged(Spelling spelling) {
    return spelling.with(Spelling.Output.REARRANGED).with(Spelling.InputGradient.AFFINE).with(Spelling.ScaleGradient.EXPANDED);
  }
}
