package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No run of any member of a class leaves the class's bounds. */
class SoundnessTest {
  static final long SEED = 20261122;
  private static final int LONGEST = 300;
  private static final int RUNS = 12;

  @ParameterizedTest
  @EnumSource
  void noRunLeavesTheBoundsOfItsClass(AlgorithmClass algorithms) {
    long compared = compare(algorithms, 2);
    System.out.printf("%s: %d elements compared, seed %d%n", algorithms.label(), compared, SEED);
    assertTrue(compared > 10_000, "only " + compared + " elements were compared");
  }

  /** @return how many elements were compared with a bound */
  static long compare(AlgorithmClass algorithms, int casesEach) {
    return LongStream.range(0, casesEach).parallel().map(k -> {
      SplittableRandom random = new SplittableRandom(SEED + k);
      ChannelCases cases = new ChannelCases(random.nextLong());
      long compared = 0;
      for (Operation operation : Operation.values()) {
        for (BinaryFormat format : BinaryFormat.ALL) {
          Case question = cases.next(operation, format, LONGEST);
          compared += compare(question, algorithms, random);
          if (operation.signature().allAttributes().contains(Attribute.ACTIVATION)) {
            compared += compare(cases.activated(question), algorithms, random);
          }
        }
      }
      return compared;
    }).sum();
  }

  @Test
  void noBalancedTreeLeavesTheTreeBounds() {
    long compared = 0;
    ChannelCases cases = new ChannelCases(SEED);
    for (int k = 0; k < 5; k++) {
      for (Operation operation : Operation.values()) {
        for (BinaryFormat format : BinaryFormat.ALL) {
          Case question = cases.next(operation, format, LONGEST);
          for (Implementation member : AlgorithmClass.TWO_PASS.members(question, 0)) {
            Runs runs = new Runs(question, member, Settings.usual(question).tree(question));
            compared += runs.check(k, RoughArithmetic.Order.PAIRS);
          }
        }
      }
    }
    assertTrue(compared > 10_000, "only " + compared + " elements were compared");
  }

  private static long compare(Case question, AlgorithmClass algorithms, SplittableRandom random) {
    Settings settings = new Settings(Settings.usualFormat(question.data().format()), random.nextInt(4) == 0, Optional.empty());
    Machine machine = algorithms == AlgorithmClass.STORED ? settings.stored(question) : settings.anyOrder(question);
    RoughArithmetic.Order[] orders = RoughArithmetic.Order.values();
    long compared = 0;
    for (Implementation member : algorithms.members(question, 0)) {
      Runs runs = new Runs(question, member, machine);
      for (int run = 0; run < RUNS; run++) {
        compared += runs.check(random.nextLong(), orders[random.nextInt(orders.length)]);
      }
    }
    return compared;
  }
}
