package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bnoracle.document.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformCommandTest {
  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aReportHasTheFieldsThatTheDesignNames() throws IOException {
    Run run = Run.of("conform", "--json", "two-pass").assertSuccess();
    JsonNode report = run.json();
    assertEquals(List.of("subject", "generator", "machine", "suite", "counts", "cells", "errors", "not_graded", "wrong", "diagnosis", "pattern", "self_consistency", "conventions", "gate"), names(report));
    assertEquals("two-pass", report.at("/subject/name").asText());
    assertEquals(Product.VERSION, report.at("/subject/version").asText());
    assertEquals(List.of("name", "sha256", "cases"), names(report.path("suite")));
    assertEquals(
        List.of("graded", "unsupported", "refused", "crashed", "timed_out", "malformed", "not_sent"), names(report.path("counts")));
    assertEquals(List.of("operation", "format", "family", "output", "cases", "grade", "worst_ulp", "worst_bound_ratio", "worst_case", "unconstrained"),
        names(report.at("/cells/0")));
    assertEquals(List.of("declared", "detected", "disagreements"), names(report.path("conventions")));
    assertEquals(List.of("passed", "reasons"), names(report.path("gate")));
    assertTrue(report.at("/gate/passed").asBoolean());
    assertTheSuiteIsTheCommittedOne(report.path("suite"));
    int counted = 0;
    for (JsonNode count : report.path("counts")) {
      counted += count.asInt();
    }
    assertEquals(report.at("/suite/cases").asInt(), counted);
    assertEquals(0, report.path("not_graded").size());
  }

  private static void assertTheSuiteIsTheCommittedOne(JsonNode suite) throws IOException {
    Manifest manifest = Manifest.read(Files.readAllBytes(Path.of("golden-vectors", Manifest.FILE_NAME)), "manifest");
    assertEquals(manifest.identity(), suite.path("sha256").asText());
    assertEquals(manifest.cases(), suite.path("cases").asInt());
  }

  @Test
  void withoutASubjectTheGoodAndTheBadOneStandSideBySide() {
    Run run = Run.of("conform");
    assertEquals(1, run.code(), "the bad one does not meet the gate");
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("suite core, "), run.out());
    assertTrue(run.out().contains("\ntwo-pass " + Product.VERSION + ": "), run.out());
    assertTrue(run.out().contains("\none-pass " + Product.VERSION + ": "), run.out());
    assertTrue(run.out().matches("(?s).*\ntwo-pass .*  gate: passed\n"
        + ".*\none-pass .*  gate: failed\n    training-forward f32 .*"), run.out());
  }

  @Test
  void aProgramNeedsNoFolder(@TempDir Path folder) throws IOException {
    Path program = Files.writeString(folder.resolve("subject"), "#!/bin/sh\necho none of it >&2\nexit 7\n");
    assertTrue(program.toFile().setExecutable(true));
    Run.of("conform", program.toString()).assertComplaintStarts(3, "ended with exit code 7; it said: none of it");
  }

  @Test
  void aSubjectThatCannotStartIsNotRun() {
    Run.of("conform", "--family", "well-scaled", "--", "./no-such-program", "--verbose").assertComplaintStarts(
        3, "cannot start './no-such-program --verbose': ");
  }
}
