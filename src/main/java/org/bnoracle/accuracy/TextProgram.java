package org.bnoracle.accuracy;

import java.util.List;
import java.util.Map;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** The program that computes what a text says, and nothing else. */
public record TextProgram(Text text) implements Computation {
  @Override
  public Seen seen(Case question) {
    return new Seen(question, channel -> channel);
  }

  @Override
  public <T> Map<Slot, List<T>> compute(Case seen, int channel, ComparingArithmetic<T> arithmetic) {
    return seen.operation().compute(text.over(arithmetic), seen.channel(channel, arithmetic));
  }

  @Override
  public double written(Case question, Slot slot, int index, double result) {
    return result;
  }

  @Override
  public Settings settings(Settings usual, BinaryFormat data) {
    return usual;
  }
}
