package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bnoracle.exchange.Npy;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/**
 * A folder by which cases travel to a device and results come back: run.json, and ID/NAME.npy for every input and output.
 *
 * @param sha256 of the suite's manifest
 * @param selection the options that selected the cases
 */
public record Recording(String sha256, List<String> selection) {
  public static final String FILE_NAME = "run.json";

  private static final List<String> FIELDS = List.of("format", "sha256", "selection", "cases");

  /** Where a tensor of a case lies below the folder. */
  public static Path place(Case question, Slot slot) {
    return Path.of(question.id(), slot.label() + ".npy");
  }

  /** Writes the inputs of the cases, and run.json last. */
  public void write(Path folder, List<Case> cases) throws IOException {
    for (Case question : cases) {
      for (Map.Entry<Slot, Tensor> input : question.inputs().entrySet()) {
        AtomicFile.write(folder.resolve(place(question, input.getKey())), Npy.bytes(input.getValue()));
      }
    }
    AtomicFile.write(folder.resolve(FILE_NAME), JsonOutput.bytes(out -> write(out, cases)));
  }

  private void write(JsonGenerator out, List<Case> cases) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", VectorFile.FORMAT);
    out.writeStringField("sha256", sha256);
    out.writeFieldName("selection");
    out.writeArray(selection.toArray(String[]::new), 0, selection.size());
    out.writeArrayFieldStart("cases");
    for (Case question : cases) {
      out.writeStartObject();
      out.writeStringField("id", question.id());
      out.writeStringField("operation", question.operation().label());
      CaseJson.writeAttributes(out, question);
      writeSlots(out, "inputs", question, List.copyOf(question.inputs().keySet()));
      writeSlots(out, "outputs", question, question.outputs());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeSlots(JsonGenerator out, String name, Case question, List<Slot> slots) throws IOException {
    out.writeObjectFieldStart(name);
    for (Slot slot : slots) {
      out.writeObjectFieldStart(slot.label());
      out.writeStringField("format", question.formatOf(slot).name());
      out.writeFieldName("shape");
      out.writeArray(question.shapeOf(slot).dimensions(), 0, question.shapeOf(slot).rank());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /**
   * @param source names the document in complaints
   * @throws DocumentException if the document is no run.json
   */
  public static Recording read(byte[] document, String source) {
    return JsonInput.read(document, source, null, Recording::read);
  }

  private static Recording read(JsonInput in) throws IOException {
    String[] sha256 = {""};
    List<String> selection = new ArrayList<>();
    in.object(name -> {
      switch (name) {
        case "format" -> in.wholeNumber();
        case "sha256" -> sha256[0] = in.string();
        case "selection" -> selection.addAll(in.strings());
        case "cases" -> in.skip();
        default -> throw in.unknownField(name, FIELDS);
      }
    });
    return new Recording(sha256[0], selection);
  }

  /**
   * A result that came back.
   *
   * @throws DocumentException if the file is not the tensor that the case asks for
   */
  public static Tensor result(Path folder, Case question, Slot slot) {
    Path file = folder.resolve(place(question, slot));
    try {
      Tensor tensor = Npy.tensor(Files.readAllBytes(file), question.formatOf(slot));
      if (!tensor.shape().equals(question.shapeOf(slot))) {
        throw new DocumentException("%s: wrong shape: expected %s, got %s".formatted(file, question.shapeOf(slot), tensor.shape()));
      }
      return tensor;
    } catch (IllegalArgumentException e) {
      throw new DocumentException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
