package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.AVERAGE_LAGS;
import static org.bnoracle.faults.Fault.EPSILON_CLAMPED;
import static org.bnoracle.faults.Fault.EPSILON_DEFAULT_1E3;
import static org.bnoracle.faults.Fault.EPSILON_DEFAULT_1E5;
import static org.bnoracle.faults.Fault.EPSILON_MISSING_IN_INFERENCE;
import static org.bnoracle.faults.Fault.EPSILON_TWICE;
import static org.bnoracle.faults.Fault.MOMENTUM_LOST;
import static org.bnoracle.faults.Fault.MOMENTUM_REVERSED;
import static org.bnoracle.faults.Fault.POPULATION_IN_STATE;
import static org.bnoracle.faults.Fault.SAMPLE_IN_STATE;

import java.util.Set;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;

/** The attributes of a case as a program with faults takes them. */
final class FaultySettings {
  private static final double LEAST_EPSILON = 1.001e-5;

  private final Case question;
  private final Set<Fault> faults;
  private Attributes attributes;

  private FaultySettings(Case question, Set<Fault> faults) {
    this.question = question;
    this.faults = faults;
    this.attributes = question.attributes();
  }

  static Attributes of(Case question, Set<Fault> faults) {
    FaultySettings settings = new FaultySettings(question, faults);
    settings.changeEpsilon();
    settings.changeConvention();
    settings.changeMomentum();
    return settings.attributes;
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  private void changeEpsilon() {
    if (attributes.has(Attribute.EPSILON)) {
      attributes = attributes.with(Attribute.EPSILON, epsilon(attributes.epsilon())).with(Attribute.EPSILON_FORMAT, BinaryFormat.F64);
    }
  }

  private double epsilon(double given) {
    if (has(EPSILON_MISSING_IN_INFERENCE) && !question.trains()) {
      return 0;
    }
    if (has(EPSILON_DEFAULT_1E5) || has(EPSILON_DEFAULT_1E3)) {
      return has(EPSILON_DEFAULT_1E5) ? 1e-5 : 1e-3;
    }
    double epsilon = has(EPSILON_TWICE) ? 2 * given : given;
    return has(EPSILON_CLAMPED) ? Math.max(epsilon, LEAST_EPSILON) : epsilon;
  }

  /** Of a single value only the population variance exists. */
  private void changeConvention() {
    if (!attributes.has(Attribute.VARIANCE_CONVENTION) || question.view().count() <= 1) {
      return;
    }
    if (has(POPULATION_IN_STATE)) {
      attributes = attributes.with(Attribute.VARIANCE_CONVENTION, VarianceConvention.POPULATION);
    }
    if (has(SAMPLE_IN_STATE)) {
      attributes = attributes.with(Attribute.VARIANCE_CONVENTION, VarianceConvention.SAMPLE);
    }
  }

  private void changeMomentum() {
    if (attributes.has(Attribute.MOMENTUM)) {
      double momentum = has(MOMENTUM_LOST) ? 1 : attributes.momentum();
      attributes = attributes.with(Attribute.MOMENTUM, has(MOMENTUM_REVERSED) ? 1 - momentum : momentum);
    }
    if (attributes.batchIndex().isPresent() && has(AVERAGE_LAGS)) {
      attributes = attributes.with(Attribute.BATCH_INDEX, attributes.batchIndex().getAsInt() + 1);
    }
  }
}
