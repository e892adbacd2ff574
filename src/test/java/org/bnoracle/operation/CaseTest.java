package org.bnoracle.operation;

import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.DBETA;
import static org.bnoracle.operation.Slot.DGAMMA;
import static org.bnoracle.operation.Slot.DX;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.INVERSE_STD;
import static org.bnoracle.operation.Slot.MEAN;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.FormatArithmetic;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A case's outputs, shapes, formats and channels. */
class CaseTest {
  private static final FormatArithmetic DOUBLES = new FormatArithmetic(BinaryFormat.F64, Summation.SEQUENTIAL);

  private static Case backward(BinaryFormat format) {
    return CaseBuilder.of(TRAINING_BACKWARD, 2, 3).format(format).input(X, 1, 2, 3, 4, 5, 6).input(DY, 6, 5, 4, 3, 2, 1).build();
  }

  @Test
  void runningStatisticsComeOutWhereTheyGoIn() {
    CaseBuilder builder = CaseBuilder.of(TRAINING_FORWARD, 1, 2).input(X, 1, 2);
    assertEquals(List.of(Y, MEAN, VARIANCE, INVERSE_STD), builder.build().outputs());
    builder.input(RUNNING_MEAN, 1, 2).input(RUNNING_VARIANCE, 1, 2).withState(0.5, VarianceConvention.POPULATION);
    assertEquals(List.of(Y, MEAN, VARIANCE, INVERSE_STD, RUNNING_MEAN, RUNNING_VARIANCE), builder.build().outputs());
  }

  @Test
  void shapesAreThatOfXOrOneValueAChannel() {
    Case question = backward(BinaryFormat.F64);
    assertEquals(new Shape(2, 3), question.shapeOf(DX));
    assertEquals(new Shape(3), question.shapeOf(DBETA));
  }

  @Test
  void statisticsAreF64ForF64AndElseF32UnlessTheAttributeSays() {
    Map<BinaryFormat, BinaryFormat> expected = Map.of(
        BinaryFormat.F64, BinaryFormat.F64, BinaryFormat.F32, BinaryFormat.F32, BinaryFormat.F16, BinaryFormat.F32,
        BinaryFormat.BF16, BinaryFormat.F32);
    expected.forEach((data, statistics) -> assertEquals(statistics, backward(data).formatOf(MEAN)));
    Case question = CaseBuilder.of(TRAINING_FORWARD, 1, 1).format(BinaryFormat.BF16).input(X, 1)
        .with(Attribute.STATISTICS_FORMAT, BinaryFormat.F16).build();
    assertEquals(BinaryFormat.F16, question.formatOf(VARIANCE));
    assertEquals(BinaryFormat.BF16, question.formatOf(Y));
  }

  @Test
  void gradientsOfParametersHaveGammasFormatElseTheStatistics() {
    assertEquals(BinaryFormat.F32, backward(BinaryFormat.F16).formatOf(DGAMMA));
    Case question = CaseBuilder.of(TRAINING_BACKWARD, 1, 1).format(BinaryFormat.F16).input(X, 1).input(DY, 1)
        .format(BinaryFormat.BF16).input(GAMMA, 1).build();
    assertEquals(BinaryFormat.BF16, question.formatOf(DGAMMA));
    assertEquals(BinaryFormat.BF16, question.formatOf(DBETA));
    assertEquals(BinaryFormat.BF16, question.formatOf(GAMMA));
    assertEquals(BinaryFormat.F16, question.formatOf(DX));
    assertEquals(BinaryFormat.F16, question.formatOf(X));
  }

  @Test
  void aChannelHasItsOwnValues() {
    Channel<Double> channel = backward(BinaryFormat.F64).channel(1, DOUBLES);
    assertEquals(2, channel.count());
    assertEquals(List.of(2.0, 5.0), channel.values(X));
    assertEquals(List.of(5.0, 2.0), channel.values(DY));
    assertEquals(7.0, channel.value(GAMMA, 7));
    assertFalse(channel.has(GAMMA));
    assertTrue(channel.has(DY));
  }

  @Test
  void theInverseStandardDeviationIsTheBatchsOrTheRunningOne() {
    Equations<Double> paper = new Equations<>(DOUBLES);
    Case training = CaseBuilder.of(TRAINING_BACKWARD, 2, 1).epsilon(3).input(X, 4, 6).input(DY, 1, 1).build();
    assertEquals(0.5, training.channel(0, DOUBLES).inverseStd(paper));
    Case inference = CaseBuilder.of(INFERENCE_BACKWARD, 2, 1).epsilon(1).input(X, 4, 6).input(DY, 1, 1)
        .input(RUNNING_MEAN, 9).input(RUNNING_VARIANCE, 15).build();
    assertEquals(0.25, inference.channel(0, DOUBLES).inverseStd(paper));
  }

  @Test
  void aCaseKeepsItsOwnCopies() {
    List<String> flags = new ArrayList<>(List.of("OddSizes"));
    Map<Slot, Tensor> inputs = new EnumMap<>(Map.of(X, new Tensor(BinaryFormat.F64, new Shape(1), 1)));
    Case question = new Case("id", "comment", flags, TRAINING_FORWARD, Attributes.of(0, 1, BinaryFormat.F64), inputs);
    flags.clear();
    inputs.clear();
    assertEquals(List.of("OddSizes"), question.flags());
    assertEquals(1, question.inputs().size());
    Map<Slot, Tensor> taken = question.inputs();
    assertThrows(UnsupportedOperationException.class, () -> taken.remove(X));
  }

  @Test
  void attributesAreReadByNameAndNeverChanged() {
    Attributes plain = Attributes.of(2, 0.5, BinaryFormat.F32);
    Attributes more = plain.withState(0.25, VarianceConvention.SAMPLE).with(Attribute.STATISTICS_FORMAT, BinaryFormat.BF16);
    assertEquals(2, more.channelAxis());
    assertEquals(0.5, more.epsilon());
    assertEquals(BinaryFormat.F32, more.epsilonFormat());
    assertEquals(0.25, more.momentum());
    assertEquals(VarianceConvention.SAMPLE, more.varianceConvention());
    assertEquals(BinaryFormat.BF16, more.statisticsFormat().orElseThrow());
    assertTrue(plain.statisticsFormat().isEmpty());
    assertEquals(3, plain.values().size());
    Map<Attribute, Object> values = plain.values();
    assertThrows(UnsupportedOperationException.class, values::clear);
  }
}
