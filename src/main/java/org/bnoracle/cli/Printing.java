package org.bnoracle.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command's results go. */
final class Printing {
  private Printing() {}

  /** Prints a document, which is UTF-8, as it is. */
  static void document(CommandSpec spec, byte[] document) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(new String(document, StandardCharsets.UTF_8));
    out.flush();
  }
}
