package org.bnoracle.subject;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bnoracle.batchnorm.BatchNorm;
import org.bnoracle.batchnorm.BatchNormBuilder;
import org.bnoracle.batchnorm.Gradients;
import org.bnoracle.batchnorm.Normalized;
import org.bnoracle.batchnorm.RunningStatistics;
import org.bnoracle.blocked.Upstream;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Encoding;
import org.bnoracle.document.Hello;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** The fast version, {@link BatchNorm}, in this process. */
public final class BatchNormSubject implements Subject {
  private static final List<Operation> OPERATIONS = List.of(
      Operation.TRAINING_FORWARD, Operation.INFERENCE_FORWARD, Operation.TRAINING_BACKWARD, Operation.INFERENCE_BACKWARD);

  private final Hello hello;
  private final UnaryOperator<BatchNormBuilder> settings;

  /**
   * @param version of the product
   * @param settings changes the settings that do not belong to a case
   */
  public BatchNormSubject(String name, String version, UnaryOperator<BatchNormBuilder> settings) {
    Map<Operation, Hello.Support> operations = new EnumMap<>(Operation.class);
    OPERATIONS.forEach(operation ->
        operations.put(operation, Hello.Support.of(operation, BinaryFormat.F64, BinaryFormat.F32)));
    Set<Feature> capabilities = EnumSet.copyOf(Feature.usual());
    capabilities.add(Feature.MASK);
    capabilities.add(Feature.REPEAT);
    this.hello = new Hello(
        name, version, operations, Map.of(), capabilities, EnumSet.of(Encoding.DECIMAL), Hello.Arithmetic.UNDECLARED);
    this.settings = settings;
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public Answer answer(Case question, List<Slot> owed) {
    if (question.view().count() == 1 && question.outputs().contains(Slot.RUNNING_VARIANCE)
        && question.attributes().varianceConvention() == VarianceConvention.SAMPLE) {
      return new Answer.Refused("a channel of 1 value has no sample variance");
    }
    Map<Slot, double[]> results = switch (question.operation()) {
      case TRAINING_FORWARD -> trainingForward(question);
      case INFERENCE_FORWARD -> Map.of(Slot.Y, inferenceForward(question));
      case TRAINING_BACKWARD -> backward(question, null);
      default -> backward(question, running(question));
    };
    Map<Slot, Tensor> outputs = new EnumMap<>(Slot.class);
    for (Slot slot : owed) {
      outputs.put(slot, new Tensor(question.formatOf(slot), question.shapeOf(slot), results.get(slot)));
    }
    return new Answer.Results(outputs);
  }

  private Map<Slot, double[]> trainingForward(Case question) {
    RunningStatistics running = running(question);
    BatchNorm batchNorm = batchNorm(question);
    Normalized<double[]> found = isF64(question)
        ? batchNorm.trainingForward(
            question.data().shape(), doubles(question, Slot.X), doubles(question, Slot.GAMMA), doubles(question, Slot.BETA),
            running)
        : widened(batchNorm.trainingForward(
            question.data().shape(), floats(question, Slot.X), doubles(question, Slot.GAMMA), doubles(question, Slot.BETA),
            running));
    Map<Slot, double[]> results = new EnumMap<>(Map.of(
        Slot.Y, found.y(), Slot.MEAN, found.mean(), Slot.VARIANCE, found.variance(), Slot.INVERSE_STD, found.inverseStd()));
    if (running != null) {
      results.put(Slot.RUNNING_MEAN, running.mean());
      results.put(Slot.RUNNING_VARIANCE, running.variance());
    }
    return results;
  }

  private double[] inferenceForward(Case question) {
    double[] gamma = doubles(question, Slot.GAMMA);
    double[] beta = doubles(question, Slot.BETA);
    RunningStatistics running = running(question);
    return isF64(question)
        ? batchNorm(question).inferenceForward(question.data().shape(), doubles(question, Slot.X), gamma, beta, running)
        : widened(
            batchNorm(question).inferenceForward(question.data().shape(), floats(question, Slot.X), gamma, beta, running));
  }

  /** @param running null in training */
  private Map<Slot, double[]> backward(Case question, RunningStatistics running) {
    Gradients<double[]> found = isF64(question)
        ? backwardOfDoubles(question, running)
        : widened(backwardOfFloats(question, running));
    return Map.of(Slot.DX, found.dx(), Slot.DGAMMA, found.dgamma(), Slot.DBETA, found.dbeta());
  }

  private Gradients<double[]> backwardOfDoubles(Case question, RunningStatistics running) {
    double[] x = doubles(question, Slot.X);
    double[] dy = doubles(question, Slot.DY);
    double[] gamma = doubles(question, Slot.GAMMA);
    return running == null
        ? batchNorm(question).trainingBackward(question.data().shape(), x, dy, gamma, upstream(question))
        : batchNorm(question).inferenceBackward(question.data().shape(), x, dy, gamma, running);
  }

  private Gradients<float[]> backwardOfFloats(Case question, RunningStatistics running) {
    float[] x = floats(question, Slot.X);
    float[] dy = floats(question, Slot.DY);
    double[] gamma = doubles(question, Slot.GAMMA);
    return running == null
        ? batchNorm(question).trainingBackward(question.data().shape(), x, dy, gamma, upstream(question))
        : batchNorm(question).inferenceBackward(question.data().shape(), x, dy, gamma, running);
  }

  private BatchNorm batchNorm(Case question) {
    BatchNormBuilder builder = settings.apply(BatchNorm.builder())
        .channelAxis(question.attributes().channelAxis())
        .epsilon(question.attributes().epsilon())
        .statisticsFormat(question.formatOf(Slot.MEAN))
        .parameterFormat(question.formatOf(Slot.DGAMMA));
    if (question.attributes().has(Attribute.VARIANCE_CONVENTION)) {
      builder.runningVariance(question.attributes().varianceConvention());
    }
    if (question.attributes().batchIndex().isPresent()) {
      builder.cumulativeAverage();
    } else if (question.attributes().has(Attribute.MOMENTUM)) {
      builder.momentum(question.attributes().momentum());
    }
    return builder.build();
  }

  /** Null where the case has none. */
  private static RunningStatistics running(Case question) {
    return question.inputs().containsKey(Slot.RUNNING_MEAN)
        ? new RunningStatistics(
            doubles(question, Slot.RUNNING_MEAN), doubles(question, Slot.RUNNING_VARIANCE),
            question.attributes().batchIndex().orElse(1) - 1)
        : null;
  }

  private static Upstream upstream(Case question) {
    return question.inputs().containsKey(Slot.DMEAN)
        ? new Upstream(doubles(question, Slot.DMEAN), doubles(question, Slot.DVARIANCE))
        : null;
  }

  private static boolean isF64(Case question) {
    return question.data().format().equals(BinaryFormat.F64);
  }

  private static double[] doubles(Case question, Slot slot) {
    Tensor tensor = question.inputs().get(slot);
    if (tensor == null) {
      return null;
    }
    double[] values = new double[tensor.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.get(i);
    }
    return values;
  }

  private static float[] floats(Case question, Slot slot) {
    Tensor tensor = question.inputs().get(slot);
    float[] values = new float[tensor.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) tensor.get(i);
    }
    return values;
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static Normalized<double[]> widened(Normalized<float[]> found) {
    return new Normalized<>(widened(found.y()), found.mean(), found.variance(), found.inverseStd());
  }

  private static Gradients<double[]> widened(Gradients<float[]> found) {
    return new Gradients<>(widened(found.dx()), found.dgamma(), found.dbeta());
  }

  @Override
  public void close() {
    // nothing is held
  }
}
