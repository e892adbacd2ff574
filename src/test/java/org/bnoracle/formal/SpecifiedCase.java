package org.bnoracle.formal;

import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.BIAS;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.WEIGHT;
import static org.bnoracle.operation.Slot.X;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;

/**
 * A case of one channel whose numbers stand for symbols, and what the specification says of it.
 *
 * @param name names the theorem
 * @param symbols which number of the case stands for which symbol
 * @param specification the Coq term of the outputs
 */
record SpecifiedCase(String name, Case question, Map<Double, String> symbols, String specification) {
  /** Symbols are told from the whole numbers of the equations by their fractions. */
  private static final double FIRST = 0.625;
  private static final double STEP = 0x1p-20;
  private static final Set<String> PLAIN = Set.of("training_forward", "training_forward_population", "inference_forward_plain",
      "training_backward_plain", "inference_backward", "double_backward_training", "tangent");

  /** The outputs of the case, channel 0, in the order of documents. */
  List<String> outputs(Map<Slot, List<String>> computed) {
    return question.outputs().stream().filter(computed::containsKey).flatMap(slot -> computed.get(slot).stream()).toList();
  }

  /** The cases of every operation with m values, with all options and with none. */
  static List<SpecifiedCase> of(int m) {
    return Stream.of(training(m), inference(m), derivatives(m), activated(m)).flatMap(List::stream).toList();
  }

  /** One case of each operation with m values, with few options. */
  static List<SpecifiedCase> plain(int m) {
    return of(m).stream().filter(about -> PLAIN.contains(about.name().replaceAll("_\\d$", ""))).toList();
  }

  /** Of those, the case that gives the statistics; the others take them from the same equations. */
  static List<SpecifiedCase> withStatistics(int m) {
    return plain(m).stream().filter(about -> about.question().operation() == Operation.TRAINING_FORWARD).toList();
  }

  /** The same with another symbol. */
  SpecifiedCase with(double number, String symbol) {
    Map<Double, String> more = new LinkedHashMap<>(symbols);
    more.put(number, symbol);
    return new SpecifiedCase(name, question, more, specification);
  }

  /** The tactic that proves it. */
  String tactic() {
    return question.attributes().activation() == Activation.NONE ? "equal" : "gated";
  }

  private static List<SpecifiedCase> training(int m) {
    String state = " epsilon gamma beta %s running_mean running_variance " + vector(X, m);
    Stream<SpecifiedCase> always = Stream.of(
        new Maker(Operation.TRAINING_FORWARD, m).inputs(X).make("", "training_forward " + m + " epsilon 1 0 " + vector(X, m)),
        new Maker(Operation.TRAINING_FORWARD, m).all().state(VarianceConvention.POPULATION)
            .make("_population", "training_forward_state Population " + m + state.formatted("momentum")),
        new Maker(Operation.TRAINING_FORWARD, m).all().average(3)
            .make("_average", "training_forward_state Population " + m + state.formatted("(cumulative_weight 3)")));
    if (m == 1) {
      return Stream.concat(always, Stream.of(new Maker(Operation.TRAINING_FORWARD, m).all().state(VarianceConvention.SAMPLE)
          .make("_sample", "training_forward_mean 1 epsilon gamma beta momentum running_mean " + vector(X, 1)))).toList();
    }
    return Stream.concat(always, Stream.of(
        new Maker(Operation.TRAINING_FORWARD, m).all().state(VarianceConvention.SAMPLE)
            .make("_sample", "training_forward_state Sample " + m + state.formatted("momentum")),
        new Maker(Operation.SYNCHRONISED_FORWARD, m).all().state(VarianceConvention.SAMPLE).sizes(Attribute.PARTITION, 1, m - 1)
            .make("", "training_forward_state Sample " + m + state.formatted("momentum")),
        population(m))).toList();
  }

  /** Followed by max(0, y + z). */
  private static List<SpecifiedCase> activated(int m) {
    String statistics = "running_mean running_variance ";
    return List.of(
        new Maker(Operation.INFERENCE_FORWARD, m).all().activated()
            .make("_activated", "activated_forward " + m + " epsilon gamma beta " + statistics + vectors(m, X, Slot.Z)),
        new Maker(Operation.INFERENCE_BACKWARD, m).all().activated()
            .make("_activated", "activated_backward " + m + " epsilon gamma beta " + statistics + vectors(m, X, DY, Slot.Z)));
  }

  /** One batch, or two of which the first has two values. */
  private static SpecifiedCase population(int m) {
    Maker maker = new Maker(Operation.POPULATION, m).all();
    return m < 4
        ? maker.sizes(Attribute.BATCH_SIZES, m).make("", "population [" + names(X, 0, m) + "]")
        : maker.sizes(Attribute.BATCH_SIZES, 2, m - 2).make("", "population [" + names(X, 0, 2) + "; " + names(X, 2, m) + "]");
  }

  private static List<SpecifiedCase> inference(int m) {
    String statistics = "running_mean running_variance ";
    return List.of(
        new Maker(Operation.INFERENCE_FORWARD, m).all()
            .make("", "inference_forward " + m + " epsilon gamma beta " + statistics + vector(X, m)),
        new Maker(Operation.INFERENCE_FORWARD, m).inputs(X, RUNNING_MEAN, RUNNING_VARIANCE)
            .make("_plain", "inference_forward " + m + " epsilon 1 0 " + statistics + vector(X, m)),
        new Maker(Operation.INFERENCE_BACKWARD, m).all()
            .make("", "inference_backward " + m + " epsilon gamma " + statistics + vector(X, m) + " " + vector(DY, m)),
        new Maker(Operation.FOLD, m).all().layer()
            .make("", "fold " + m + " epsilon gamma beta " + statistics + "bias " + vector(WEIGHT, m)),
        new Maker(Operation.FOLD, m).inputs(WEIGHT, RUNNING_MEAN, RUNNING_VARIANCE).layer()
            .make("_plain", "fold " + m + " epsilon 1 0 " + statistics + "0 " + vector(WEIGHT, m)),
        new Maker(Operation.DOUBLE_BACKWARD, m).all().make("_inference", "inference_double_backward " + m
            + " epsilon gamma " + statistics + "ddgamma ddbeta " + vectors(m, X, DY, Slot.DDX)));
  }

  private static List<SpecifiedCase> derivatives(int m) {
    Stream<SpecifiedCase> always = Stream.of(
        new Maker(Operation.TRAINING_BACKWARD, m).all()
            .make("", "training_backward " + m + " epsilon gamma dmean dvariance " + vectors(m, X, DY)),
        new Maker(Operation.TRAINING_BACKWARD, m).inputs(X, DY)
            .make("_plain", "training_backward " + m + " epsilon 1 0 0 " + vectors(m, X, DY)),
        new Maker(Operation.DOUBLE_BACKWARD, m).inputs(X, DY, Slot.DDX, Slot.GAMMA, Slot.DDGAMMA, Slot.DDBETA)
            .make("_training", "double_backward " + m + " epsilon gamma ddgamma ddbeta " + vectors(m, X, DY, Slot.DDX)),
        new Maker(Operation.TANGENT, m).all()
            .make("", "tangent " + m + " epsilon gamma gamma_dot beta_dot " + vectors(m, X, Slot.X_DOT)));
    return m == 1 ? always.toList() : Stream.concat(always, Stream.of(
        new Maker(Operation.SYNCHRONISED_BACKWARD, m).all().sizes(Attribute.PARTITION, 1, m - 1)
            .make("", "training_backward " + m + " epsilon gamma dmean dvariance " + vectors(m, X, DY)))).toList();
  }

  private static String names(Slot slot, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> slot.label() + i).collect(Collectors.joining("; ", "[", "]"));
  }

  private static String vector(Slot slot, int m) {
    return "(vec " + names(slot, 0, m) + ")";
  }

  private static String vectors(int m, Slot... slots) {
    return Stream.of(slots).map(slot -> vector(slot, m)).collect(Collectors.joining(" "));
  }

  /** Puts a case together. */
  private static final class Maker {
    private final Operation operation;
    private final int m;
    private final CaseBuilder builder;
    private final Map<Double, String> symbols = new LinkedHashMap<>();

    Maker(Operation operation, int m) {
      this.operation = operation;
      this.m = m;
      this.builder = CaseBuilder.of(operation, operation == Operation.FOLD ? new int[] {1, m} : new int[] {m, 1});
      if (operation.signature().allAttributes().contains(Attribute.EPSILON)) {
        builder.epsilon(symbol("epsilon"));
      }
    }

    private double symbol(String name) {
      double number = FIRST + symbols.size() * STEP;
      symbols.put(number, name);
      return number;
    }

    Maker all() {
      return inputs(operation.signature().inputsGiven(Activation.NONE).toArray(Slot[]::new));
    }

    Maker activated() {
      Set<Slot> more = new LinkedHashSet<>(operation.signature().inputsGiven(Activation.ADD_RELU));
      more.removeAll(operation.signature().inputsGiven(Activation.NONE));
      builder.with(Attribute.ACTIVATION, Activation.ADD_RELU);
      return inputs(more.toArray(Slot[]::new));
    }

    Maker inputs(Slot... slots) {
      for (Slot slot : slots) {
        if (slot.extent() == Slot.Extent.CHANNELS) {
          builder.input(slot, new Shape(1), symbol(slot.label()));
        } else {
          builder.input(slot, IntStream.range(0, m).mapToDouble(i -> symbol(slot.label() + i)).toArray());
        }
      }
      return this;
    }

    Maker state(VarianceConvention convention) {
      builder.withState(symbol("momentum"), convention);
      return this;
    }

    Maker average(int batchIndex) {
      builder.with(Attribute.BATCH_INDEX, batchIndex).with(Attribute.VARIANCE_CONVENTION, VarianceConvention.POPULATION);
      return this;
    }

    Maker sizes(Attribute attribute, Integer... sizes) {
      builder.with(attribute, List.of(sizes));
      return this;
    }

    Maker layer() {
      builder.with(Attribute.LAYER, Layer.LINEAR);
      return this;
    }

    SpecifiedCase make(String suffix, String specification) {
      String name = operation.name().toLowerCase(Locale.ROOT) + suffix + "_" + m;
      return new SpecifiedCase(name, builder.build(), symbols, specification);
    }
  }
}
