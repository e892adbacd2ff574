package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads JSON from front to back, never as a tree, and knows at any time where it stands: every complaint names the
 * source, line, column and path.
 */
public final class JsonInput implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build()).build();

  private final JsonParser parser;
  private final String source;
  private final Path folder;

  /** Reads a field's value; the parser stands on its first token. */
  @FunctionalInterface
  public interface FieldReader {
    void read(String name) throws IOException;
  }

  /** Reads an element of an array; the parser stands on its first token. */
  @FunctionalInterface
  public interface ElementReader {
    void read() throws IOException;
  }

  /** Reads a whole document. */
  @FunctionalInterface
  public interface DocumentReader<R> {
    R read(JsonInput in) throws IOException;
  }

  private JsonInput(JsonParser parser, String source, Path folder) {
    this.parser = parser;
    this.source = source;
    this.folder = folder;
  }

  /**
   * Reads the one JSON value that a document holds.
   *
   * @param source names the document in complaints
   * @param folder where the files lie that the document names; null if it may name none
   * @throws DocumentException if it is not JSON, or not what the reader expects
   */
  public static <R> R read(byte[] document, String source, Path folder, DocumentReader<R> reader) {
    try (JsonInput in = new JsonInput(FACTORY.createParser(document), source, folder)) {
      return in.read(reader);
    } catch (StreamReadException e) {
      String place = at(source, e.getLocation(), null);
      throw new DocumentException(place + "malformed JSON: " + reason(e), e);
    } catch (IOException e) {
      throw new DocumentException(source + ": cannot be read as JSON: " + e.getMessage(), e);
    }
  }

  private <R> R read(DocumentReader<R> reader) throws IOException {
    try {
      if (parser.nextToken() == null) {
        throw error("is empty; a JSON object is expected");
      }
      R result = reader.read(this);
      if (parser.nextToken() != null) {
        throw error("has more after the end of the JSON object");
      }
      return result;
    } catch (StreamConstraintsException e) {
      throw error(e.getOriginalMessage());
    }
  }

  private static String reason(StreamReadException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    return message.startsWith("Non-standard token") ? "write \"NaN\", \"Infinity\" and \"-Infinity\" as strings" : message;
  }

  /** Reads an object field by field. */
  public void object(FieldReader reader) throws IOException {
    expect(JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      reader.read(name);
    }
  }

  /** Reads an array element by element. */
  public void array(ElementReader reader) throws IOException {
    expect(JsonToken.START_ARRAY, "an array");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      reader.read();
    }
  }

  public String string() throws IOException {
    expect(JsonToken.VALUE_STRING, "a string");
    return parser.getText();
  }

  public List<String> strings() throws IOException {
    List<String> strings = new ArrayList<>();
    array(() -> strings.add(string()));
    return strings;
  }

  public int wholeNumber() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    try {
      return Integer.parseInt(parser.getText());
    } catch (NumberFormatException e) {
      throw error("must be below 2^31, was " + parser.getText());
    }
  }

  /** A number as it is written, or the string NaN, Infinity or -Infinity. */
  public String number() throws IOException {
    boolean isNumber = parser.currentToken().isNumeric();
    String text = isNumber || parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    if (isNumber || text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity")) {
      return text;
    }
    throw error("a number, \"NaN\", \"Infinity\" or \"-Infinity\" is expected");
  }

  /** A number, or NaN for null. */
  String numberOrNull() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? "NaN" : number();
  }

  /** One string, or an array of them. */
  public List<String> oneOrMoreStrings() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING ? List.of(string()) : strings();
  }

  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  byte[] base64() throws IOException {
    return lookUp(string(), Base64.getDecoder()::decode);
  }

  /** A file below the document's folder, named relative to it. */
  Path file() throws IOException {
    String name = string();
    if (folder == null) {
      throw error("this document cannot name files");
    }
    Path file = lookUp(name, folder::resolve).normalize();
    if (!AtomicFile.isBelow(folder, file) || !Files.isRegularFile(file)) {
      throw error("there is no file '" + name + "' beside the document");
    }
    return file;
  }

  /** A string, a number or a truth value, as it is written. */
  String scalar() throws IOException {
    if (!parser.currentToken().isScalarValue()) {
      throw error("a single value is expected");
    }
    return parser.getText();
  }

  /** What a name stands for; the look-up's complaint becomes one about this place. */
  public <R> R lookUp(String name, Function<String, R> lookUp) {
    try {
      return lookUp.apply(name);
    } catch (IllegalArgumentException e) {
      throw error(e.getMessage());
    }
  }

  /** A string that is one of these. */
  public String oneOf(Collection<String> known) throws IOException {
    return known(string(), known);
  }

  /** The name, if it is one of these; else a complaint that lists them. */
  public String known(String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw error("'%s' is not one of: %s".formatted(name, String.join(", ", known)));
    }
    return name;
  }

  /** Whatever stands here: maps in the order of their fields, lists, strings, numbers, truth values, null. */
  public Object anything() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        object(name -> fields.put(name, anything()));
        yield fields;
      }
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        array(() -> elements.add(anything()));
        yield elements;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      default -> parser.getNumberValue();
    };
  }

  public void skip() throws IOException {
    parser.skipChildren();
  }

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw error(what + " is expected");
    }
  }

  public DocumentException unknownField(String name, Collection<String> known) {
    return error("unknown field '%s', expected one of: %s".formatted(name, String.join(", ", known)));
  }

  /** A complaint about what the parser stands on. */
  public DocumentException error(String message) {
    return new DocumentException(place() + message);
  }

  /** Source, line, column and path of where the parser stands. */
  String place() {
    return at(source, parser.currentTokenLocation(), parser.getParsingContext().pathAsPointer());
  }

  private static String at(String source, JsonLocation location, JsonPointer path) {
    String where = location == null ? source : "%s:%d:%d".formatted(source, location.getLineNr(), location.getColumnNr());
    return path == null || path.toString().isEmpty() ? where + ": " : where + ": " + path + ": ";
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
