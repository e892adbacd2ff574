package org.bnoracle.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.document.Manifest;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;

/**
 * Which cases to take: of a published suite, or of one's own. An empty set stands for all.
 *
 * @param own makes cases instead of taking the published ones; only well-scaled ones where no family is named
 * @param caseId the one case to take
 */
public record Selection(
    Suite suite, Set<Operation> operations, Set<BinaryFormat> formats, Set<Family> families, Optional<Own> own, Optional<String> caseId) {
  /** The whole suite core. */
  public static final Selection ALL = of(Suite.CORE);

  private static final String ORDINARY = "well-scaled";

  /** Of the suite core. */
  public Selection(
      Set<Operation> operations, Set<BinaryFormat> formats, Set<Family> families, Optional<Own> own, Optional<String> caseId) {
    this(Suite.CORE, operations, formats, families, own, caseId);
  }

  /** The whole of a suite. */
  public static Selection of(Suite suite) {
    return new Selection(suite, Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());
  }

  /** What is selected: the suite's name, own, or a part of either. */
  public String name() {
    String name = own.isPresent() ? "own" : suite.label();
    return isWhole() || own.isPresent() && caseId.isEmpty() ? name : "part of " + name;
  }

  /** Whether nothing of the suite is left out. */
  public boolean isWhole() {
    return equals(of(suite));
  }

  /**
   * The manifest of the selected parts. That of a whole suite must be the published one.
   *
   * @throws IllegalStateException if it is not: other values, or fewer cases
   */
  public Manifest manifest(String generator, List<Suite.Evaluated> parts) {
    Manifest manifest = Suite.manifest(name(), generator, parts);
    if (isWhole() && !manifest.identity().equals(suite.published().identity())) {
      throw new IllegalStateException("%s has %d cases and the sha256 %s, its manifest says %d and %s; 'generate' writes it anew".formatted(
          name(), manifest.cases(), manifest.identity(), suite.published().cases(), suite.published().identity()));
    }
    return manifest;
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
        : family.cases(suite, operation, format);
    return cases.stream().filter(c -> caseId.isEmpty() || c.id().equals(caseId.get())).toList();
  }

  private static <E> List<E> select(Set<E> selected, List<E> all) {
    return all.stream().filter(e -> selected.isEmpty() || selected.contains(e)).toList();
  }
}
