package org.bnoracle.equations;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Lists whose elements are computed when asked for, so that a long channel is never held as numbers. */
public final class Lists {
  private Lists() {}

  /** The list of f(0), f(1), …, f(size - 1). */
  public static <T> List<T> tabulate(int size, IntFunction<T> f) {
    return new Tabulated<>(size, f);
  }

  static <T> List<T> map(List<T> list, UnaryOperator<T> f) {
    return tabulate(list.size(), i -> f.apply(list.get(i)));
  }

  /** The list of f(a_i, b_i). */
  static <T> List<T> zip(List<T> a, List<T> b, BinaryOperator<T> f) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException("lists of one channel must be equally long, were " + a.size() + " and " + b.size());
    }
    return tabulate(a.size(), i -> f.apply(a.get(i), b.get(i)));
  }

  private static final class Tabulated<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> f;

    Tabulated(int size, IntFunction<T> f) {
      this.size = size;
      this.f = f;
    }

    @Override
    public T get(int index) {
      return f.apply(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
