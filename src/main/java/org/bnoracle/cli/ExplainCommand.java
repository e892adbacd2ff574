package org.bnoracle.cli;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bnoracle.catalogue.Endless;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Literal;
import org.bnoracle.document.Vector;
import org.bnoracle.operation.Case;
import org.bnoracle.report.Explanation;
import org.bnoracle.report.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** bn-oracle explain. */
@Command(
    name = "explain",
    description = "Shows how one value of an output comes about: every equation on the way, exact and rounded.",
    mixinStandardHelpOptions = true,
    footer = {
      "", "Examples:", "  bn-oracle explain training-backward/well-scaled/f32/0001 --at dx[1,2,0,1]",
      "  bn-oracle explain case-1 --in case.json --at y[0,0] --got 0.14141816"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "CASE", description = "the id of a golden vector, of a case of your own, or of a case in FILE")
  private String id;

  @Option(names = "--at", paramLabel = "PLACE", required = true, description = "which value, such as dx[1,3,0]")
  private String at;

  @Option(names = "--got", paramLabel = "VALUE", description = "a value to compare with")
  private String got;

  @Option(names = "--in", paramLabel = "FILE", description = "a document with the case; - for standard input")
  private String file;

  @Mixin
  private SelectionOptions options;

  @Override
  public Integer call() throws IOException {
    Case question = cases().filter(c -> c.id().equals(id)).findFirst()
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no case '" + id + "'"));
    Place place = orComplain(() -> Place.parse(at, question));
    OptionalDouble value = got == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(orComplain(() -> Literal.read(got, question.formatOf(place.slot()))));
    Explanation.lines(question, place, value).forEach(spec.commandLine().getOut()::println);
    return 0;
  }

  private Stream<Case> cases() throws IOException {
    if (file == null && Endless.isId(id)) {
      return Stream.of(orComplain(() -> Endless.named(id).question()));
    }
    return file == null
        ? options.selection().parts().stream().map(Suite.Part::cases).flatMap(List::stream)
        : new Source(file).vectors().vectors().stream().map(Vector::question);
  }

  private <R> R orComplain(Supplier<R> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
