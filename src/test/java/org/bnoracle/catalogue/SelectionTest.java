package org.bnoracle.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static final Own LEFT_OPEN =
      new Own(Optional.empty(), OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0, 1);
  private static final Set<BinaryFormat> F32 = Set.of(BinaryFormat.F32);

  private static Own shape(int... dimensions) {
    return new Own(
        Optional.of(new Shape(dimensions)), OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0, 1);
  }

  private static Own seeded(long seed, int count) {
    return new Own(
        Optional.of(new Shape(4, 3)), OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), seed, count);
  }

  private static Selection own(Own own) {
    return new Selection(Set.of(), F32, Set.of(), Optional.of(own), Optional.empty());
  }

  private static Selection oneCase(String id) {
    return new Selection(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.of(id));
  }

  private static List<Case> cases(Selection selection) {
    return selection.parts().stream().flatMap(part -> part.cases().stream()).toList();
  }

  private static List<String> ids(Selection selection) {
    return cases(selection).stream().map(Case::id).toList();
  }

  /** Empty ones too. */
  private static Stream<Suite.Part> parts(Suite suite) {
    return Stream.of(Operation.values()).flatMap(operation -> Families.ALL.stream().flatMap(family -> BinaryFormat.ALL.stream()
        .map(format -> new Suite.Part(operation, family, format, family.cases(suite, operation, format)))));
  }

  @ParameterizedTest
  @EnumSource(names = {"CORE", "FULL"})
  void allIsWhatEveryFamilyHasOfEveryOperationInEveryFormat(Suite suite) {
    List<Suite.Part> parts = Selection.of(suite).parts();
    assertEquals(parts(suite).filter(part -> !part.cases().isEmpty()).toList(), parts);
    List<String> ids = ids(Selection.of(suite));
    assertEquals(ids.size(), new HashSet<>(ids).size());
  }

  /** Ids keep their cases. */
  @Test
  void fullGoesOnWhereCoreEnds() {
    Map<String, Suite.Part> full = parts(Suite.FULL).collect(Collectors.toMap(Suite.Part::path, part -> part));
    for (Suite.Part part : Suite.CORE.parts()) {
      List<Case> cases = full.get(part.path()).cases();
      assertEquals(part.cases(), cases.subList(0, part.cases().size()));
    }
  }

  @Test
  void filtersKeepTheOrderOfTheWhole() {
    Set<Family> families = Set.of(Families.named("sizes"), Families.named("subnormal"));
    Set<Operation> operations = Set.of(Operation.INFERENCE_BACKWARD, Operation.TRAINING_FORWARD);
    Set<BinaryFormat> formats = Set.of(BinaryFormat.BF16, BinaryFormat.F64);
    Selection selection = new Selection(operations, formats, families, Optional.empty(), Optional.empty());
    List<Suite.Part> expected = Suite.CORE.parts().stream().filter(part -> operations.contains(part.operation())
        && formats.contains(part.format()) && families.contains(part.family())).toList();
    assertEquals(8, expected.size());
    assertEquals(expected, selection.parts());
  }

  @Test
  void aCaseIsTakenAlone() {
    String id = "training-backward/signed-gamma/f16/0002";
    assertEquals(List.of(id), ids(oneCase(id)));
    assertEquals(List.of(), oneCase("training-backward/signed-gamma/f16/9999").parts());
  }

  @Test
  void filtersThatExcludeEachOtherLeaveNothing() {
    Selection selection = new Selection(
        Set.of(Operation.INFERENCE_FORWARD), F32, Set.of(), Optional.empty(), Optional.of("training-forward/well-scaled/f32/0001"));
    assertEquals(List.of(), selection.parts());
  }

  @Test
  void aSuiteIsNamedByWhatItIsAPartOf() {
    Optional<String> id = Optional.of("training-forward/well-scaled/f32/own-0-0001");
    assertEquals("core", Selection.ALL.name());
    assertEquals("part of core", new Selection(Set.of(), F32, Set.of(), Optional.empty(), Optional.empty()).name());
    assertEquals("part of core", oneCase("training-forward/well-scaled/f32/0001").name());
    assertEquals("own", own(LEFT_OPEN).name());
    assertEquals("part of own", new Selection(Set.of(), F32, Set.of(), Optional.of(LEFT_OPEN), id).name());
  }

  @Test
  void ownCasesAreOneWellScaledCaseOfEachOperationAndFormat() {
    Selection selection = new Selection(Set.of(), Set.of(), Set.of(), Optional.of(shape(2, 3)), Optional.empty());
    assertEquals(Operation.values().length * BinaryFormat.ALL.size(), cases(selection).size());
    assertTrue(ids(selection).stream().allMatch(id -> id.matches("[a-z-]+/well-scaled/b?f\\d\\d/own-0,shape=2x3-0001")));
  }

  @Test
  void anOwnCaseIsSelectedByItsId() {
    String id = "inference-forward/well-scaled/f32/" + seeded(0, 3).text() + "-0002";
    Selection selection = new Selection(Set.of(), Set.of(), Set.of(), Optional.of(seeded(0, 3)), Optional.of(id));
    assertEquals(List.of(id), ids(selection));
  }

  @ParameterizedTest
  @EnumSource
  void ownCasesHaveTheShapeWithChannelsOnTheSecondAxis(Operation operation) {
    Selection selection = new Selection(Set.of(operation), F32, Set.of(), Optional.of(shape(3, 5, 2)), Optional.empty());
    Case question = cases(selection).get(0);
    assertEquals(new Shape(3, 5, 2), question.data().shape());
    if (operation != Operation.FOLD) {
      assertEquals(1, question.attributes().channelAxis());
    }
    question.inputs().forEach((slot, tensor) -> assertEquals(question.shapeOf(slot), tensor.shape()));
  }

  @Test
  void aShapeOfOneAxisHasItsChannelsThere() {
    cases(own(shape(4))).forEach(question -> assertEquals(0, question.attributes().channelAxis()));
  }

  @Test
  void theAxisIsTheOneAskedFor() {
    Own last = new Own(
        Optional.of(new Shape(3, 5, 2)), OptionalInt.of(2), OptionalDouble.empty(), OptionalDouble.empty(), 0, 1);
    for (Case question : cases(own(last)).stream().filter(c -> c.attributes().has(Attribute.CHANNEL_AXIS)).toList()) {
      assertEquals(2, question.attributes().channelAxis());
      assertEquals(2, question.view().channels());
      assertEquals(15, question.view().count());
    }
  }

  @Test
  void numbersAreRoundedToTheEpsilonFormat() {
    Own numbers = new Own(
        Optional.of(new Shape(3, 2)), OptionalInt.empty(), OptionalDouble.of(1e-5), OptionalDouble.of(0.1), 0, 1);
    Selection selection = new Selection(Set.of(), Set.of(), Set.of(), Optional.of(numbers), Optional.empty());
    for (Case question : cases(selection).stream().filter(c -> c.attributes().has(Attribute.EPSILON)).toList()) {
      BinaryFormat format = question.attributes().epsilonFormat();
      assertEquals(question.data().format().equals(BinaryFormat.F64) ? BinaryFormat.F64 : BinaryFormat.F32, format);
      assertEquals(format.nearest(1e-5), question.attributes().epsilon());
      if (question.outputs().contains(Slot.RUNNING_MEAN)) {
        assertEquals(format.nearest(0.1), question.attributes().momentum());
      }
    }
    assertTrue(cases(selection).stream().anyMatch(c -> c.attributes().values().containsKey(Attribute.MOMENTUM)));
  }

  @Test
  void theSameSeedGivesEqualCases() {
    assertEquals(cases(own(seeded(7, 3))), cases(own(seeded(7, 3))));
  }

  @Test
  void anotherSeedGivesOtherValues() {
    List<Case> some = cases(own(seeded(7, 3)));
    List<Case> others = cases(own(seeded(8, 3)));
    assertEquals(some.size(), others.size());
    for (int i = 0; i < some.size(); i++) {
      assertNotEquals(some.get(i).id(), others.get(i).id());
      assertNotEquals(some.get(i).data(), others.get(i).data());
    }
  }

  @Test
  void thePublishedCasesAreNoOwnCases() {
    Set<String> published = Set.copyOf(ids(Selection.ALL));
    assertTrue(ids(own(LEFT_OPEN)).stream().noneMatch(published::contains));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 21})
  void thereAreAsManyAsAskedFor(int count) {
    for (Suite.Part part : own(seeded(7, count)).parts()) {
      assertEquals(count, part.cases().size(), part.path());
      assertEquals(count, part.cases().stream().map(Case::data).distinct().count(), "all are different");
    }
  }

  /** A case checks itself when it is made. Sequences are not made to measure. */
  @ParameterizedTest
  @ValueSource(strings = {"4", "0, 3", "3, 2", "2, 3, 2", "1, 1, 1, 1", "2, 2, 1, 3, 1", "2, 1, 2, 1, 2, 1"})
  void everyFamilyMakesCasesOfEveryShapeThatSuitsTheOperation(String dimensions) {
    int[] shape = List.of(dimensions.split(", ")).stream().mapToInt(Integer::parseInt).toArray();
    Own own = new Own(Optional.of(new Shape(shape)), OptionalInt.empty(), OptionalDouble.of(0.1), OptionalDouble.of(0.3), 11, 4);
    Selection selection = new Selection(Set.of(), Set.of(), Set.copyOf(Families.ALL), Optional.of(own), Optional.empty());
    List<Case> cases = cases(selection);
    List<RecipeFamily> families = Families.ALL.stream().filter(RecipeFamily.class::isInstance).map(RecipeFamily.class::cast).toList();
    Recipe ofThatShape = Recipe.of("", 1, shape).forEvery();
    long suited = Stream.of(Operation.values()).filter(ofThatShape::suits).flatMap(operation -> families.stream().flatMap(family ->
        BinaryFormat.ALL.stream().filter(format -> !family.recipes(operation, format).isEmpty()))).count();
    assertEquals(4 * suited, cases.size());
    assertEquals(Set.of(new Shape(shape)), cases.stream().map(c -> c.data().shape()).collect(Collectors.toSet()));
  }

  @Test
  void withoutAShapeTheShapesAreTheFamilys() {
    Own own = new Own(Optional.empty(), OptionalInt.empty(), OptionalDouble.of(0.5), OptionalDouble.empty(), 3, 5);
    Set<Family> families = Set.of(Families.named("sizes"));
    Selection selection = new Selection(Set.of(Operation.INFERENCE_FORWARD), F32, families, Optional.of(own), Optional.empty());
    Selection published = new Selection(Set.of(Operation.INFERENCE_FORWARD), F32, families, Optional.empty(), Optional.empty());
    assertEquals(cases(published).stream().map(c -> c.data().shape()).toList(), cases(selection).stream().map(c -> c.data().shape()).toList());
  }

  @Test
  void noValueIsDrawnThatIsNotUsed() {
    AtomicInteger drawn = new AtomicInteger();
    Filler counting = (draw, channel, i) -> drawn.incrementAndGet();
    Recipe recipe = Recipe.of("counts", 1, 1000, 1000).fill(Slot.X, counting).fill(Slot.WEIGHT, counting).forEvery();
    RecipeFamily family = new RecipeFamily("counting", "counts", format -> List.of(recipe, recipe, recipe));
    Own two = new Own(
        Optional.of(new Shape(5, 3)), OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0, 2);
    for (Operation operation : Operation.values()) {
      drawn.set(0);
      assertEquals(2, CaseMaker.cases(family, operation, BinaryFormat.F32, two).size());
      assertEquals(2 * 15, drawn.get(), operation.label());
    }
  }
}
