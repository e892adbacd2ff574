package org.bnoracle.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.JsonOutput;
import org.bnoracle.document.Literal;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Proof;
import org.bnoracle.document.Schema;
import org.bnoracle.document.Vector;
import org.bnoracle.document.VectorFile;
import org.bnoracle.document.Vectors;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.DecimalOpinion;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.proof.Findings;
import org.bnoracle.proof.ProvedChecker;
import org.bnoracle.proof.Verdict;
import org.bnoracle.tensor.Tensor;

/** Checks published vectors against their schema, their manifest, and the oracle. */
public final class Verification {
  private final List<String> faults = new ArrayList<>();
  private final DecimalOpinion opinion;
  private final ProvedChecker checker;
  private Findings findings;
  private Manifest manifest;
  private int files;
  private int cases;
  private int values;
  private boolean hashed;

  /**
   * @param digits of the decimal second opinion; 0 for none
   * @param checker the proved checker, which gets the values too; null for none
   */
  public Verification(int digits, ProvedChecker checker) {
    this.opinion = digits == 0 ? null : new DecimalOpinion(digits);
    this.checker = checker;
  }

  /** Hears what the proved checker says, when all vectors are in. */
  public void hear() throws IOException {
    findings = checker.finish();
    findings.wrong().forEach(wrong -> faults.add("%s %s[%d]: published %s, by the proved checker not the exact result rounded once".formatted(
        wrong.id(), wrong.output(), wrong.index(), Literal.write(wrong.value()))));
    findings.small().forEach(small -> faults.add("%s %s bound[%d]: published %s, by the proved checker less than a sound run may err".formatted(
        small.id(), small.output(), small.index(), small.value())));
  }

  /** Compares what the proved checker says with what the manifest says that it said. */
  public void compareWithRecord(Verdict verdict) {
    if (manifest == null || manifest.proof().isEmpty()) {
      return;
    }
    Proof recorded = manifest.proof().get();
    if (!recorded.specification().equals(verdict.specification())) {
      faults.add("%s: its proof names the specification %s, this one is %s".formatted(
          Manifest.FILE_NAME, recorded.specification(), verdict.specification()));
    } else if (!recorded.equals(verdict.of(manifest))) {
      faults.add("%s: its proof says %s, now it is %s".formatted(Manifest.FILE_NAME, recorded, verdict.of(manifest)));
    }
  }

  /** What the proved checker found. */
  public Findings findings() {
    return findings;
  }

  /** What is wrong, a line each. */
  public List<String> faults() {
    return faults;
  }

  /** Checks a folder by its manifest: each file that it names, and that there is no other. */
  public void folder(Path folder) throws IOException {
    Path place = folder.resolve(Manifest.FILE_NAME);
    manifest = Manifest.read(Files.readAllBytes(place), place.toString());
    manifest.proof().filter(proof -> !proof.suite().equals(manifest.identity())).ifPresent(
        proof -> faults.add(Manifest.FILE_NAME + ": its proof is about other files"));
    Set<String> known = new HashSet<>();
    for (Manifest.Entry entry : manifest.files()) {
      known.add(entry.path());
      entry(folder, entry);
    }
    for (Operation operation : Operation.values()) {
      schema(folder, operation);
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.filter(Files::isRegularFile).map(path -> folder.relativize(path).toString()).sorted()
          .filter(path -> path.contains("/") && !path.startsWith("schema/") && !known.contains(path))
          .forEach(path -> faults.add(path + ": is not in the manifest"));
    }
  }

  /** Compares the files of a suite that was made again with those that its published manifest names. */
  public void compare(Manifest published, Manifest made) {
    Map<String, Manifest.Entry> again = made.files().stream().collect(Collectors.toMap(Manifest.Entry::path, Function.identity()));
    for (Manifest.Entry entry : published.files()) {
      Manifest.Entry now = again.remove(entry.path());
      if (now == null) {
        faults.add(entry.path() + ": is in the manifest, but is not made");
      } else if (!now.equals(entry)) {
        faults.add("%s: the manifest says %d cases and SHA-256 %s, made are %d and %s".formatted(
            entry.path(), entry.cases(), entry.sha256(), now.cases(), now.sha256()));
      }
    }
    again.keySet().stream().sorted().forEach(path -> faults.add(path + ": is not in the manifest"));
    if (faults.isEmpty() && !published.identity().equals(made.identity())) {
      faults.add("the manifest has another generator, or other sequences");
    }
    files = made.files().size();
    cases = made.cases();
    hashed = true;
  }

  private void schema(Path folder, Operation operation) throws IOException {
    Path file = folder.resolve(Schema.path(operation));
    if (!Files.isRegularFile(file)) {
      faults.add(Schema.path(operation) + ": is not in the folder");
    } else if (!Arrays.equals(Files.readAllBytes(file), Schema.of(operation).bytes())) {
      faults.add(Schema.path(operation) + ": is not the schema of this version");
    }
  }

  private void entry(Path folder, Manifest.Entry entry) throws IOException {
    Path file = folder.resolve(entry.path()).normalize();
    if (!AtomicFile.isBelow(folder, file) || !Files.isRegularFile(file)) {
      faults.add(entry.path() + ": is in the manifest, but not in the folder");
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!Manifest.sha256(bytes).equals(entry.sha256())) {
      faults.add(entry.path() + ": has another SHA-256 than the manifest says");
    }
    int before = cases;
    try {
      file(entry.path(), bytes, file.getParent());
    } catch (DocumentException e) {
      faults.add(e.getMessage());
    }
    if (cases - before != entry.cases()) {
      faults.add("%s: has %d cases, the manifest says %d".formatted(entry.path(), cases - before, entry.cases()));
    }
  }

  /**
   * Checks one file of vectors.
   *
   * @param folder where the files lie that it names; null if it may name none
   * @throws DocumentException if it is not in the vector form
   */
  public void file(String name, byte[] bytes, Path folder) throws IOException {
    VectorFile file = Vectors.read(bytes, name, folder);
    Schema.of(file.operation()).violations(bytes).forEach(violation -> faults.add(name + ": schema: " + violation));
    files++;
    for (Vector vector : file.vectors()) {
      cases++;
      check(vector);
    }
  }

  private void check(Vector vector) throws IOException {
    Map<Slot, Output> right = PublishedBounds.outputs(vector.question(), Oracle.evaluate(vector.question()));
    if (!vector.outputs().keySet().equals(right.keySet())) {
      faults.add("%s: has outputs %s, expected %s".formatted(vector.question().id(), vector.outputs().keySet(), right.keySet()));
      return;
    }
    right.forEach((slot, output) -> compare(vector.question().id() + " " + slot.label(), vector.outputs().get(slot), output));
    if (checker != null && isShaped(vector, right)) {
      checker.ask(vector);
    }
    if (opinion != null) {
      opinion.consider(vector.question(), vector.outputs());
    }
  }

  /** Whether each output has a format and a shape that the checker can be asked about. */
  private static boolean isShaped(Vector vector, Map<Slot, Output> right) {
    return right.entrySet().stream().allMatch(entry -> vector.outputs().get(entry.getKey()) instanceof Output.Values p
        ? entry.getValue() instanceof Output.Values r && isLike(p.tensor(), r.tensor())
        : !(entry.getValue() instanceof Output.Values));
  }

  private static boolean isLike(Tensor a, Tensor b) {
    return a.shape().equals(b.shape()) && a.format().equals(b.format());
  }

  private void compare(String place, Output published, Output right) {
    if (!(published instanceof Output.Values p && right instanceof Output.Values r)) {
      if (!published.equals(right)) {
        faults.add("%s: published %s, expected %s".formatted(place, published, right));
      }
      return;
    }
    values += r.tensor().size();
    if (!isLike(p.tensor(), r.tensor())) {
      faults.add("%s: is %s %s, expected %s %s".formatted(
          place, p.tensor().format(), p.tensor().shape(), r.tensor().format(), r.tensor().shape()));
      return;
    }
    compare(place, p, r);
  }

  private void compare(String place, Output.Values published, Output.Values right) {
    Tensor tensor = right.tensor();
    for (int i = 0; i < tensor.size(); i++) {
      if (Double.doubleToLongBits(published.tensor().get(i)) != Double.doubleToLongBits(tensor.get(i))) {
        faults.add("%s[%d]: published %s, expected %s".formatted(
            place, i, Literal.write(published.tensor().get(i)), Literal.write(tensor.get(i))));
      }
    }
    if (published.bound().isPresent()) {
      compareBounds(place, published.bound().get(), right.bound().orElseThrow());
    }
    if (!published.accept().equals(right.accept())) {
      faults.add("%s: accepts %s, expected %s".formatted(place, published.accept(), right.accept()));
    }
  }

  private void compareBounds(String place, Tensor published, Tensor right) {
    for (int i = 0; i < right.size(); i++) {
      if (Double.compare(published.get(i), right.get(i)) != 0) {
        faults.add("%s bound[%d]: published %s, expected %s".formatted(place, i, published.get(i), right.get(i)));
      }
    }
  }

  /** What was checked, in words. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(hashed
        ? "%d files, %d cases made again and their hashes compared, %d faults".formatted(files, cases, faults.size())
        : "%d files, %d cases, %d values recomputed, %d faults".formatted(files, cases, values, faults.size()));
    if (opinion != null) {
      lines.add("decimal intervals: %d values confirmed, %d refuted, %d too near to a rounding boundary, %d in channels with special values".formatted(
          opinion.confirmed(), opinion.refuted(), opinion.indeterminate(), opinion.skipped()));
    }
    if (findings != null) {
      Findings.Count total = findings.total();
      lines.add("proved checker: %d values proved to be the exact result rounded once, %d refuted, %d special and %d after an activation of special ones".formatted(
          total.proved(), total.wrong(), total.special(), total.ruled()));
      Findings.BoundCount bounds = findings.totalBounds();
      lines.add("proved checker: %d bounds proved, %d refuted, %d of outputs without a proof".formatted(bounds.proved(), bounds.small(), bounds.unproved()));
    }
    return lines;
  }

  /** What was checked, as JSON. */
  public byte[] json() {
    return JsonOutput.bytes(out -> {
      out.writeStartObject();
      out.writeNumberField("files", files);
      out.writeNumberField("cases", cases);
      out.writeNumberField("values", values);
      if (findings != null) {
        Findings.Count total = findings.total();
        out.writeObjectFieldStart("proof");
        out.writeNumberField("proved", total.proved());
        out.writeNumberField("refuted", total.wrong());
        out.writeNumberField("special", total.special());
        out.writeNumberField("ruled", total.ruled());
        out.writeNumberField("bounds_proved", findings.totalBounds().proved());
        out.writeNumberField("bounds_refuted", findings.totalBounds().small());
        out.writeEndObject();
      }
      out.writeFieldName("faults");
      out.writeArray(faults.toArray(String[]::new), 0, faults.size());
      out.writeEndObject();
    });
  }
}
