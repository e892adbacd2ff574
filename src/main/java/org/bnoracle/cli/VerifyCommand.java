package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    footer = {"", "Examples:", "  bn-oracle verify golden-vectors", "  bn-oracle verify golden-vectors --decimal 60"})
final class VerifyCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "DIR|FILE", description = "a folder with a manifest, or one file of vectors")
  private String path;

  @Option(names = "--decimal", paramLabel = "N", description = "ask for a second opinion, in decimal intervals of N digits")
  private int digits;

  @Option(names = "--json", description = "print the result as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (digits != 0 && (digits < 10 || digits > 1000)) {
      throw new ParameterException(spec.commandLine(), "--decimal must be 10 to 1000, was " + digits);
    }
    Verification verification = new Verification(digits);
    Path place = Path.of(path);
    if (!path.equals("-") && Files.isDirectory(place)) {
      verification.folder(place);
    } else {
      Source source = new Source(path);
      verification.file(path, source.bytes(), source.folder());
    }
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
