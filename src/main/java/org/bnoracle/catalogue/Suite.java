package org.bnoracle.catalogue;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Vector;
import org.bnoracle.document.VectorFile;
import org.bnoracle.document.Vectors;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Oracle;

/** A suite of golden vectors. */
public final class Suite {
  /** The published one. */
  public static final String NAME = "core";

  private Suite() {}

  /** The cases of one file. */
  public record Part(Operation operation, Family family, BinaryFormat format, List<Case> cases) {
    /** The file's path below the vectors' folder. */
    public String path() {
      return "%s/%s.%s.json".formatted(operation.label(), family.name(), format);
    }

    /** The part with the oracle's answers. */
    public Evaluated evaluated(String generator) {
      List<Question> questions = cases.stream().map(c -> new Question(c, Oracle.evaluate(c))).toList();
      List<Vector> vectors = questions.stream().map(q -> new Vector(q.question(), PublishedBounds.outputs(q.question(), q.evaluation()))).toList();
      VectorFile file = new VectorFile(operation, family.name(), generator, family.flags(operation, format), vectors);
      return new Evaluated(this, questions, Vectors.bytes(file));
    }
  }

  /** A case and the oracle's answer. */
  public record Question(Case question, Evaluation evaluation) {}

  /** A part with the oracle's answers, and the bytes of its file. */
  public record Evaluated(Part part, List<Question> questions, byte[] bytes) {
    /** The file's line in the manifest. */
    Manifest.Entry entry() {
      return Manifest.Entry.of(part.path(), bytes, questions.size());
    }
  }

  /** The parts of the published suite, in the order of reports. */
  public static List<Part> parts() {
    return Selection.ALL.parts();
  }

  /**
   * Parts with the oracle's answers.
   *
   * @param generator what writes them: the program's name and version
   * @param progress is told of each finished part, from any thread
   */
  public static List<Evaluated> evaluate(List<Part> parts, String generator, Consumer<Part> progress) {
    return parts.parallelStream().map(part -> {
      Evaluated evaluated = part.evaluated(generator);
      progress.accept(part);
      return evaluated;
    }).toList();
  }

  /** @param suite the suite's name */
  public static Manifest manifest(String suite, String generator, List<Evaluated> parts) {
    Set<String> there =
        parts.stream().flatMap(part -> part.part().cases().stream()).map(Case::id).collect(Collectors.toSet());
    List<List<String>> sequences = Sequence.published().stream().map(Sequence::ids).filter(there::containsAll).toList();
    return new Manifest(suite, generator, sequences, parts.stream().map(Evaluated::entry).toList()).withRecordedProof();
  }
}
