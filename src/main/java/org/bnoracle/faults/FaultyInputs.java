package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.ABSENT_GAMMA_ZERO;
import static org.bnoracle.faults.Fault.BETA_IGNORED;
import static org.bnoracle.faults.Fault.DOUBLE_BACKWARD_TRAINS;
import static org.bnoracle.faults.Fault.DY_STRIDES_IGNORED;
import static org.bnoracle.faults.Fault.FOLDED_BIAS_DROPPED;
import static org.bnoracle.faults.Fault.GAMMA_ABSOLUTE;
import static org.bnoracle.faults.Fault.GAMMA_FIXED;
import static org.bnoracle.faults.Fault.SECOND_UPSTREAM_LOST;
import static org.bnoracle.faults.Fault.STATE_IN_HALF;
import static org.bnoracle.faults.Fault.STATISTICS_GRADIENT_LOST;
import static org.bnoracle.faults.Fault.STRIDES_IGNORED;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** The inputs of a case as a program with faults takes them. */
final class FaultyInputs {
  private final Case question;
  private final Set<Fault> faults;
  private final Map<Slot, Tensor> inputs;

  private FaultyInputs(Case question, Set<Fault> faults) {
    this.question = question;
    this.faults = faults;
    this.inputs = new EnumMap<>(question.inputs());
  }

  static Map<Slot, Tensor> of(Case question, Set<Fault> faults) {
    FaultyInputs changed = new FaultyInputs(question, faults);
    changed.changeMemory();
    changed.changeState();
    changed.changeGamma();
    changed.ignore(BETA_IGNORED, Slot.BETA);
    changed.ignore(STATISTICS_GRADIENT_LOST, Slot.DMEAN, Slot.DVARIANCE);
    changed.ignore(SECOND_UPSTREAM_LOST, Slot.DDGAMMA, Slot.DDBETA);
    changed.ignore(FOLDED_BIAS_DROPPED, Slot.BIAS);
    return changed.inputs;
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  private void changeMemory() {
    if (question.attributes().has(Attribute.STRIDES)) {
      List<Integer> strides = question.attributes().sizes(Attribute.STRIDES);
      inputs.replaceAll((slot, tensor) -> {
        boolean isRead = slot.extent() == Slot.Extent.DATA && (has(STRIDES_IGNORED) || slot == Slot.DY && has(DY_STRIDES_IGNORED));
        return isRead ? Memory.readInOrder(tensor, strides) : tensor;
      });
    }
  }

  private void changeState() {
    if (has(STATE_IN_HALF)) {
      replace(Slot.RUNNING_MEAN, BinaryFormat.F16::nearest);
      replace(Slot.RUNNING_VARIANCE, BinaryFormat.F16::nearest);
    }
    if (has(DOUBLE_BACKWARD_TRAINS) && question.operation() == Operation.DOUBLE_BACKWARD) {
      inputs.keySet().removeAll(Set.of(Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE));
    }
  }

  private void changeGamma() {
    boolean standsAlone =
        question.operation() != Operation.TANGENT && question.operation().signature().allInputs().contains(Slot.GAMMA);
    if (has(ABSENT_GAMMA_ZERO) && standsAlone) {
      int channels = question.view().channels();
      inputs.computeIfAbsent(
          Slot.GAMMA, slot -> new Tensor(question.formatOf(Slot.DGAMMA), new Shape(channels), new double[channels]));
    }
    if (has(GAMMA_ABSOLUTE)) {
      replace(Slot.GAMMA, gamma -> Math.abs(gamma) + question.attributes().epsilon());
    }
    if (has(GAMMA_FIXED)) {
      replace(Slot.GAMMA, gamma -> 1);
    }
  }

  private void ignore(Fault fault, Slot... slots) {
    if (has(fault)) {
      for (Slot slot : slots) {
        replace(slot, value -> 0);
      }
    }
  }

  private void replace(Slot slot, DoubleUnaryOperator change) {
    inputs.computeIfPresent(slot, (s, tensor) -> {
      double[] data = new double[tensor.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = tensor.format().nearest(change.applyAsDouble(tensor.get(i)));
      }
      return new Tensor(tensor.format(), tensor.shape(), data);
    });
  }
}
