package org.bnoracle.oracle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.DecimalArithmetic;
import org.bnoracle.equations.DecimalInterval;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.QuadraticField;
import org.bnoracle.number.Rounding;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/**
 * A second opinion on finite values: the same text in decimal intervals. An interval whose ends round to one value
 * confirms or refutes it; one that reaches over a rounding boundary is indeterminate.
 */
public final class DecimalOpinion {
  private final int digits;
  private int confirmed;
  private int indeterminate;
  private int refuted;
  private int skipped;

  /** Computes with that many significant digits. */
  public DecimalOpinion(int digits) {
    this.digits = digits;
  }

  /** How many values the intervals confirm. */
  public int confirmed() {
    return confirmed;
  }

  /** How many values lie too near to a rounding boundary for intervals. */
  public int indeterminate() {
    return indeterminate;
  }

  /** How many values the intervals contradict. */
  public int refuted() {
    return refuted;
  }

  /** How many values belong to channels that decimals cannot compute: special inputs, or v not positive. */
  public int skipped() {
    return skipped;
  }

  /** Looks at every value of a case. Outputs that have not the case's shape are left out. */
  public void consider(Case question, Map<Slot, Output> outputs) {
    for (int channel = 0; channel < question.view().channels(); channel++) {
      Map<Slot, List<DecimalInterval>> intervals = intervals(question, channel);
      for (Map.Entry<Slot, Output> output : outputs.entrySet()) {
        if (output.getValue() instanceof Output.Values values
            && values.tensor().shape().equals(question.shapeOf(output.getKey()))) {
          consider(question, channel, output.getKey(), values.tensor(), intervals.get(output.getKey()));
        }
      }
    }
  }

  /** The outputs that decimals can compute. */
  private Map<Slot, List<DecimalInterval>> intervals(Case question, int channel) {
    DecimalArithmetic arithmetic = new DecimalArithmetic(digits);
    Map<Slot, List<DecimalInterval>> intervals = new EnumMap<>(Slot.class);
    try {
      question.operation().compute(Text.PAPER.over(arithmetic), question.channel(channel, arithmetic))
          .forEach((slot, list) -> intervals.put(slot, List.copyOf(list)));
    } catch (ArithmeticException | NumberFormatException e) {
      // special values and v <= 0 have no decimals
    }
    return intervals;
  }

  private void consider(Case question, int channel, Slot slot, Tensor values, List<DecimalInterval> intervals) {
    int count = slot.extent().count(question.view());
    if (intervals == null) {
      skipped += count;
      return;
    }
    for (int i = 0; i < count; i++) {
      int index = slot.extent().index(question.view(), channel, i);
      consider(values.get(index), intervals.get(i), values.format());
    }
  }

  private void consider(double value, DecimalInterval interval, BinaryFormat format) {
    QuadraticField rationals = new QuadraticField(1);
    double low = Rounding.nearest(rationals.of(interval.low()), format).value();
    double high = Rounding.nearest(rationals.of(interval.high()), format).value();
    if (!(low <= value && value <= high)) {
      refuted++;
    } else if (low < high) {
      indeterminate++;
    } else {
      confirmed++;
    }
  }
}
