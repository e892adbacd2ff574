package org.bnoracle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.diagnosis.Diagnosis;
import org.bnoracle.document.Literal;
import org.bnoracle.gate.Policy;
import org.bnoracle.operation.Slot;

/** What is wrong with a single case, as facts one below the other. */
public final class FailureText {
  private FailureText() {}

  /** A paragraph for each output that is worse than the policy allows; empty if none is. */
  public static String of(Report.Result result, Policy policy) {
    return result.outcome() instanceof Outcome.Graded graded
        ? graded.outputs().entrySet().stream()
            .filter(output -> output.getValue().worst().grade().compareTo(policy.required(result, output.getKey())) > 0)
            .map(output -> paragraph(result, output.getKey(), output.getValue(), policy.required(result, output.getKey())))
            .collect(Collectors.joining("\n"))
        : "";
  }

  private static String paragraph(Report.Result result, Slot slot, Assessment assessment, Grade required) {
    WrongValue value = WrongValue.of(result, slot);
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s is %s".formatted(result.question().id(), value.at(), assessment.worst().label()));
    lines.add("  expected   " + Literal.write(value.golden())
        + (Double.isNaN(value.bound()) ? "" : " within " + Literal.write(value.bound())));
    lines.add("  got        " + Literal.write(value.got()));
    if (Double.isFinite(assessment.worst().ulps())) {
      lines.add(String.format(Locale.ROOT, "  error      %.4g ulp, %.3g of the bound", assessment.worst().ulps(), assessment.worst().boundRatio()));
    }
    lines.add("  required   " + required.label());
    lines.add("  case       " + result.question().comment());
    lines.add("  explain    " + value.command());
    return String.join("\n", lines);
  }

  /** Why a case was not graded. */
  public static String reason(Outcome outcome) {
    return Outcomes.reason(outcome);
  }

  /** What the wrong outputs of a run look like, a line each; none where nothing is wrong. */
  public static List<String> diagnosis(Report report) {
    return Findings.lines(Diagnosis.of(report));
  }

  /** How many cases were graded, and why the others were not. */
  public static String summary(Report report) {
    String reasons = Outcomes.tally(report).entrySet().stream()
        .map(reason -> "\n  %d %s".formatted(reason.getValue().cases(), reason.getKey())).collect(Collectors.joining());
    return "%s %s: %s%s".formatted(report.subject().name(), report.subject().version(), Outcomes.counts(report), reasons);
  }
}
