package org.bnoracle.gate;

import static org.bnoracle.gate.Runs.FIRST;
import static org.bnoracle.gate.Runs.SECOND;
import static org.bnoracle.gate.Runs.graded;
import static org.bnoracle.gate.Runs.report;
import static org.bnoracle.gate.Runs.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.operation.Attribute;
import org.bnoracle.subject.SubjectException.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {
  static final Policy ANYTHING = new Policy(Grade.WRONG, List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final String EMPTY = "inference-forward/one-and-two-elements/f32/0005";
  private static final Report.Result GOOD = graded(SECOND, Grade.CORRECTLY_ROUNDED, 0);

  private static List<String> reasons(String policy, Report report) {
    return new Gate(PolicyJson.read(policy.getBytes(StandardCharsets.UTF_8), "policy"), Optional.empty())
        .judge(report).reasons();
  }

  @ParameterizedTest
  @EnumSource
  void theDefaultPolicyRequiresThatNothingIsWrong(Grade grade) {
    Verdict verdict = Gate.DEFAULT.judge(report(graded(FIRST, grade, 1)));
    assertEquals(grade != Grade.WRONG, verdict.passed(), verdict.reasons().toString());
  }

  @ParameterizedTest
  @EnumSource
  void noPolicyAllowsFailures(Failure failure) {
    Report report = report(result(FIRST, new Outcome.Failed(failure, "boom")), GOOD);
    String kind = failure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    assertEquals(List.of(kind + " (" + FIRST + ")"), reasons("{\"required\": \"wrong\", \"refused\": [\"empty\"]}", report));
  }

  @Test
  void everyDeclaredFormatThatTheSuiteHasMustBeGraded() {
    Report report = report(result(FIRST, new Outcome.Unsupported("later")));
    assertEquals(List.of("nothing was graded for inference-forward in f32"), Gate.DEFAULT.judge(report).reasons());
  }

  @Test
  void whatNoBoundCanJudgeIsNotGraded() {
    long size = Runs.question(FIRST).data().size();
    for (long unconstrained : new long[] {size - 1, size}) {
      Report report = report(graded(FIRST, new Assessment(Discrepancy.none(), 0, unconstrained)));
      assertEquals(unconstrained < size, Gate.DEFAULT.judge(report).passed());
    }
  }

  @Test
  void aBreachSaysWhereAndByHowMuch() {
    Report report = report(graded(FIRST, new Assessment(new Discrepancy(Grade.UNSTABLE, 1500, 12.5, "one-pass"), 3, 0)), GOOD);
    Breach breach = new Gate(PolicyJson.read("{\"required\": \"stored\"}".getBytes(StandardCharsets.UTF_8), "policy"), Optional.empty())
        .judge(report).breaches().get(0);
    assertEquals("inference-forward f32 y is unstable, required is stored", breach.what());
    assertEquals("y[3]: unstable: one-pass; at most 1500 ulp, 12.50 of the bound", breach.detail());
    assertEquals(FIRST, breach.where().orElseThrow().question().id());
  }

  @Test
  void sameFaultsAreOneReason() {
    Report report = report(graded(FIRST, Grade.WRONG, 9), graded(SECOND, Grade.WRONG, 99));
    assertEquals(List.of("inference-forward f32 y is wrong, required is unstable (2 cases, first " + FIRST + ")"),
        Gate.DEFAULT.judge(report).reasons());
    assertEquals(2, Gate.DEFAULT.judge(report).breaches().size());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{}                                                                                                  | unstable",
    "{\"required\": \"stored\"}                                                                          | stored",
    "{\"required\": \"wrong\"}                                                                           | wrong",
    "{\"rules\": [{\"required\": \"tree\"}]}                                                             | tree",
    "{\"rules\": [{\"operation\": \"inference-forward\", \"required\": \"tree\"}]}                       | tree",
    "{\"rules\": [{\"operation\": \"training-forward\", \"required\": \"tree\"}]}                        | unstable",
    "{\"rules\": [{\"format\": [\"f64\", \"f32\"], \"required\": \"tree\"}]}                             | tree",
    "{\"rules\": [{\"format\": [\"f64\", \"f16\"], \"required\": \"tree\"}]}                             | unstable",
    "{\"rules\": [{\"family\": \"well-scaled\", \"required\": \"tree\"}]}                                | tree",
    "{\"rules\": [{\"family\": \"subnormal\", \"required\": \"tree\"}]}                                  | unstable",
    "{\"rules\": [{\"output\": \"y\", \"required\": \"tree\"}]}                                          | tree",
    "{\"rules\": [{\"output\": \"mean\", \"required\": \"tree\"}]}                                       | unstable",
    "{\"rules\": [{\"format\": \"f32\", \"output\": \"mean\", \"required\": \"tree\"}]}                  | unstable",
    "{\"rules\": [{\"required\": \"tree\"}, {\"output\": \"y\", \"required\": \"stored\"}]}              | stored",
    "{\"rules\": [{\"output\": \"y\", \"required\": \"stored\"}, {\"required\": \"tree\"}]}              | tree"
  })
  void theLastRuleAboutAnOutputCounts(String policy, String worstThatPasses) {
    Grade limit = Grade.named(worstThatPasses);
    for (Grade grade : Grade.values()) {
      assertEquals(grade.compareTo(limit) <= 0, reasons(policy, report(graded(FIRST, grade, 1))).isEmpty(), grade.label());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{}                                | true  | true",
    "{\"refused\": []}                 | false | true",
    "{\"unsupported\": []}             | true  | false",
    "{\"refused\": [\"EmptyBatch\"]}   | true  | true",
    "{\"refused\": [\"GammaSign\"]}    | false | true",
    "{\"refused\": [\"empty\"]}        | true  | true",
    "{\"unsupported\": [\"empty\"]}    | true  | true",
    "{\"unsupported\": [\"stateless\"]} | true | false"
  })
  void casesMayBePassedOverForTheirFlagsAndFeatures(String policy, boolean mayRefuse, boolean mayLack) {
    Report refused = report(result(EMPTY, new Outcome.Refused("no data")), GOOD);
    assertEquals(mayRefuse ? List.of() : List.of("refused, which the policy does not allow: no data (" + EMPTY + ")"),
        reasons(policy, refused));
    Report lacking = report(result(EMPTY, new Outcome.Unsupported("no data")), GOOD);
    assertEquals(mayLack ? List.of() : List.of("unsupported, which the policy does not allow: no data (" + EMPTY + ")"),
        reasons(policy, lacking));
  }

  @Test
  void whatTheHelloExcludesIsNoRefusal() {
    Report report = report(result(FIRST, new Outcome.NotSent("epsilon 0.25")), GOOD);
    assertEquals(List.of(), reasons("{\"refused\": [], \"unsupported\": []}", report));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{}                                           | ``",
    "{\"conventions\": {}}                        | limits channel_axis to [1, 3], which the policy does not allow",
    "{\"conventions\": {\"epsilon\": [0.25]}}     | limits channel_axis to [1, 3], which the policy does not allow",
    "{\"conventions\": {\"channel_axis\": []}}    | ``",
    "{\"conventions\": {\"channel_axis\": [1]}}   | ``",
    "{\"conventions\": {\"channel_axis\": [3, 1]}} | ``",
    "{\"conventions\": {\"channel_axis\": [1, 2]}} | limits channel_axis to [1, 3], the policy requires [1, 2]"
  })
  void theHelloMayLimitWhatThePolicyAllows(String policy, String reason) {
    Report report = new Report(
        Runs.hello(Map.of(Attribute.CHANNEL_AXIS, List.of("1", "3"))), Runs.SUITE, List.of(GOOD), List.of());
    assertEquals(reason.isEmpty() ? List.of() : List.of(reason), reasons(policy, report));
  }

  @ParameterizedTest
  @CsvSource({"'{\"conventions\": {}}'", "'{\"conventions\": {\"channel_axis\": [0, 1, 2]}}'"})
  void aSubjectWithoutLimitsMeetsEveryConvention(String policy) {
    assertEquals(List.of(), reasons(policy, report(GOOD)));
  }

  @Test
  void carriedSequencesCount() {
    List<Report.Result> carried = new ArrayList<>(List.of(graded(FIRST, Grade.WRONG, 9)));
    Report report = new Report(Runs.hello(Map.of()), Runs.SUITE, List.of(GOOD), carried);
    assertEquals(1, Gate.DEFAULT.judge(report).breaches().size());
  }
}
