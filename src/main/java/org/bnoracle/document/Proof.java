package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

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
  /** Where the verdict on the published suite lies among the resources, and so in the program. */
  public static final String RESOURCE = "org/bnoracle/proof.json";

  private static final List<String> FIELDS = List.of("specification", "suite", "values", "proved", "special", "ruled");

  /** The verdict that comes with the program; empty if there is none. */
  static Optional<Proof> recorded() {
    try (InputStream stream = Proof.class.getResourceAsStream("/" + RESOURCE)) {
      return stream == null ? Optional.empty() : Optional.of(JsonInput.read(stream.readAllBytes(), RESOURCE, null, Proof::read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The verdict as a document. */
  public byte[] bytes() {
    return JsonOutput.bytes(this::write);
  }

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
