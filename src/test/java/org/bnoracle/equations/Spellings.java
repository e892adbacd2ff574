package org.bnoracle.equations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The paper's spelling with one form replaced, for each other form. */
final class Spellings {
  static final List<Text> OTHERS = others();

  private Spellings() {}

  private static List<Text> others() {
    Spelling shifted = Spelling.PAPER.shiftedBy(3);
    List<Text> others = new ArrayList<>();
    add(others, Spelling.Mean.values(), shifted::with);
    add(others, Spelling.Variance.values(), shifted::with);
    add(others, Spelling.Output.values(), Spelling.PAPER::with);
    add(others, Spelling.Update.values(), Spelling.PAPER::with);
    add(others, Spelling.InputGradient.values(), Spelling.PAPER::with);
    add(others, Spelling.ScaleGradient.values(), Spelling.PAPER::with);
    return others;
  }

  /** The first form is the paper's. */
  private static <F> void add(List<Text> others, F[] forms, Function<F, Spelling> with) {
    Arrays.stream(forms).skip(1).map(with).forEach(others::add);
  }
}
