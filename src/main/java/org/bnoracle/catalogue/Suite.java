package org.bnoracle.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bnoracle.document.Vector;
import org.bnoracle.document.VectorFile;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;
import org.bnoracle.oracle.Oracle;

/** The suite of golden vectors that is published. */
public final class Suite {
  public static final String NAME = "core";

  private Suite() {}

  /** One file of the suite, by what makes it. */
  public record Part(Operation operation, Family family, BinaryFormat format) {
    /** The file's path below the vectors' folder. */
    public String path() {
      return "%s/%s.%s.json".formatted(operation.label(), family.name(), format);
    }

    /** The cases, without outputs. */
    public List<Case> cases() {
      return CaseMaker.cases(family, operation, format);
    }

    /** The file, with the oracle's outputs. */
    public VectorFile file(String generator) {
      List<Vector> vectors = cases().stream().map(c -> new Vector(c, Oracle.evaluate(c).outputs())).toList();
      return new VectorFile(operation, family.name(), generator, flags(), vectors);
    }

    private List<Flag> flags() {
      Map<String, Flag> flags = new TreeMap<>();
      family.recipes().apply(format).stream().filter(r -> r.operations().contains(operation))
          .flatMap(r -> r.flags().stream()).forEach(flag -> flags.put(flag.name(), flag));
      return List.copyOf(flags.values());
    }
  }

  /** All parts that have cases, in the order of reports. */
  public static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (Family family : Families.ALL) {
        for (BinaryFormat format : BinaryFormat.ALL) {
          parts.add(new Part(operation, family, format));
        }
      }
    }
    return parts.stream().filter(part -> !part.cases().isEmpty()).toList();
  }
}
