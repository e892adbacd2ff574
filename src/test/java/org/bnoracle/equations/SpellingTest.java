package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.number.ExtendedReal;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void aSpellingSaysItsForms() {
    assertEquals("direct mean, direct variance, normalized-first y, weighted update, chain dx, normalized dgamma", Spelling.PAPER.toString());
    assertEquals("shifted mean, corrected variance, scale-first y, increment update, closed dx, factored dgamma",
        Spelling.PAPER.with(Spelling.Mean.SHIFTED).with(Spelling.Variance.CORRECTED).with(Spelling.Output.SCALE_FIRST)
            .with(Spelling.Update.INCREMENT).with(Spelling.InputGradient.CLOSED).with(Spelling.ScaleGradient.FACTORED).toString());
  }

  @Test
  void theFormOfDxDecidesHowTheDoubleBackwardIsWritten() {
    ExactArithmetic a = new ExactArithmetic(3);
    assertEquals(DoubleBackward.class, Spelling.PAPER.over(a).doubleBackward().getClass());
    for (Spelling.InputGradient form : Spelling.InputGradient.values()) {
      boolean isChain = form == Spelling.InputGradient.CHAIN;
      assertEquals(isChain ? DoubleBackward.class : ClosedDoubleBackward.class,
          Spelling.PAPER.with(form).over(a).doubleBackward().getClass(), form.toString());
    }
  }

  @Property
  void bothFormsOfTheVariancesTangentAreOneNumberBn22(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    ExtendedReal mean = paper.mean(in.x());
    ExtendedReal meanDot = paper.meanTangent(in.dy());
    ExtendedReal expected = paper.varianceTangent(in.x(), in.dy(), mean, meanDot);
    for (Spelling.InputGradient form : Spelling.InputGradient.values()) {
      assertSameNumber(expected, Spelling.PAPER.with(form).over(a).varianceTangent(in.x(), in.dy(), mean, meanDot));
    }
  }
}
