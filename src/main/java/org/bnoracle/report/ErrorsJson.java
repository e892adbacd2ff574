package org.bnoracle.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.JsonOutput;

/** How large the errors of each output were, in a report. */
final class ErrorsJson {
  private ErrorsJson() {}

  static void write(JsonGenerator out, Report report) throws IOException {
    out.writeArrayFieldStart("errors");
    for (Extreme extreme : Extreme.of(report)) {
      out.writeStartObject();
      out.writeStringField("operation", extreme.operation().label());
      out.writeStringField("format", extreme.format().name());
      out.writeStringField("output", extreme.output().label());
      JsonOutput.writeNumber(out, "largest_ulp", extreme.ulp());
      out.writeStringField("case", extreme.question());
      out.writeStringField("at", extreme.at());
      JsonOutput.writeNumber(out, "got", extreme.got());
      JsonOutput.writeNumber(out, "golden", extreme.golden());
      write(out, Spread.ULP, extreme.ulps());
      write(out, Spread.BOUND, extreme.parts());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, Spread spread, List<Double> errors) throws IOException {
    out.writeObjectFieldStart(spread.name().toLowerCase(Locale.ROOT));
    for (Map.Entry<String, Integer> step : spread.counts(errors).entrySet()) {
      out.writeNumberField(step.getKey(), step.getValue());
    }
    out.writeEndObject();
  }
}
