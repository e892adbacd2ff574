package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What candidates compute in common, and leave out, changes nothing. */
class CandidatesTest {
  private static final long SEED = 20261128;
  private static final int CASES = 8;
  private static final int LONGEST = 40;

  private static List<Case> cases(Operation operation) {
    ChannelCases cases = new ChannelCases(SEED + operation.ordinal());
    return BinaryFormat.ALL.stream()
        .flatMap(format -> IntStream.range(0, CASES).mapToObj(k -> cases.next(operation, format, LONGEST)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void commonStatisticsGiveEachImplementationItsOwnRegions(Operation operation) {
    for (Case question : cases(operation)) {
      Machine machine = Settings.usual(question).anyOrder(question);
      for (AlgorithmClass algorithms : AlgorithmClass.values()) {
        List<Implementation> members = algorithms.members(question, 0);
        List<Candidate> candidates = Candidate.all(question, 0, members, machine);
        for (int k = 0; k < members.size(); k++) {
          BoundedArithmetic arithmetic = new BoundedArithmetic(machine);
          Map<Slot, List<Bounded>> alone = question.operation().compute(
              members.get(k).over(arithmetic), question.channel(0, arithmetic));
          Candidate candidate = candidates.get(k);
          alone.forEach((slot, numbers) -> {
            Region own = new Region(numbers, arithmetic, question.formatOf(slot));
            for (int i = 0; i < numbers.size(); i++) {
              assertEquals(own.error(i), candidate.region(slot).error(i), question.id() + " " + slot + " " + i);
            }
          });
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCandidateThatIsLeftOutHasALargerBound(Operation operation) {
    int compared = 0;
    for (Case question : cases(operation)) {
      Candidates candidates = new Candidates(question, 0, Settings.usual(question));
      List<Candidate> all = candidates.of(Grade.ANY_ORDER);
      for (Slot slot : question.outputs()) {
        int count = all.get(0).region(slot) == null ? 0 : slot.extent().count(question.view());
        for (int k = 0; k < count; k++) {
          int i = k;
          double largest = all.stream().mapToDouble(candidate -> candidate.region(slot).error(i).size()).max().orElseThrow();
          assertEquals(published(largest), published(candidates.allowed(slot, i)), question.id() + " " + slot + " " + i);
          compared++;
        }
      }
    }
    assertTrue(compared >= CASES * BinaryFormat.ALL.size(), "only " + compared + " bounds were compared");
  }

  private static double published(double bound) {
    return Double.isFinite(bound) ? PublishedBounds.decimal(bound) : bound;
  }
}
