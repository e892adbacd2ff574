package org.bnoracle.power;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** A case of one channel whose numbers are variables, and what texts make of it. */
final class SymbolicCase {
  private static final double FIRST_SYMBOL = 0.5;
  private static final double NEXT = 0x1p-12;
  private static final int FIRST_BATCH = 2;
  private static final List<Attribute> KEPT = List.of(Attribute.VARIANCE_CONVENTION, Attribute.ACTIVATION);

  private final PolynomialArithmetic polynomials = new PolynomialArithmetic();
  private final Case question;
  private final List<Site> trace = new ArrayList<>();
  private final List<Polynomial> right;
  private double symbol = FIRST_SYMBOL;

  /** @param template has the inputs and settings */
  SymbolicCase(Case template, int m) {
    boolean folds = template.attributes().has(Attribute.LAYER);
    Shape shape = folds ? new Shape(1, m) : new Shape(m, 1);
    Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
    template.inputs().keySet().forEach(
        slot -> inputs.put(slot, variables(slot.extent() == Slot.Extent.DATA ? shape : new Shape(1))));
    Attributes settings = settings(template, m);
    this.question = new Case(template.id(), "", List.of(), template.operation(),
        settings.only(template.operation().signature().attributesGiven(inputs.keySet())), inputs);
    if (settings.has(Attribute.EPSILON)) {
      polynomials.introduceEpsilon(settings.epsilon(), variance());
    }
    this.right = outputs(new Equations<>(new TracingArithmetic<>(polynomials, trace)));
  }

  private Attributes settings(Case template, int m) {
    Attributes settings = template.attributes().only(KEPT);
    if (template.attributes().has(Attribute.EPSILON)) {
      settings = settings.with(Attribute.EPSILON, next()).with(Attribute.EPSILON_FORMAT, BinaryFormat.F64);
    }
    if (template.attributes().has(Attribute.MOMENTUM)) {
      settings = settings.with(Attribute.MOMENTUM, variable());
    }
    if (template.attributes().has(Attribute.BATCH_INDEX)) {
      settings = settings.with(Attribute.BATCH_INDEX, FIRST_BATCH + m);
    }
    return template.attributes().has(Attribute.LAYER)
        ? settings.with(Attribute.LAYER, Layer.LINEAR)
        : settings.with(Attribute.CHANNEL_AXIS, 1).with(Attribute.PARTITION, List.of(m)).with(Attribute.BATCH_SIZES, batches(m));
  }

  /** Batches of two, the last one of three if need be. */
  private static List<Integer> batches(int m) {
    List<Integer> sizes = new ArrayList<>();
    for (int left = m; left > 0; left -= sizes.get(sizes.size() - 1)) {
      sizes.add(left <= 3 ? left : 2);
    }
    return sizes;
  }

  private double next() {
    symbol += NEXT;
    return symbol;
  }

  private double variable() {
    double variable = next();
    polynomials.introduce(variable);
    return variable;
  }

  private Tensor variables(Shape shape) {
    double[] data = new double[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = variable();
    }
    return new Tensor(BinaryFormat.F64, shape, data);
  }

  private Polynomial variance() {
    Channel<Polynomial> in = question.channel(0, polynomials);
    if (!question.trains() || !in.has(Slot.X)) {
      return in.value(Slot.RUNNING_VARIANCE);
    }
    Equations<Polynomial> equations = new Equations<>(polynomials);
    List<Polynomial> x = in.values(Slot.X);
    return x.isEmpty() ? Polynomial.constant(0) : equations.variance(x, equations.mean(x));
  }

  private List<Polynomial> outputs(Equations<Polynomial> equations) {
    Map<Slot, List<Polynomial>> results = question.operation().compute(equations, question.channel(0, polynomials));
    return question.outputs().stream().filter(results::containsKey).flatMap(slot -> results.get(slot).stream()).toList();
  }

  /** Whether the paper's text comes by a site in this case. */
  boolean has(Site site) {
    return trace.contains(site);
  }

  /** Whether a mutant of a site that this case has gives the same polynomials as the paper's text. */
  boolean cannotTell(Mutant mutant) {
    try {
      Arithmetic<Polynomial> mutated = new MutatedArithmetic<>(polynomials, trace, mutant);
      return outputs(new Equations<>(mutated)).equals(right);
    } catch (ArithmeticException undefined) {
      return false;
    }
  }
}
