package org.bnoracle.operation;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;

/**
 * The settings of a case, by name. Epsilon and momentum are exact values.
 *
 * @param values an Integer for an axis or a count, a Double for a number, a {@link BinaryFormat}, a constant of a choice,
 *     a List of Integer for sizes, a List of {@link Slot} for outputs, or a Boolean
 */
public record Attributes(Map<Attribute, Object> values) {
  public Attributes {
    values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /** The settings that every case has. */
  public static Attributes of(int channelAxis, double epsilon, BinaryFormat epsilonFormat) {
    return new Attributes(Map.of(
        Attribute.CHANNEL_AXIS, channelAxis, Attribute.EPSILON, epsilon, Attribute.EPSILON_FORMAT, epsilonFormat));
  }

  /** Those of these settings. */
  public Attributes only(Collection<Attribute> attributes) {
    Map<Attribute, Object> some = new EnumMap<>(Attribute.class);
    some.putAll(values);
    some.keySet().retainAll(attributes);
    return new Attributes(some);
  }

  public boolean has(Attribute attribute) {
    return values.containsKey(attribute);
  }

  /** These settings and one more. */
  public Attributes with(Attribute attribute, Object value) {
    Map<Attribute, Object> more = new EnumMap<>(Attribute.class);
    more.putAll(values);
    more.put(attribute, value);
    return new Attributes(more);
  }

  /** These settings and those of a case with running statistics. */
  public Attributes withState(double momentum, VarianceConvention convention) {
    return with(Attribute.MOMENTUM, momentum).with(Attribute.VARIANCE_CONVENTION, convention);
  }

  /** These settings and those of a case whose running statistics are cumulative averages. */
  public Attributes withCumulativeState(int batchIndex, VarianceConvention convention) {
    return with(Attribute.BATCH_INDEX, batchIndex).with(Attribute.VARIANCE_CONVENTION, convention);
  }

  /** The channels of data of this shape; for the weight of a layer, its output channels. */
  public ChannelView view(Shape data) {
    return has(Attribute.LAYER) ? layer().view(data, groups()) : new ChannelView(data, channelAxis());
  }

  public int channelAxis() {
    return (Integer) values.get(Attribute.CHANNEL_AXIS);
  }

  public double epsilon() {
    return (Double) values.get(Attribute.EPSILON);
  }

  public BinaryFormat epsilonFormat() {
    return (BinaryFormat) values.get(Attribute.EPSILON_FORMAT);
  }

  public Optional<BinaryFormat> statisticsFormat() {
    return Optional.ofNullable((BinaryFormat) values.get(Attribute.STATISTICS_FORMAT));
  }

  public double momentum() {
    return (Double) values.get(Attribute.MOMENTUM);
  }

  /** The number of this batch where running statistics are cumulative averages, in place of the momentum. */
  public OptionalInt batchIndex() {
    Integer index = (Integer) values.get(Attribute.BATCH_INDEX);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  public Layer layer() {
    return (Layer) values.get(Attribute.LAYER);
  }

  public int groups() {
    return (Integer) values.getOrDefault(Attribute.GROUPS, 1);
  }

  public Activation activation() {
    return (Activation) values.getOrDefault(Attribute.ACTIVATION, Activation.NONE);
  }

  /** The value of an attribute of sizes. */
  public List<Integer> sizes(Attribute attribute) {
    return ((List<?>) values.get(attribute)).stream().map(Integer.class::cast).toList();
  }

  /** Whether a case with these settings wants that output. */
  boolean wants(Slot output) {
    return !has(Attribute.MASK) || ((List<?>) values.get(Attribute.MASK)).contains(output);
  }

  public VarianceConvention varianceConvention() {
    return (VarianceConvention) values.get(Attribute.VARIANCE_CONVENTION);
  }
}
