import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Cases as ND4J's arrays. */
final class Arrays4j {
  static final String VERSION = "1.0.0-M2.1";
  static final Map<String, DataType> TYPES =
      Map.of("f64", DataType.DOUBLE, "f32", DataType.FLOAT, "f16", DataType.FLOAT16, "bf16", DataType.BFLOAT16);

  private Arrays4j() {}

  /** An input of x's shape, as [outer, channels, inner, 1]. */
  static INDArray data(BnSubject.Case c, String input) {
    return array(c.doubles(input), c.format, c.outer, c.channels, c.inner, 1);
  }

  /** The same as [outer, channels] where inner is 1. */
  static INDArray matrixOrImages(BnSubject.Case c, String input) {
    return c.inner == 1 ? array(c.doubles(input), c.format, c.outer, c.channels) : data(c, input);
  }

  /** An input, or where it is absent a constant in the format of x. */
  static INDArray vector(BnSubject.Case c, String input, double otherwise) {
    double[] values = c.has(input) ? c.doubles(input) : IntStream.range(0, c.channels).mapToDouble(k -> otherwise).toArray();
    return array(values, c.has(input) ? c.formatOf(input) : c.format, c.channels);
  }

  private static INDArray array(double[] values, String format, long... shape) {
    if (values.length == 0) {
      throw new BnSubject.Unsupported("ND4J makes no arrays without elements of that shape");
    }
    return Nd4j.createFromArray(values).reshape('c', shape).castTo(TYPES.get(format));
  }

  static void give(BnSubject.Case c, String output, INDArray array) {
    c.give(output, array.castTo(DataType.DOUBLE).dup('c').data().asDouble());
  }
}
