package org.bnoracle.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.document.Answer;
import org.bnoracle.equations.Summation;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.ComputedSubject;
import org.bnoracle.tensor.Tensor;

/** One run of a program, sums taken from first to last. It costs a small part of what bounds on all runs do. */
final class Simulation {
  private final ComputedSubject subject;
  private final Map<String, Map<Slot, Tensor>> results = new ConcurrentHashMap<>();

  Simulation(Computation program) {
    this.subject = new ComputedSubject("", "", BinaryFormat.ALL, program, Summation.SEQUENTIAL);
  }

  Tensor result(Case question, Slot slot) {
    return results.computeIfAbsent(question.id(), id -> run(question, question.outputs())).get(slot);
  }

  private Map<Slot, Tensor> run(Case question, List<Slot> outputs) {
    return ((Answer.Results) subject.answer(question, outputs)).outputs();
  }

  /** How far an output is from this run at most; infinite where one of both is special. */
  double distance(GradedOutput output) {
    Tensor result = result(output.question(), output.slot());
    double distance = 0;
    for (int i = 0; i < result.size(); i++) {
      double got = output.results().get(i);
      if (!Discrepancy.isSame(got, result.get(i))) {
        double apart = Math.abs(got - result.get(i));
        distance = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(distance, apart);
      }
    }
    return distance;
  }
}
