package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes JSON. */
public final class JsonOutput {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonOutput() {}

  /** Fields on lines of their own, arrays of numbers on one line, newlines as on Unix. UTF-8. */
  private static JsonGenerator pretty(OutputStream stream) throws IOException {
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return FACTORY.createGenerator(stream).setPrettyPrinter(printer);
  }

  /** Writes a document. */
  @FunctionalInterface
  public interface DocumentWriter {
    void write(JsonGenerator out) throws IOException;
  }

  /** A whole document, pretty, with a newline at its end; the same document gives the same bytes everywhere. */
  public static byte[] bytes(DocumentWriter writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = pretty(bytes)) {
      writer.write(out);
      out.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An object of texts. */
  public static byte[] bytes(Map<String, String> texts) {
    return bytes(out -> {
      out.writeStartObject();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        out.writeStringField(text.getKey(), text.getValue());
      }
      out.writeEndObject();
    });
  }

  /** A field that holds a number, or the name of a special value. */
  public static void writeNumber(JsonGenerator out, String name, double value) throws IOException {
    out.writeFieldName(name);
    TensorJson.writeNumber(out, value);
  }

  /** All on one line. */
  static JsonGenerator line(StringWriter writer) throws IOException {
    return FACTORY.createGenerator(writer);
  }
}
