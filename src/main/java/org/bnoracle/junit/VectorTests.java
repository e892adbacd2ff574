package org.bnoracle.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Examination;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Hello;
import org.bnoracle.gate.Breach;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Policy;
import org.bnoracle.operation.Case;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.report.FailureText;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The dynamic tests of one implementation, and what came of them. */
final class VectorTests {
  private final Implementation implementation;
  private final Policy policy;
  private final TestReporter reporter;
  private final Examination examination;
  private final List<Report.Result> results = new ArrayList<>();

  VectorTests(Implementation implementation, Policy policy, TestReporter reporter) {
    this.implementation = implementation;
    this.policy = policy;
    this.reporter = reporter;
    this.examination = new Examination(implementation);
  }

  Stream<DynamicNode> of(Selection selection) {
    Map<String, List<Suite.Part>> groups = selection.parts().stream().collect(Collectors.groupingBy(
        part -> part.operation().label() + " " + part.format(), LinkedHashMap::new, Collectors.toList()));
    return Stream.concat(
        groups.entrySet().stream().map(group -> group(group.getKey(), group.getValue())),
        Stream.of(DynamicTest.dynamicTest("the whole run", this::judge)));
  }

  /** A test for each vector; what is not declared at all is skipped at once. */
  private DynamicNode group(String name, List<Suite.Part> parts) {
    Hello.Support support = examination.hello().operations().get(parts.get(0).operation());
    if (support == null || !support.formats().contains(parts.get(0).format())) {
      int count = parts.stream().mapToInt(part -> part.cases().size()).sum();
      return DynamicTest.dynamicTest("%s (%d vectors)".formatted(name, count), () -> {
        throw new TestAbortedException("%d vectors skipped: not declared: %s".formatted(count, name));
      });
    }
    return DynamicContainer.dynamicContainer(name, parts.stream().flatMap(part -> part.cases().stream()
        .map(question -> DynamicTest.dynamicTest(question.id(), () -> test(question, part.family().name())))));
  }

  private void test(Case question, String family) {
    Outcome outcome = examination.examine(new Suite.Question(question, Oracle.evaluate(question))).outcome();
    Report.Result result = new Report.Result(question, family, outcome);
    results.add(result);
    Optional<Breach> breach = new Gate(policy, Optional.empty()).judge(report(List.of(result))).breaches().stream()
        .filter(b -> b.where().isPresent()).findFirst();
    if (breach.isPresent()) {
      String facts = FailureText.of(result, policy);
      throw new AssertionFailedError(
          facts.isEmpty() ? "%s: %s: %s".formatted(question.id(), breach.get().what(), breach.get().detail()) : facts,
          implementation.lastFailure());
    }
    if (!result.isGraded()) {
      throw new TestAbortedException(question.id() + ": " + FailureText.reason(outcome));
    }
  }

  private void judge() {
    Report report = report(results);
    reporter.publishEntry("bn-oracle", FailureText.summary(report));
    List<String> lines = new ArrayList<>();
    new Gate(policy, Optional.empty()).judge(report).breaches().stream().filter(breach -> breach.where().isEmpty())
        .forEach(breach -> lines.add(breach.what()));
    if (!report.isGraded()) {
      lines.add("nothing was graded");
    }
    lines.addAll(FailureText.diagnosis(report));
    if (!lines.isEmpty()) {
      throw new AssertionFailedError(String.join("\n", lines));
    }
  }

  private Report report(List<Report.Result> some) {
    return new Report(examination.hello(), new Report.SuiteIdentity("JUnit", "", some.size()), some, List.of());
  }
}
