package org.bnoracle.accuracy;

import java.util.HashMap;
import java.util.Map;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Tensor;

/** Grades results of one case, channel by channel. */
public final class Judge {
  private final Case question;
  private final ChannelView view;
  private final Evaluation evaluation;
  private final Settings settings;
  private final Map<Integer, Candidates> candidates = new HashMap<>();

  public Judge(Case question, Evaluation evaluation, Settings settings) {
    this.question = question;
    this.view = question.view();
    this.evaluation = evaluation;
    this.settings = settings;
  }

  /** Grades an output that has golden values. */
  public Assessment assess(Slot slot, Tensor got) {
    Assessment all = Assessment.NONE;
    for (int channel = 0; channel < view.channels(); channel++) {
      all = all.and(new ChannelJudge(slot, view, channel, evaluation, candidates(channel)).assess(got));
    }
    return all;
  }

  /** Grades one value among golden ones. */
  public Discrepancy assess(Slot slot, int index, double got) {
    Tensor golden = ((Output.Values) evaluation.outputs().get(slot)).tensor();
    return assess(slot, golden.with(index, got)).worst();
  }

  /** What the bound of a value consists of. */
  public BoundTerms terms(Slot slot, int channel, int i) {
    return candidates(channel).terms(slot, i);
  }

  private Candidates candidates(int channel) {
    return candidates.computeIfAbsent(channel, c -> new Candidates(question, c, settings));
  }
}
