package org.bnoracle.subjects.onnxruntime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.Map;

/** The lines of the subject protocol. */
final class Protocol {
  /** Writes NaN and the infinities as the strings that the protocol asks for, and -0.0 as it is. */
  static final ObjectMapper MAPPER = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private Protocol() {}

  /** A line from bn-oracle: the hello request has a protocol, a case all the rest. */
  record Request(Integer protocol, String id, String operation, Attributes attributes, Map<String, Input> inputs) {}

  /** @param momentum the weight of the new batch; null in a case without state */
  record Attributes(float epsilon, Float momentum) {}

  /** @param data the numbers as they are written, so that each is rounded once, to the format */
  record Input(Format format, long[] shape, String[] data) {
    /** A vector of the same number, n times. */
    static Input constant(Format format, long n, String number) {
      return new Input(format, new long[] {n}, Collections.nCopies((int) n, number).toArray(String[]::new));
    }
  }

  record Output(Format format, long[] shape, double[] data) {}

  /** One of outputs, unsupported and refused; the others are null. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(String id, Map<String, Output> outputs, String unsupported, String refused) {
    static Answer outputs(String id, Map<String, Output> outputs) {
      return new Answer(id, outputs, null, null);
    }

    static Answer unsupported(String id, String why) {
      return new Answer(id, null, why, null);
    }

    static Answer refused(String id, String why) {
      return new Answer(id, null, null, why);
    }
  }
}
