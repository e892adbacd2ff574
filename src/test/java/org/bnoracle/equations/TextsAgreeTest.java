package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameGradients;
import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.bnoracle.equations.ExactAssertions.assertSameNumbers;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.number.ExtendedReal;

/** In exact numbers, all texts are one. */
class TextsAgreeTest {
  @Property
  void everyTextGivesThePapersNumbersInTraining(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    for (Text text : Spellings.OTHERS) {
      Equations<ExtendedReal> other = text.over(a);
      assertSameNumber(in.variance(paper), in.variance(other));
      assertSameNumbers(in.trainingOutput(paper), in.trainingOutput(other));
      assertSameGradients(in.trainingBackward(paper), in.trainingBackward(other));
    }
  }

  @Property
  void everyTextGivesThePapersNumbersInInference(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    for (Text text : Spellings.OTHERS) {
      Equations<ExtendedReal> other = text.over(a);
      assertSameNumbers(in.inferenceOutput(paper), in.inferenceOutput(other));
      assertSameGradients(in.inferenceBackward(paper), in.inferenceBackward(other));
    }
  }
}
