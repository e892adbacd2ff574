package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/**
 * Writes tensors for a reader.
 *
 * @param known the encodings that the reader knows
 * @param folder where files go; needed if the reader knows {@link Encoding#NPY}
 */
record TensorWriter(Set<Encoding> known, Path folder) {
  /** For documents that are one file. */
  static final TensorWriter DOCUMENT = new TensorWriter(EnumSet.of(Encoding.DECIMAL, Encoding.BASE64), null);

  /** An object of tensors by name. */
  void write(JsonGenerator out, Map<Slot, Tensor> tensors) throws IOException {
    out.writeStartObject();
    for (Map.Entry<Slot, Tensor> tensor : tensors.entrySet()) {
      out.writeObjectFieldStart(tensor.getKey().label());
      writeFields(out, tensor.getKey(), tensor.getValue());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** An object of outputs by name. */
  void writeOutputs(JsonGenerator out, Map<Slot, Output> outputs) throws IOException {
    out.writeStartObject();
    for (Map.Entry<Slot, Output> output : outputs.entrySet()) {
      out.writeObjectFieldStart(output.getKey().label());
      writeFields(out, output.getKey(), output.getValue());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void writeFields(JsonGenerator out, Slot slot, Output output) throws IOException {
    if (output instanceof Output.Undefined none) {
      out.writeStringField("undefined", none.reason());
    } else if (output instanceof Output.Values values) {
      writeFields(out, slot, values.tensor());
      writeAccept(out, values);
      if (values.bound().isPresent()) {
        out.writeFieldName("bound");
        writeBound(out, slot, values.bound().get());
      }
    }
  }

  /** Null where a value is compared as a special one. */
  private void writeBound(JsonGenerator out, Slot slot, Tensor bound) throws IOException {
    Encoding encoding = Encoding.of(bound, known);
    if (encoding != Encoding.DECIMAL) {
      encoding.write(out, slot.label() + ".bound", bound, folder);
      return;
    }
    out.writeStartArray();
    for (int i = 0; i < bound.size(); i++) {
      if (Double.isNaN(bound.get(i))) {
        out.writeNull();
      } else {
        TensorJson.writeNumber(out, bound.get(i));
      }
    }
    out.writeEndArray();
  }

  private void writeFields(JsonGenerator out, Slot slot, Tensor tensor) throws IOException {
    out.writeStringField("format", tensor.format().name());
    out.writeFieldName("shape");
    out.writeArray(tensor.shape().dimensions(), 0, tensor.shape().rank());
    out.writeFieldName("data");
    Encoding.of(tensor, known).write(out, slot.label(), tensor, folder);
  }

  static void writeAccept(JsonGenerator out, Output.Values values) throws IOException {
    if (values.accept().isEmpty()) {
      return;
    }
    out.writeObjectFieldStart("accept");
    for (int index : values.accept().keySet()) {
      out.writeArrayFieldStart(Integer.toString(index));
      for (double value : values.accepted(index)) {
        TensorJson.writeNumber(out, value);
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }
}
