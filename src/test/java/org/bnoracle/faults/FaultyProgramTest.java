package org.bnoracle.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Answer;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.subject.ComputedSubject;
import org.junit.jupiter.api.Test;

class FaultyProgramTest {
  private static Answer answer(Computation program, Case question) {
    return new ComputedSubject("", "", BinaryFormat.ALL, program, Summation.SEQUENTIAL).answer(question, question.outputs());
  }

  @Test
  void withoutFaultsItIsThePapersText() {
    List<Case> all = Suite.CORE.parts().stream().flatMap(part -> part.cases().stream()).toList();
    for (Case question : all) {
      assertEquals(answer(new TextProgram(Text.PAPER), question), answer(new FaultyProgram(Set.of()), question), question.id());
    }
  }
}
