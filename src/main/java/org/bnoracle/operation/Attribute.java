package org.bnoracle.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bnoracle.equations.VarianceConvention;

/** A named setting of a case. */
public enum Attribute {
  CHANNEL_AXIS(Kind.AXIS, true, "the axis of x that counts the channels, from 0"),
  EPSILON(Kind.NUMBER, true, "the exact number added to the variance, at least 0"),
  EPSILON_FORMAT(Kind.FORMAT, true, "the format in which an implementation holds epsilon and momentum"),
  STATISTICS_FORMAT(Kind.FORMAT, false, "the format of statistics; f64 for f64 data, else f32, where absent"),
  MOMENTUM(Kind.NUMBER, true, "the weight of the new batch in the running statistics, from 0 to 1"),
  BATCH_INDEX(Kind.COUNT, false, "instead of momentum: the weight is 1/batch_index, a cumulative average; from 1"),
  VARIANCE_CONVENTION(VarianceConvention.class, true, "the variance that enters the running variance"),
  LAYER(Layer.class, true, "the layer that the normalization is folded into"),
  GROUPS(Kind.COUNT, false, "the groups of a convolution, 1 where absent"),
  BATCH_SIZES(Kind.SIZES, true, "the samples of each batch, stacked along axis 0; at least 2 values a channel each"),
  PARTITION(Kind.SIZES, true, "the samples of each worker, in their order along axis 0; 0 for a worker without any"),
  MASK(Kind.OUTPUTS, false, "the gradients that are wanted, all of them where absent; the others are not computed"),
  STRIDES(Kind.SIZES, false, "the strides in memory, in elements, of x and of every tensor of its shape; data stay in row-major order"),
  IN_PLACE(Kind.FLAG, false, "whether the output of x's shape takes the memory of x, in a backward that of dy"),
  REPEAT(Kind.COUNT, false, "how often the operation is called on the same inputs, 1 where absent; the last result counts"),
  ACTIVATION(Activation.class, false, "what is applied to y, nothing where absent: max(0, y), or max(0, y + z)");

  /** What the values of an attribute look like. */
  public enum Kind {
    AXIS,
    COUNT,
    NUMBER,
    FORMAT,
    /** One of several names. */
    CHOICE,
    /** Whole numbers of 0 or more. */
    SIZES,
    /** Names of outputs. */
    OUTPUTS,
    /** True or false. */
    FLAG
  }

  private final Kind kind;
  private final List<Enum<?>> choices;
  private final boolean required;
  private final String meaning;

  Attribute(Kind kind, boolean required, String meaning) {
    this(kind, List.of(), required, meaning);
  }

  Attribute(Class<? extends Enum<?>> choices, boolean required, String meaning) {
    this(Kind.CHOICE, List.of(choices.getEnumConstants()), required, meaning);
  }

  Attribute(Kind kind, List<Enum<?>> choices, boolean required, String meaning) {
    this.kind = kind;
    this.choices = choices;
    this.required = required;
    this.meaning = meaning;
  }

  /** The attribute of that name; empty if there is none. */
  public static Optional<Attribute> named(String name) {
    return Arrays.stream(values()).filter(a -> a.label().equals(name)).findFirst();
  }

  /** The name in documents. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Kind kind() {
    return kind;
  }

  /** The values of a choice; of other attributes, none. */
  public List<Enum<?>> choices() {
    return choices;
  }

  /** Whether a case that the attribute applies to must give it, or its alternative. */
  public boolean required() {
    return required;
  }

  /** The attribute that a case may give in place of this one; never both. */
  public Optional<Attribute> alternative() {
    return switch (this) {
      case MOMENTUM -> Optional.of(BATCH_INDEX);
      case BATCH_INDEX -> Optional.of(MOMENTUM);
      default -> Optional.empty();
    };
  }

  public String meaning() {
    return meaning;
  }
}
