import java.util.Arrays;
import java.util.List;

public class Echo {
  public static void main(String[] args) throws Exception {
    List<String> formats = List.of("f64", "f32", "f16", "bf16");
    BnSubject subject = new BnSubject("echo", "1").without("stateless").say("algorithm_class", "two-pass")
        .operation("training-forward", formats, Echo::training, "y", "mean", "running_mean", "running_variance")
        .operation("inference-forward", formats, Echo::inference);
    if (List.of(args).contains("base64")) {
      subject.say("encodings", List.of("decimal", "base64"));
    }
    subject.run();
  }

  static void training(BnSubject.Case c) {
    System.out.println("noise");
    double[] mean = new double[c.channels];
    Arrays.fill(mean, 1 / 3.0);
    c.give("mean", mean);
    if (c.format.equals("f32")) {
      c.give("y", c.floats("x"));
    } else {
      c.give("y", c.doubles("x"));
    }
    c.give("running_mean", c.doubles("running_mean"));
    c.give("running_variance", c.doubles("running_variance"));
  }

  static void inference(BnSubject.Case c) {
    if (c.number("epsilon") == 3) {
      throw new IllegalStateException("as told");
    }
    throw c.number("epsilon") == 1 ? new BnSubject.Unsupported("no \"1\"") : new BnSubject.Refused("no 2");
  }
}
