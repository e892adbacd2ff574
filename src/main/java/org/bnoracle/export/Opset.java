package org.bnoracle.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** The versions of ONNX's operators that define BatchNormalization anew, from the first without is_test on. */
public enum Opset {
  /** Training where the node has five outputs; one type for all. */
  V7(7, 3),
  /** Without the attribute spatial. */
  V9(9, 4),
  /** Training by the attribute training_mode, with three outputs; bf16; statistics may have a type of their own. */
  V14(14, 7),
  /** Scale and bias may have another type than x. */
  V15(15, 8);

  /** The names of the outputs, in ONNX's order: the new state, and the batch's own mean. */
  static final List<String> OUTPUTS = List.of("y", "output_mean", "output_var", "saved_mean");
  /**
   * The fifth. "Saved variance used during training to speed up gradient computation" does not say whether it is that, or
   * 1/√(variance + epsilon), which ONNX Runtime gives; so no test asks for it.
   */
  static final String UNDEFINED_OUTPUT = "saved_var";

  private static final Set<BinaryFormat> OLD_TYPES = Set.of(BinaryFormat.F64, BinaryFormat.F32, BinaryFormat.F16);

  private final int version;
  private final int irVersion;

  Opset(int version, int irVersion) {
    this.version = version;
    this.irVersion = irVersion;
  }

  /** The version with this number; empty if BatchNormalization is not defined anew there. */
  public static Optional<Opset> numbered(int version) {
    return Arrays.stream(values()).filter(opset -> opset.version == version).findFirst();
  }

  public int version() {
    return version;
  }

  /** The version of the file format that came with it. */
  int irVersion() {
    return irVersion;
  }

  /** Whether the attribute training_mode says what the node does; before, the number of its outputs does. */
  boolean hasTrainingMode() {
    return compareTo(V14) >= 0;
  }

  /** Whether training gives statistics of the batch too. */
  boolean savesStatistics() {
    return !hasTrainingMode();
  }

  /** Whether x, the parameters and the statistics of a case may have their types together. */
  boolean takesTypesOf(Case question) {
    BinaryFormat x = question.data().format();
    BinaryFormat gamma = formatOf(question, Slot.GAMMA, Slot.BETA);
    BinaryFormat beta = formatOf(question, Slot.BETA, Slot.GAMMA);
    BinaryFormat statistics = question.formatOf(Slot.RUNNING_MEAN);
    return gamma.equals(beta) && switch (this) {
      case V7, V9 -> OLD_TYPES.contains(x) && gamma.equals(x) && statistics.equals(x);
      case V14 -> gamma.equals(x);
      case V15 -> true;
    };
  }

  /** An absent parameter takes the type of the other, else that of x. */
  private static BinaryFormat formatOf(Case question, Slot slot, Slot other) {
    return question.inputs().getOrDefault(slot, question.inputs().getOrDefault(other, question.data())).format();
  }
}
