package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** The lines of the subject protocol, spec/protocol.md. */
public final class Protocol {
  public static final int VERSION = 1;
  /** The line that asks for a hello. */
  public static final String GREETING = "{\"protocol\": " + VERSION + "}";

  private Protocol() {}

  /**
   * The line that sends a case.
   *
   * @param known the encodings that the subject reads
   * @param folder an empty folder, where files go; null if the subject reads none
   */
  public static String line(Case question, Set<Encoding> known, Path folder) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JsonOutput.line(line)) {
      out.writeStartObject();
      out.writeStringField("id", question.id());
      out.writeStringField("operation", question.operation().label());
      if (folder != null) {
        out.writeStringField("folder", folder.toString());
      }
      CaseJson.writeQuestion(out, question, new TensorWriter(known, folder));
      out.writeEndObject();
    }
    return line.toString();
  }

  /** @throws DocumentException if the line is not a hello */
  public static Hello hello(String line) {
    return JsonInput.read(utf8(line), "hello", null, in -> new HelloJson(in).read());
  }

  /**
   * The answer to a case.
   *
   * @param folder where the files lie that the answer names; null if it may name none
   * @throws DocumentException if the line is not an answer to this case that gives the outputs owed
   */
  public static Answer answer(String line, Case question, List<Slot> owed, Path folder) {
    return JsonInput.read(utf8(line), "answer", folder, in -> new AnswerJson(in, question).read(owed));
  }

  /**
   * The id of the case that a line answers.
   *
   * @throws DocumentException if the line is not an answer
   */
  public static String answeredId(String line) {
    return JsonInput.read(utf8(line), "answer", null, AnswerJson::readId);
  }

  private static byte[] utf8(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
