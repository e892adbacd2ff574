package org.bnoracle.subjects.onnxruntime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.bnoracle.subjects.onnxruntime.Protocol.Request;

/** Reads a line, answers a line, until the input ends. */
public final class Main {
  // The CPU provider has f64 and f32 kernels; it computes f16 in f32 between casts, the protocol's default.
  private static final String HELLO = """
      {
        "protocol": 1,
        "name": "onnxruntime",
        "operations": {
          "inference-forward": {"formats": ["f64", "f32", "f16"]},
          "training-forward": {
            "formats": ["f64", "f32", "f16"],
            "outputs": ["y", "running_mean", "running_variance"]
          }
        },
        "conventions": {"channel_axis": [1], "epsilon_format": ["f32"], "variance_convention": ["population"]},
        "capabilities": ["absent-gamma", "absent-beta", "state", "stateless", "mixed-formats", "empty"]
      }
      """;

  private Main() {}

  public static void main(String[] args) throws IOException {
    PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Sessions sessions = new Sessions();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Request request = Protocol.MAPPER.readValue(line, Request.class);
      Object answer = request.protocol() == null ? sessions.answer(request) : hello(sessions.version());
      answers.print(Protocol.MAPPER.writeValueAsString(answer) + '\n');
      answers.flush();
    }
  }

  private static ObjectNode hello(String version) throws IOException {
    return ((ObjectNode) Protocol.MAPPER.readTree(HELLO)).put("version", version);
  }
}
