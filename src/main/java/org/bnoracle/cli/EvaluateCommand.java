package org.bnoracle.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.document.DigitsJson;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Vector;
import org.bnoracle.document.VectorFile;
import org.bnoracle.document.Vectors;
import org.bnoracle.operation.Case;
import org.bnoracle.oracle.Oracle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** bn-oracle evaluate. */
@Command(
    name = "evaluate",
    description = "Fills in the correctly rounded outputs of your own cases.",
    mixinStandardHelpOptions = true,
    footer = {
      "", "Example:", "  bn-oracle evaluate case.json", "  bn-oracle evaluate --digits 40 - < case.json",
      "", "The document has the form of golden-vectors/, without outputs."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_DIGITS = 10_000;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the document, - for standard input")
  private String file;

  @Option(names = "--digits", paramLabel = "N", description = "print exact results rounded to N decimal digits instead")
  private Integer digits;

  @Override
  public Integer call() throws IOException {
    if (digits != null && (digits < 1 || digits > MOST_DIGITS)) {
      throw new ParameterException(spec.commandLine(), "--digits must be 1 to " + MOST_DIGITS + ", was " + digits);
    }
    VectorFile questions = new Source(file).vectors();
    List<Vector> vectors = questions.vectors().stream().map(EvaluateCommand::answered).toList();
    byte[] document = digits != null ? DigitsJson.bytes(questions, digits) : Vectors.bytes(questions.with(Product.NAME_AND_VERSION, vectors));
    Printing.document(spec, document);
    return 0;
  }

  private static Vector answered(Vector vector) {
    if (!vector.outputs().isEmpty()) {
      throw new DocumentException("case %s has outputs already; use 'verify' to check them".formatted(vector.question().id()));
    }
    Case question = vector.question();
    return new Vector(question, PublishedBounds.outputs(question, Oracle.evaluate(question)));
  }
}
