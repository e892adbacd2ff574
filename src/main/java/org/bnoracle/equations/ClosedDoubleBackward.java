package org.bnoracle.equations;

import static org.bnoracle.equations.Lists.tabulate;
import static org.bnoracle.equations.Lists.zip;

import java.util.List;

/**
 * The training double backward from the closed form of dx, differentiated by hand. With d_i = x_i - mean, D = Σ dy_k d_k,
 * E = Σ ddx_k d_k and n_i = dy_i - Σdy/m - d_i D r²/m it is grad_gamma = Σ ddx_i (r n_i) and grad_x_i = ddgamma r n_i +
 * (gamma r³/m) ((Σdy Σddx/m - Σ dy_k ddx_k + 3 r² D E/m) d_i - (ddx_i - Σddx/m) D - (dy_i - Σdy/m) E).
 */
final class ClosedDoubleBackward<T> extends DoubleBackward<T> {
  ClosedDoubleBackward(Arithmetic<T> arithmetic, Equations<T> first) {
    super(arithmetic, first);
  }

  @Override
  public SecondGradients<T> training(List<T> x, List<T> dy, T mean, T r, T gamma, Gradients<T> upstream) {
    Part ofDy = new Part(dy, x, mean, r);
    Part ofDdx = new Part(upstream.dx(), x, mean, r);
    T gradGamma = a.sum(tabulate(x.size(), i -> a.multiply(upstream.dx().get(i), a.multiply(r, ofDy.normal(i)))));
    T scale = a.multiply(gamma, r);
    T ofScale = a.multiply(upstream.dgamma(), r);
    List<T> gradDy = tabulate(x.size(), i -> a.add(
        a.add(a.multiply(scale, ofDdx.normal(i)), a.multiply(ofScale, ofDy.d.get(i))), upstream.dbeta()));
    T slope = slope(ofDy, ofDdx, r);
    T common = a.over(a.multiply(scale, a.square(r)), x.size());
    List<T> gradX = tabulate(x.size(), i -> {
      T along = a.add(a.multiply(ofDdx.centered(i), ofDy.projection), a.multiply(ofDy.centered(i), ofDdx.projection));
      T through = a.multiply(common, a.subtract(a.multiply(slope, ofDy.d.get(i)), along));
      return a.add(through, a.multiply(ofScale, ofDy.normal(i)));
    });
    return new SecondGradients<>(gradX, gradGamma, gradDy);
  }

  /** Σdy Σddx/m - Σ dy_k ddx_k + 3 r² D E/m. */
  private T slope(Part ofDy, Part ofDdx, T r) {
    int m = ofDy.u.size();
    T separate = a.over(a.multiply(ofDy.sum, ofDdx.sum), m);
    T product = a.multiply(a.multiply(ofDy.projection, ofDdx.projection), a.square(r));
    return a.add(a.subtract(separate, a.sum(zip(ofDy.u, ofDdx.u, a::multiply))), a.over(a.multiply(a.of(3), product), m));
  }

  /** dy or ddx, and what is left of it beside its mean and its part along d. */
  private final class Part {
    private final List<T> u;
    private final List<T> d;
    private final T sum;
    private final T mean;
    private final T projection;
    private final T slope;

    Part(List<T> u, List<T> x, T mean, T r) {
      this.u = u;
      this.d = first.deviations(x, mean);
      this.sum = a.sum(u);
      this.mean = a.over(sum, u.size());
      this.projection = a.sum(zip(u, d, a::multiply));
      this.slope = a.over(a.multiply(projection, a.square(r)), u.size());
    }

    T centered(int i) {
      return a.subtract(u.get(i), mean);
    }

    T normal(int i) {
      return a.subtract(centered(i), a.multiply(d.get(i), slope));
    }
  }
}
