package org.bnoracle.oracle;

import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.CaseBuilder;
import org.junit.jupiter.api.Test;

/** A list of right values is published only where there is more than one. */
class AcceptListsTest {
  private static Map<Integer, List<Double>> accepted(double runningVariance) {
    CaseBuilder inference = CaseBuilder.of(INFERENCE_FORWARD, 2, 1).input(X, 1, 0).input(RUNNING_MEAN, 0)
        .input(RUNNING_VARIANCE, runningVariance).with(Attribute.EPSILON, 0.0);
    return ((Output.Values) Oracle.evaluate(inference.build()).outputs().get(Y)).accept();
  }

  @Test
  void oneRightValueNeedsNoList() {
    assertEquals(Map.of(), accepted(4));
    assertEquals(Map.of(), accepted(-4));
  }

  @Test
  void anInfinityThatMayBeNanHasOneAndANanBesideItHasNone() {
    assertEquals(Map.of(0, List.of(Double.POSITIVE_INFINITY, Double.NaN)), accepted(0));
  }
}
