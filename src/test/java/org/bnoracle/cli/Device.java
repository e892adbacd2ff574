package org.bnoracle.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bnoracle.document.Answer;
import org.bnoracle.exchange.Npy;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** A device that computes inference-forward in f32: from the files of a recording, or asked in this process. */
final class Device {
  static final String HELLO = """
      {"protocol": 1, "name": "device", "version": "1", "operations": {"inference-forward": {"formats": ["f32"]}}}
      """;

  private Device() {}

  /** Reads every case that run.json lists, and writes its y.npy. */
  static void run(Path folder) throws IOException {
    for (JsonNode question : new ObjectMapper().readTree(folder.resolve("run.json").toFile()).path("cases")) {
      Path place = folder.resolve(question.path("id").asText());
      JsonNode attributes = question.path("attributes");
      Tensor y = inference(read(place, "x"), read(place, "running_mean"), read(place, "running_variance"), read(place, "gamma"),
          read(place, "beta"), attributes.path("channel_axis").asInt(), attributes.path("epsilon").asDouble());
      Files.write(place.resolve("y.npy"), Npy.bytes(y));
    }
  }

  private static Tensor read(Path place, String name) throws IOException {
    Path file = place.resolve(name + ".npy");
    return Files.exists(file) ? Npy.tensor(Files.readAllBytes(file), BinaryFormat.F32) : null;
  }

  /** The same without files. */
  static Answer answer(Case question, List<Slot> owed) {
    Map<Slot, Tensor> in = question.inputs();
    return new Answer.Results(Map.of(Slot.Y, inference(
        question.data(), in.get(Slot.RUNNING_MEAN), in.get(Slot.RUNNING_VARIANCE), in.get(Slot.GAMMA), in.get(Slot.BETA),
        question.attributes().channelAxis(), question.attributes().epsilon())));
  }

  private static Tensor inference(
      Tensor x, Tensor mean, Tensor variance, Tensor gamma, Tensor beta, int axis, double epsilon) {
    int positions = 1;
    for (int i = axis + 1; i < x.shape().rank(); i++) {
      positions *= x.shape().dimension(i);
    }
    double[] y = new double[x.size()];
    for (int i = 0; i < y.length; i++) {
      int channel = i / positions % x.shape().dimension(axis);
      float r = 1 / (float) Math.sqrt((float) variance.get(channel) + (float) epsilon);
      float normalized = ((float) x.get(i) - (float) mean.get(channel)) * r;
      float scaled = normalized * (gamma == null ? 1 : (float) gamma.get(channel));
      y[i] = scaled + (beta == null ? 0 : (float) beta.get(channel));
    }
    return new Tensor(BinaryFormat.F32, x.shape(), y);
  }
}
