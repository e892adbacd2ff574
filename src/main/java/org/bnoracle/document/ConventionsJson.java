package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;

/** Conventions: attribute → values, as documents write them. */
public final class ConventionsJson {
  private ConventionsJson() {}

  public static Map<Attribute, List<String>> read(JsonInput in) throws IOException {
    Map<Attribute, List<String>> conventions = new EnumMap<>(Attribute.class);
    List<String> known = Stream.of(Attribute.values()).map(Attribute::label).toList();
    in.object(name -> {
      Attribute attribute = Attribute.named(in.known(name, known)).orElseThrow();
      List<String> values = new ArrayList<>();
      in.array(() -> values.add(in.lookUp(in.scalar(), text -> canonical(attribute, text))));
      conventions.put(attribute, values);
    });
    return conventions;
  }

  private static String canonical(Attribute attribute, String text) {
    return CaseJson.text(CaseJson.value(attribute, text, BinaryFormat.F64));
  }

  /** Writes the field of that name. */
  public static void write(JsonGenerator out, String name, Map<Attribute, List<String>> conventions)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<Attribute, List<String>> convention : conventions.entrySet()) {
      out.writeFieldName(convention.getKey().label());
      out.writeArray(convention.getValue().toArray(String[]::new), 0, convention.getValue().size());
    }
    out.writeEndObject();
  }
}
