package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Manifest;
import org.bnoracle.proof.ProvedChecker;
import org.bnoracle.proof.Verdict;
import org.bnoracle.report.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** bn-oracle verify. */
@Command(
    name = "verify",
    description = "Checks vectors: schema, manifest, hashes, and every value by recomputation.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  bn-oracle verify golden-vectors", "  bn-oracle verify golden-vectors --decimal 60",
      "  bn-oracle verify golden-vectors --proof",
      "  bn-oracle verify --suite full"})
final class VerifyCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "DIR|FILE", arity = "0..1", description = "a folder with a manifest, or one file of vectors")
  private String path;

  @Option(names = "--suite", paramLabel = "NAME", description = "make a published suite again, and compare the hashes: core, full or large")
  private String suite;

  @Option(names = "--decimal", paramLabel = "N", description = "ask for a second opinion, in decimal intervals of N digits")
  private int digits;

  @Option(names = "--json", description = "print the result as JSON")
  private boolean json;

  @Option(names = "--proof", description = "ask the checker that is proved in spec/coq, too; 'make -C spec/checker' builds it")
  private boolean proof;

  @Option(names = "--record", description = "write the proved checker's verdict into the manifest")
  private boolean record;

  @Override
  public Integer call() throws IOException {
    if (digits != 0 && (digits < 10 || digits > 1000)) {
      throw new ParameterException(spec.commandLine(), "--decimal must be 10 to 1000, was " + digits);
    }
    if ((suite == null) == (path == null) || suite != null && (digits != 0 || proof || record)) {
      throw new ParameterException(spec.commandLine(), "either a folder, a file or --suite is needed; --suite goes without --decimal and --proof");
    }
    if (suite != null) {
      return verifySuite();
    }
    boolean isFolder = !path.equals("-") && Files.isDirectory(Path.of(path));
    if (record && !(proof && isFolder)) {
      throw new ParameterException(spec.commandLine(), "--record needs --proof and a folder with a manifest");
    }
    try (ProvedChecker checker = proof ? ProvedChecker.start(Product.home()) : null) {
      Verification verification = new Verification(digits, checker);
      verify(verification, isFolder);
      if (proof) {
        hear(verification);
      }
      return say(verification);
    }
  }

  private int verifySuite() throws IOException {
    Suite published = suite();
    Manifest made = Grading.publish(published.label(), published.parts(), (path, bytes) -> { });
    Verification verification = new Verification(0, null);
    verification.compare(published.published(), made);
    return say(verification);
  }

  private Suite suite() {
    try {
      return Suite.named(suite);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--suite: " + e.getMessage(), e);
    }
  }

  private void verify(Verification verification, boolean isFolder) throws IOException {
    if (isFolder) {
      verification.folder(Path.of(path));
    } else {
      Source source = new Source(path);
      verification.file(path, source.bytes(), source.folder());
    }
  }

  private void hear(Verification verification) throws IOException {
    verification.hear();
    if (record && verification.faults().isEmpty()) {
      Verdict.of(verification.findings(), Product.home()).record(Path.of(path));
    } else if (!record) {
      verification.compareWithRecord(Verdict.of(verification.findings(), Product.home()));
    }
  }

  private int say(Verification verification) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Printing.document(spec, verification.json());
    } else {
      verification.faults().forEach(out::println);
      verification.summary().forEach(out::println);
    }
    return verification.faults().isEmpty() ? 0 : Complaints.FAILED;
  }
}
