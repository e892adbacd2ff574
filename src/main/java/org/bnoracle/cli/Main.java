package org.bnoracle.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program. */
@Command(
    name = "bn-oracle",
    description = "Exact reference and test oracle for batch normalization.",
    subcommands = {
      EvaluateCommand.class, GenerateCommand.class, VerifyCommand.class, ConformCommand.class,
      ScoreCommand.class, SiteCommand.class, ExplainCommand.class, FaultsCommand.class, ExportCommand.class,
      ListCommand.class, PrepareCommand.class, HelpCommand.class
    },
    versionProvider = Product.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "", "Exit codes: 0 gate met; 1 gate or verification failed; 2 bad command line or input;",
      "3 subject could not run, or nothing was graded; 4 a defect in bn-oracle itself.",
      "", "Start with:  bn-oracle conform"
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(run(writer(System.out), writer(System.err), args));
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs the program and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine = new CommandLine(new Main()).setOut(out).setErr(err).setUnmatchedOptionsArePositionalParams(false);
    commandLine.setParameterExceptionHandler(Complaints::onBadCommandLine);
    commandLine.setExecutionExceptionHandler(Complaints::onFailure);
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      err.println("bn-oracle: out of memory; split the document, or give Java more with JAVA_TOOL_OPTIONS=-Xmx…");
      return Complaints.BAD_INPUT;
    }
  }
}
