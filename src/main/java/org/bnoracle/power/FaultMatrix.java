package org.bnoracle.power;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.faults.EquivalentChange;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.operation.BugClass;

/**
 * Fault × operation × family: each fault runs as a subject through a suite.
 *
 * @param rows in the order of the faults
 * @param equivalent what becomes of {@link EquivalentChange}
 */
public record FaultMatrix(List<Row> rows, List<Cell> equivalent) {
  /** What becomes of a program with one fault, operation by operation, family by family. */
  public record Row(Fault fault, List<Cell> cells) {
    /** The smallest case that it is wrong in, or else unstable. */
    public Optional<Catch> caught() {
      return smallest(cells);
    }
  }

  /** @param progress is told of each finished fault, from any thread */
  public static FaultMatrix of(List<Suite.Part> parts, Consumer<Fault> progress) {
    return of(new Traps(parts), progress);
  }

  static FaultMatrix of(Traps traps, Consumer<Fault> progress) {
    List<Row> rows = Arrays.stream(Fault.values()).parallel().map(fault -> {
      Row row = new Row(fault, traps.cells(new FaultyProgram(Set.of(fault))));
      progress.accept(fault);
      return row;
    }).toList();
    return new FaultMatrix(rows, traps.cells(new TextProgram(new EquivalentChange())));
  }

  private static Optional<Catch> smallest(List<Cell> cells) {
    return cells.stream().flatMap(cell -> cell.caught().stream()).min(Comparator.naturalOrder());
  }

  /** Whether each fault is caught, and the equivalent change is not. */
  public boolean isComplete() {
    return rows.stream().allMatch(row -> row.caught().isPresent()) && equivalentCaught().isEmpty();
  }

  /** The case that wrongly catches the equivalent change. */
  public Optional<Catch> equivalentCaught() {
    return smallest(equivalent);
  }

  /** The families that catch a fault of each class of bugs that has faults. */
  public Map<BugClass, Set<String>> familiesByClass() {
    return rows.stream().collect(Collectors.groupingBy(row -> row.fault().bugClass(), TreeMap::new,
        Collectors.flatMapping(row -> row.cells().stream().filter(cell -> cell.caught().isPresent()).map(Cell::family),
            Collectors.toCollection(TreeSet::new))));
  }
}
