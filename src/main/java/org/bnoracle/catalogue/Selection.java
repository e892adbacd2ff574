package org.bnoracle.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;

/**
 * Which cases to take: of the published suite, or of one's own. An empty set stands for all.
 *
 * @param own makes cases instead of taking the published ones; only well-scaled ones where no family is named
 * @param caseId the one case to take
 */
public record Selection(
    Set<Operation> operations, Set<BinaryFormat> formats, Set<Family> families, Optional<Own> own, Optional<String> caseId) {
  /** The whole published suite. */
  public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

  private static final String ORDINARY = "well-scaled";

  /** The name of the suite that is selected from: core, own, or a part of either. */
  public String suite() {
    String name = own.isPresent() ? "own" : Suite.NAME;
    return equals(ALL) || own.isPresent() && caseId.isEmpty() ? name : "part of " + name;
  }

  /** The selected parts that have cases, in the order of reports. */
  public List<Suite.Part> parts() {
    return each((operation, family, format) -> new Suite.Part(operation, family, format, cases(operation, family, format)))
        .stream().filter(part -> !part.cases().isEmpty()).toList();
  }

  /** Something for an operation, family and format. */
  interface Making<E> {
    E make(Operation operation, Family family, BinaryFormat format);
  }

  /** What is made for each operation, family and format, in the order of reports. */
  <E> List<E> each(Making<E> making) {
    List<E> made = new ArrayList<>();
    for (Operation operation : select(operations, List.of(Operation.values()))) {
      for (Family family : select(families.isEmpty() && own.isPresent() ? Set.of(Families.named(ORDINARY)) : families, Families.ALL)) {
        for (BinaryFormat format : select(formats, BinaryFormat.ALL)) {
          made.add(making.make(operation, family, format));
        }
      }
    }
    return made;
  }

  private List<Case> cases(Operation operation, Family family, BinaryFormat format) {
    List<Case> cases = own.isPresent()
        ? family.cases(operation, format, own.get())
        : family.cases(operation, format);
    return cases.stream().filter(c -> caseId.isEmpty() || c.id().equals(caseId.get())).toList();
  }

  private static <E> List<E> select(Set<E> selected, List<E> all) {
    return all.stream().filter(e -> selected.isEmpty() || selected.contains(e)).toList();
  }
}
