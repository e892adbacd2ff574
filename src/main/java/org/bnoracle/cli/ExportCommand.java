package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.AtomicFolder;
import org.bnoracle.document.Manifest;
import org.bnoracle.export.NpzExport;
import org.bnoracle.export.OnnxExport;
import org.bnoracle.export.Opset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** bn-oracle export. */
@Command(
    name = "export",
    description = "Writes the vectors in other ecosystems' forms: the same bytes on every machine.",
    mixinStandardHelpOptions = true,
    footer = {
      "", "Examples:", "  bn-oracle export --to npz --out vectors-npz",
      "  bn-oracle export --to onnx --opset 15 --out vectors-onnx",
      "", "npz: a NumPy archive for each file of the vectors, and index.json.",
      "onnx: directories of ONNX backend tests, for every opset that can express the case, and index.json."
    })
final class ExportCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--to", paramLabel = "FORM", required = true, description = "npz or onnx")
  private String form;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder; it must not be there, or be empty")
  private Path folder;

  @Option(names = "--opset", paramLabel = "N", split = ",", description = "onnx: only these versions of the operators, of 7, 9, 14, 15")
  private List<Integer> versions = List.of();

  @Mixin
  private SelectionOptions options;

  @Mixin
  private Grading grading;

  @Override
  public Integer call() throws IOException {
    List<Opset> opsets = opsets();
    Selection selection = options.selection();
    AtomicFolder.requireFree(folder);
    List<Suite.Evaluated> parts = grading.evaluated(selection);
    Manifest manifest = Grading.manifest(selection, parts);
    if (form.equals("npz")) {
      AtomicFolder.write(folder, draft -> NpzExport.write(draft, parts, manifest));
      grading.say(manifest, folder);
    } else {
      AtomicFolder.write(folder, draft -> say(OnnxExport.write(draft, parts, manifest, opsets), manifest));
    }
    return 0;
  }

  private List<Opset> opsets() {
    if (!form.equals("npz") && !form.equals("onnx")) {
      throw new ParameterException(spec.commandLine(), "--to must be npz or onnx, was '" + form + "'");
    }
    if (form.equals("npz") && !versions.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--opset goes with --to onnx");
    }
    return versions.isEmpty() ? List.of(Opset.values()) : versions.stream().map(this::opset).toList();
  }

  private Opset opset(int version) {
    return Opset.numbered(version).orElseThrow(() -> new ParameterException(
        spec.commandLine(), "--opset must be 7, 9, 14 or 15, where ONNX defines BatchNormalization anew, was " + version));
  }

  private void say(OnnxExport.Summary summary, Manifest manifest) {
    grading.say(manifest, folder);
    if (grading.json()) {
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    summary.tests().forEach((opset, count) -> {
      out.printf("opset %d: %d tests%n", opset, count);
      summary.skipped().get(opset).forEach((reason, cases) -> out.printf("  %5d without: %s%n", cases, reason));
    });
  }
}
