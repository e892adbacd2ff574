package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.ABSENT_GAMMA_ZERO;
import static org.bnoracle.faults.Fault.AVERAGE_LAGS;
import static org.bnoracle.faults.Fault.BETA_IGNORED;
import static org.bnoracle.faults.Fault.EPSILON_CLAMPED;
import static org.bnoracle.faults.Fault.EPSILON_DEFAULT_1E3;
import static org.bnoracle.faults.Fault.EPSILON_DEFAULT_1E5;
import static org.bnoracle.faults.Fault.EPSILON_MISSING_IN_INFERENCE;
import static org.bnoracle.faults.Fault.EPSILON_TWICE;
import static org.bnoracle.faults.Fault.GAMMA_ABSOLUTE;
import static org.bnoracle.faults.Fault.GAMMA_FIXED;
import static org.bnoracle.faults.Fault.MOMENTUM_LOST;
import static org.bnoracle.faults.Fault.MOMENTUM_REVERSED;
import static org.bnoracle.faults.Fault.POPULATION_IN_STATE;
import static org.bnoracle.faults.Fault.SAMPLE_IN_STATE;
import static org.bnoracle.faults.Fault.STATE_IN_HALF;
import static org.bnoracle.faults.Fault.STATISTICS_GRADIENT_LOST;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** What a faulty driver makes of a case before it computes anything. */
final class Driver {
  private static final double LEAST_EPSILON = 1.001e-5;

  private final Case question;
  private final Set<Fault> faults;
  private Attributes attributes;
  private final Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);

  private Driver(Case question, Set<Fault> faults) {
    this.question = question;
    this.faults = faults;
    this.attributes = question.attributes();
    inputs.putAll(question.inputs());
  }

  static Case changed(Case question, Set<Fault> faults) {
    Driver driver = new Driver(question, faults);
    driver.changeEpsilon();
    driver.changeState();
    driver.changeParameters();
    return new Case(question.id(), question.comment(), question.flags(), question.operation(), driver.attributes, driver.inputs);
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  private void changeEpsilon() {
    if (!attributes.has(Attribute.EPSILON)) {
      return;
    }
    if (!attributes.values().containsKey(Attribute.EPSILON)) {
      return;
    }
    double epsilon = attributes.epsilon();
    if (has(EPSILON_TWICE)) {
      epsilon *= 2;
    }
    if (has(EPSILON_CLAMPED)) {
      epsilon = Math.max(epsilon, LEAST_EPSILON);
    }
    if (has(EPSILON_DEFAULT_1E5) || has(EPSILON_DEFAULT_1E3)) {
      epsilon = has(EPSILON_DEFAULT_1E5) ? 1e-5 : 1e-3;
    }
    if (has(EPSILON_MISSING_IN_INFERENCE) && !question.trains()) {
      epsilon = 0;
    }
    attributes = attributes.with(Attribute.EPSILON, epsilon).with(Attribute.EPSILON_FORMAT, BinaryFormat.F64);
  }

  private void changeState() {
    if (attributes.values().containsKey(Attribute.VARIANCE_CONVENTION)) {
      if (has(POPULATION_IN_STATE) && question.view().count() > 1) {
        attributes = attributes.with(Attribute.VARIANCE_CONVENTION, VarianceConvention.POPULATION);
      }
      if (has(SAMPLE_IN_STATE) && question.view().count() > 1) {
        attributes = attributes.with(Attribute.VARIANCE_CONVENTION, VarianceConvention.SAMPLE);
      }
    }
    if (attributes.values().containsKey(Attribute.MOMENTUM)) {
      double momentum = has(MOMENTUM_LOST) ? 1 : attributes.momentum();
      attributes = attributes.with(Attribute.MOMENTUM, has(MOMENTUM_REVERSED) ? 1 - momentum : momentum);
    }
    if (has(AVERAGE_LAGS) && attributes.batchIndex().isPresent()) {
      attributes = attributes.with(Attribute.BATCH_INDEX, attributes.batchIndex().getAsInt() + 1);
    }
    if (has(STATE_IN_HALF)) {
      replace(Slot.RUNNING_MEAN, BinaryFormat.F16::nearest);
      replace(Slot.RUNNING_VARIANCE, BinaryFormat.F16::nearest);
    }
  }

  private void changeParameters() {
    boolean standsAlone = question.operation() != Operation.TANGENT && question.operation().signature().allInputs().contains(Slot.GAMMA);
    if (has(ABSENT_GAMMA_ZERO) && standsAlone) {
      inputs.computeIfAbsent(Slot.GAMMA, slot ->
          new Tensor(question.data().format(), new Shape(question.view().channels()), new double[question.view().channels()]));
    }
    if (has(GAMMA_ABSOLUTE)) {
      replace(Slot.GAMMA, gamma -> Math.abs(gamma) + question.attributes().epsilon());
    }
    if (has(GAMMA_FIXED)) {
      replace(Slot.GAMMA, gamma -> 1);
    }
    if (has(BETA_IGNORED)) {
      replace(Slot.BETA, beta -> 0);
    }
    if (has(STATISTICS_GRADIENT_LOST)) {
      replace(Slot.DMEAN, gradient -> 0);
      replace(Slot.DVARIANCE, gradient -> 0);
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
