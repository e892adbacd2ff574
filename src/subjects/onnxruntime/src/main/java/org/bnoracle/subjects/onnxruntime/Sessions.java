package org.bnoracle.subjects.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.subjects.onnxruntime.Protocol.Answer;
import org.bnoracle.subjects.onnxruntime.Protocol.Input;
import org.bnoracle.subjects.onnxruntime.Protocol.Output;
import org.bnoracle.subjects.onnxruntime.Protocol.Request;

/** Answers cases, with one ONNX Runtime session a model. */
final class Sessions {
  // A session holds about 120 KB, and takes 1 ms to build.
  private static final int MOST_KEPT = 256;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final Map<Model, OrtSession> sessions = new HashMap<>();

  /** The version of the runtime. */
  String version() {
    return environment.getVersion();
  }

  /** What ONNX Runtime refuses when it builds the session is unsupported; what it refuses to run is refused. */
  Answer answer(Request request) {
    boolean training = request.operation().equals("training-forward");
    // No momentum: no state, and the running outputs are left out of the answer.
    float weight = request.attributes().momentum() == null ? 0 : request.attributes().momentum();
    float momentum = (float) (1.0 - weight);
    // Decided exactly: momentum is 0 or at least 2^-24, so that 1.0 - momentum is a double.
    if (1.0 - momentum != weight) {
      return Answer.unsupported(
          request.id(), "ONNX's momentum is the weight of the old state in f32, which cannot hold 1 - " + weight);
    }
    Map<String, Input> inputs = onnxInputs(request.inputs());
    Model model = new Model(training, formats(inputs), request.attributes().epsilon(), momentum);
    OrtSession session;
    try {
      session = session(model);
    } catch (OrtException e) {
      return Answer.unsupported(request.id(), firstLine(e));
    }
    try {
      Map<String, Output> outputs = run(session, model, inputs);
      outputs.keySet().removeIf(name -> !name.equals("y") && !request.inputs().containsKey(name));
      return Answer.outputs(request.id(), outputs);
    } catch (OrtException | IllegalArgumentException e) {
      return Answer.refused(request.id(), firstLine(e));
    }
  }

  /** All five inputs, in ONNX's order. None is optional in ONNX: an absent one becomes ones or zeros. */
  private static Map<String, Input> onnxInputs(Map<String, Input> given) {
    Input x = given.get("x");
    long channels = x.shape()[1];
    Format parameters = given.getOrDefault("gamma", given.getOrDefault("beta", x)).format();
    Map<String, Input> inputs = new LinkedHashMap<>();
    for (String name : Model.INPUTS) {
      inputs.put(name, given.containsKey(name) ? given.get(name) : switch (name) {
        case "gamma" -> Input.constant(parameters, channels, "1.0");
        case "beta" -> Input.constant(parameters, channels, "0.0");
        case "running_mean" -> Input.constant(x.format(), channels, "0.0");
        default -> Input.constant(x.format(), channels, "1.0");
      });
    }
    return inputs;
  }

  private static List<Format> formats(Map<String, Input> inputs) {
    return inputs.values().stream().map(Input::format).toList();
  }

  private OrtSession session(Model model) throws OrtException {
    OrtSession session = sessions.get(model);
    if (session == null) {
      makeRoom();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(model.toBytes(), options);
      }
      sessions.put(model, session);
    }
    return session;
  }

  private void makeRoom() throws OrtException {
    if (sessions.size() == MOST_KEPT) {
      for (OrtSession session : sessions.values()) {
        session.close();
      }
      sessions.clear();
    }
  }

  private Map<String, Output> run(OrtSession session, Model model, Map<String, Input> inputs) throws OrtException {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Input> entry : inputs.entrySet()) {
        Input input = entry.getValue();
        tensors.put(entry.getKey(), input.format().tensor(environment, input.shape(), input.data()));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        Map<String, Output> outputs = new LinkedHashMap<>();
        for (String name : model.outputs()) {
          OnnxTensor tensor = (OnnxTensor) result.get(Model.inModel(name)).orElseThrow();
          Format format = Format.of(tensor);
          outputs.put(name, new Output(format, tensor.getInfo().getShape(), format.values(tensor)));
        }
        return outputs;
      }
    } finally {
      OnnxValue.close(tensors);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
