package org.bnoracle.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.conformance.Cell;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.JsonInput;

/**
 * A report of one subject, read back from its JSON.
 *
 * @param fields all but the suite and the cells as they stand: subject, generator, machine, counts, errors, not_graded, wrong,
 *     diagnosis, pattern, self_consistency, conventions, gate
 */
public record PublishedReport(Report.SuiteIdentity suite, List<Cell> cells, Map<String, Object> fields) {
  /**
   * @param source names the document in complaints
   * @throws DocumentException if it is not the report of one subject
   */
  public static PublishedReport read(byte[] document, String source) {
    return JsonInput.read(document, source, null, PublishedReport::read);
  }

  private static PublishedReport read(JsonInput in) throws IOException {
    if (!in.isObject()) {
      throw in.error("is not the report of one subject, as 'conform SUBJECT --json' prints it");
    }
    Report.SuiteIdentity[] suite = {null};
    List<Cell> cells = new ArrayList<>();
    Map<String, Object> fields = new LinkedHashMap<>();
    in.object(name -> {
      switch (name) {
        case "suite" -> suite[0] = SuiteJson.read(in);
        case "cells" -> in.array(() -> cells.add(CellJson.read(in)));
        default -> fields.put(name, in.anything());
      }
    });
    if (suite[0] == null || !fields.containsKey("errors")) {
      throw in.error("has no suite and errors; a report is expected, as 'conform SUBJECT --json' prints it");
    }
    return new PublishedReport(suite[0], cells, fields);
  }

  /** The steps of the scale of errors in ulp, smallest first. */
  public static List<String> ulpSteps() {
    return Spread.ULP.labels();
  }

  /** The steps of the scale of errors as parts of bounds, smallest first. */
  public static List<String> boundSteps() {
    return Spread.BOUND.labels();
  }
}
