package org.bnoracle.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.equations.Summation;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.subject.Subject;

/** The smallest cases of each part of the suite; what shows in few families only, or needs many values, is left whole. */
final class SmallSuite {
  private static final int SMALL = 48;
  private static final int MOST = 8;
  private static final Set<String> WHOLE = Set.of("counts", "sizes", "calls", "activation", "folding");
  private static final Map<BinaryFormat, List<Suite.Evaluated>> SUITES = new HashMap<>();

  private SmallSuite() {}

  static List<Suite.Evaluated> of(BinaryFormat format) {
    return SUITES.computeIfAbsent(format, f -> Selection.ALL.parts().parallelStream()
        .filter(part -> part.format().equals(f)).map(SmallSuite::small).map(SmallSuite::evaluated).toList());
  }

  private static Suite.Evaluated evaluated(Suite.Part part) {
    List<Suite.Question> questions =
        part.cases().stream().map(question -> new Suite.Question(question, Oracle.evaluate(question))).toList();
    return new Suite.Evaluated(part, questions, new byte[0]);
  }

  private static Suite.Part small(Suite.Part part) {
    boolean isWhole = WHOLE.contains(part.family().name());
    return new Suite.Part(part.operation(), part.family(), part.format(), part.cases().stream()
        .filter(question -> isWhole || question.data().size() <= SMALL)
        .sorted(Comparator.comparingInt(question -> question.data().size())).limit(isWhole ? Integer.MAX_VALUE : MOST).toList());
  }

  static Diagnosis diagnosis(Subject subject, BinaryFormat format, Trial right) {
    List<Suite.Evaluated> parts = of(format);
    int cases = parts.stream().mapToInt(part -> part.questions().size()).sum();
    return Diagnosis.of(Conformance.run(subject, new Report.SuiteIdentity("small", "", cases), parts, () -> { }), right);
  }

  /** Sums in a random order. */
  static Summation shuffled(long seed) {
    Random random = new Random(seed);
    return (terms, add) -> {
      List<Double> shuffled = new ArrayList<>(terms);
      Collections.shuffle(shuffled, random);
      return Summation.SEQUENTIAL.sum(shuffled, add);
    };
  }
}
