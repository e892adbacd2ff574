package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * What the checker that is proved in spec/coq said of a suite, when it found nothing wrong.
 *
 * @param specification the SHA-256 of the definitions and theorems that the checker was built from
 * @param suite the identity of the manifest, see {@link Manifest#identity}
 * @param values that the suite publishes
 * @param proved values that are proved to be the exact result, rounded once
 * @param special NaN and infinities, where the specification gives no number
 * @param ruled numbers, where it gives none: what an activation makes of NaN and infinities
 */
public record Proof(String specification, String suite, long values, long proved, long special, long ruled) {
  private static final List<String> FIELDS = List.of("specification", "suite", "values", "proved", "special", "ruled");

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("specification", specification);
    out.writeStringField("suite", suite);
    out.writeNumberField("values", values);
    out.writeNumberField("proved", proved);
    out.writeNumberField("special", special);
    out.writeNumberField("ruled", ruled);
    out.writeEndObject();
  }

  static Proof read(JsonInput in) throws IOException {
    String[] texts = {"", ""};
    long[] numbers = new long[FIELDS.size() - texts.length];
    in.object(name -> {
      int field = FIELDS.indexOf(name);
      if (field < 0) {
        throw in.unknownField(name, FIELDS);
      }
      if (field < texts.length) {
        texts[field] = in.string();
      } else {
        numbers[field - texts.length] = in.wholeNumber();
      }
    });
    return new Proof(texts[0], texts[1], numbers[0], numbers[1], numbers[2], numbers[3]);
  }
}
