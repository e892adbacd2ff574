package org.bnoracle.conformance;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/**
 * A subject's gradients at one point beside finite differences of L = Σ dy_i y_i, y what the subject's forward gives. Inputs
 * and steps are multiples of powers of two, so that the points are exact.
 *
 * <p>D(h), the derivative of the polynomial through L at -2h … 2h, differs from the gradient by
 * <ul>
 *   <li>truncation, h⁴ L⁽⁵⁾/30, no more than |D(2h) - D(h)|, which is about 15 times that;
 *   <li>rounding of the forward, 18/(12 h) Σ |dy_i| e_i, e_i the bound of y_i, doubled for the points beside the middle;
 *   <li>rounding of D itself, 120 · 2^-53 |L|/h: divided differences of 5 points add up numbers of at most 12 |L|/h;
 *   <li>rounding of the backward, its bound.
 * </ul>
 * Bounds are those of the right program, at the middle. h is the power of two next to the fifth root of the format's rounding
 * error, where truncation and rounding are alike.
 */
final class OwnGradient {
  private static final double GRID = 0x1p-6;
  private static final int POINTS = 5;

  private final Examination examination;
  private final Case forward;
  private final Case backward;
  private final Map<Slot, Tensor> gradients;
  private final double step;
  private final Random random;

  private OwnGradient(Examination examination, Case forward, Case backward, Map<Slot, Tensor> gradients, Random random) {
    this.examination = examination;
    this.forward = forward;
    this.backward = backward;
    this.gradients = gradients;
    this.step = Math.scalb(1.0, -forward.data().format().precision() / POINTS);
    this.random = random;
  }

  /** At the inputs of a forward, rounded; empty if the subject gives no gradients there. */
  static Optional<OwnGradient> at(Case forward, Operation operation, Examination examination, Random random) {
    Map<Slot, Tensor> inputs = new EnumMap<>(forward.inputs());
    List.of(Slot.X, Slot.GAMMA, Slot.BETA).forEach(slot -> inputs.computeIfPresent(slot, (s, tensor) ->
        filled(tensor, i -> Math.rint(tensor.get(i) / GRID) * GRID)));
    Case rounded = forward.withInputs(inputs);
    inputs.put(Slot.DY, filled(forward.data(), i -> (random.nextInt(127) - 63) * GRID));
    inputs.keySet().retainAll(operation.signature().allInputs());
    inputs.remove(Slot.BETA);
    Case backward = new Case(forward.id(), forward.comment(), List.of(), operation,
        forward.attributes().only(operation.signature().attributesGiven(inputs.keySet())), inputs);
    return examination.results(backward)
        .map(gradients -> new OwnGradient(examination, rounded, backward, gradients, random));
  }

  private static Tensor filled(Tensor like, IntToDoubleFunction value) {
    double[] data = new double[like.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = value.applyAsDouble(i);
    }
    return new Tensor(like.format(), like.shape(), data);
  }

  /** The difference in a random direction of an input, as a part of what is allowed; empty where either gives none. */
  OptionalDouble difference(Slot input, Slot gradient) {
    if (!forward.inputs().containsKey(input) || !gradients.containsKey(gradient)) {
      return OptionalDouble.empty();
    }
    Tensor direction = filled(forward.inputs().get(input), i -> random.nextInt(3) - 1);
    Line line = new Line(input, direction);
    double derivative = line.derivative(step);
    double truncation = Math.abs(line.derivative(2 * step) - derivative);
    double rounding = 2 * 18 / (12 * step) * absolute(backward.inputs().get(Slot.DY), bounds(forward).get(Slot.Y))
        + 120 * 0x1p-53 * Math.abs(line.value(0)) / step;
    double own = absolute(direction, bounds(backward).get(gradient));
    double difference = Math.abs(derivative - product(direction, gradients.get(gradient)));
    double part = difference / (truncation + rounding + own);
    return Double.isFinite(part) ? OptionalDouble.of(part) : OptionalDouble.empty();
  }

  /** L along a direction of an input. */
  private final class Line {
    private final Slot input;
    private final Tensor direction;
    private final Map<Double, Double> values = new HashMap<>();

    Line(Slot input, Tensor direction) {
      this.input = input;
      this.direction = direction;
    }

    double value(double t) {
      return values.computeIfAbsent(t, at -> {
        Tensor middle = forward.inputs().get(input);
        Case moved = forward.withInputs(Map.of(input, filled(middle, i -> middle.get(i) + at * direction.get(i))));
        return examination.results(moved).map(results -> product(backward.inputs().get(Slot.DY), results.get(Slot.Y))).orElse(Double.NaN);
      });
    }

    double derivative(double h) {
      return new FiniteDifferencesDifferentiator(POINTS, h).differentiate(this::value)
          .value(new DerivativeStructure(1, 1, 0, 0.0)).getPartialDerivative(1);
    }
  }

  private static Map<Slot, Tensor> bounds(Case question) {
    Map<Slot, Tensor> bounds = new EnumMap<>(Slot.class);
    PublishedBounds.outputs(question, Oracle.evaluate(question)).forEach((slot, output) -> {
      if (output instanceof Output.Values values) {
        values.bound().ifPresent(bound -> bounds.put(slot, bound));
      }
    });
    return bounds;
  }

  private static double product(Tensor a, Tensor b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += a.get(i) * b.get(i);
    }
    return sum;
  }

  private static double absolute(Tensor a, Tensor b) {
    return product(filled(new Tensor(BinaryFormat.F64, a.shape(), new double[a.size()]), i -> Math.abs(a.get(i))), b);
  }
}
