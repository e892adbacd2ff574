package org.bnoracle.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bnoracle.conformance.Cell;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Hello;
import org.bnoracle.document.JsonOutput;

/** Reports as JSON. */
public final class ReportJson {
  private ReportJson() {}

  /** One report is an object, several are an array of them. */
  public static byte[] bytes(List<Report> reports) {
    return JsonOutput.bytes(out -> {
      if (reports.size() == 1) {
        write(out, reports.get(0));
        return;
      }
      out.writeStartArray();
      for (Report report : reports) {
        write(out, report);
      }
      out.writeEndArray();
    });
  }

  private static void write(JsonGenerator out, Report report) throws IOException {
    out.writeStartObject();
    out.writeObjectFieldStart("subject");
    out.writeStringField("name", report.subject().name());
    out.writeStringField("version", report.subject().version());
    writeDeclarations(out, report.subject());
    out.writeEndObject();
    out.writeObjectFieldStart("suite");
    out.writeStringField("name", report.suite().name());
    out.writeStringField("sha256", report.suite().sha256());
    out.writeNumberField("cases", report.suite().cases());
    out.writeEndObject();
    writeCounts(out, report);
    writeCells(out, report.cells());
    writeFailures(out, report);
    writeConventions(out, report);
    writeGate(out, report.gate());
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
      out.writeStartObject();
      out.writeStringField("operation", cell.operation().label());
      out.writeStringField("format", cell.format().name());
      out.writeStringField("family", cell.family());
      out.writeStringField("output", cell.output().label());
      out.writeNumberField("cases", cell.cases());
      out.writeStringField("grade", cell.worst().grade().label());
      JsonOutput.writeNumber(out, "worst_ulp", cell.worst().ulps());
      JsonOutput.writeNumber(out, "worst_bound_ratio", cell.worst().boundRatio());
      out.writeStringField("worst_case", cell.worstCase());
      if (!cell.worst().text().isEmpty()) {
        out.writeStringField("unstable", cell.worst().text());
      }
      out.writeNumberField("unconstrained", cell.unconstrained());
      out.writeEndObject();
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

  private static void writeConventions(JsonGenerator out, Report report) throws IOException {
    out.writeObjectFieldStart("conventions");
    out.writeObjectFieldStart("declared");
    for (var convention : report.subject().conventions().entrySet()) {
      out.writeFieldName(convention.getKey().label());
      out.writeArray(convention.getValue().toArray(String[]::new), 0, convention.getValue().size());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeGate(JsonGenerator out, Report.Gate gate) throws IOException {
    out.writeObjectFieldStart("gate");
    out.writeBooleanField("passed", gate.passed());
    out.writeFieldName("reasons");
    out.writeArray(gate.reasons().toArray(String[]::new), 0, gate.reasons().size());
    out.writeEndObject();
  }
}
