package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.Once;
import org.bnoracle.document.AtomicFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the theorems rest on: nothing is assumed but the axioms of the standard library's real numbers. */
@Once
@ExtendWith(FormalPart.class)
class AuditIT {
  private static final Set<String> ALLOWED = Set.of("functional_extensionality_dep", "sig_not_dec", "sig_forall_dec", "classic");
  private static final Pattern ASSUMED = Pattern.compile("\\b(Admitted|admit|Axioms?|Parameters?|Conjecture)\\b");
  private static final Pattern AXIOM = Pattern.compile("^(?:\\w+\\.)*(\\w+)(?: +:.*)?$", Pattern.MULTILINE);

  private static Set<String> axioms(String said) {
    return AXIOM.matcher(said.replace("Axioms:", "")).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noSourceAssumesAnything() throws IOException {
    CoqSources.all().forEach((path, text) -> assertFalse(ASSUMED.matcher(text).find(), path + " assumes something"));
    assertTrue(CoqSources.all().size() > 40, CoqSources.all().keySet().toString());
  }

  /** All theorems in one term, so that Coq goes through what they rest on once. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everyTheoremRestsOnFourAxioms() throws IOException, InterruptedException {
    List<String> modules = CoqSources.modules();
    List<String> theorems = new ArrayList<>();
    for (String module : modules) {
      CoqSources.theorems(module).forEach(theorem -> theorems.add("@" + module + "." + theorem));
    }
    String said = said("Audit.v", "From BN Require " + String.join(" ", modules) + ".\nDefinition all := (\n" + String.join(",\n", theorems) + ").\n");
    assertEquals(ALLOWED, axioms(said), said);
    FormalPart.report(FormalPart.Finding.THEOREMS_AUDITED, "all %d of spec/coq", theorems.size());
    FormalPart.report(FormalPart.Finding.AXIOMS_FOUND, "%d, those allowed: %s", axioms(said).size(), String.join(", ", axioms(said)));
  }

  /** An axiom that is not allowed is seen. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theAuditCanFail() throws IOException, InterruptedException {
    assertEquals(Set.of("wrong"), axioms(said("Assuming.v", "Axiom wrong : False.\nLemma all : 1 = 2. Proof. destruct wrong. Qed.\n")));
  }

  /** What Coq says that [all] rests on. */
  private static String said(String name, String text) throws IOException, InterruptedException {
    Path place = Path.of("target", "checker", name);
    AtomicFile.write(place, (text + "Print Assumptions all.\n").getBytes(StandardCharsets.US_ASCII));
    return BuiltChecker.coqc(place);
  }

  /**
   * Another program of Coq's reads the compiled files and checks every proof in them again; those of Coq's libraries are left
   * to {@code make -C spec/coq check}.
   */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theCompiledProofsAreCheckedAgain() throws IOException, InterruptedException {
    List<String> modules = CoqSources.modules();
    Stream<String> each = modules.stream().flatMap(module -> Stream.of("-norec", "BN." + module));
    String said = BuiltChecker.run(Stream.concat(Stream.of("coqchk", "-Q", "target/coq", "BN"), each).toArray(String[]::new));
    assertTrue(said.contains("Modules were successfully checked"), said);
    FormalPart.report(FormalPart.Finding.FILES_CHECKED_AGAIN, "all %d, by coqchk", modules.size());
  }
}
