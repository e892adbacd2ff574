package org.bnoracle.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bnoracle.document.JsonOutput;
import org.bnoracle.faults.EquivalentChange;
import org.bnoracle.faults.Fault;
import org.bnoracle.operation.BugClass;
import org.bnoracle.operation.Operation;
import org.bnoracle.power.Catch;
import org.bnoracle.power.Cell;
import org.bnoracle.power.Merit;
import org.bnoracle.power.MutantResults;
import org.bnoracle.power.Power;

/** What a suite catches, as JSON. */
public final class FaultsJson {
  private FaultsJson() {}

  public static byte[] bytes(Power power) {
    return JsonOutput.bytes(out -> {
      out.writeStartObject();
      out.writeObjectFieldStart("suite");
      out.writeStringField("name", power.suite());
      out.writeNumberField("cases", power.cases());
      out.writeEndObject();
      writeFaults(out, power);
      writeEquivalent(out, power);
      writeNotObservable(out);
      writeFamilies(out, power);
      writeMutants(out, power.mutants());
      out.writeEndObject();
    });
  }

  private static void writeFaults(JsonGenerator out, Power power) throws IOException {
    out.writeArrayFieldStart("faults");
    for (var row : power.faults().rows()) {
      out.writeStartObject();
      out.writeStringField("name", row.fault().label());
      out.writeNumberField("bug_class", row.fault().bugClass().number());
      out.writeStringField("does", row.fault().sentence());
      writeCaught(out, row.caught());
      writeSmallest(out, row.cells());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeFamilies(JsonGenerator out, Power power) throws IOException {
    out.writeArrayFieldStart("families");
    for (Merit merit : power.merits()) {
      out.writeStartObject();
      out.writeStringField("name", merit.family());
      out.writeNumberField("cases", merit.cases());
      out.writeFieldName("faults");
      out.writeArray(merit.faults().stream().map(Fault::label).toArray(String[]::new), 0, merit.faults().size());
      out.writeNumberField("mutants", merit.mutants());
      out.writeNumberField("sequences", merit.sequences());
      out.writeNumberField("values", merit.values());
      out.writeNumberField("special", merit.special());
      out.writeNumberField("hard_to_round", merit.hard());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeCaught(JsonGenerator out, Optional<Catch> caught) throws IOException {
    out.writeBooleanField("caught", caught.isPresent());
    if (caught.isPresent()) {
      out.writeStringField("by", caught.get().question().id());
      out.writeStringField("grade", caught.get().worst().label());
    }
  }

  /** The smallest case of each operation and family that catches it. */
  private static void writeSmallest(JsonGenerator out, List<Cell> cells) throws IOException {
    String[] ids = cells.stream().flatMap(cell -> cell.caught().stream()).map(found -> found.question().id()).toArray(String[]::new);
    out.writeFieldName("by_operation_and_family");
    out.writeArray(ids, 0, ids.length);
  }

  private static void writeEquivalent(JsonGenerator out, Power power) throws IOException {
    out.writeArrayFieldStart("equivalent");
    out.writeStartObject();
    out.writeStringField("name", EquivalentChange.NAME);
    out.writeNumberField("bug_class", EquivalentChange.BUG_CLASS.number());
    writeCaught(out, power.faults().equivalentCaught());
    out.writeEndObject();
    out.writeEndArray();
  }

  private static void writeMutants(JsonGenerator out, MutantResults mutants) throws IOException {
    out.writeObjectFieldStart("mutants");
    writeTotals(out, mutants);
    out.writeArrayFieldStart("operations");
    for (Operation operation : Operation.values()) {
      out.writeStartObject();
      out.writeStringField("operation", operation.label());
      writeTotals(out, mutants.of(operation));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("equivalents");
    for (MutantResults.Result result : mutants.equivalent()) {
      out.writeStartObject();
      out.writeStringField("operation", result.mutant().operation().label());
      out.writeStringField("change", result.mutant().label());
      out.writeStringField("rounds", result.caught().map(found -> found.worst().label()).orElse("like a sound program"));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeTotals(JsonGenerator out, MutantResults mutants) throws IOException {
    out.writeNumberField("total", mutants.all().size());
    out.writeNumberField("caught", mutants.caught().size());
    out.writeNumberField("equivalent", mutants.equivalent().size());
  }

  private static void writeNotObservable(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("not_observable");
    for (BugClass bugClass : BugClass.values()) {
      if (bugClass.missingCapability().isPresent()) {
        out.writeStartObject();
        out.writeNumberField("bug_class", bugClass.number());
        out.writeStringField("title", bugClass.title());
        out.writeStringField("missing", bugClass.missingCapability().get());
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }
}
