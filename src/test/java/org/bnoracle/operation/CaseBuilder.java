package org.bnoracle.operation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Cases for tests in few words: f64, the channels on axis 1, unless told otherwise. */
public final class CaseBuilder {
  private final Operation operation;
  private final Shape shape;
  private final Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
  private BinaryFormat format = BinaryFormat.F64;
  private Attributes attributes;

  private CaseBuilder(Operation operation, Shape shape) {
    this.operation = operation;
    this.shape = shape;
    this.attributes = Attributes.of(1, 1.0, BinaryFormat.F64).only(operation.signature().allAttributes());
  }

  public static CaseBuilder of(Operation operation, int... dimensions) {
    return new CaseBuilder(operation, new Shape(dimensions));
  }

  /** Of inputs that are given from here on. */
  public CaseBuilder format(BinaryFormat newFormat) {
    this.format = newFormat;
    return this;
  }

  public CaseBuilder axis(int axis) {
    return with(Attribute.CHANNEL_AXIS, axis);
  }

  public CaseBuilder epsilon(double epsilon) {
    return with(Attribute.EPSILON, epsilon);
  }

  public CaseBuilder with(Attribute attribute, Object value) {
    attributes = attributes.with(attribute, value);
    return this;
  }

  /** Keeps those of the attributes. */
  public CaseBuilder only(List<Attribute> some) {
    attributes = attributes.only(some);
    return this;
  }

  public CaseBuilder withState(double momentum, VarianceConvention convention) {
    attributes = attributes.withState(momentum, convention);
    return this;
  }

  /** A slot with one value a channel is as long as its values. */
  public CaseBuilder input(Slot slot, double... values) {
    return input(slot, slot.extent() == Slot.Extent.DATA ? shape : new Shape(values.length), values);
  }

  public CaseBuilder input(Slot slot, Shape itsShape, double... values) {
    inputs.put(slot, new Tensor(format, itsShape, values));
    return this;
  }

  public Case build() {
    return new Case("test", "", List.of(), operation, attributes, inputs);
  }
}
