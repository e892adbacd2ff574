package org.bnoracle.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Literal;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
  /** By hand: mean 9001/3, deviation 2/3, variance (4 + 1 + 1)/9/3 = 2/9. */
  private static final Case THREE = training(3001, 3000, 3000).epsilon(0x1p-17).build();

  private static CaseBuilder training(double... x) {
    return CaseBuilder.of(Operation.TRAINING_FORWARD, x.length, 1).format(BinaryFormat.F32).input(Slot.X, x);
  }

  private static List<String> explain(Case question, String place) {
    return Explanation.lines(question, Place.parse(place, question), OptionalDouble.empty()).stream()
        .filter(line -> !isAboutTheBound(line)).toList();
  }

  private static List<String> explain(Case question, String place, double got) {
    return Explanation.lines(question, Place.parse(place, question), OptionalDouble.of(got));
  }

  private static boolean isAboutTheBound(String line) {
    return line.startsWith("allowed") || line.startsWith("  of that") || line.startsWith("no error is bounded");
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  @Test
  void theTermsOfTheBoundAreShown() {
    List<String> lines = Explanation.lines(THREE, Place.parse("y[0,0]", THREE), OptionalDouble.empty());
    assertTrue(lines.get(lines.size() - 2).startsWith("allowed  "), lines.toString());
    assertTrue(last(lines).matches("  of that \\S+ by the error of the mean, \\S+ by that of r, \\S+ by its own roundings, \\S+ by its storage"),
        last(lines));
  }

  @Test
  void aSpecialValueHasNoBound() {
    Case question = training(Double.NaN, 1).epsilon(1).build();
    assertTrue(last(Explanation.lines(question, Place.parse("y[0,0]", question), OptionalDouble.empty())).startsWith("no error is bounded"));
  }

  @Test
  void everyEquationIsShownExactAndRounded() {
    List<String> lines = explain(THREE, "variance[0]");
    assertEquals("variance[0] of test", lines.get(0));
    assertEquals("channel 0, value 0 of m = 3", lines.get(1));
    assertEquals("         x_i                          3001.000000000000000000000   f32 3001.0", lines.get(2));
    assertEquals("  BN-1   mean                         3000.333333333333333333333   f32 3000.333251953125", lines.get(3));
    assertEquals("  BN-2   variance                     0.2222222222222222222222222   f32 0.2222222238779068", lines.get(4));
    assertEquals("         x_i - mean                   0.6666666666666666666666667   f32 0.6666666865348816", lines.get(7));
    assertEquals("exact    0.2222222222222222222222222", lines.get(10));
    assertEquals("golden   0.2222222238779068 in f32", lines.get(11));
  }

  /** 2/9 = 14913080.8888… 2^-26, so the golden value is 1 - 0.8888… = 0.1111… ulp too large. */
  @Test
  void theRoundingIsMeasuredInUlp() {
    assertEquals("the exact result lies 0.1111 ulp below the golden value and 0.3889 ulp from the nearest rounding boundary",
        last(explain(THREE, "variance[0]")));
  }

  /** By hand: mean 2, variance 1, r = 1/√(1 + 3), y = (3 - 2)/2. */
  @Test
  void anExactResultLiesOnTheGoldenValue() {
    List<String> lines = explain(training(1, 3).epsilon(3).build(), "y[1,0]");
    assertEquals("golden   0.5 in f32", lines.get(lines.size() - 2));
    assertEquals("the exact result lies 0.000 ulp above the golden value and 0.5000 ulp from the nearest rounding boundary",
        last(lines));
  }

  /** The mean of 1 and the next value lies halfway between them; 1 is even. */
  @Test
  void aTieLiesOnTheBoundary() {
    List<String> lines = explain(training(1, 1 + 0x1p-23).build(), "mean[0]");
    assertEquals("golden   1.0 in f32", lines.get(lines.size() - 2));
    assertEquals("the exact result lies 0.5000 ulp above the golden value and 0.000 ulp from the nearest rounding boundary",
        last(lines));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "0x1p0         | got      1.0, 0.5000 ulp from the exact result, 0.000 of the allowed: correctly-rounded",
    "0x1.000002p0  | got      1.0000001192092896, 0.5000 ulp from the exact result, 0.000 of the allowed: faithful",
    "-0x1p0        | got      -1.0, 1.678e+07 ulp from the exact result, 3.355e+07 of the allowed: wrong",
    "NaN           | got      NaN, Infinity ulp from the exact result, Infinity of the allowed: wrong",
    "-Infinity     | got      -Infinity, Infinity ulp from the exact result, Infinity of the allowed: wrong"
  })
  void aValueToCompareWithIsGraded(String got, String line) {
    List<String> lines = explain(training(1, 1 + 0x1p-23).build(), "mean[0]", Double.parseDouble(got));
    assertEquals(line, lines.get(lines.size() - 2));
  }

  @Test
  void theExplainedValueIsTheOneOfItsChannel() {
    Case question = CaseBuilder.of(Operation.TRAINING_FORWARD, 2, 2).epsilon(3).input(Slot.X, 1, 10, 3, 14).build();
    List<String> lines = explain(question, "y[1,1]");
    assertEquals("channel 1, value 1 of m = 2", lines.get(1));
    assertEquals("         x_i                          14.00000000000000000000000   f64 14.0", lines.get(2));
    assertEquals("  BN-1   mean                         12.00000000000000000000000   f64 12.0", lines.get(3));
  }

  @Test
  void anEmptyBatchHasNoMean() {
    assertEquals(List.of("mean[0] of test", "channel 0, value 0 of m = 0", "mean has no value at m = 0"),
        explain(CaseBuilder.of(Operation.TRAINING_FORWARD, 0, 1).input(Slot.X).build(), "mean[0]"));
  }

  @ParameterizedTest
  @EnumSource(names = {"TRAINING_BACKWARD", "INFERENCE_BACKWARD"})
  void anEmptyBatchHasGradientsOfZero(Operation operation) {
    CaseBuilder builder = CaseBuilder.of(operation, 0, 1).input(Slot.X).input(Slot.DY);
    if (operation == Operation.INFERENCE_BACKWARD) {
      builder.input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 1);
    }
    List<String> lines = explain(builder.build(), "dgamma[0]");
    assertEquals("golden   0.0 in f64", lines.get(lines.size() - 2));
  }

  @Test
  void aSpecialValueHasNoDistance() {
    List<String> lines = explain(training(1, Double.POSITIVE_INFINITY).build(), "mean[0]");
    assertEquals(List.of("exact    Infinity", "golden   Infinity in f32"), lines.subList(lines.size() - 2, lines.size()));
    List<String> compared = explain(training(1, Double.POSITIVE_INFINITY).build(), "mean[0]", Double.POSITIVE_INFINITY);
    assertEquals("got      Infinity, 0.000 ulp from the exact result, 0.000 of the allowed: correctly-rounded",
        compared.get(compared.size() - 2));
    assertEquals("golden   NaN in f32", last(explain(training(1, Double.NaN).build(), "y[0,0]")));
  }

  /** Every value of every f32 case, the special ones among them. */
  @ParameterizedTest
  @EnumSource
  void theExplanationEndsInThePublishedValue(Operation operation) {
    int values = 0;
    int cases = 0;
    for (Suite.Part part : Suite.CORE.parts()) {
      if (part.operation() == operation && part.format().equals(BinaryFormat.F32)) {
        for (Case question : part.cases()) {
          values += assertEndsInThePublishedValues(question);
          cases++;
        }
      }
    }
    assertTrue(values > 2 * cases, values + " values of " + cases + " cases");
  }

  private static int assertEndsInThePublishedValues(Case question) {
    int values = 0;
    for (var output : Oracle.evaluate(question).outputs().entrySet()) {
      if (output.getValue() instanceof Output.Values golden) {
        for (int i = 0; i < golden.tensor().size(); i += Math.max(1, golden.tensor().size() / 7)) {
          assertEndsIn(golden, i, question, output.getKey());
          values++;
        }
      }
    }
    return values;
  }

  private static void assertEndsIn(Output.Values golden, int index, Case question, Slot slot) {
    String place = place(slot, golden.tensor().shape().dimensions(), index);
    List<String> accepted = new ArrayList<>(List.of("golden   " + Literal.write(golden.tensor().get(index)) + " in " + golden.tensor().format()));
    if (golden.accept().containsKey(index)) {
      golden.accepted(index).forEach(value -> accepted.add("golden   " + Literal.write(value) + " in " + golden.tensor().format()));
    }
    List<String> lines = explain(question, place);
    assertTrue(lines.stream().anyMatch(accepted::contains), () -> place + " of " + question.id() + ": " + accepted + " in " + lines);
  }

  /** As a user writes it. */
  private static String place(Slot slot, int[] dimensions, int index) {
    int[] at = new int[dimensions.length];
    for (int axis = dimensions.length - 1, rest = index; axis >= 0; rest /= dimensions[axis], axis--) {
      at[axis] = rest % dimensions[axis];
    }
    return slot.label() + IntStream.of(at).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
  }
}
