package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What came of a command line in this process. */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }

  /** The same with this text on standard input. */
  static Run withInput(String input, String... args) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return of(args);
    } finally {
      System.setIn(before);
    }
  }

  Run assertSuccess() {
    assertEquals("", err);
    assertEquals(0, code);
    return this;
  }

  /** Complaints are one line on standard error, and nothing on standard output. */
  void assertComplaint(int expectedCode, String message) {
    assertEquals("bn-oracle: " + message + "\n", err);
    assertEquals("", out);
    assertEquals(expectedCode, code);
  }

  /** The same where only the message's start is ours. */
  void assertComplaintStarts(int expectedCode, String start) {
    assertTrue(err.startsWith("bn-oracle: " + start), err);
    assertEquals(1, err.lines().count(), err);
    assertEquals("", out);
    assertEquals(expectedCode, code);
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out);
  }
}
