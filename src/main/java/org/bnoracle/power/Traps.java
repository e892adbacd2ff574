package org.bnoracle.power;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;

/** The cases of a suite, by operation and family, the smallest first. A family's size is the number of all its values of x. */
final class Traps {
  /** The cases of one operation in one family. */
  private record Place(Operation operation, String family) {}

  private final Map<Place, List<Trap>> byPlace = new LinkedHashMap<>();
  private final Map<String, Integer> familySizes = new LinkedHashMap<>();
  private int size;

  Traps(List<Suite.Part> parts) {
    for (Suite.Part part : parts) {
      Place place = new Place(part.operation(), part.family().name());
      List<Trap> traps = byPlace.computeIfAbsent(place, p -> new ArrayList<>());
      for (Case question : part.cases()) {
        familySizes.merge(place.family, question.data().size(), Integer::sum);
        traps.add(new Trap(question, place.family, size++));
      }
    }
    byPlace.values().forEach(Collections::sort);
  }

  int size() {
    return size;
  }

  /** The families, the smallest first. */
  List<String> families() {
    return familySizes.keySet().stream().sorted(Comparator.comparing(familySizes::get)).toList();
  }

  /** The cases of a family. */
  List<Trap> of(String family) {
    return byPlace.entrySet().stream().filter(entry -> entry.getKey().family.equals(family))
        .flatMap(entry -> entry.getValue().stream()).toList();
  }

  /** The cases of an operation: those of the smallest family first, and of each family the smallest. */
  List<Trap> of(Operation operation) {
    return byPlace.entrySet().stream().filter(entry -> entry.getKey().operation == operation).map(Map.Entry::getValue)
        .flatMap(List::stream).sorted(Comparator.comparing((Trap trap) -> familySizes.get(trap.family())).thenComparing(trap -> trap)).toList();
  }

  /** What becomes of a program in each operation and family. */
  List<Cell> cells(Computation program) {
    return byPlace.entrySet().stream().map(entry -> cell(program, entry.getKey(), entry.getValue())).toList();
  }

  private static Cell cell(Computation program, Place place, List<Trap> traps) {
    boolean changes = false;
    Optional<Catch> unstable = Optional.empty();
    for (Trap trap : traps) {
      Trap.Bite bite = trap.bite(program);
      changes |= bite.changes();
      if (bite.caught().filter(Catch::isWrong).isPresent()) {
        return new Cell(place.operation, place.family, true, bite.caught());
      }
      unstable = unstable.or(bite::caught);
    }
    return new Cell(place.operation, place.family, changes, unstable);
  }
}
