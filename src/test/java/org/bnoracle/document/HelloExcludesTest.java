package org.bnoracle.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample case has gamma in f16, no beta, running statistics, sample variance, epsilon 0.25 held in f32. */
class HelloExcludesTest {
  private static final Case QUESTION = Sample.question();

  private static Hello hello(String more) {
    return Protocol.hello("""
        {"protocol": 1, "name": "n", "version": "v", "operations": {"training-forward": {"formats": ["f32"]},
          "training-backward": {"formats": ["f64"]}}""" + more + "}");
  }

  @Test
  void aSubjectThatDeclaresNothingMoreTakesAllCasesOfItsOperationsAndFormats() {
    assertEquals(Optional.empty(), hello("").excludes(QUESTION));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "taken", value = {
    "[\"absent-beta\", \"state\", \"mixed-formats\"] | taken",
    "[\"state\", \"mixed-formats\"]                  | absent-beta",
    "[\"absent-beta\", \"mixed-formats\"]            | state",
    "[\"absent-beta\", \"state\"]                    | mixed-formats",
    "[]                                              | absent-beta"
  })
  void aFeatureOfTheCaseMustBeACapability(String capabilities, String why) {
    assertEquals(Optional.ofNullable(why), hello(", \"capabilities\": " + capabilities).excludes(QUESTION));
  }

  @ParameterizedTest
  @CsvSource({"absent-gamma", "upstream-statistics", "empty", "stateless", "absent-beta"})
  void eachFeatureOfAnotherCaseMustBeACapability(String feature) {
    Case question = switch (feature) {
      case "absent-gamma" -> backward("");
      case "upstream-statistics" -> backward("""
          , "gamma": {"format": "f64", "shape": [2], "data": [1, 1]}, "dmean": {"format": "f64", "shape": [2], "data": [1, 1]},
          "dvariance": {"format": "f64", "shape": [2], "data": [1, 1]}""");
      case "empty" -> forward("\"gamma\": G, \"beta\": G, \"running_mean\": G, \"running_variance\": G", "[0, 1]", "[]");
      case "stateless" -> forward("\"gamma\": G, \"beta\": G", "[1, 1]", "[7]");
      default -> forward("\"gamma\": G, \"running_mean\": G, \"running_variance\": G", "[1, 1]", "[7]");
    };
    String all = "\"absent-gamma\", \"absent-beta\", \"state\", \"stateless\", \"upstream-statistics\", \"mixed-formats\", \"empty\"";
    String others = all.replace("\"" + feature + "\"", "\"mixed-formats\"");
    assertEquals(Optional.empty(), hello(", \"capabilities\": [" + all + "]").excludes(question));
    assertEquals(Optional.of(feature), hello(", \"capabilities\": [" + others + "]").excludes(question));
  }

  private static Case backward(String more) {
    return Sample.read(Sample.change(Sample.BACKWARD, "[3, 4]}", "[3, 4]}" + more)).vectors().get(0).question();
  }

  private static Case forward(String inputs, String shape, String data) {
    boolean hasState = inputs.contains("running_mean");
    String text = """
        {"operation": "training-forward", "cases": [{
          "attributes": {"channel_axis": 1, "epsilon": 1, "epsilon_format": "f32" STATE},
          "inputs": {"x": {"format": "f32", "shape": SHAPE, "data": DATA}, INPUTS}}]}
        """
        .replace("INPUTS", inputs).replace("G", "{\"format\": \"f32\", \"shape\": [1], \"data\": [1]}")
        .replace("SHAPE", shape).replace("DATA", data)
        .replace("STATE", hasState ? ", \"momentum\": 0.5, \"variance_convention\": \"sample\"" : "");
    return Sample.read(text).vectors().get(0).question();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "taken", value = {
    "\"channel_axis\": [0, 1]                     | taken",
    "\"channel_axis\": [0, 2]                     | channel_axis 1",
    "\"variance_convention\": [\"sample\"]        | taken",
    "\"variance_convention\": [\"population\"]    | variance_convention population",
    "\"epsilon\": [0.250]                         | taken",
    "\"epsilon\": [0.5]                           | epsilon 0.25",
    "\"momentum\": [0.5e0]                        | taken",
    "\"momentum\": [0.125]                        | momentum 0.5",
    "\"statistics_format\": [\"f64\"]             | taken"
  })
  void anAttributeMustHaveOneOfTheDeclaredValues(String convention, String why) {
    String expected = why == null ? null : why.replace("population", "sample");
    assertEquals(Optional.ofNullable(expected), hello(", \"conventions\": {" + convention + "}").excludes(QUESTION));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "taken", value = {
    "0.25, 0.5, f16, taken", "0.25, 0.5, bf16, taken", "0.25, 0.5, f64, taken",
    "1.0009765625, 0.5, f16, taken", "1.0009765625, 0.5, bf16, epsilon_format f32",
    "0.25, 0.1, f64, taken", "0.25, 0.1, f16, epsilon_format f32"
  })
  void epsilonFormatDemandsThatTheSubjectCanHoldEpsilonAndMomentum(String epsilon, String momentum, String format, String why) {
    String text = Sample.change(Sample.change(Sample.DOCUMENT, "0.25", epsilon), "\"momentum\": 0.5", "\"momentum\": " + momentum);
    Case question = Sample.read(text).vectors().get(0).question();
    assertEquals(Optional.ofNullable(why), hello(", \"conventions\": {\"epsilon_format\": [\"" + format + "\"]}").excludes(question));
  }

  @Test
  void operationsAndFormatsMustBeDeclared() {
    Hello hello = Protocol.hello("""
        {"protocol": 1, "name": "n", "version": "v", "operations": {"training-forward": {"formats": ["f64"]}}}""");
    assertEquals(Optional.of("format f32"), hello.excludes(QUESTION));
    assertEquals(Optional.of("operation training-backward"), hello.excludes(backward("")));
  }

  @Test
  void onlyDeclaredOutputsAreOwed() {
    Hello hello = Protocol.hello("""
        {"protocol": 1, "name": "n", "version": "v",
         "operations": {"training-forward": {"formats": ["f64"], "outputs": ["running_mean", "y"]}}}""");
    assertEquals(List.of(Slot.Y, Slot.RUNNING_MEAN), hello.outputsFor(QUESTION));
    assertEquals(List.of(Slot.Y), hello.outputsFor(forward("\"gamma\": G", "[1, 1]", "[7]")));
  }
}
