package org.bnoracle.oracle;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bnoracle.equations.ExactArithmetic;
import org.bnoracle.equations.Text;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** Evaluates cases exactly and rounds each result once. */
public final class Oracle {
  private Oracle() {}

  /**
   * The outputs of a case by the paper's text, in the order of documents. Every finite value is the exact result
   * rounded once, to nearest, ties to even; special values follow {@link SpecialValues}. Channels are computed on all
   * processors; the result does not depend on their number.
   */
  public static Evaluation evaluate(Case question) {
    Map<Slot, OutputBuilder> builders = new LinkedHashMap<>();
    question.outputs().forEach(slot -> builders.put(slot, new OutputBuilder(question, slot)));
    IntStream.range(0, question.view().channels()).parallel().forEach(channel -> {
      Map<Slot, List<ExtendedReal>> exact = exactly(Text.PAPER, question, channel);
      SpecialValues special = new SpecialValues(question, channel);
      builders.forEach((slot, builder) -> builder.put(channel, exact.get(slot), special));
    });
    Map<Slot, Output> outputs = new LinkedHashMap<>();
    Map<Slot, double[]> residuals = new EnumMap<>(Slot.class);
    builders.forEach((slot, builder) -> {
      outputs.put(slot, builder.build());
      residuals.put(slot, builder.residuals());
    });
    return new Evaluation(outputs, residuals);
  }

  /** The exact results of one channel by a text; an output that has no value there is left out. */
  public static Map<Slot, List<ExtendedReal>> exactly(Text text, Case question, int channel) {
    ExactArithmetic arithmetic = new ExactArithmetic(question.view().count());
    return question.operation().compute(text.over(arithmetic), question.channel(channel, arithmetic));
  }
}
