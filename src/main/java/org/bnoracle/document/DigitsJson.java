package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bnoracle.equations.Text;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticNumber;
import org.bnoracle.number.Special;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.tensor.ChannelView;

/** Exact results as decimal digits, in no binary format. */
public final class DigitsJson {
  private DigitsJson() {}

  /** Every output of every case, each number a string of that many significant digits, nearest, ties to even. */
  public static byte[] bytes(VectorFile questions, int digits) {
    return JsonOutput.bytes(out -> {
      out.writeStartObject();
      out.writeStringField("operation", questions.operation().label());
      out.writeNumberField("digits", digits);
      out.writeArrayFieldStart("cases");
      for (Vector vector : questions.vectors()) {
        write(out, vector.question(), digits);
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static void write(JsonGenerator out, Case question, int digits) throws IOException {
    ChannelView view = question.view();
    List<Map<Slot, List<ExtendedReal>>> channels = IntStream.range(0, view.channels()).parallel()
        .mapToObj(channel -> Oracle.exactly(Text.PAPER, question, channel)).toList();
    out.writeStartObject();
    out.writeStringField("id", question.id());
    out.writeObjectFieldStart("outputs");
    for (Slot slot : question.outputs()) {
      String[] texts = new String[question.shapeOf(slot).size()];
      for (int channel = 0; channel < view.channels(); channel++) {
        List<ExtendedReal> exact = channels.get(channel).get(slot);
        for (int i = 0; i < slot.extent().count(view); i++) {
          texts[slot.extent().index(view, channel, i)] = exact == null ? "undefined" : text(exact.get(i), digits);
        }
      }
      out.writeFieldName(slot.label());
      out.writeArray(texts, 0, texts.length);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static String text(ExtendedReal number, int digits) {
    return number instanceof Special special
        ? Double.toString(special.value())
        : ((QuadraticNumber) number).toDecimal(digits).toString();
  }
}
