package org.bnoracle.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.Quantity;
import org.bnoracle.number.BinaryFormat;

/**
 * One run of a machine, with all that a seed chooses: the order of sums, fused multiplications and additions, quotients
 * by a reciprocal, a root that is 2 ulp off, what is stored in between.
 */
final class RoughArithmetic implements Arithmetic<Rough> {
  private final Machine machine;
  private final SplittableRandom random;
  private final boolean fuses;
  private final boolean inverts;
  private final int rootUlps;
  private final double storing;
  private final Order order;

  /** How a sum is taken. */
  enum Order { FORWARD, SHUFFLED, FALLING, RISING, BY_SIGN, PAIRS, RANDOM_TREE, LANES }

  RoughArithmetic(Machine machine, long seed, Order order) {
    this.machine = machine;
    this.random = new SplittableRandom(seed);
    this.fuses = random.nextBoolean();
    this.inverts = random.nextBoolean();
    this.rootUlps = random.nextInt(5) - 2;
    this.storing = random.nextInt(3) / 2.0;
    this.order = order;
  }

  private double round(double value) {
    BinaryFormat compute = machine.compute();
    double rounded = flush(compute.nearest(value));
    return machine.stores() && random.nextDouble() < storing ? stored(rounded) : rounded;
  }

  /** What overflows is not stored. */
  private double stored(double value) {
    double stored = flush(machine.precise().nearest(value));
    return Double.isFinite(stored) ? stored : value;
  }

  private double flush(double value) {
    return machine.flushes() && Math.abs(value) < machine.precise().minNormal() ? Math.copySign(0, value) : value;
  }

  @Override
  public Rough of(double exact) {
    return Rough.of(flush(machine.compute().nearest(exact)));
  }

  @Override
  public Rough add(Rough a, Rough b) {
    return Rough.of(round(unroundedSum(a, b)));
  }

  private double unroundedSum(Rough a, Rough b) {
    if (fuses && a.isProduct()) {
      return Math.fma(a.left(), a.right(), b.value());
    }
    return fuses && b.isProduct() ? Math.fma(b.left(), b.right(), a.value()) : a.value() + b.value();
  }

  @Override
  public Rough subtract(Rough a, Rough b) {
    return add(a, b.isProduct() ? new Rough(-b.value(), -b.left(), b.right()) : Rough.of(-b.value()));
  }

  @Override
  public Rough multiply(Rough a, Rough b) {
    return new Rough(round(a.value() * b.value()), a.value(), b.value());
  }

  @Override
  public Rough divide(Rough a, Rough b) {
    return Rough.of(round(a.value() / b.value()));
  }

  @Override
  public Rough square(Rough a) {
    return multiply(a, a);
  }

  @Override
  public Rough over(Rough a, long count) {
    Rough n = of(count);
    return inverts ? multiply(a, divide(of(1), n)) : divide(a, n);
  }

  @Override
  public Rough sqrt(Rough a) {
    return Rough.of(round(Math.sqrt(a.value())));
  }

  @Override
  public Rough relu(Rough a) {
    return Rough.of(a.value() <= 0 ? 0 : a.value());
  }

  /** A run may look at what it computed or at what it stored. */
  @Override
  public Rough reluGradient(Rough a, Rough g) {
    double seen = random.nextBoolean() ? a.value() : flush(machine.data().nearest(a.value()));
    return Rough.of(seen <= 0 ? 0 : g.value());
  }

  @Override
  public Rough named(Quantity quantity, Rough value) {
    if (quantity != Quantity.INVERSE_STD || !Double.isFinite(value.value())) {
      return value;
    }
    double off = value.value();
    for (int k = 0; k < Math.abs(rootUlps); k++) {
      off = rootUlps > 0 ? machine.compute().up(off) : machine.compute().down(off);
    }
    return Rough.of(flush(off));
  }

  @Override
  public Rough sum(List<Rough> terms) {
    if (terms.isEmpty()) {
      return of(0);
    }
    List<Rough> ordered = new ArrayList<>(terms);
    switch (order) {
      case SHUFFLED, RANDOM_TREE -> Collections.shuffle(ordered, new Random(random.nextLong()));
      case FALLING -> ordered.sort(Comparator.comparingDouble((Rough t) -> -Math.abs(t.value())));
      case RISING -> ordered.sort(Comparator.comparingDouble((Rough t) -> Math.abs(t.value())));
      case BY_SIGN -> ordered.sort(Comparator.comparingDouble(Rough::value));
      default -> { }
    }
    return switch (order) {
      case PAIRS -> tree(ordered, false);
      case RANDOM_TREE -> tree(ordered, true);
      case LANES -> lanes(ordered, 1 + random.nextInt(8));
      default -> inOrder(ordered, 0, 1);
    };
  }

  /** Additions of a sum are never stored. */
  private Rough plus(Rough a, Rough b) {
    return Rough.of(flush(machine.compute().nearest(unroundedSum(a, b))));
  }

  private Rough inOrder(List<Rough> terms, int first, int step) {
    Rough sum = terms.get(first);
    for (int i = first + step; i < terms.size(); i += step) {
      sum = plus(terms.get(i), sum.isProduct() ? Rough.of(sum.value()) : sum);
    }
    return Rough.of(sum.value());
  }

  private Rough lanes(List<Rough> terms, int count) {
    List<Rough> lanes = new ArrayList<>();
    for (int lane = 0; lane < Math.min(count, terms.size()); lane++) {
      lanes.add(inOrder(terms, lane, count));
    }
    return inOrder(lanes, 0, 1);
  }

  private Rough tree(List<Rough> terms, boolean anywhere) {
    int size = terms.size();
    if (size == 1) {
      return terms.get(0);
    }
    int left = anywhere ? 1 + random.nextInt(size - 1) : size / 2;
    return plus(tree(terms.subList(0, left), anywhere), tree(terms.subList(left, size), anywhere));
  }
}
