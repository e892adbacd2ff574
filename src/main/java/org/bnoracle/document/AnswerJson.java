package org.bnoracle.document;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** The answer of a subject to one case. */
final class AnswerJson {
  private static final List<String> FIELDS = List.of("id", "outputs", "unsupported", "refused");

  private final JsonInput in;
  private final Case question;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<Slot, Tensor> outputs = new EnumMap<>(Slot.class);

  AnswerJson(JsonInput in, Case question) {
    this.in = in;
    this.question = question;
  }

  static String readId(JsonInput in) throws IOException {
    String[] id = {null};
    in.object(name -> {
      if (name.equals("id")) {
        id[0] = in.string();
      } else {
        in.skip();
      }
    });
    if (id[0] == null) {
      throw in.error("an answer needs an id");
    }
    return id[0];
  }

  Answer read(List<Slot> owed) throws IOException {
    in.object(name -> {
      switch (name) {
        case "id", "unsupported", "refused" -> texts.put(name, in.string());
        case "outputs" -> in.object(this::readOutput);
        default -> throw in.unknownField(name, FIELDS);
      }
    });
    if (!question.id().equals(texts.get("id"))) {
      throw in.error("wrong id: expected %s, got %s".formatted(question.id(), texts.get("id")));
    }
    if (texts.containsKey("unsupported")) {
      return new Answer.Unsupported(texts.get("unsupported"));
    }
    return texts.containsKey("refused") ? new Answer.Refused(texts.get("refused")) : results(owed);
  }

  private Answer results(List<Slot> owed) {
    for (Slot slot : owed) {
      if (!outputs.containsKey(slot)) {
        throw in.error("missing output: " + slot.label());
      }
    }
    return new Answer.Results(outputs);
  }

  /** Outputs that the case does not have are passed over. */
  private void readOutput(String name) throws IOException {
    Slot slot = Slot.named(name).filter(question.outputs()::contains).orElse(null);
    if (slot == null) {
      in.skip();
      return;
    }
    Tensor tensor = TensorJson.readTensor(in);
    if (!tensor.shape().equals(question.shapeOf(slot))) {
      throw in.error("wrong shape: expected %s, got %s".formatted(question.shapeOf(slot), tensor.shape()));
    }
    if (!tensor.format().equals(question.formatOf(slot))) {
      throw in.error("wrong format: expected %s, got %s".formatted(question.formatOf(slot), tensor.format()));
    }
    outputs.put(slot, tensor);
  }
}
