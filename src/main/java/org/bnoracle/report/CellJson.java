package org.bnoracle.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Cell;
import org.bnoracle.document.JsonInput;
import org.bnoracle.document.JsonOutput;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** A cell of a report. */
final class CellJson {
  private static final List<String> REQUIRED =
      List.of("operation", "format", "family", "output", "cases", "grade", "worst_ulp", "worst_bound_ratio",
          "worst_case", "unconstrained");
  private static final String UNSTABLE = "unstable";
  private static final List<String> FIELDS = Stream.concat(REQUIRED.stream(), Stream.of(UNSTABLE)).toList();

  private final JsonInput in;
  private final Map<String, String> texts = new HashMap<>();
  private Operation operation;
  private BinaryFormat format;
  private Slot output;
  private Grade grade;
  private int cases;
  private int unconstrained;
  private double ulps;
  private double boundRatio;

  private CellJson(JsonInput in) {
    this.in = in;
  }

  static void write(JsonGenerator out, Cell cell) throws IOException {
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
      out.writeStringField(UNSTABLE, cell.worst().text());
    }
    out.writeNumberField("unconstrained", cell.unconstrained());
    out.writeEndObject();
  }

  static Cell read(JsonInput in) throws IOException {
    return new CellJson(in).read();
  }

  private Cell read() throws IOException {
    Set<String> missing = new LinkedHashSet<>(REQUIRED);
    in.object(name -> {
      readField(name);
      missing.remove(name);
    });
    if (!missing.isEmpty()) {
      throw in.error("a cell needs the fields " + String.join(", ", missing));
    }
    Discrepancy worst = new Discrepancy(grade, ulps, boundRatio, texts.getOrDefault(UNSTABLE, ""));
    return new Cell(
        operation, format, texts.get("family"), output, cases, worst, texts.get("worst_case"), unconstrained);
  }

  private void readField(String name) throws IOException {
    switch (name) {
      case "operation" -> operation = in.lookUp(in.string(), Operation::named);
      case "format" -> format = in.lookUp(in.string(), BinaryFormat::named);
      case "output" -> output = in.lookUp(in.string(), CellJson::slot);
      case "grade" -> grade = in.lookUp(in.string(), Grade::named);
      case "family", "worst_case", UNSTABLE -> texts.put(name, in.string());
      case "cases" -> cases = in.wholeNumber();
      case "unconstrained" -> unconstrained = in.wholeNumber();
      case "worst_ulp" -> ulps = number();
      case "worst_bound_ratio" -> boundRatio = number();
      default -> throw in.unknownField(name, FIELDS);
    }
  }

  private static Slot slot(String name) {
    return Slot.named(name).orElseThrow(() -> new IllegalArgumentException("unknown output '" + name + "'"));
  }

  private double number() throws IOException {
    return Double.parseDouble(in.number());
  }
}
