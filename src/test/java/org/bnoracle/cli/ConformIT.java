package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bnoracle.subject.Puppet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** conform with subjects in processes of their own. */
class ConformIT {
  private static final String CASE = "inference-forward/well-scaled/f32/000";
  private static final String REFUSING = "{\"id\": \"$id\", \"refused\": \"no\"}";

  @TempDir
  Path folder;

  private static List<String> misbehaving() {
    return Puppet.command(
        CASE + "1=exit 7 out of memory", CASE + "2=warning: slow", CASE + "3=" + Puppet.WHO, CASE + "4=" + REFUSING);
  }

  @Test
  void whateverTheSubjectDoesEveryCaseHasAnOutcome() throws IOException {
    List<String> args = new ArrayList<>(List.of("conform", "--family", "well-scaled", "--format", "f32", "--json", "--"));
    args.addAll(misbehaving());
    Run run = Run.of(args.toArray(String[]::new));
    assertEquals("", run.err());
    assertEquals(3, run.code(), "no case of this suite has the shape of the puppet's answers");
    JsonNode report = run.json();
    JsonNode counts = report.path("counts");
    int sum = 0;
    for (JsonNode count : counts) {
      sum += count.asInt();
    }
    assertEquals(report.at("/suite/cases").asInt(), sum);
    assertEquals(1, counts.path("crashed").asInt());
    assertEquals(1, counts.path("unsupported").asInt());
    assertEquals(1, counts.path("refused").asInt());
    assertEquals(0, counts.path("graded").asInt());
    assertTrue(counts.path("not_sent").asInt() > 10, counts.toString());
    assertEquals("crashed: ended with exit code 7; it said: out of memory", report.at("/not_graded/0/reason").asText());
    assertFalse(report.at("/gate/passed").asBoolean());
    assertEquals("nothing was graded for inference-forward in f32", report.at("/gate/reasons/2").asText());
  }

  @Test
  void aSubjectThatHangsAgainAndAgainIsNotAskedAnyMore() throws IOException {
    List<String> args = new ArrayList<>(List.of(
        "conform", "--operation", "inference-forward", "--family", "well-scaled", "--format", "f32", "--timeout", "4", "--json", "--"));
    args.addAll(Puppet.command(CASE + "1=hang", CASE + "2=hang", CASE + "3=hang", CASE + "4=" + REFUSING));
    JsonNode counts = Run.of(args.toArray(String[]::new)).json().path("counts");
    assertEquals(3, counts.path("timed_out").asInt(), counts.toString());
    assertEquals(0, counts.path("refused").asInt(), "the fourth is not sent");
  }

  @Test
  void aSubjectThatEndsBeforeItsHelloIsNotRun() {
    List<String> args = new ArrayList<>(List.of("conform", "--family", "well-scaled", "--format", "f32", "--"));
    args.addAll(Puppet.command("start=exit 3 no GPU/at all"));
    Run.of(args.toArray(String[]::new)).assertComplaint(3, "ended with exit code 3; it said: no GPU / at all");
  }

  @Test
  void aFolderIsPreparedOnceAndRun() throws IOException {
    List<String> command = Puppet.command("hello=exit 9 as told");
    Files.writeString(folder.resolve("subject.json"), """
        {"version": "1", "prepare": [["mkdir", "made"]], "run": {"puppet": %s}}
        """.formatted(new ObjectMapper().writeValueAsString(command)));
    Run first = Run.of("conform", "--family", "well-scaled", "--format", "f32", folder.toString());
    assertEquals("preparing %s 1: mkdir made%nbn-oracle: ended with exit code 9; it said: as told%n".formatted(folder.getFileName()), first.err());
    assertEquals(3, first.code());
    Run.of("conform", "--family", "well-scaled", "--format", "f32", folder.toString()).assertComplaint(3, "ended with exit code 9; it said: as told");
  }

  @Test
  void aFolderThatCannotBePreparedIsNotRun() throws IOException {
    Files.writeString(folder.resolve("subject.json"), """
        {"version": "1", "prepare": [["ls", "no-such-file"]], "run": {"puppet": ["true"]}}
        """);
    Run run = Run.of("conform", "--family", "well-scaled", "--format", "f32", folder.toString());
    assertEquals(3, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("cannot prepare " + folder.getFileName() + ": 'ls no-such-file' ended with exit code 2; it said: "), run.err());
  }

  @Test
  void aBadDescriptionIsBadInput() throws IOException {
    Files.writeString(folder.resolve("subject.json"), "{\"version\": \"1\"}");
    Run.of("conform", "--family", "well-scaled", "--format", "f32", folder.toString()).assertComplaint(2, folder.resolve("subject.json") + ":1:16: needs version and run");
  }
}
