package org.bnoracle.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Hello;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * What a subject must achieve. Whatever the policy, a subject must not crash, hang or answer malformed, and of every
 * operation and format that it declares and the suite has, a case must be graded.
 *
 * @param required the worst grade that an output may have where no rule says otherwise
 * @param rules the last one about an output counts
 * @param refused flags and features; a case may be refused if it has one of them. Absent: any may
 * @param unsupported the same for cases that the subject does not implement
 * @param conventions the attributes that the subject's hello may limit, and the values that it must take all the same.
 *     Absent: it may limit any, to anything
 */
public record Policy(
    Grade required, List<Rule> rules, Optional<Set<String>> refused, Optional<Set<String>> unsupported,
    Optional<Map<Attribute, List<String>>> conventions) {
  /** Nothing wrong; refusals and limits are the subject's own affair. */
  public static final Policy DEFAULT =
      new Policy(Grade.UNSTABLE, List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  List<Breach> breaches(Report report) {
    List<Breach> breaches = new ArrayList<>();
    report.all().forEach(result -> addBreaches(breaches, result));
    addMissing(breaches, report);
    conventions.ifPresent(allowed -> addLimits(breaches, allowed, report.subject().conventions()));
    return breaches;
  }

  private void addBreaches(List<Breach> breaches, Report.Result result) {
    if (result.outcome() instanceof Outcome.Failed failed) {
      String failure = failed.failure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      breaches.add(Breach.in(result, failure, failed.how()));
    } else if (result.outcome() instanceof Outcome.Refused answer && !allows(refused, result.question())) {
      breaches.add(Breach.in(result, "refused, which the policy does not allow: " + answer.why(), ""));
    } else if (result.outcome() instanceof Outcome.Unsupported answer && !allows(unsupported, result.question())) {
      breaches.add(Breach.in(result, "unsupported, which the policy does not allow: " + answer.why(), ""));
    } else if (result.outcome() instanceof Outcome.Graded graded) {
      graded.outputs().forEach((output, assessment) -> addBreach(breaches, result, output, assessment));
    }
  }

  private static boolean allows(Optional<Set<String>> reasons, Case question) {
    return reasons.isEmpty() || question.flags().stream().anyMatch(reasons.get()::contains)
        || Feature.of(question).stream().map(Feature::label).anyMatch(reasons.get()::contains);
  }

  private void addBreach(List<Breach> breaches, Report.Result result, Slot output, Assessment assessment) {
    Discrepancy worst = assessment.worst();
    Grade grade = required(result, output);
    if (worst.grade().compareTo(grade) > 0) {
      breaches.add(Breach.in(result, "%s %s %s is %s, required is %s".formatted(
          result.question().operation().label(), result.question().data().format(), output.label(), worst.grade().label(),
          grade.label()), String.format(
              Locale.ROOT, "%s[%d]: %s; at most %.4g ulp, %.4g of the bound", output.label(), assessment.worstIndex(),
              worst.label(), worst.ulps(), worst.boundRatio())));
    }
  }

  /** The worst grade that an output of a case may have. */
  public Grade required(Report.Result result, Slot output) {
    return rules.stream().filter(rule -> rule.isAbout(result, output)).reduce((first, last) -> last)
        .map(Rule::required).orElse(required);
  }

  private static void addMissing(List<Breach> breaches, Report report) {
    report.subject().operations().forEach((operation, support) -> support.formats().stream()
        .filter(format -> report.results().stream().anyMatch(isOf(operation, format)))
        .filter(format -> report.results().stream().filter(Report.Result::isJudged).noneMatch(isOf(operation, format)))
        .map(format -> Breach.of("nothing was graded for %s in %s".formatted(operation.label(), format)))
        .forEach(breaches::add));
  }

  private static Predicate<Report.Result> isOf(Operation operation, BinaryFormat format) {
    return result -> result.question().operation() == operation && result.question().data().format().equals(format);
  }

  private static void addLimits(
      List<Breach> breaches, Map<Attribute, List<String>> allowed, Map<Attribute, List<String>> declared) {
    declared.forEach((attribute, values) -> {
      if (!allowed.containsKey(attribute)) {
        breaches.add(Breach.of("limits %s to %s, which the policy does not allow".formatted(
            attribute.label(), values)));
      } else if (!values.containsAll(allowed.get(attribute))) {
        breaches.add(Breach.of("limits %s to %s, the policy requires %s".formatted(
            attribute.label(), values, allowed.get(attribute))));
      }
    });
  }
}
