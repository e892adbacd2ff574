package org.bnoracle.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Vector;
import org.bnoracle.document.VectorFile;
import org.bnoracle.document.Vectors;
import org.bnoracle.equations.Label;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Oracle;

/** A published suite of golden vectors. */
public enum Suite {
  CORE("what earns its place: a few thousand small cases, committed; a run takes seconds"),
  FULL("core, and more of every family for every operation that it suits; generated, the hashes are committed"),
  LARGE("sizes where implementations have their limits, to a million values a channel; generated, the hashes are committed");

  private final String description;

  Suite(String description) {
    this.description = description;
  }

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

  /**
   * The suite of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Suite named(String name) {
    return Arrays.stream(values()).filter(s -> s.label().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "unknown suite '" + name + "', choose from " + Arrays.stream(values()).map(Suite::label).collect(Collectors.joining(", "))));
  }

  /** The name on the command line and in documents. */
  public String label() {
    return Label.of(this);
  }

  public String description() {
    return description;
  }

  /** The parts, in the order of reports. */
  public List<Part> parts() {
    return Selection.of(this).parts();
  }

  /** The file below golden-vectors that has the manifest. */
  public String manifestFile() {
    return this == CORE ? Manifest.FILE_NAME : "manifest-%s.json".formatted(label());
  }

  /** The manifest that comes with the program, with what the proved checker said of core. */
  public Manifest published() {
    return resource().orElseThrow(() -> new IllegalStateException("the program comes without the manifest of its suite " + label()));
  }

  private Optional<Manifest> resource() {
    String place = "/org/bnoracle/suites/" + manifestFile();
    try (InputStream stream = Suite.class.getResourceAsStream(place)) {
      return stream == null ? Optional.empty() : Optional.of(Manifest.read(stream.readAllBytes(), place));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return manifest(suite, generator, parts.stream().map(Evaluated::part).toList(), parts.stream().map(Evaluated::entry).toList());
  }

  /**
   * The manifest of parts whose files are written as soon as they are made, and not kept.
   *
   * @param write takes a path below the vectors' folder and the file's bytes, from any thread
   */
  public static Manifest publish(String suite, List<Part> parts, String generator, BiConsumer<String, byte[]> write) {
    return manifest(suite, generator, parts, parts.parallelStream().map(part -> {
      Evaluated evaluated = part.evaluated(generator);
      write.accept(part.path(), evaluated.bytes());
      return evaluated.entry();
    }).toList());
  }

  private static Manifest manifest(String suite, String generator, List<Part> parts, List<Manifest.Entry> entries) {
    Set<String> there = parts.stream().flatMap(part -> part.cases().stream()).map(Case::id).collect(Collectors.toSet());
    List<List<String>> sequences = Sequence.published().stream().map(Sequence::ids).filter(there::containsAll).toList();
    Manifest manifest = new Manifest(suite, generator, sequences, entries);
    String identity = manifest.identity();
    return manifest.with(CORE.resource().flatMap(Manifest::proof).filter(proof -> proof.suite().equals(identity)));
  }
}
