package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** The lines of the subject protocol, spec/protocol.md. */
public final class Protocol {
  public static final int VERSION = 1;
  /** The line that asks for a hello. */
  public static final String GREETING = "{\"protocol\": " + VERSION + "}";

  private Protocol() {}

  /** The line that sends a case. */
  public static String line(Case question) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JsonOutput.line(line)) {
      out.writeStartObject();
      out.writeStringField("id", question.id());
      out.writeStringField("operation", question.operation().label());
      CaseJson.writeQuestion(out, question);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  /** @throws DocumentException if the line is not a hello */
  public static Hello hello(String line) {
    return JsonInput.read(utf8(line), "hello", in -> new HelloJson(in).read());
  }

  /**
   * The answer to a case.
   *
   * @throws DocumentException if the line is not an answer to this case that gives the outputs owed
   */
  public static Answer answer(String line, Case question, List<Slot> owed) {
    return JsonInput.read(utf8(line), "answer", in -> new AnswerJson(in, question).read(owed));
  }

  private static byte[] utf8(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
