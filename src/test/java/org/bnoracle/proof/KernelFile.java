package org.bnoracle.proof;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bnoracle.document.Vector;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/** Vectors as a file of lemmas, which Coq's kernel checks by computing: neither extraction nor Zarith has a part in it. */
final class KernelFile {
  private static final Map<Operation, String> OPERATIONS = Map.of(
      Operation.TRAINING_FORWARD, "TrainingForward", Operation.INFERENCE_FORWARD, "InferenceForward",
      Operation.TRAINING_BACKWARD, "TrainingBackward", Operation.INFERENCE_BACKWARD, "InferenceBackward",
      Operation.DOUBLE_BACKWARD, "DoubleBackward", Operation.TANGENT, "Tangent", Operation.FOLD, "Fold",
      Operation.POPULATION, "PopulationStatistics", Operation.SYNCHRONISED_FORWARD, "TrainingForward",
      Operation.SYNCHRONISED_BACKWARD, "TrainingBackward");
  private static final Map<Activation, String> ACTIVATIONS =
      Map.of(Activation.NONE, "NoActivation", Activation.RELU, "Relu", Activation.ADD_RELU, "AddRelu");

  private final StringBuilder text = new StringBuilder("""
      From Coq Require Import ZArith List.
      From Flocq Require Import IEEE754.Binary.
      From BN Require Import BN Question Rounding Checker.
      Import ListNotations.
      Definition b := double_of_bits.
      Definition t (l : list Z) : tensor := fun i => nth i (map b l) float_zero.
      Open Scope Z_scope.
      """);
  private int number;
  private int refuted;

  @Override
  public String toString() {
    return text.toString();
  }

  /** How many outputs are stated to be wrong. */
  int refuted() {
    return refuted;
  }

  /** States that each output is right; in f16, also that its copy with each value moved by one ulp is not. */
  void add(Vector vector) {
    number++;
    text.append("(* ").append(vector.question().id()).append(" *)\n");
    text.append("Definition q%d : question := %s.%n".formatted(number, question(vector.question())));
    state(vector, "true");
    if (vector.question().data().format().equals(BinaryFormat.F16)) {
      state(GoldenVectors.moved(vector, true), "false");
    }
  }

  private void state(Vector vector, String verdict) {
    vector.outputs().forEach((slot, output) -> {
      if (output instanceof Output.Values values) {
        refuted += verdict.equals("false") ? 1 : 0;
        text.append("Goal accepts q%d %s Out.%s %s = %s. Proof. vm_cast_no_check (eq_refl %5$s). Qed.%n".formatted(
            number, values.tensor().format().name(), slot, tensor(values.tensor()), verdict));
      }
    });
  }

  private static String question(Case question) {
    Attributes attributes = question.attributes();
    return "Question %s %s (fun s => match s with %s | _ => None end) %s %s %s %s %s %s".formatted(
        OPERATIONS.get(question.operation()),
        CheckerInput.layout(question.data().shape(), attributes).replaceAll("(\\d+)", "$1%nat"),
        question.inputs().entrySet().stream().map(KernelFile::given).collect(Collectors.joining(" | ")),
        number(attributes, Attribute.EPSILON), number(attributes, Attribute.MOMENTUM),
        attributes.batchIndex().isPresent() ? "(Some " + attributes.batchIndex().getAsInt() + "%positive)" : "None",
        attributes.varianceConvention() == VarianceConvention.SAMPLE ? "Sample" : "Population",
        attributes.has(Attribute.BATCH_SIZES)
            ? "[" + CheckerInput.batchSizes(question.data().shape(), attributes).replace(" ", "; ") + "]%nat" : "[]",
        ACTIVATIONS.get(attributes.activation()));
  }

  private static String given(Map.Entry<Slot, Tensor> input) {
    return "In.%s => Some %s".formatted(input.getKey(), tensor(input.getValue()));
  }

  private static String number(Attributes attributes, Attribute attribute) {
    return attributes.has(attribute) ? "(b %s)".formatted(bits((Double) attributes.values().get(attribute))) : "float_zero";
  }

  private static String tensor(Tensor tensor) {
    List<String> bits = IntStream.range(0, tensor.size()).mapToObj(i -> bits(tensor.get(i))).toList();
    return "(t [" + String.join("; ", bits) + "])";
  }

  private static String bits(double value) {
    return Long.toUnsignedString(Double.doubleToLongBits(value));
  }
}
