package org.bnoracle.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.bnoracle.Once;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.accuracy.Settings;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.OnlineText;
import org.bnoracle.equations.Spelling;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.BuiltIn;
import org.bnoracle.subject.ComputedSubject;
import org.bnoracle.subject.Subject;
import org.junit.jupiter.api.Test;

/** Nothing is claimed of programs that are right, whatever their class, order of sums, format and subnormals. */
@Once
class SoundSubjectsIT {
  private static final int BLOCK = 4;

  private static Subject computed(Computation program, Summation summation) {
    return new ComputedSubject("device under test", "1", BinaryFormat.ALL, program, summation);
  }

  private static List<Subject> sound() {
    List<Subject> sound = new ArrayList<>();
    for (long seed = 0; seed < 4; seed++) {
      sound.add(computed(new TextProgram(new OnlineText(Spelling.PAPER, seed)), SmallSuite.shuffled(seed)));
    }
    for (Spelling.Output output : List.of(Spelling.Output.NORMALIZED_FIRST, Spelling.Output.SCALE_FIRST, Spelling.Output.GAMMA_FIRST)) {
      for (Spelling.InputGradient gradient : Spelling.InputGradient.values()) {
        if (gradient != Spelling.InputGradient.AFFINE) {
          Text text = Spelling.PAPER.with(output).with(gradient).with(Spelling.ScaleGradient.FACTORED).with(Spelling.Update.INCREMENT);
          sound.add(computed(new TextProgram(text), SmallSuite.shuffled(sound.size())));
        }
      }
    }
    sound.add(computed(new TextProgram(Spelling.PAPER.with(Spelling.Variance.CORRECTED)), Summation.PAIRWISE));
    for (Summation summation : List.of(Summation.SEQUENTIAL, Summation.PAIRWISE, SoundSubjectsIT::inBlocks)) {
      sound.add(computed(new TextProgram(Text.PAPER), summation));
    }
    sound.add(computed(new Computing(BinaryFormat.F64, false), Summation.SEQUENTIAL));
    sound.add(new Flushing(computed(new Computing(BinaryFormat.F32, true), Summation.SEQUENTIAL)));
    sound.add(BuiltIn.BATCHNORM.subject("1"));
    return sound;
  }

  private static Double inBlocks(List<Double> terms, BinaryOperator<Double> add) {
    List<Double> blocks = new ArrayList<>();
    for (int from = 0; from < terms.size(); from += BLOCK) {
      blocks.add(Summation.SEQUENTIAL.sum(terms.subList(from, Math.min(terms.size(), from + BLOCK)), add));
    }
    return Summation.SEQUENTIAL.sum(blocks, add);
  }

  @Test
  void nothingIsClaimed() {
    List<Subject> sound = sound();
    assertTrue(sound.size() >= 20, "only " + sound.size());
    for (int i = 0; i < sound.size(); i++) {
      Subject subject = sound.get(i);
      Diagnosis diagnosis =
          SmallSuite.diagnosis(subject, BinaryFormat.F32, Trial.ofNoFault(subject.hello().arithmetic()));
      assertEquals(List.of(), diagnosis.findings(), "subject " + i);
      assertEquals(0, diagnosis.bad(), "subject %d: %s".formatted(i, diagnosis));
      assertEquals(List.of(), diagnosis.disagreements(), "subject " + i);
    }
  }

  /** The paper's text in another arithmetic. */
  private record Computing(BinaryFormat format, boolean flushes) implements Computation {
    private static final TextProgram PAPER = new TextProgram(Text.PAPER);

    @Override
    public Seen seen(Case question) {
      return PAPER.seen(question);
    }

    @Override
    public <T> Map<Slot, List<T>> compute(Case seen, int channel, ComparingArithmetic<T> arithmetic) {
      return PAPER.compute(seen, channel, arithmetic);
    }

    @Override
    public double written(Case question, Slot slot, int index, double result) {
      return result;
    }

    @Override
    public Settings settings(Settings usual, BinaryFormat data) {
      return new Settings(format, flushes, usual.declared());
    }
  }

  /** Declares that it takes subnormal numbers as zero. */
  private record Flushing(Subject subject) implements Subject {
    @Override
    public Hello hello() {
      Hello hello = subject.hello();
      return new Hello(hello.name(), hello.version(), hello.operations(), hello.conventions(), hello.capabilities(), hello.encodings(),
          new Hello.Arithmetic(Map.of(), Optional.empty(), true));
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
}
