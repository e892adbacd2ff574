package org.bnoracle.faults;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Gradients;
import org.bnoracle.equations.Lists;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/**
 * One channel of a case, with what a program with faults computes it by.
 *
 * @param question as the program sees it
 * @param faults those that show in this case
 */
record FaultyChannel<T>(
    Case question, int channel, Channel<T> in, ComparingArithmetic<T> a, Equations<T> equations, Set<Fault> faults) {

  static <T> FaultyChannel<T> of(Case question, int channel, ComparingArithmetic<T> arithmetic, Set<Fault> faults) {
    Set<Fault> shown = Occasion.shown(faults, question);
    return new FaultyChannel<>(question, channel, question.channel(channel, arithmetic), arithmetic,
        new FaultyEquations<>(arithmetic, question.data().format(), shown), shown);
  }

  Map<Slot, List<T>> compute() {
    boolean isEmpty = in.count() == 0 && !(has(Fault.EMPTY_BATCH_IN_STATE) && in.has(Slot.RUNNING_MEAN));
    if (isEmpty) {
      return question.operation().compute(equations, in);
    }
    return switch (question.operation()) {
      case TRAINING_FORWARD, SYNCHRONISED_FORWARD -> new FaultyTraining<>(this).forward();
      case TRAINING_BACKWARD, SYNCHRONISED_BACKWARD -> new FaultyTraining<>(this).backward();
      case INFERENCE_FORWARD -> new FaultyInference<>(this).forward();
      case INFERENCE_BACKWARD -> new FaultyInference<>(this).backward();
      case DOUBLE_BACKWARD -> new FaultySecondOrder<>(this).doubleBackward();
      case TANGENT -> new FaultySecondOrder<>(this).tangent();
      case FOLD -> new FaultyFold<>(this).compute();
      case POPULATION -> new FaultyPopulation<>(this).compute();
    };
  }

  boolean has(Fault fault) {
    return faults.contains(fault);
  }

  T gamma() {
    return in.value(Slot.GAMMA, 1);
  }

  /** gamma as dx sees it. */
  T gammaOfGradient() {
    return has(Fault.GAMMA_MISSING_IN_DX) ? a.of(1) : gamma();
  }

  /** How often the operation is called. */
  int calls() {
    return (Integer) question.attributes().values().getOrDefault(Attribute.REPEAT, 1);
  }

  /** The gradients of the last call, perhaps added to those of the calls before. */
  Map<Slot, List<T>> outputs(Gradients<T> gradients, List<T> gradientOfY) {
    Map<Slot, List<T>> out = new EnumMap<>(Slot.class);
    out.put(Slot.DX, gradients.dx());
    out.put(Slot.DZ, gradientOfY);
    out.put(Slot.DGAMMA, List.of(gradients.dgamma()));
    out.put(Slot.DBETA, List.of(gradients.dbeta()));
    if (has(Fault.GRADIENTS_ACCUMULATED) && calls() > 1) {
      out.replaceAll((slot, values) -> values.stream().map(value -> a.multiply(a.of(calls()), value)).toList());
    }
    return out;
  }

  /** y of these values, which start at a place in the channel, or what follows it. */
  List<T> output(List<T> x, int start, T mean, T r) {
    return new FaultyActivation<>(this).of(normalized(x, start, mean, r), start);
  }

  /** The gradient of y, of which dy is known, or that of what follows it. */
  List<T> gradientOfY(List<T> x, List<T> dy, int start, T mean, T r) {
    return new FaultyActivation<>(this).gradient(dy, normalized(x, start, mean, r), start);
  }

  private List<T> normalized(List<T> x, int start, T mean, T r) {
    if (!has(Fault.PARAMETERS_ALONG_LAST_AXIS)) {
      return equations.output(x, mean, r, gammaOfCall(r), in.value(Slot.BETA, 0));
    }
    List<T> xHat = equations.normalized(x, mean, r);
    return Lists.tabulate(x.size(), i -> {
      int other = channelAlongLastAxis(start + i);
      return a.add(a.multiply(parameter(Slot.GAMMA, other, 1), xHat.get(i)), parameter(Slot.BETA, other, 0));
    });
  }

  /** gamma as the calls before leave it. */
  private T gammaOfCall(T r) {
    T gamma = gamma();
    for (int call = 1; call < calls() && has(Fault.WEIGHTS_SCALED_IN_PLACE) && !question.trains(); call++) {
      gamma = a.multiply(gamma, r);
    }
    return gamma;
  }

  private int channelAlongLastAxis(int i) {
    int[] dimensions = question.data().shape().dimensions();
    return question.view().index(channel, i) % dimensions[dimensions.length - 1] % question.view().channels();
  }

  private T parameter(Slot slot, int ofChannel, double ifAbsent) {
    Tensor tensor = question.inputs().get(slot);
    return a.of(tensor == null ? ifAbsent : tensor.get(ofChannel));
  }
}
