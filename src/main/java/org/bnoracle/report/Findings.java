package org.bnoracle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnoracle.diagnosis.Diagnosis;
import org.bnoracle.faults.Fault;
import org.bnoracle.operation.BugClass;

/** A diagnosis in words. */
final class Findings {
  private static final int MOST_REFERENCES = 3;

  private Findings() {}

  static List<String> lines(Diagnosis diagnosis) {
    List<String> lines = new ArrayList<>();
    for (Diagnosis.Finding finding : diagnosis.findings()) {
      lines.add("looks like %s: explains %d of %d bad outputs%s".formatted(names(finding), finding.explains(), diagnosis.bad(),
          finding.contradicted() == 0 ? "" : ", but %d right ones speak against it".formatted(finding.contradicted())));
      faults(finding).forEach(fault -> lines.add("  %s%s".formatted(fault.sentence(), references(fault.bugClass()))));
    }
    if (diagnosis.bad() > 0 && diagnosis.findings().isEmpty()) {
      lines.add("no known fault explains what is wrong");
    }
    lines.addAll(diagnosis.pattern());
    lines.addAll(diagnosis.disagreements());
    return lines;
  }

  /** Faults that no vector tells apart are joined by "or", those that come together by "and". */
  static String names(Diagnosis.Finding finding) {
    return finding.alternatives().stream().map(faults -> labels(faults, " and ")).collect(Collectors.joining(" or "));
  }

  private static String labels(Set<Fault> faults, String between) {
    return faults.stream().sorted().map(Fault::label).collect(Collectors.joining(between));
  }

  /** The classes of bugs of the first alternative. */
  static List<Integer> bugClasses(Diagnosis.Finding finding) {
    return faults(finding).stream().map(fault -> fault.bugClass().number()).distinct().sorted().toList();
  }

  private static List<Fault> faults(Diagnosis.Finding finding) {
    return finding.alternatives().get(0).stream().sorted().toList();
  }

  private static String references(BugClass bugClass) {
    return bugClass.references().isEmpty()
        ? "" : "; seen in " + bugClass.references().stream().limit(MOST_REFERENCES).collect(Collectors.joining(", "));
  }
}
