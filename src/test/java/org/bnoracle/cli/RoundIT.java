package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Verdict;
import org.bnoracle.subject.Puppet;
import org.bnoracle.subject.SubjectFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round of subjects of which some cannot run. */
class RoundIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<Suite.Evaluated> PARTS = Suite.evaluate(
      Suite.CORE.parts().stream().filter(part -> part.path().equals("inference-forward/well-scaled.f32.json")).toList(), "test", part -> {});
  private static final Report.SuiteIdentity SUITE = new Report.SuiteIdentity("test", "", 4);

  @TempDir
  Path subjects;

  private final StringWriter err = new StringWriter();
  private final List<String> judged = new ArrayList<>();

  @BeforeEach
  void folders() throws IOException {
    folder("a-device", "true", "device", List.of("python3", Path.of("examples/one_pass.py").toAbsolutePath().toString()));
    folder("b-broken", "true", "broken", Puppet.command("start=exit 5 no GPU"));
    folder("c-puppet", "true", "puppet", Puppet.command());
    folder("d-impossible", "false", "impossible", List.of("true"));
  }

  private void folder(String name, String prepare, String subject, List<String> run) throws IOException {
    Path folder = Files.createDirectory(subjects.resolve(name));
    Files.writeString(folder.resolve("subject.json"), """
        {"version": "1", "prepare": [["%s"]], "run": {"%s": %s}}
        """.formatted(prepare, subject, new ObjectMapper().writeValueAsString(run)));
  }

  private List<Shipped> shipped() throws IOException {
    List<Shipped> all = new ArrayList<>();
    for (SubjectFolder folder : SubjectFolder.in(subjects)) {
      folder.subjects().forEach(name -> all.add(new Shipped(name, folder)));
    }
    return all;
  }

  private Round round(boolean prepares) {
    return new Round(prepares, LIMIT, new PrintWriter(err, true),
        subject -> Gate.DEFAULT.judge(Conformance.run(subject, SUITE, PARTS, () -> {})), this::take);
  }

  private void take(Verdict verdict) {
    judged.add(verdict.report().subject().name());
  }

  @Test
  void whatIsNotPreparedIsSkipped() throws IOException {
    Round round = round(false);
    assertEquals(Complaints.NOT_RUN, round.run(shipped()));
    assertEquals(List.of("0 of 0 subjects met the gate, 4 were skipped",
        "skipped device 1: not prepared; see 'bn-oracle prepare --help'",
        "skipped broken 1: not prepared; see 'bn-oracle prepare --help'",
        "skipped puppet 1: not prepared; see 'bn-oracle prepare --help'",
        "skipped impossible 1: not prepared; see 'bn-oracle prepare --help'"), round.summary());
    assertEquals("", err.toString());
  }

  @Test
  void whatCannotRunDoesNotKeepTheOthersFromIt() throws IOException {
    Round round = round(true);
    assertEquals(Complaints.FAILED, round.run(shipped()), "the puppet answers nothing that has the right shape");
    assertTrue(judged.contains("puppet"), judged.toString());
    List<String> summary = round.summary();
    assertTrue(summary.contains("skipped broken 1: ended with exit code 5; it said: no GPU"), summary.toString());
    assertTrue(summary.contains("skipped impossible 1: cannot prepare d-impossible: 'false' ended with exit code 1; it said: "), summary.toString());
    assertTrue(err.toString().startsWith("preparing a-device 1: true\n"), err.toString());
    shipped().forEach(subject -> assertEquals(!subject.name().equals("impossible"), isPrepared(subject.folder())));
  }

  private static boolean isPrepared(SubjectFolder folder) {
    try {
      return folder.isPrepared();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSourceBesideTheFolderMakesItUnprepared() throws IOException {
    Path kit = Files.writeString(subjects.resolve("kit"), "1");
    Path folder = Files.createDirectory(subjects.resolve("e"));
    Files.writeString(folder.resolve("subject.json"), """
        {"version": "1", "sources": ["../kit"], "prepare": [], "run": {"e": ["true"], "e-fast": ["true", "fast"]}}
        """);
    SubjectFolder subject = SubjectFolder.of(folder);
    assertEquals(Set.of("e", "e-fast"), subject.subjects());
    new Shipped("e", subject).prepare(new PrintWriter(err));
    assertTrue(subject.isPrepared());
    Files.writeString(kit, "2");
    assertFalse(subject.isPrepared());
  }
}
