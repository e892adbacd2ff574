package org.bnoracle.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.JsonInput;

/** Which vectors, in a report. */
final class SuiteJson {
  private static final List<String> FIELDS = List.of("name", "sha256", "cases");

  private SuiteJson() {}

  static void write(JsonGenerator out, Report.SuiteIdentity suite) throws IOException {
    out.writeObjectFieldStart("suite");
    out.writeStringField("name", suite.name());
    out.writeStringField("sha256", suite.sha256());
    out.writeNumberField("cases", suite.cases());
    out.writeEndObject();
  }

  static Report.SuiteIdentity read(JsonInput in) throws IOException {
    String[] texts = {"", ""};
    int[] cases = {0};
    in.object(name -> {
      switch (name) {
        case "name" -> texts[0] = in.string();
        case "sha256" -> texts[1] = in.string();
        case "cases" -> cases[0] = in.wholeNumber();
        default -> throw in.unknownField(name, FIELDS);
      }
    });
    return new Report.SuiteIdentity(texts[0], texts[1], cases[0]);
  }
}
