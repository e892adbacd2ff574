package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;

/** Makes JSON writers. */
final class JsonOutput {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonOutput() {}

  /** Fields on lines of their own, arrays of numbers on one line, newlines as on Unix. UTF-8. */
  static JsonGenerator pretty(OutputStream stream) throws IOException {
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return FACTORY.createGenerator(stream).setPrettyPrinter(printer);
  }

  /** All on one line. */
  static JsonGenerator line(StringWriter writer) throws IOException {
    return FACTORY.createGenerator(writer);
  }
}
