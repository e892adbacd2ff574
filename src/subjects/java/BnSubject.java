import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a kernel of any JVM code base under test: bn-oracle's subject protocol (spec/protocol.md) in one file, Java 11 or
 * newer, no dependencies. The shortest subject, complete:
 *
 * <pre>{@code
 * public class MyKernel {
 *   public static void main(String[] args) throws Exception {
 *     new BnSubject("my-kernel", "1.0").operation("inference-forward", List.of("f32"), MyKernel::inference).run();
 *   }
 *
 *   static void inference(BnSubject.Case c) {
 *     float[] x = c.floats("x"), y = new float[x.length];
 *     for (int i = 0; i < x.length; i++) {
 *       int k = c.channelOf(i);
 *       double r = 1 / Math.sqrt(c.value("running_variance", k, 1) + c.number("epsilon"));
 *       y[i] = (float) ((x[i] - c.value("running_mean", k, 0)) * r * c.value("gamma", k, 1) + c.value("beta", k, 0));
 *     }
 *     c.give("y", y);
 *   }
 * }
 * }</pre>
 *
 * <p>Results are rounded to the format of the output, nearest even. Throw {@link Unsupported} or {@link Refused} to decline
 * a case; any other exception ends the process, which is how a crash is reported. What the kernel prints goes to standard
 * error.
 */
public final class BnSubject {
  private static final List<String> CAPABILITIES = List.of(
      "absent-gamma", "absent-beta", "state", "stateless", "upstream-statistics", "mixed-formats", "empty");
  private static final List<String> LIKE_X = List.of("y", "dx", "grad_x", "grad_dy", "y_dot");
  private static final List<String> LIKE_GAMMA = List.of("dgamma", "dbeta", "grad_gamma");

  /** A kernel: reads inputs from the case, gives it the outputs. */
  @FunctionalInterface
  public interface Kernel {
    void compute(Case question) throws Exception;
  }

  /** The subject does not implement this case. */
  public static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unsupported(String why) {
      super(why);
    }
  }

  /** The case is invalid by the subject's contract. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String why) {
      super(why);
    }
  }

  private final Map<String, Object> hello = new LinkedHashMap<>();
  private final Map<String, Object> operations = new LinkedHashMap<>();
  private final Map<String, Kernel> kernels = new LinkedHashMap<>();
  private final List<String> capabilities = new ArrayList<>(CAPABILITIES);
  private final List<Class<? extends Exception>> refusals = new ArrayList<>();

  public BnSubject(String name, String version) {
    hello.put("protocol", 1);
    hello.put("name", name);
    hello.put("version", version);
    hello.put("operations", operations);
    hello.put("encodings", List.of("decimal", "base64", "npy"));
    hello.put("capabilities", capabilities);
  }

  /**
   * Declares an operation.
   *
   * @param formats the formats of x that it takes
   * @param outputs the outputs that it gives; none: all of the operation
   */
  public BnSubject operation(String name, List<String> formats, Kernel kernel, String... outputs) {
    Map<String, Object> support = new LinkedHashMap<>();
    support.put("formats", formats);
    if (outputs.length > 0) {
      support.put("outputs", List.of(outputs));
    }
    operations.put(name, support);
    kernels.put(name, kernel);
    return this;
  }

  /** Leaves out capabilities, such as "state". */
  public BnSubject without(String... capabilities) {
    this.capabilities.removeAll(List.of(capabilities));
    return this;
  }

  /** Adds capabilities, such as "mask". */
  public BnSubject with(String... capabilities) {
    this.capabilities.addAll(List.of(capabilities));
    return this;
  }

  /** What kernels throw of this type is a refusal, with the first line of its message. */
  public BnSubject refusing(Class<? extends Exception> type) {
    refusals.add(type);
    return this;
  }

  /** A further field of the hello, such as "algorithm_class"; values are texts, numbers, lists and maps. */
  public BnSubject say(String field, Object value) {
    hello.put(field, value);
    return this;
  }

  /**
   * Answers until the input ends. Native code may print to standard output too; started as
   * {@code java -Dbn.answers=/dev/fd/3 … 3>&1 1>&2}, that goes to standard error.
   */
  public void run() throws Exception {
    String apart = System.getProperty("bn.answers");
    OutputStream answers = new BufferedOutputStream(
        apart == null ? new FileOutputStream(FileDescriptor.out) : new FileOutputStream(apart), 1 << 16);
    System.setOut(System.err);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      answers.write((answer(line) + "\n").getBytes(StandardCharsets.UTF_8));
      answers.flush();
    }
  }

  /** The answer to a line, as a line. */
  public String answer(String line) throws Exception {
    Map<String, Object> request = Json.object(new Json(line).value());
    if (request.containsKey("protocol")) {
      return Json.text(hello);
    }
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("id", request.get("id"));
    try {
      if (!kernels.containsKey(request.get("operation"))) {
        throw new Unsupported("operation " + request.get("operation"));
      }
      Case question = new Case(request);
      kernels.get(request.get("operation")).compute(question);
      reply.put("outputs", question.outputs);
    } catch (Unsupported declined) {
      reply.put("unsupported", declined.getMessage());
    } catch (Refused declined) {
      reply.put("refused", declined.getMessage());
    } catch (Exception e) {
      if (refusals.stream().noneMatch(type -> type.isInstance(e))) {
        throw e;
      }
      reply.put("refused", String.valueOf(e.getMessage()).split("\n", 2)[0]);
    }
    return Json.text(reply);
  }

  /** A case: inputs, attributes, and the outputs given so far. x is a block [outer, channels, inner]. */
  public static final class Case {
    private final Map<String, Object> inputs;
    private final Map<String, Object> attributes;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, Object> outputs = new LinkedHashMap<>();
    private final Path folder;
    private final boolean isInFiles;
    private final boolean isInBase64;
    /** The format of x. */
    public final String format;
    /** The shape of x. */
    public final int[] shape;
    /** Element (o, k, i) of x is at (o * channels + k) * inner + i. */
    public final int outer;
    public final int channels;
    public final int inner;

    Case(Map<String, Object> request) throws IOException {
      inputs = Json.object(request.get("inputs"));
      attributes = Json.object(request.get("attributes"));
      folder = Paths.get((String) request.getOrDefault("folder", ""));
      for (String name : inputs.keySet()) {
        values.put(name, read(tensor(name)));
      }
      Map<String, Object> x = tensor("x");
      isInFiles = x.get("data") instanceof Map && Json.object(x.get("data")).containsKey("file");
      isInBase64 = x.get("data") instanceof Map && !isInFiles;
      format = (String) x.get("format");
      shape = Arrays.stream((double[]) x.get("shape")).mapToInt(d -> (int) d).toArray();
      int axis = (int) number("channel_axis");
      outer = product(Arrays.copyOf(shape, axis));
      channels = shape[axis];
      inner = product(Arrays.copyOfRange(shape, axis + 1, shape.length));
    }

    private static int product(int[] dimensions) {
      return Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
    }

    private Map<String, Object> tensor(String name) {
      return Json.object(inputs.get(name));
    }

    private double[] read(Map<String, Object> tensor) throws IOException {
      Object data = tensor.get("data");
      if (data instanceof double[]) {
        return (double[]) data;
      }
      Map<String, Object> encoded = Json.object(data);
      ByteBuffer bits = encoded.containsKey("base64")
          ? ByteBuffer.wrap(Base64.getDecoder().decode((String) encoded.get("base64")))
          : Bits.ofNpy(Files.readAllBytes(folder.resolve((String) encoded.get("file"))));
      return Bits.values(bits, (String) tensor.get("format"));
    }

    /** Whether the case has this input. */
    public boolean has(String input) {
      return inputs.containsKey(input);
    }

    /** An input; null where it is absent. */
    public double[] doubles(String input) {
      double[] data = values.get(input);
      return data == null ? null : data.clone();
    }

    /** An input as floats, which hold all formats but f64 exactly; null where it is absent. */
    public float[] floats(String input) {
      double[] data = values.get(input);
      if (data == null) {
        return null;
      }
      float[] floats = new float[data.length];
      for (int i = 0; i < data.length; i++) {
        floats[i] = (float) data[i];
      }
      return floats;
    }

    /** Element i of an input, or what to take where the input is absent. */
    public double value(String input, int i, double otherwise) {
      double[] data = values.get(input);
      return data == null ? otherwise : data[i];
    }

    /** The format of an input; null where it is absent. */
    public String formatOf(String input) {
      return has(input) ? (String) tensor(input).get("format") : null;
    }

    /** Whether the case has this attribute. */
    public boolean asks(String attribute) {
      return attributes.containsKey(attribute);
    }

    /** An attribute that is a number: channel_axis, epsilon, momentum, batch_index, repeat. */
    public double number(String attribute) {
      return (Double) attributes.get(attribute);
    }

    /** The same, or what to take where it is absent. */
    public double number(String attribute, double otherwise) {
      return asks(attribute) ? number(attribute) : otherwise;
    }

    /** An attribute that is a text: epsilon_format, statistics_format, variance_convention; null where it is absent. */
    public String text(String attribute) {
      return (String) attributes.get(attribute);
    }

    /** Whether a gradient is wanted. */
    public boolean wants(String output) {
      Object mask = attributes.get("mask");
      return !asks("mask") || mask instanceof List && ((List<?>) mask).contains(output);
    }

    /** The strides of x in elements; null where they are absent. */
    public long[] strides() {
      return asks("strides") ? Arrays.stream((double[]) attributes.get("strides")).mapToLong(d -> (long) d).toArray() : null;
    }

    /** The format of the statistics. */
    public String statisticsFormat() {
      return (String) attributes.getOrDefault("statistics_format", format.equals("f64") ? "f64" : "f32");
    }

    /** The channel of element i of x. */
    public int channelOf(int i) {
      return i / inner % channels;
    }

    /** The number of elements of one channel. */
    public int perChannel() {
      return outer * inner;
    }

    public void give(String output, float[] results) {
      double[] wide = new double[results.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = results[i];
      }
      give(output, wide);
    }

    /** Gives an output, rounded to its format. */
    public void give(String output, double[] results) {
      boolean isLikeX = LIKE_X.contains(output);
      String type = isLikeX ? format : LIKE_GAMMA.contains(output) && has("gamma") ? formatOf("gamma") : statisticsFormat();
      double[] rounded = Arrays.stream(results).map(value -> Bits.nearest(value, type)).toArray();
      int[] expected = isLikeX ? shape : new int[] {channels};
      Map<String, Object> tensor = new LinkedHashMap<>();
      tensor.put("format", type);
      tensor.put("shape", product(expected) == rounded.length ? expected : new int[] {rounded.length});
      tensor.put("data", encoded(output, rounded, type, expected));
      outputs.put(output, tensor);
    }

    /** In the form in which the data of x came. */
    private Object encoded(String output, double[] rounded, String type, int[] dimensions) {
      if (isInBase64) {
        return Map.of("base64", Base64.getEncoder().encodeToString(Bits.bytes(rounded, type)));
      }
      if (isInFiles) {
        String file = "subject-" + output + ".npy";
        try {
          Files.write(folder.resolve(file), Bits.npy(Bits.bytes(rounded, type), type, dimensions));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return Map.of("file", file);
      }
      return rounded;
    }
  }

  /** Values of the formats f64, f32, f16 and bf16, their bits, and NumPy's files. */
  static final class Bits {
    private Bits() {}

    static int bytes(String format) {
      return format.equals("f64") ? Double.BYTES : format.equals("f32") ? Float.BYTES : Short.BYTES;
    }

    /** The value of the format nearest to a number, ties to even. */
    static double nearest(double value, String format) {
      switch (format) {
        case "f32":
          return (float) value;
        case "f16":
          return nearest(value, 11, -14, 65504);
        case "bf16":
          return nearest(value, 8, -126, 0x1.fep127);
        default:
          return value;
      }
    }

    private static double nearest(double value, int precision, int leastExponent, double largest) {
      if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
        return value;
      }
      int last = Math.max(Math.getExponent(value), leastExponent) - precision + 1;
      double rounded = Math.scalb(Math.rint(Math.scalb(value, -last)), last);
      return Math.abs(rounded) > largest ? Math.copySign(Double.POSITIVE_INFINITY, value) : rounded;
    }

    static byte[] bytes(double[] values, String format) {
      ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, bytes(format))).order(ByteOrder.LITTLE_ENDIAN);
      for (double value : values) {
        switch (format) {
          case "f64":
            buffer.putDouble(value);
            break;
          case "f32":
            buffer.putFloat((float) value);
            break;
          case "f16":
            buffer.putShort((short) f16(value));
            break;
          default:
            buffer.putShort((short) (Float.floatToIntBits((float) value) >>> 16));
        }
      }
      return buffer.array();
    }

    static double[] values(ByteBuffer buffer, String format) {
      buffer.order(ByteOrder.LITTLE_ENDIAN);
      double[] values = new double[buffer.remaining() / bytes(format)];
      for (int i = 0; i < values.length; i++) {
        switch (format) {
          case "f64":
            values[i] = buffer.getDouble();
            break;
          case "f32":
            values[i] = buffer.getFloat();
            break;
          case "f16":
            values[i] = ofF16(buffer.getShort());
            break;
          default:
            values[i] = Float.intBitsToFloat(buffer.getShort() << 16);
        }
      }
      return values;
    }

    private static int f16(double value) {
      int sign = Double.doubleToRawLongBits(value) < 0 ? 0x8000 : 0;
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        return Double.isNaN(value) ? 0x7e00 : sign | 0x7c00;
      }
      int field = Math.max(Math.getExponent(value), -15) + 15; // 0 for subnormal values
      int last = Math.max(field, 1) - 25;
      int significand = (int) Math.scalb(Math.abs(value), -last);
      return sign | (field == 0 ? significand : (field - 1 << 10) + significand);
    }

    private static double ofF16(short bits) {
      int field = bits >> 10 & 0x1f;
      int fraction = bits & 0x3ff;
      double magnitude = field == 0 ? Math.scalb((double) fraction, -24) : Math.scalb((double) fraction + 0x400, field - 25);
      if (field == 0x1f) {
        magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
      }
      return bits < 0 ? -magnitude : magnitude;
    }

    static ByteBuffer ofNpy(byte[] file) {
      ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      int version = buffer.get(6);
      int start = version == 1 ? 10 + (buffer.getShort(8) & 0xffff) : 12 + buffer.getInt(8);
      buffer.position(start);
      return buffer.slice();
    }

    static byte[] npy(byte[] values, String format, int[] shape) {
      String type = format.equals("bf16") ? "<u2" : "<f" + bytes(format);
      StringBuilder header = new StringBuilder("{'descr': '" + type + "', 'fortran_order': False, 'shape': (");
      Arrays.stream(shape).forEach(dimension -> header.append(dimension).append(", "));
      header.append("), }");
      while ((header.length() + 11) % 64 != 0) {
        header.append(' ');
      }
      header.append('\n');
      ByteBuffer file = ByteBuffer.allocate(10 + header.length() + values.length).order(ByteOrder.LITTLE_ENDIAN);
      file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
      return file.put(header.toString().getBytes(StandardCharsets.US_ASCII)).put(values).array();
    }
  }

  /** The little of JSON that the protocol needs. An array of numbers, NaN and infinities is a double[], of texts a list. */
  static final class Json {
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

    private final String line;
    private int at;

    Json(String line) {
      this.line = line;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
      return (Map<String, Object>) value;
    }

    Object value() {
      char c = peek();
      if (c == '{') {
        return object();
      }
      if (c == '[') {
        return array();
      }
      if (c == '"') {
        return string();
      }
      String word = word();
      return word.equals("true") || word.equals("false") ? Boolean.valueOf(word) : word.equals("null") ? null : Double.valueOf(word);
    }

    private Map<String, Object> object() {
      Map<String, Object> fields = new LinkedHashMap<>();
      expect('{');
      while (peek() != '}') {
        String name = string();
        expect(':');
        fields.put(name, value());
        if (peek() == ',') {
          at++;
        }
      }
      at++;
      return fields;
    }

    private Object array() {
      double[] values = new double[64];
      List<String> texts = new ArrayList<>();
      int size = 0;
      expect('[');
      while (peek() != ']') {
        if (size == values.length) {
          values = Arrays.copyOf(values, 2 * size);
        }
        boolean isQuoted = peek() == '"';
        String element = isQuoted ? string() : word();
        if (isQuoted && !NOT_FINITE.contains(element)) {
          texts.add(element);
        } else {
          values[size++] = Double.parseDouble(element);
        }
        if (peek() == ',') {
          at++;
        }
      }
      at++;
      return texts.isEmpty() ? Arrays.copyOf(values, size) : texts;
    }

    private String string() {
      expect('"');
      StringBuilder text = new StringBuilder();
      for (char c = line.charAt(at++); c != '"'; c = line.charAt(at++)) {
        text.append(c == '\\' ? escaped() : c);
      }
      return text.toString();
    }

    private char escaped() {
      char c = line.charAt(at++);
      if (c == 'u') {
        at += 4;
        return (char) Integer.parseInt(line.substring(at - 4, at), 16);
      }
      int known = "bfnrt".indexOf(c);
      return known < 0 ? c : "\b\f\n\r\t".charAt(known);
    }

    private String word() {
      peek();
      int start = at;
      while (at < line.length() && ",:]} \t".indexOf(line.charAt(at)) < 0) {
        at++;
      }
      return line.substring(start, at);
    }

    private char peek() {
      while (Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      return line.charAt(at);
    }

    private void expect(char c) {
      if (peek() != c) {
        throw new IllegalArgumentException("column " + at + ": '" + c + "' expected in " + line);
      }
      at++;
    }

    static String text(Object value) {
      StringBuilder out = new StringBuilder();
      write(out, value);
      return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
      if (value instanceof Map) {
        String separator = "{";
        for (Map.Entry<?, ?> field : ((Map<?, ?>) value).entrySet()) {
          write(out.append(separator), field.getKey());
          write(out.append(':'), field.getValue());
          separator = ",";
        }
        out.append(separator.equals("{") ? "{}" : "}");
      } else if (value instanceof List || value instanceof int[] || value instanceof double[]) {
        writeArray(out, value);
      } else if (value instanceof Double && !Double.isFinite((Double) value)) {
        out.append('"').append(value).append('"');
      } else if (value instanceof Number) {
        out.append(value);
      } else {
        writeString(out, String.valueOf(value));
      }
    }

    private static void writeArray(StringBuilder out, Object array) {
      out.append('[');
      int start = out.length();
      if (array instanceof List) {
        ((List<?>) array).forEach(element -> write(out.append(out.length() == start ? "" : ","), element));
      } else if (array instanceof int[]) {
        Arrays.stream((int[]) array).forEach(element -> write(out.append(out.length() == start ? "" : ","), element));
      } else {
        Arrays.stream((double[]) array).forEach(element -> write(out.append(out.length() == start ? "" : ","), element));
      }
      out.append(']');
    }

    private static void writeString(StringBuilder out, String text) {
      out.append('"');
      for (char c : text.toCharArray()) {
        if (c < ' ') {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
        }
      }
      out.append('"');
    }
  }
}
