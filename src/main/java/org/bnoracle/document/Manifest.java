package org.bnoracle.document;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a folder of vectors holds.
 *
 * @param suite the suite's name
 * @param generator what wrote it
 * @param sequences ids of cases that follow each other
 * @param proof what the proved checker said of these very files; empty if it was not asked
 */
public record Manifest(
    String suite, String generator, List<List<String>> sequences, List<Entry> files, Optional<Proof> proof) {
  public static final String FILE_NAME = "manifest.json";

  private static final List<String> FIELDS = List.of("format", "suite", "generator", "cases", "sequences", "files", "proof");
  private static final List<String> FILE_FIELDS = List.of("path", "sha256", "cases");

  /** A folder without sequences. */
  public Manifest(String suite, String generator, List<Entry> files) {
    this(suite, generator, List.of(), files);
  }

  /** Without a verdict of the proved checker. */
  public Manifest(String suite, String generator, List<List<String>> sequences, List<Entry> files) {
    this(suite, generator, sequences, files, Optional.empty());
  }

  /** With another verdict. */
  public Manifest with(Optional<Proof> verdict) {
    return new Manifest(suite, generator, sequences, files, verdict);
  }

  /** What the suite is known by: the SHA-256 of its manifest without the verdict. */
  public String identity() {
    return sha256(with(Optional.empty()).bytes());
  }

  /** One file: its path below the folder, the hash of its bytes, its number of cases. */
  public record Entry(String path, String sha256, int cases) {
    public static Entry of(String path, byte[] bytes, int cases) {
      return new Entry(path, Manifest.sha256(bytes), cases);
    }
  }

  /** The number of cases in all files. */
  public int cases() {
    return files.stream().mapToInt(Entry::cases).sum();
  }

  /** SHA-256 in hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The manifest as a document. */
  public byte[] bytes() {
    return JsonOutput.bytes(out -> {
      out.writeStartObject();
      out.writeNumberField("format", VectorFile.FORMAT);
      out.writeStringField("suite", suite);
      out.writeStringField("generator", generator);
      out.writeNumberField("cases", cases());
      if (!sequences.isEmpty()) {
        out.writeArrayFieldStart("sequences");
        for (List<String> sequence : sequences) {
          out.writeArray(sequence.toArray(String[]::new), 0, sequence.size());
        }
        out.writeEndArray();
      }
      out.writeArrayFieldStart("files");
      for (Entry file : files) {
        out.writeStartObject();
        out.writeStringField("path", file.path());
        out.writeStringField("sha256", file.sha256());
        out.writeNumberField("cases", file.cases());
        out.writeEndObject();
      }
      out.writeEndArray();
      if (proof.isPresent()) {
        out.writeFieldName("proof");
        proof.get().write(out);
      }
      out.writeEndObject();
    });
  }

  /** What was written where, as a document. */
  public byte[] summary(String folder) {
    return JsonOutput.bytes(out -> {
      out.writeStartObject();
      out.writeStringField("suite", suite);
      out.writeStringField("sha256", identity());
      out.writeNumberField("cases", cases());
      out.writeStringField("folder", folder);
      out.writeEndObject();
    });
  }

  /**
   * @param source names the document in complaints
   * @throws DocumentException if the document is not a manifest
   */
  public static Manifest read(byte[] document, String source) {
    return JsonInput.read(document, source, null, Manifest::read);
  }

  private static Manifest read(JsonInput in) throws IOException {
    String[] texts = {"", ""};
    int[] cases = {0};
    List<List<String>> sequences = new ArrayList<>();
    List<Entry> files = new ArrayList<>();
    Proof[] proof = {null};
    in.object(name -> {
      switch (name) {
        case "format" -> in.wholeNumber();
        case "suite" -> texts[0] = in.string();
        case "generator" -> texts[1] = in.string();
        case "cases" -> cases[0] = in.wholeNumber();
        case "sequences" -> in.array(() -> sequences.add(in.strings()));
        case "files" -> in.array(() -> files.add(readEntry(in)));
        case "proof" -> proof[0] = Proof.read(in);
        default -> throw in.unknownField(name, FIELDS);
      }
    });
    Manifest manifest = new Manifest(texts[0], texts[1], sequences, files, Optional.ofNullable(proof[0]));
    if (cases[0] != manifest.cases() || cases[0] == 0) {
      throw in.error("says %d cases, its files have %d".formatted(cases[0], manifest.cases()));
    }
    return manifest;
  }

  private static Entry readEntry(JsonInput in) throws IOException {
    String[] texts = {"", ""};
    int[] cases = {0};
    in.object(name -> {
      switch (name) {
        case "path" -> texts[0] = in.string();
        case "sha256" -> texts[1] = in.string();
        case "cases" -> cases[0] = in.wholeNumber();
        default -> throw in.unknownField(name, FILE_FIELDS);
      }
    });
    return new Entry(texts[0], texts[1], cases[0]);
  }
}
