package org.bnoracle.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.gate.Gate;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.report.ReportJson;
import org.bnoracle.subject.BuiltIn;

/** Reports of the built-in subjects on some cases. */
final class Reports {
  private static final Selection SOME = new Selection(
      Set.of(Operation.TRAINING_FORWARD, Operation.INFERENCE_FORWARD), Set.of(BinaryFormat.F32),
      Set.of(Families.named("well-scaled"), Families.named("large-offset")), Optional.empty(), Optional.empty());

  private Reports() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("one-pass", "two-pass")) {
      byte[] report = ReportJson.bytes(List.of(Gate.DEFAULT.judge(
          Conformance.run(BuiltIn.named(name).orElseThrow().subject("0.1.0"), SOME))));
      Files.write(folder.resolve(name + ".json"), report);
    }
  }
}
