package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** generate --endless | a subject | score - */
class StreamTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String HELLO =
      "{\"protocol\": 1, \"name\": \"device\", \"version\": \"3\", \"operations\": {\"inference-forward\": {\"formats\": [\"f32\"]}}}";

  @TempDir
  private Path folder;

  private static Stream<String> questions(String... more) {
    String[] args = Stream.of(Stream.of("generate", "--endless"), Stream.of(more)).flatMap(s -> s).toArray(String[]::new);
    return Run.of(args).assertSuccess().out().lines();
  }

  /** The golden answers, as a subject would write them. */
  private static List<String> answers(int count) {
    return questions("--operation", "inference-forward", "--format", "f32", "--shape", "3x2", "--limit", Integer.toString(count)).skip(1).map(StreamTest::answer).toList();
  }

  private static String answer(String question) {
    try {
      JsonNode json = MAPPER.readTree(question);
      String id = json.path("id").asText();
      ObjectNode document = MAPPER.createObjectNode().put("operation", json.path("operation").asText());
      ObjectNode one = document.putArray("cases").addObject().put("id", id);
      one.set("attributes", json.path("attributes"));
      one.set("inputs", json.path("inputs"));
      JsonNode evaluated = MAPPER.readTree(Run.withInput(document.toString(), "evaluate", "-").assertSuccess().out());
      ObjectNode answer = MAPPER.createObjectNode().put("id", id);
      ObjectNode outputs = answer.putObject("outputs");
      evaluated.at("/cases/0/outputs").properties().forEach(output -> {
        ((ObjectNode) output.getValue()).remove(List.of("bound", "accept"));
        outputs.set(output.getKey(), output.getValue());
      });
      return answer.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Run score(Stream<String> answers, String... more) {
    String[] args = Stream.of(Stream.of("score", "-"), Stream.of(more)).flatMap(s -> s).toArray(String[]::new);
    return Run.withInput(Stream.concat(Stream.of(HELLO), answers).collect(Collectors.joining("\n", "", "\n")), args);
  }

  private static Stream<String> changed(List<String> answers, int index, UnaryOperator<String> change) {
    return IntStream.range(0, answers.size()).mapToObj(i -> i == index ? change.apply(answers.get(i)) : answers.get(i));
  }

  @Test
  void theFirstLineAsksForTheHelloAndIdsSayAll() {
    List<String> lines = questions("--limit", "3", "--seed", "8", "--operation", "fold,tangent", "--format", "f16").toList();
    assertEquals("{\"protocol\": 1}", lines.get(0));
    assertEquals(4, lines.size());
    assertTrue(lines.get(1).startsWith("{\"id\":\"tangent/well-scaled/f16/own-8-0001\","), lines.get(1));
    assertTrue(lines.get(2).startsWith("{\"id\":\"fold/well-scaled/f16/own-9-0001\","), lines.get(2));
    assertTrue(lines.get(3).startsWith("{\"id\":\"tangent/well-scaled/f16/own-10-0002\","), lines.get(3));
  }

  @Test
  void rightAnswersPass() throws IOException {
    Run run = score(answers(300).stream(), "--json")
        .assertSuccess();
    assertEquals(300, run.json().at("/suite/cases").asInt());
    assertEquals("stream", run.json().at("/suite/name").asText());
    assertEquals(300, run.json().at("/counts/graded").asInt());
    assertEquals(1, run.json().at("/cells").size());
    assertEquals(300, run.json().at("/cells/0/cases").asInt());
    assertEquals("correctly-rounded", run.json().at("/cells/0/grade").asText());
  }

  @Test
  void wrongDeclinedAndMalformedAnswersAreCounted() throws IOException {
    List<String> answers = answers(200);
    String id = MAPPER.readTree(answers.get(150)).path("id").asText();
    Stream<String> stream = changed(changed(changed(answers, 150, a -> a.replaceFirst("\"data\":\\[[^,]*", "\"data\":[1e30")).toList(),
        20, a -> a.replaceFirst("\"outputs\":.*", "\"unsupported\":\"not today\"}")).toList(),
        30, a -> a.replaceFirst("\"outputs\":.*", "\"outputs\":{}}"));
    Run run = score(stream, "--json");
    assertEquals(1, run.code(), run.err());
    assertEquals(198, run.json().at("/counts/graded").asInt());
    assertEquals(1, run.json().at("/counts/unsupported").asInt());
    assertEquals(1, run.json().at("/counts/malformed").asInt());
    assertEquals(id, run.json().at("/cells/0/worst_case").asText());
    assertEquals("wrong", run.json().at("/cells/0/grade").asText());
  }

  @Test
  void aMissingAnswerIsNoticed() {
    List<String> answers = answers(5);
    Run run = score(Stream.concat(answers.subList(0, 2).stream(), answers.subList(3, 5).stream()));
    assertEquals(3, run.code());
    assertTrue(run.out().startsWith("suite stream, 2 cases, "), run.out());
    assertEquals("bn-oracle: after 2 answers: answer: /id: 'inference-forward/well-scaled/f32/own-3,shape=3x2-0004' does not follow; "
        + "one with the seed 2 is expected\n", run.err());
  }

  @Test
  void garbageEndsTheRunWithWhatWasGradedBefore() {
    List<String> answers = answers(200);
    Run run = score(changed(answers, 140, a -> "Segmentation fault"));
    assertEquals(3, run.code());
    assertTrue(run.err().startsWith("bn-oracle: after 128 answers: answer:1:"), run.err());
    Run other = score(Stream.of("{\"id\": \"training-forward/well-scaled/f32/0001\", \"outputs\": {}}"));
    assertEquals("bn-oracle: after 0 answers: answer: /id: 'training-forward/well-scaled/f32/0001' is not the id of a case of a stream\n",
        other.err());
  }

  @Test
  void casesThatTheHelloExcludesAreNotPrinted() throws IOException {
    Path hello = Files.writeString(folder.resolve("hello.json"), HELLO.replace("\"operations\"", "\"capabilities\": [], \"operations\""));
    assertTrue(questions("--limit", "20", "--hello", hello.toString(), "--family", "absent-parameters,well-scaled").skip(1)
        .allMatch(line -> line.startsWith("{\"id\":\"inference-forward/") && line.contains("\"gamma\"") && line.contains("\"beta\"")));
  }

  @Test
  void badOptions() {
    Run.of("generate").assertComplaintStarts(2, "either --out or --endless is needed");
    Run.of("generate", "--out", "x", "--limit", "3").assertComplaintStarts(2, "--limit and --hello go with --endless");
    Run.of("generate", "--endless", "--family", "sequences").assertComplaintStarts(2, "there is no case of this selection");
    Run.of("score", "-", "--hello", "x").assertComplaintStarts(2, "--hello and --partial go with a folder");
    Run.of("score", folder.toString()).assertComplaintStarts(2, "--hello is needed");
    Run.withInput("", "score", "-").assertComplaint(2, "standard input: is empty; a line with the subject's hello is expected");
  }
}
