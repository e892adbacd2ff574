package org.bnoracle.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bnoracle.conformance.Cell;
import org.bnoracle.conformance.Consistency;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.ConventionsJson;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Generator;
import org.bnoracle.document.Hello;
import org.bnoracle.document.JsonInput;
import org.bnoracle.document.JsonOutput;
import org.bnoracle.diagnosis.Diagnosis;
import org.bnoracle.gate.Baseline;
import org.bnoracle.gate.Verdict;

/** Reports as JSON. */
public final class ReportJson {
  private ReportJson() {}

  /** One report is an object, several are an array of them. */
  public static byte[] bytes(List<Verdict> verdicts) {
    return JsonOutput.bytes(out -> {
      if (verdicts.size() == 1) {
        write(out, verdicts.get(0));
        return;
      }
      out.writeStartArray();
      for (Verdict verdict : verdicts) {
        write(out, verdict);
      }
      out.writeEndArray();
    });
  }

  /** An array of documents. */
  public static byte[] array(List<byte[]> documents) {
    return documents.stream().map(document -> new String(document, StandardCharsets.UTF_8).strip())
        .collect(Collectors.joining(", ", "[ ", " ]\n")).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator out, Verdict verdict) throws IOException {
    Report report = verdict.report();
    out.writeStartObject();
    out.writeObjectFieldStart("subject");
    out.writeStringField("name", report.subject().name());
    out.writeStringField("version", report.subject().version());
    writeDeclarations(out, report.subject());
    out.writeEndObject();
    out.writeStringField("generator", Generator.NAME);
    out.writeObjectFieldStart("machine");
    out.writeStringField("processor", Machine.processor());
    out.writeStringField("java", Machine.java());
    out.writeEndObject();
    SuiteJson.write(out, report.suite());
    writeCounts(out, report);
    writeCells(out, report.cells());
    ErrorsJson.write(out, report);
    writeFailures(out, report);
    Diagnosis diagnosis = Diagnosis.of(report);
    writeWrong(out, report);
    writeDiagnosis(out, diagnosis);
    writeConsistency(out, report);
    writeConventions(out, report, diagnosis);
    writeGate(out, verdict);
    out.writeEndObject();
  }

  private static void writeDeclarations(JsonGenerator out, Hello subject) throws IOException {
    out.writeObjectFieldStart("compute_format");
    for (var computed : subject.arithmetic().formats().entrySet()) {
      out.writeStringField(computed.getKey().name(), computed.getValue().name());
    }
    out.writeEndObject();
    if (subject.arithmetic().algorithmClass().isPresent()) {
      out.writeStringField("algorithm_class", subject.arithmetic().algorithmClass().get().label());
    }
    out.writeStringField("subnormals", subject.arithmetic().flushesSubnormals() ? "flushed" : "kept");
  }

  private static void writeCounts(JsonGenerator out, Report report) throws IOException {
    out.writeObjectFieldStart("counts");
    for (Map.Entry<String, Integer> count : report.counts().entrySet()) {
      out.writeNumberField(count.getKey(), count.getValue());
    }
    out.writeEndObject();
  }

  private static void writeCells(JsonGenerator out, List<Cell> cells) throws IOException {
    out.writeArrayFieldStart("cells");
    for (Cell cell : cells) {
      CellJson.write(out, cell);
    }
    out.writeEndArray();
  }

  /** Every case that was not graded and was not excluded by the hello, with the reason. */
  private static void writeFailures(JsonGenerator out, Report report) throws IOException {
    out.writeArrayFieldStart("not_graded");
    for (Report.Result result : report.results()) {
      String why = Outcomes.reason(result.outcome());
      if (!why.isEmpty() && !(result.outcome() instanceof Outcome.NotSent)) {
        out.writeStartObject();
        out.writeStringField("case", result.question().id());
        out.writeStringField("reason", why);
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }

  private static void writeWrong(JsonGenerator out, Report report) throws IOException {
    out.writeArrayFieldStart("wrong");
    for (WrongValue value : WrongValue.of(report)) {
      out.writeStartObject();
      out.writeStringField("case", value.question());
      out.writeStringField("at", value.at());
      JsonOutput.writeNumber(out, "got", value.got());
      JsonOutput.writeNumber(out, "golden", value.golden());
      JsonOutput.writeNumber(out, "bound", value.bound());
      out.writeStringField("reproduce", value.command());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeDiagnosis(JsonGenerator out, Diagnosis diagnosis) throws IOException {
    out.writeArrayFieldStart("diagnosis");
    for (Diagnosis.Finding finding : diagnosis.findings()) {
      out.writeStartObject();
      out.writeStringField("fault", Findings.names(finding));
      int[] classes = Findings.bugClasses(finding).stream().mapToInt(Integer::intValue).toArray();
      out.writeFieldName("bug_class");
      out.writeArray(classes, 0, classes.length);
      out.writeNumberField("explains", finding.explains());
      out.writeNumberField("of", diagnosis.bad());
      out.writeNumberField("contradicted", finding.contradicted());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeFieldName("pattern");
    out.writeArray(diagnosis.pattern().toArray(String[]::new), 0, diagnosis.pattern().size());
  }

  private static void writeConsistency(JsonGenerator out, Report report) throws IOException {
    out.writeArrayFieldStart("self_consistency");
    for (Consistency consistency : report.consistency()) {
      out.writeStartObject();
      out.writeStringField("operation", consistency.backward().label());
      out.writeStringField("format", consistency.format().name());
      out.writeStringField("output", consistency.output().label());
      out.writeBooleanField("is_gradient_of_own_forward", consistency.holds());
      out.writeNumberField("derivatives", consistency.derivatives());
      JsonOutput.writeNumber(out, "worst_bound_ratio", consistency.worst());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeConventions(JsonGenerator out, Report report, Diagnosis diagnosis) throws IOException {
    out.writeObjectFieldStart("conventions");
    ConventionsJson.write(out, "declared", report.subject().conventions());
    out.writeObjectFieldStart("detected");
    for (Map.Entry<String, String> convention : diagnosis.conventions().entrySet()) {
      out.writeStringField(convention.getKey(), convention.getValue());
    }
    out.writeEndObject();
    out.writeFieldName("disagreements");
    out.writeArray(diagnosis.disagreements().toArray(String[]::new), 0, diagnosis.disagreements().size());
    out.writeEndObject();
  }

  private static void writeGate(JsonGenerator out, Verdict verdict) throws IOException {
    out.writeObjectFieldStart("gate");
    out.writeBooleanField("passed", verdict.passed());
    out.writeFieldName("reasons");
    out.writeArray(verdict.reasons().toArray(String[]::new), 0, verdict.reasons().size());
    out.writeEndObject();
  }

  /**
   * What a report says of accuracy, to compare with.
   *
   * @param source names the document in complaints
   * @param factor see {@link Baseline}
   * @throws DocumentException if it is not the report of one subject
   */
  public static Baseline baseline(byte[] document, String source, double factor) {
    return JsonInput.read(document, source, null, in -> baseline(in, source, factor));
  }

  private static Baseline baseline(JsonInput in, String source, double factor) throws IOException {
    if (!in.isObject()) {
      throw in.error("is not the report of one subject, as 'conform SUBJECT --json' prints it");
    }
    Report.SuiteIdentity[] suite = {null};
    List<Cell> cells = new ArrayList<>();
    in.object(name -> {
      switch (name) {
        case "suite" -> suite[0] = SuiteJson.read(in);
        case "cells" -> in.array(() -> cells.add(CellJson.read(in)));
        default -> in.skip();
      }
    });
    if (suite[0] == null || cells.isEmpty()) {
      throw in.error("has no suite and cells; a report is expected, as 'conform SUBJECT --json' prints it");
    }
    return new Baseline(source, suite[0], cells, factor);
  }
}
