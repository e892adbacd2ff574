package org.bnoracle.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Family;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Encoding;
import org.bnoracle.document.Hello;
import org.bnoracle.equations.Summation;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.ComputedSubject;
import org.bnoracle.subject.Subject;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConventionsTest {
  private static final Set<Family> FAMILIES =
      Set.of(Families.named("well-scaled"), Families.named("one-and-two-elements"), Families.named("subnormal"));

  private static Subject device(BinaryFormat format, Fault... faults) {
    Set<Fault> all = Arrays.stream(faults).collect(Collectors.toSet());
    return new ComputedSubject("device under test", "1", List.of(format), new FaultyProgram(all), Summation.SEQUENTIAL);
  }

  private static Diagnosis diagnosis(Subject subject, BinaryFormat format) {
    Selection selection = new Selection(Set.of(Operation.TRAINING_FORWARD), Set.of(format), FAMILIES, Optional.empty(), Optional.empty());
    return Diagnosis.of(Conformance.run(subject, selection));
  }

  private static Map<String, String> detected(Fault... faults) {
    return diagnosis(device(BinaryFormat.F32, faults), BinaryFormat.F32).conventions();
  }

  @Test
  void aSoundProgramDoesWhatItIsAskedFor() {
    assertEquals(Map.of("variance_convention", "as asked", "momentum", "weight of the new batch", "epsilon", "inside the root",
        "inverse_std", "1/√(variance + epsilon)", "variance", "population variance", "compute_format", "f32 in f32",
        "subnormals", "kept", "m=1", "answered without a running variance"), detected());
  }

  @Test
  void otherConventionsAreNamed() {
    assertEquals("sample", detected(Fault.SAMPLE_IN_STATE).get("variance_convention"));
    assertEquals("population", detected(Fault.POPULATION_IN_STATE).get("variance_convention"));
    assertEquals("weight of the old state", detected(Fault.MOMENTUM_REVERSED).get("momentum"));
    assertEquals("outside the root", detected(Fault.EPSILON_OUTSIDE).get("epsilon"));
    assertEquals("max(variance, epsilon)", detected(Fault.EPSILON_MAXIMUM).get("epsilon"));
    assertEquals("standard deviation", detected(Fault.STD_FOR_INVERSE_STD).get("inverse_std"));
    assertEquals("population variance", detected(Fault.VARIANCE_FOR_INVERSE_STD).get("inverse_std"));
    assertEquals("sample variance", detected(Fault.SAMPLE_FOR_VARIANCE).get("variance"));
    assertEquals("flushed", detected(Fault.SUBNORMALS_FLUSHED).get("subnormals"));
    assertEquals("f64 in f32", diagnosis(device(BinaryFormat.F64, Fault.COMPUTED_IN_F32), BinaryFormat.F64).conventions().get("compute_format"));
  }

  @Test
  void conventionsAreDetectedBesideFaults() {
    Map<String, String> both = detected(Fault.MOMENTUM_REVERSED, Fault.GAMMA_ABSOLUTE);
    assertEquals("weight of the old state", both.get("momentum"));
    assertEquals("inside the root", both.get("epsilon"));
    assertEquals("population variance", both.get("variance"));
  }

  @Test
  void whatIsDeclaredOtherwiseIsSaid() {
    Subject subject = new Declaring(device(BinaryFormat.F32, Fault.SAMPLE_IN_STATE, Fault.SUBNORMALS_FLUSHED), "population");
    assertEquals(List.of("variance_convention: declared is population, the results show sample",
        "subnormals: declared is kept, the results show flushed"), diagnosis(subject, BinaryFormat.F32).disagreements());
  }

  @Test
  void theVarianceOfOneValueIsAConvention() {
    assertEquals("refused", single(question -> new Answer.Refused("one value")));
    assertEquals("running variance unchanged", single(question -> given(question, 1)));
    assertEquals("running variance NaN", single(question -> given(question, Double.NaN)));
    assertEquals("running variance infinite", single(question -> given(question, Double.POSITIVE_INFINITY)));
    assertEquals("running variance counts 0 for the batch", single(question -> given(question, 1 - question.attributes().momentum())));
    assertEquals("running variance of another kind", single(question -> given(question, 3)));
  }

  /** What is detected of a subject that answers so where the sample variance of one value is asked for. */
  private static String single(Function<Case, Answer> ofOneValue) {
    Subject subject = new Wrapped(device(BinaryFormat.F32)) {
      @Override
      public Answer answer(Case question, List<Slot> owed) {
        boolean isOfOne = question.view().count() == 1 && !owed.contains(Slot.RUNNING_VARIANCE) && question.outputs().contains(Slot.RUNNING_VARIANCE);
        return isOfOne && ofOneValue.apply(question) instanceof Answer.Refused refused ? refused
            : isOfOne ? and((Answer.Results) super.answer(question, owed), (Answer.Results) ofOneValue.apply(question))
            : super.answer(question, owed);
      }
    };
    return diagnosis(subject, BinaryFormat.F32).conventions().get("m=1");
  }

  private static Answer and(Answer.Results some, Answer.Results more) {
    Map<Slot, Tensor> all = new EnumMap<>(some.outputs());
    all.putAll(more.outputs());
    return new Answer.Results(all);
  }

  /** The running variance times a factor, as the format stores it. */
  private static Answer.Results given(Case question, double factor) {
    Tensor old = question.inputs().get(Slot.RUNNING_VARIANCE);
    double[] data = new double[old.size()];
    Arrays.setAll(data, i -> old.format().nearest(factor * old.get(i)));
    return new Answer.Results(Map.of(Slot.RUNNING_VARIANCE, new Tensor(old.format(), old.shape(), data)));
  }

  private static class Wrapped implements Subject {
    private final Subject subject;

    Wrapped(Subject subject) {
      this.subject = subject;
    }

    @Override
    public Hello hello() {
      return subject.hello();
    }

    @Override
    public Answer answer(Case question, List<Slot> owed) {
      return subject.answer(question, owed);
    }

    @Override
    public void close() {
      subject.close();
    }
  }

  /** Declares one variance convention. */
  private static final class Declaring extends Wrapped {
    private final String convention;

    Declaring(Subject subject, String convention) {
      super(subject);
      this.convention = convention;
    }

    @Override
    public Hello hello() {
      Hello hello = super.hello();
      return new Hello(hello.name(), hello.version(), hello.operations(), Map.of(Attribute.VARIANCE_CONVENTION, List.of(convention)),
          EnumSet.allOf(Feature.class), EnumSet.of(Encoding.DECIMAL), hello.arithmetic());
    }
  }
}
