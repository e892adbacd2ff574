package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/**
 * What archives of tensors hold: everything of the vectors but their numbers.
 *
 * @param manifest of the suite
 * @param archives the vectors of each archive, by its path beside the index
 */
public record ArchiveIndex(Manifest manifest, Map<String, List<Vector>> archives) {
  public static final String FILE_NAME = "index.json";

  /** The tensors of an archive by their keys: NUMBER/inputs/NAME, NUMBER/outputs/NAME and NUMBER/bounds/NAME. */
  public static Map<String, Tensor> tensors(List<Vector> vectors) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Vector vector : vectors) {
      String key = key(vector.question());
      vector.question().inputs().forEach((slot, tensor) -> tensors.put(key + "/inputs/" + slot.label(), tensor));
      vector.outputs().forEach((slot, output) -> {
        if (output instanceof Output.Values values) {
          tensors.put(key + "/outputs/" + slot.label(), values.tensor());
          values.bound().ifPresent(bound -> tensors.put(key + "/bounds/" + slot.label(), bound));
        }
      });
    }
    return tensors;
  }

  /** The number of a case within its file. */
  private static String key(Case question) {
    return question.id().substring(question.id().lastIndexOf('/') + 1);
  }

  /** The index as a document. */
  public byte[] bytes() {
    return JsonOutput.bytes(out -> {
      out.writeStartObject();
      out.writeNumberField("format", VectorFile.FORMAT);
      out.writeStringField("suite", manifest.suite());
      out.writeStringField("sha256", manifest.identity());
      out.writeStringField("generator", manifest.generator());
      out.writeArrayFieldStart("cases");
      for (Map.Entry<String, List<Vector>> archive : archives.entrySet()) {
        for (Vector vector : archive.getValue()) {
          write(out, archive.getKey(), vector);
        }
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static void write(JsonGenerator out, String archive, Vector vector) throws IOException {
    Case question = vector.question();
    out.writeStartObject();
    out.writeStringField("id", question.id());
    out.writeStringField("archive", archive);
    out.writeStringField("key", key(question));
    out.writeStringField("operation", question.operation().label());
    CaseJson.writeAttributes(out, question);
    out.writeObjectFieldStart("inputs");
    for (Map.Entry<Slot, Tensor> input : question.inputs().entrySet()) {
      out.writeStringField(input.getKey().label(), input.getValue().format().name());
    }
    out.writeEndObject();
    out.writeObjectFieldStart("outputs");
    for (Map.Entry<Slot, Output> output : vector.outputs().entrySet()) {
      out.writeObjectFieldStart(output.getKey().label());
      write(out, output.getValue());
      out.writeEndObject();
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Output output) throws IOException {
    if (output instanceof Output.Values values) {
      out.writeStringField("format", values.tensor().format().name());
      TensorWriter.writeAccept(out, values);
    } else {
      out.writeStringField("undefined", ((Output.Undefined) output).reason());
    }
  }
}
