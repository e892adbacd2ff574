import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * PyTorch's CPU kernels through aten::batch_norm, as torch.nn.functional.batch_norm calls them, with gradients by autograd.
 *
 * <p>Momentum is the weight of the new batch, epsilon and momentum are doubles; the running variance takes the sample
 * variance; a saved statistic is the inverse standard deviation. Another channel axis than 1 is moved there, which gives a
 * strided view, as in PyTorch programs.
 */
public final class PyTorch {
  private static final List<String> FORMATS = List.of("f64", "f32", "f16", "bf16");
  private static final Map<String, ScalarType> TYPES = Map.of(
      "f64", ScalarType.Double, "f32", ScalarType.Float, "f16", ScalarType.Half, "bf16", ScalarType.BFloat16);

  private PyTorch() {}

  public static void main(String[] args) throws Exception {
    torch.set_num_threads(1);
    new BnSubject("pytorch", "2.10.0")
        .operation("training-forward", FORMATS, scoped(PyTorch::training), "y", "mean", "inverse_std", "running_mean", "running_variance")
        .operation("inference-forward", FORMATS, scoped(c -> give(c, "y", normalized(c, state(c), x(c, "x"), vector(c, "gamma")))))
        .operation("training-backward", FORMATS, scoped(PyTorch::backward))
        .operation("inference-backward", FORMATS, scoped(PyTorch::backward))
        .operation("double-backward", FORMATS, scoped(PyTorch::doubleBackward))
        .say("conventions", Map.of("variance_convention", List.of("sample"), "epsilon_format", List.of("f64")))
        .without("upstream-statistics").with("cumulative-average", "mask", "strides", "repeat")
        .refusing(RuntimeException.class)
        .run();
  }

  /** Frees the tensors of a case when it is answered. */
  private static BnSubject.Kernel scoped(BnSubject.Kernel kernel) {
    return c -> {
      try (PointerScope scope = new PointerScope()) {
        for (int call = 0; call < c.number("repeat", 1); call++) {
          kernel.compute(c);
        }
      }
    };
  }

  /** Running mean and variance, undefined where the case has none. */
  private record State(Tensor mean, Tensor variance) {}

  private static void training(BnSubject.Case c) {
    State state = state(c);
    Tensor x = x(c, "x");
    give(c, "y", normalized(c, state, x, vector(c, "gamma")));
    if (state.mean().defined()) {
      give(c, "running_mean", state.mean());
      give(c, "running_variance", state.variance());
    }
    if (x.numel() > 0) {
      TensorOptional none = new TensorOptional();
      T_TensorTensorTensor_T saved = torch.native_batch_norm(
          x, optional(vector(c, "gamma")), optional(vector(c, "beta")), none, none, true, 0, c.number("epsilon"));
      give(c, "mean", saved.get1());
      give(c, "inverse_std", saved.get2());
    }
  }

  private static void backward(BnSubject.Case c) {
    Tensor x = x(c, "x").requires_grad_(c.wants("dx"));
    Tensor gamma = parameter(c, "gamma", 1).requires_grad_(c.wants("dgamma"));
    Tensor beta = parameter(c, "beta", 0).requires_grad_(c.wants("dbeta"));
    giveGradients(c, List.of("dx", "dgamma", "dbeta"), normalized(c, state(c), x, gamma, beta), x, gamma, beta);
    if (!c.has("gamma") && c.wants("dx")) { // without a weight, there is no gradient of it
      giveGradients(c, List.of("dx"), normalized(c, state(c), x, new Tensor(), beta), x);
    }
  }

  private static void giveGradients(BnSubject.Case c, List<String> names, Tensor y, Tensor... inputs) {
    give(c, names, inputs, torch.grad(
        new TensorVector(y), wanted(c, names, inputs), new TensorVector(x(c, "dy")), new BoolOptional(), false, false));
  }

  /** The gradients of the gradients, weighted by ddx, ddgamma and ddbeta. */
  private static void doubleBackward(BnSubject.Case c) {
    Tensor x = x(c, "x").requires_grad_();
    Tensor dy = x(c, "dy").requires_grad_();
    Tensor gamma = parameter(c, "gamma", 1).requires_grad_();
    Tensor beta = parameter(c, "beta", 0).requires_grad_();
    Tensor y = normalized(c, state(c), x, gamma, beta);
    TensorVector first = torch.grad(
        new TensorVector(y), new TensorVector(x, gamma, beta), new TensorVector(dy), new BoolOptional(true), true, false);
    TensorVector upstream = new TensorVector(x(c, "ddx"), parameter(c, "ddgamma", 0), parameter(c, "ddbeta", 0));
    List<String> names = List.of("grad_x", "grad_gamma", "grad_dy");
    Tensor[] inputs = {x, gamma, dy};
    give(c, names, inputs, torch.grad(first, wanted(c, names, inputs), upstream, new BoolOptional(), false, true));
  }

  private static TensorVector wanted(BnSubject.Case c, List<String> names, Tensor... inputs) {
    TensorVector wanted = new TensorVector();
    for (int i = 0; i < inputs.length; i++) {
      if (c.wants(names.get(i))) {
        wanted.push_back(inputs[i]);
      }
    }
    return wanted;
  }

  /** Gives the gradients that are wanted; one that autograd leaves undefined is zero. */
  private static void give(BnSubject.Case c, List<String> names, Tensor[] inputs, TensorVector gradients) {
    int at = 0;
    for (int i = 0; i < inputs.length; i++) {
      if (c.wants(names.get(i))) {
        Tensor gradient = gradients.get(at++);
        give(c, names.get(i), gradient.defined() ? gradient : torch.zeros_like(inputs[i]));
      }
    }
  }

  private static Tensor normalized(BnSubject.Case c, State state, Tensor x, Tensor gamma) {
    return normalized(c, state, x, gamma, vector(c, "beta"));
  }

  private static Tensor normalized(BnSubject.Case c, State state, Tensor x, Tensor gamma, Tensor beta) {
    boolean trains = !c.has("running_mean") || c.asks("variance_convention");
    if (trains && c.perChannel() == 1) {
      throw new BnSubject.Refused("Expected more than 1 value per channel when training"); // as torch.nn.functional does
    }
    double momentum = c.asks("batch_index") ? 1 / c.number("batch_index") : c.number("momentum", 0);
    return torch.batch_norm(x, optional(gamma), optional(beta), optional(state.mean()), optional(state.variance()), trains,
        momentum, c.number("epsilon"), false);
  }

  private static State state(BnSubject.Case c) {
    return new State(vector(c, "running_mean"), vector(c, "running_variance"));
  }

  /** An input of x's shape, in the strides asked for, with its channel axis at 1. */
  private static Tensor x(BnSubject.Case c, String input) {
    long[] shape = Arrays.stream(c.shape).asLongStream().toArray();
    Tensor values = Tensor.create(c.doubles(input), shape).to(TYPES.get(c.format));
    Tensor tensor = c.strides() == null ? values : torch.empty_strided(shape, c.strides()).to(TYPES.get(c.format)).copy_(values);
    return c.shape.length == 1 ? tensor.unsqueeze(0) : tensor.movedim((long) c.number("channel_axis"), 1);
  }

  /** A vector of the case; undefined where it is absent. */
  private static Tensor vector(BnSubject.Case c, String input) {
    return c.has(input) ? Tensor.create(c.doubles(input)).to(TYPES.get(c.formatOf(input))) : new Tensor();
  }

  /** The same, or the constant that stands for it, in the format of gamma or else of the statistics. */
  private static Tensor parameter(BnSubject.Case c, String input, double otherwise) {
    String format = c.has("gamma") ? c.formatOf("gamma") : c.statisticsFormat();
    return c.has(input) ? vector(c, input) : torch.full(new long[] {c.channels}, new Scalar(otherwise)).to(TYPES.get(format));
  }

  private static TensorOptional optional(Tensor tensor) {
    return tensor.defined() ? new TensorOptional(tensor) : new TensorOptional();
  }

  private static void give(BnSubject.Case c, String output, Tensor tensor) {
    Tensor inPlace = tensor.dim() == 1 ? tensor : c.shape.length == 1 ? tensor.squeeze(0)
        : tensor.movedim(1, (long) c.number("channel_axis"));
    double[] values = new double[(int) tensor.numel()];
    if (values.length > 0) {
      inPlace.detach().to(ScalarType.Double).contiguous().<DoubleBuffer>createBuffer().get(values);
    }
    c.give(output, values);
  }
}
