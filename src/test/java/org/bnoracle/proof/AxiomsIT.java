package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bnoracle.document.AtomicFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the checker's theorems rest on: nothing is assumed but the axioms of the standard library's real numbers. */
class AxiomsIT {
  private static final Set<String> ALLOWED = Set.of("functional_extensionality_dep", "sig_not_dec", "sig_forall_dec", "classic");
  private static final Pattern ASSUMED = Pattern.compile("\\b(Admitted|admit|Axioms?|Parameters?|Conjecture)\\b");
  private static final Pattern AXIOM = Pattern.compile("^(?:\\w+\\.)*(\\w+) +:|^(?:\\w+\\.)*(\\w+)$", Pattern.MULTILINE);

  @BeforeAll
  static void theTheoremsAreProved() throws IOException, InterruptedException {
    BuiltChecker.require("the axioms of the checker's theorems were not listed");
  }

  @Test
  void noSourceOfTheCheckerAssumesAnything() throws IOException {
    Map<String, byte[]> sources = Specification.sources(BuiltChecker.HOME);
    sources.forEach((name, bytes) -> assertFalse(
        name.endsWith(".v") && ASSUMED.matcher(new String(bytes, StandardCharsets.UTF_8)).find(), name + " assumes something"));
    assertTrue(sources.size() > 15, sources.keySet().toString());
  }

  @Test
  void theTheoremsRestOnFourAxioms() throws IOException, InterruptedException {
    Path place = Path.of("target", "checker", "Axioms.v");
    AtomicFile.write(place, ("From BN Require Import RoundingCorrect Checker.\n"
        + "Print Assumptions accepts_iff. Print Assumptions accepts_every. Print Assumptions check_wrong. Print Assumptions rounds_iff.\n")
        .getBytes(StandardCharsets.US_ASCII));
    String said = BuiltChecker.run("coqc", "-Q", "target/coq", "BN", place.toString());
    Set<String> found = AXIOM.matcher(said.replace("Axioms:", "")).results()
        .map(match -> match.group(1) != null ? match.group(1) : match.group(2)).collect(Collectors.toSet());
    System.out.println("axioms of the checker's theorems: " + found);
    assertEquals(ALLOWED, found, said);
    Files.delete(place);
  }
}
