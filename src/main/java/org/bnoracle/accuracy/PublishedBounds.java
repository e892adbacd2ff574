package org.bnoracle.accuracy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Tensor;

/**
 * The bounds that vectors publish: how far a result may lie from the golden value if it was computed in any order, in the
 * usual format, and stored. A decimal of three digits, rounded up; NaN for a value that is compared as a special one;
 * infinite where nothing is known, also where the result may overflow.
 */
public final class PublishedBounds {
  private static final MathContext UP = new MathContext(3, RoundingMode.CEILING);

  private PublishedBounds() {}

  /** The outputs of an evaluation with their bounds, in the same order. */
  public static Map<Slot, Output> outputs(Case question, Evaluation evaluation) {
    Map<Slot, double[]> bounds = of(question, evaluation);
    Map<Slot, Output> outputs = new LinkedHashMap<>();
    evaluation.outputs().forEach((slot, output) ->
        outputs.put(slot, output instanceof Output.Values values ? with(values, bounds.get(slot)) : output));
    return outputs;
  }

  private static Output.Values with(Output.Values values, double[] bounds) {
    Tensor bound = new Tensor(BinaryFormat.F64, values.tensor().shape(), bounds);
    return new Output.Values(values.tensor(), values.accept(), Optional.of(bound));
  }

  /** The bounds of the outputs that have values, element by element. */
  private static Map<Slot, double[]> of(Case question, Evaluation evaluation) {
    Map<Slot, Tensor> golden = new EnumMap<>(Slot.class);
    Map<Slot, double[]> bounds = new EnumMap<>(Slot.class);
    evaluation.outputs().forEach((slot, output) -> {
      if (output instanceof Output.Values values) {
        golden.put(slot, values.tensor());
        bounds.put(slot, new double[values.tensor().size()]);
      }
    });
    Settings settings = Settings.usual(question);
    IntStream.range(0, question.view().channels()).parallel().forEach(channel -> {
      Candidates candidates = new Candidates(question, channel, settings);
      bounds.forEach((slot, target) -> fill(question, slot, channel, candidates, golden.get(slot), target));
    });
    return bounds;
  }

  private static void fill(Case question, Slot slot, int channel, Candidates candidates, Tensor golden, double[] target) {
    ChannelView view = question.view();
    for (int i = 0; i < slot.extent().count(view); i++) {
      int index = slot.extent().index(view, channel, i);
      double value = golden.get(index);
      boolean isBoundable = candidates.isBoundable(slot, i, value);
      target[index] = isBoundable ? published(candidates.allowed(slot, i), value, golden) : Double.NaN;
    }
  }

  /** The golden value's own rounding is half an ulp more. */
  private static double published(double allowed, double value, Tensor golden) {
    double bound = allowed + golden.format().ulp(value) / 2;
    return Math.abs(value) + bound <= golden.format().maxValue() ? decimal(bound) : Double.POSITIVE_INFINITY;
  }

  /** The least number of three decimal digits that is not below the bound. */
  public static double decimal(double bound) {
    BigDecimal exact = new BigDecimal(bound);
    BigDecimal decimal = exact.round(UP);
    double parsed = decimal.doubleValue();
    return parsed >= bound ? parsed : decimal.add(decimal.ulp()).doubleValue();
  }
}
