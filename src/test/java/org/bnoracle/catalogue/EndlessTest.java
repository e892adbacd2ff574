package org.bnoracle.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.tensor.Shape;
import org.junit.jupiter.api.Test;

class EndlessTest {
  private static Selection selection(Own own, Family... families) {
    return new Selection(Set.of(), Set.of(), Set.of(families), Optional.ofNullable(own), Optional.empty());
  }

  private static List<Case> first(int count, Endless cases) {
    return Stream.generate(cases::next).limit(count).toList();
  }

  @Test
  void everyIdGivesItsCaseAgain() {
    Own own = new Own(Optional.of(new Shape(3, 2)), OptionalInt.of(0), OptionalDouble.of(1e-5), OptionalDouble.of(0.1), -5, 1);
    for (Own some : new Own[] {null, own}) {
      List<Case> cases = first(200, new Endless(selection(some), question -> true));
      for (int i = 0; i < cases.size(); i++) {
        Endless.Member member = Endless.named(cases.get(i).id());
        assertEquals(cases.get(i), member.question());
        assertEquals((some == null ? 0 : -5) + i, member.seed());
      }
    }
    assertEquals("training-forward/well-scaled/f64/own--5,shape=3x2,axis=0,epsilon=1.0E-5,momentum=0.1-0001",
        new Endless(selection(own), question -> true).next().id());
  }

  @Test
  void noCaseComesTwiceAndAllOperationsAndFormatsCome() {
    List<Case> cases = first(500, new Endless(selection(null), question -> true));
    assertEquals(500, new HashSet<>(cases.stream().map(Case::inputs).toList()).size());
    assertEquals(Set.of(Operation.values()), cases.stream().map(Case::operation).collect(Collectors.toSet()));
    assertEquals(Set.copyOf(BinaryFormat.ALL), cases.stream().map(c -> c.data().format()).collect(Collectors.toSet()));
  }

  /** Every recipe of a family comes, with all that it is made with. */
  @Test
  void numbersReachEveryRecipe() {
    Family family = Families.named("one-and-two-elements");
    Set<String> published = family.cases(Suite.FULL, Operation.TRAINING_FORWARD, BinaryFormat.F32).stream()
        .map(EndlessTest::shapeAndConvention).collect(Collectors.toSet());
    Selection selection = new Selection(
        Set.of(Operation.TRAINING_FORWARD), Set.of(BinaryFormat.F32), Set.of(family), Optional.empty(), Optional.empty());
    assertEquals(published, first(96, new Endless(selection, question -> true)).stream()
        .map(EndlessTest::shapeAndConvention).collect(Collectors.toSet()));
  }

  private static String shapeAndConvention(Case question) {
    return question.data().shape() + " " + question.attributes().values().get(Attribute.VARIANCE_CONVENTION);
  }

  @Test
  void whatIsNotTakenIsLeftOutWithoutAGap() {
    List<Case> cases = first(50, new Endless(selection(null), question -> question.operation() == Operation.FOLD));
    assertTrue(cases.stream().allMatch(question -> question.operation() == Operation.FOLD));
    assertEquals(IntStream.range(0, 50).mapToObj(i -> (long) i).toList(),
        cases.stream().map(question -> Endless.named(question.id()).seed()).toList());
    assertThrows(IllegalArgumentException.class, () -> new Endless(selection(null), question -> false).next());
  }

  @Test
  void otherIdsAreRefused() {
    for (String id : List.of("training-forward/well-scaled/f32/0001", "no/well-scaled/f32/own-0-0001",
        "training-forward/well-scaled/f32/own-x-0001", "training-forward/sequences/f32/own-0-0001",
        "training-forward/well-scaled/f32/own-0,shape=-0001", "training-forward/well-scaled/f32/own-0-0000")) {
      assertThrows(IllegalArgumentException.class, () -> Endless.named(id), id);
    }
  }
}
