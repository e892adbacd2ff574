package org.bnoracle.junit;

import java.util.stream.Stream;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.gate.Policy;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests an implementation of batch normalization with the golden vectors. A test class that implements this interface gets
 * a dynamic test for each vector of the operations and formats that its implementation declares:
 *
 * <pre>{@code
 * class MyBatchNormTest implements BatchNormalizationTest {
 *   public Implementation implementation() {
 *     return Implementation.of("my-library", "2.1").operation(INFERENCE_FORWARD, List.of(F32), MyBatchNormTest::infer);
 *   }
 *
 *   private static void infer(Call call) {
 *     float[] y = MyBatchNorm.infer(call.floats(X), …);
 *     call.give(Y, y);
 *   }
 * }
 * }</pre>
 *
 * <p>A vector that the implementation does not take is skipped, with the reason. The last test looks at the whole run: it
 * fails if nothing was graded of something that is declared, names the known bug that wrong outputs look like, and reports
 * how many vectors were graded and skipped.
 */
public interface BatchNormalizationTest {
  /** The implementation under test. */
  Implementation implementation();

  /** The vectors to run; all where it is not overridden. */
  default Selection selection() {
    return Selection.ALL;
  }

  /** What the implementation must achieve: that nothing is wrong, where it is not overridden. */
  default Policy policy() {
    return Policy.DEFAULT;
  }

  /** The tests. */
  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  default Stream<DynamicNode> vectors(TestReporter reporter) {
    return new VectorTests(implementation(), policy(), reporter).of(selection());
  }
}
