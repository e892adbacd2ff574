package org.bnoracle.oracle;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.bnoracle.tensor.Tensor;

/** What the oracle says of one output. */
public sealed interface Output {
  /**
   * The correctly rounded values.
   *
   * @param tensor each value is the one of the format nearest to the exact result, ties to even
   * @param accept by index, all values that are right where there is more than one, the published one first
   * @param bound how far a sound implementation's result may lie from each value, in f64: infinite where that is not
   *     known, NaN where the value is compared as a special one; empty if it was not asked for
   */
  record Values(Tensor tensor, SortedMap<Integer, List<Double>> accept, Optional<Tensor> bound) implements Output {
    /** Without bounds. */
    public Values(Tensor tensor, SortedMap<Integer, List<Double>> accept) {
      this(tensor, accept, Optional.empty());
    }

    /** The right values of one element, the published one first. */
    public List<Double> accepted(int index) {
      return accept.getOrDefault(index, List.of(tensor.get(index)));
    }
  }

  /**
   * The output has no value.
   *
   * @param reason the count that leaves it without one, such as m=0
   */
  record Undefined(String reason) implements Output {}
}
