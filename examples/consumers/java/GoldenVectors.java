import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads the golden vectors and compares with them, with Jackson to read JSON; copy it. See golden-vectors/README.md. */
final class GoldenVectors {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private GoldenVectors() {}

  record Vector(String operation, JsonNode json) {
    String id() {
      return json.path("id").asText();
    }

    int[] shape(String input) {
      JsonNode shape = json.path("inputs").path(input).path("shape");
      return StreamSupport.stream(shape.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    /** The exact values of an input; as many of the other value as it takes where it is absent. */
    double[] input(String name, int count, double absent) {
      JsonNode tensor = json.path("inputs").path(name);
      if (tensor.isMissingNode()) {
        double[] constant = new double[count];
        Arrays.fill(constant, absent);
        return constant;
      }
      return decode(tensor.path("format").asText(), tensor.path("data"));
    }
  }

  /** Every case of every file that the manifest names. */
  static List<Vector> all(Path folder) throws IOException {
    List<Vector> vectors = new ArrayList<>();
    for (JsonNode file : MAPPER.readTree(folder.resolve("manifest.json").toFile()).path("files")) {
      JsonNode document = MAPPER.readTree(folder.resolve(file.path("path").asText()).toFile());
      document.path("cases").forEach(json -> vectors.add(new Vector(document.path("operation").asText(), json)));
    }
    return vectors;
  }

  /** A line for each value that is not right. */
  static List<String> differences(Vector vector, Map<String, double[]> outputs) {
    List<String> lines = new ArrayList<>();
    outputs.forEach((name, got) -> {
      JsonNode golden = vector.json().path("outputs").path(name);
      double[] right = decode(golden.path("format").asText(), golden.path("data"));
      double[] bounds = decode("f64", golden.path("bound"));
      for (int i = 0; i < right.length; i++) {
        JsonNode accept = golden.path("accept").path(Integer.toString(i));
        if (!agrees(got[i], right[i], bounds[i], accept.isMissingNode() ? new double[] {right[i]} : decode("f64", accept))) {
          lines.add("%s: %s[%d] is %s, right is %s%s".formatted(
              vector.id(), name, i, got[i], right[i], Double.isNaN(bounds[i]) ? "" : " within " + bounds[i]));
        }
      }
    });
    return lines;
  }

  /**
   * Whether a value is right, or nothing is known of it.
   *
   * @param bound NaN where the value is compared as a special one; infinite where nothing is known
   */
  static boolean agrees(double got, double golden, double bound, double[] accept) {
    return Double.isNaN(bound)
        ? Arrays.stream(accept).anyMatch(right -> got == right || Double.isNaN(got) && Double.isNaN(right))
        : Double.isInfinite(bound) || Math.abs(got - golden) <= bound;
  }

  private static double[] decode(String format, JsonNode data) {
    if (data.isArray()) {
      return StreamSupport.stream(data.spliterator(), false).mapToDouble(GoldenVectors::number).toArray();
    }
    ByteBuffer bits = ByteBuffer.wrap(Base64.getDecoder().decode(data.path("base64").asText())).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[bits.remaining() / (format.equals("f64") ? 8 : format.equals("f32") ? 4 : 2)];
    for (int i = 0; i < values.length; i++) {
      values[i] = switch (format) {
        case "f64" -> bits.getDouble();
        case "f32" -> bits.getFloat();
        case "bf16" -> Float.intBitsToFloat(bits.getShort() << 16);
        default -> half(bits.getShort());
      };
    }
    return values;
  }

  private static double half(int bits) {
    int exponent = bits >> 10 & 31;
    int fraction = bits & 1023;
    double magnitude = exponent == 31 ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
        : exponent == 0 ? Math.scalb(fraction, -24) : Math.scalb(1024 + fraction, exponent - 25);
    return bits < 0 ? -magnitude : magnitude;
  }

  /** A number, one of the strings NaN, Infinity and -Infinity, or null, the bound of a special value. */
  private static double number(JsonNode value) {
    return value.isNull() ? Double.NaN : value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble();
  }
}
