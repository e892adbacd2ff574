import static org.bytedeco.dnnl.global.dnnl.*;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * One implementation of oneDNN's batch normalization, on data in one memory format: the one that oneDNN would take itself, or
 * one that next_impl reaches.
 *
 * <p>Data of any shape become [outer, channels, inner, 1]. Epsilon, parameters and statistics are f32; there is no running
 * state; a saved statistic is the population variance.
 */
public final class OneDnn {
  private static final engine CPU = new engine(engine.kind.cpu, 0);
  private static final stream STREAM = new stream(CPU);

  private final BnSubject.Case c;
  private final memory.format_tag tag;
  private final String implementation;
  private final int given;

  private OneDnn(BnSubject.Case c, memory.format_tag tag, String implementation, boolean trains) {
    this.c = c;
    this.tag = tag;
    this.implementation = implementation;
    this.given = trains ? dnnl_normalization_flags_none : dnnl_use_global_stats;
    if (Stream.of("gamma", "beta").anyMatch(input -> c.has(input) && !c.formatOf(input).equals("f32"))) {
      throw new BnSubject.Unsupported("parameters are f32");
    }
  }

  /** @param args the subject's name, the tag of the memory format, how the implementation's name starts, its data formats */
  public static void main(String[] args) throws Exception {
    memory.format_tag tag = memory.format_tag.valueOf(args[1]);
    List<String> formats = List.of(args[3].split(","));
    new BnSubject(args[0], DNNL_VERSION_MAJOR + "." + DNNL_VERSION_MINOR + "." + DNNL_VERSION_PATCH)
        .operation("training-forward", formats, scoped(c -> new OneDnn(c, tag, args[2], true).forward(true)), "y", "mean", "variance")
        .operation("inference-forward", formats, scoped(c -> new OneDnn(c, tag, args[2], false).forward(false)))
        .operation("training-backward", formats, scoped(c -> new OneDnn(c, tag, args[2], true).backward(true)))
        .operation("inference-backward", formats, scoped(c -> new OneDnn(c, tag, args[2], false).backward(false)))
        .say("conventions", Map.of("epsilon_format", List.of("f32"), "statistics_format", List.of("f32")))
        .without("upstream-statistics").with("in-place", "repeat")
        .refusing(RuntimeException.class)
        .run();
  }

  /** Frees what a case takes when it is answered. */
  private static BnSubject.Kernel scoped(BnSubject.Kernel kernel) {
    return c -> {
      try (PointerScope scope = new PointerScope()) {
        for (int call = 0; call < c.number("repeat", 1); call++) {
          kernel.compute(c);
        }
      }
    };
  }

  private void forward(boolean trains) {
    int flags = given | (c.has("gamma") ? dnnl_use_scale : 0) | (c.has("beta") ? dnnl_use_shift : 0);
    batch_normalization_forward.primitive_desc description = description(trains, flags);
    memory x = data("x");
    memory y = c.asks("in_place") ? x : new memory(laidOut(), CPU);
    memory mean = vector(trains ? "mean" : "running_mean", 0);
    memory variance = vector(trains ? "variance" : "running_variance", 0);
    run(new batch_normalization_forward(description), Map.of(
        DNNL_ARG_SRC, x, DNNL_ARG_DST, y, DNNL_ARG_MEAN, mean, DNNL_ARG_VARIANCE, variance, DNNL_ARG_SCALE, vector("gamma", 1),
        DNNL_ARG_SHIFT, vector("beta", 0)));
    giveData("y", y);
    if (trains) {
      giveVector("mean", mean);
      giveVector("variance", variance);
    }
  }

  private void backward(boolean trains) {
    int flags = given | dnnl_use_scale | dnnl_use_shift;
    batch_normalization_forward.primitive_desc hint = description(true, flags);
    memory x = data("x");
    memory mean = vector(trains ? "mean" : "running_mean", 0);
    memory variance = vector(trains ? "variance" : "running_variance", 0);
    memory gamma = vector("gamma", 1);
    if (trains) {
      run(new batch_normalization_forward(hint), Map.of(
          DNNL_ARG_SRC, x, DNNL_ARG_DST, new memory(laidOut(), CPU), DNNL_ARG_MEAN, mean, DNNL_ARG_VARIANCE, variance,
          DNNL_ARG_SCALE, gamma, DNNL_ARG_SHIFT, vector("beta", 0)));
    }
    memory dy = data("dy");
    memory dx = c.asks("in_place") ? dy : new memory(laidOut(), CPU);
    memory dgamma = vector("dgamma", 0);
    memory dbeta = vector("dbeta", 0);
    batch_normalization_backward.primitive_desc description = chosen(new batch_normalization_backward.primitive_desc(
        CPU, dnnl_backward, laidOut(), laidOut(), laidOut(), (float) c.number("epsilon"), flags, hint));
    run(new batch_normalization_backward(description), Map.of(
        DNNL_ARG_SRC, x, DNNL_ARG_MEAN, mean, DNNL_ARG_VARIANCE, variance, DNNL_ARG_SCALE, gamma, DNNL_ARG_DIFF_DST, dy,
        DNNL_ARG_DIFF_SRC, dx, DNNL_ARG_DIFF_SCALE, dgamma, DNNL_ARG_DIFF_SHIFT, dbeta));
    giveData("dx", dx);
    giveVector("dgamma", dgamma);
    giveVector("dbeta", dbeta);
  }

  private batch_normalization_forward.primitive_desc description(boolean trains, int flags) {
    int kind = trains ? dnnl_forward_training : dnnl_forward_inference;
    return chosen(new batch_normalization_forward.primitive_desc(CPU, kind, laidOut(), laidOut(), (float) c.number("epsilon"), flags));
  }

  /** The description, moved on to the implementation that is wanted. */
  private <D extends primitive_desc> D chosen(D description) {
    while (!description.impl_info_str().getString().startsWith(implementation)) {
      if (!description.next_impl()) {
        throw new BnSubject.Unsupported("there is no implementation " + implementation);
      }
    }
    return description;
  }

  private static void run(primitive compiled, Map<Integer, memory> contents) {
    IntMemoryMap arguments = new IntMemoryMap();
    contents.forEach(arguments::put);
    compiled.execute(STREAM, arguments);
    STREAM._wait();
  }

  private memory.desc laidOut() {
    return description(tag);
  }

  private memory.desc description(memory.format_tag layout) {
    return new memory.desc(new long[] {c.outer, c.channels, c.inner, 1}, memory.data_type.valueOf(c.format), layout);
  }

  /** An input of x's shape, in the memory format. */
  private memory data(String input) {
    memory plain = filled(description(memory.format_tag.abcd), BnSubject.Bits.bytes(c.doubles(input), c.format));
    memory data = new memory(laidOut(), CPU);
    new reorder(plain, data).execute(STREAM, plain, data);
    STREAM._wait();
    return data;
  }

  private memory vector(String input, double otherwise) {
    double[] values = c.doubles(input);
    if (values == null) {
      values = new double[c.channels];
      Arrays.fill(values, otherwise);
    }
    return filled(new memory.desc(new long[] {c.channels}, memory.data_type.f32, memory.format_tag.a), BnSubject.Bits.bytes(values, "f32"));
  }

  private static memory filled(memory.desc description, byte[] bits) {
    memory filled = new memory(description, CPU);
    if (bits.length > 0) {
      new BytePointer(filled.get_data_handle()).capacity(bits.length).put(bits);
    }
    return filled;
  }

  private void giveData(String output, memory data) {
    memory plain = new memory(description(memory.format_tag.abcd), CPU);
    new reorder(data, plain).execute(STREAM, data, plain);
    STREAM._wait();
    give(output, plain, c.outer * c.channels * c.inner, c.format);
  }

  private void giveVector(String output, memory vector) {
    give(output, vector, c.channels, "f32");
  }

  private void give(String output, memory content, int size, String format) {
    byte[] bits = new byte[size * BnSubject.Bits.bytes(format)];
    if (size > 0) {
      new BytePointer(content.get_data_handle()).capacity(bits.length).get(bits);
    }
    c.give(output, BnSubject.Bits.values(ByteBuffer.wrap(bits), format));
  }
}
