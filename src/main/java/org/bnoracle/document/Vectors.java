package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;

/** Reads and writes documents in the vector form. */
public final class Vectors {
  private static final List<String> FIELDS = List.of("format", "operation", "family", "generator", "flags", "cases");
  private static final List<String> FLAG_FIELDS = List.of("bug_class", "fault", "effect", "references");

  private final JsonInput in;
  private Operation operation;
  private String family = "";
  private String generator = "";
  private final List<Flag> flags = new ArrayList<>();
  private final List<CaseJson> drafts = new ArrayList<>();

  private Vectors(JsonInput in) {
    this.in = in;
  }

  /** Reads a document that names no files. */
  public static VectorFile read(byte[] document, String source) {
    return read(document, source, null);
  }

  /**
   * Reads a document whose cases may lack outputs.
   *
   * @param source names the document in complaints
   * @param folder where the files lie that the document names; null if it may name none
   * @throws DocumentException if the document is not in the vector form
   */
  public static VectorFile read(byte[] document, String source, Path folder) {
    return JsonInput.read(document, source, folder, in -> new Vectors(in).read());
  }

  private VectorFile read() throws IOException {
    String place = in.place();
    in.object(name -> {
      switch (name) {
        case "format" -> readFormat();
        case "operation" -> operation = in.lookUp(in.string(), Operation::named);
        case "family" -> family = in.string();
        case "generator" -> generator = in.string();
        case "flags" -> in.object(this::readFlag);
        case "cases" -> in.array(() -> drafts.add(CaseJson.read(in, "case-" + (drafts.size() + 1))));
        default -> throw in.unknownField(name, FIELDS);
      }
    });
    if (operation == null || drafts.isEmpty()) {
      throw new DocumentException(place + "a document needs an operation and at least one case");
    }
    Set<String> ids = new HashSet<>();
    drafts.stream().filter(draft -> !ids.add(draft.id())).findFirst().ifPresent(draft -> {
      throw new DocumentException(draft.place() + "a second case with the id '" + draft.id() + "'");
    });
    return new VectorFile(
        operation, family, generator, flags, drafts.stream().map(draft -> draft.vector(operation)).toList());
  }

  private void readFormat() throws IOException {
    int version = in.wholeNumber();
    if (version != VectorFile.FORMAT) {
      throw in.error("this program reads format %d, was %d".formatted(VectorFile.FORMAT, version));
    }
  }

  private void readFlag(String flagName) throws IOException {
    int[] bugClass = {0};
    String[] texts = {"", ""};
    List<String> references = new ArrayList<>();
    in.object(name -> {
      switch (name) {
        case "bug_class" -> bugClass[0] = in.wholeNumber();
        case "fault" -> texts[0] = in.string();
        case "effect" -> texts[1] = in.string();
        case "references" -> references.addAll(in.strings());
        default -> throw in.unknownField(name, FLAG_FIELDS);
      }
    });
    flags.add(new Flag(flagName, bugClass[0], texts[0], texts[1], references));
  }

  /** The document; the same file gives the same bytes everywhere. */
  public static byte[] bytes(VectorFile file) {
    return JsonOutput.bytes(out -> {
      out.writeStartObject();
      out.writeNumberField("format", VectorFile.FORMAT);
      out.writeStringField("operation", file.operation().label());
      if (!file.family().isEmpty()) {
        out.writeStringField("family", file.family());
      }
      out.writeStringField("generator", file.generator());
      if (!file.flags().isEmpty()) {
        writeFlags(out, file.flags());
      }
      out.writeArrayFieldStart("cases");
      for (Vector vector : file.vectors()) {
        CaseJson.write(out, vector);
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static void writeFlags(JsonGenerator out, List<Flag> flags) throws IOException {
    out.writeObjectFieldStart("flags");
    for (Flag flag : flags) {
      out.writeObjectFieldStart(flag.name());
      if (flag.bugClass() > 0) {
        out.writeNumberField("bug_class", flag.bugClass());
      }
      out.writeStringField("fault", flag.fault());
      out.writeStringField("effect", flag.effect());
      out.writeFieldName("references");
      out.writeArray(flag.references().toArray(String[]::new), 0, flag.references().size());
      out.writeEndObject();
    }
    out.writeEndObject();
  }
}
