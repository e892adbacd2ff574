package org.bnoracle.blocked;

/**
 * Where a channel's numbers are looked at from: d = (x - pivot) 2^exponent. The pivot is 0, or so close to every x that
 * x - pivot is a double; hence d is exact unless it underflows.
 */
record Frame(int exponent, double pivot) {
  /** The columns of the kernels: d = x SCALE + SHIFT, g = dy GRADIENT_SCALE. */
  static final int SCALE = 0;
  static final int SHIFT = 1;
  static final int GRADIENT_SCALE = 2;
  static final int COLUMNS = 3;

  static final Frame PLAIN = new Frame(0, 0);

  double scale() {
    return Math.scalb(1.0, exponent);
  }

  double shift() {
    return -Math.scalb(pivot, exponent);
  }

  void into(Columns columns, int lane) {
    columns.set(SCALE, lane, scale());
    columns.set(SHIFT, lane, shift());
  }

  /** Whether x - pivot is a double for every x between low and high; P. Sterbenz, "Floating-Point Computation", 1974. */
  static boolean isExactAround(double pivot, double low, double high) {
    return pivot > 0 ? pivot / 2 <= low && high / 2 <= pivot : pivot / 2 >= high && low / 2 >= pivot;
  }
}
