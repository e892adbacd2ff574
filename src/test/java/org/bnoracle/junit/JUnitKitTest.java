package org.bnoracle.junit;

import static org.bnoracle.number.BinaryFormat.F32;
import static org.bnoracle.number.BinaryFormat.F64;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.MEAN;
import static org.bnoracle.operation.Slot.VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Family;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.gate.Policy;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The kit on sound implementations and on deliberately broken ones. */
class JUnitKitTest {
  private static Selection families(String... names) {
    Set<Family> families = Set.copyOf(Stream.of(names).map(Families::named).toList());
    return new Selection(Set.of(), Set.of(), families, Optional.empty(), Optional.empty());
  }

  /** Two families are enough to tell a sound kernel from a broken one. */
  private interface Few extends BatchNormalizationTest {
    @Override
    default Selection selection() {
      return families("well-scaled", "large-offset");
    }
  }

  static class Sound implements Few {
    @Override
    public Implementation implementation() {
      return Implementation.of("sound", "1").operation(INFERENCE_FORWARD, List.of(F32), Kernels::inference)
          .operation(TRAINING_FORWARD, List.of(F32), Kernels::training, Y, MEAN, VARIANCE)
          .only(Attribute.CHANNEL_AXIS, "1").without(Feature.STATELESS);
    }
  }

  static class OnePass implements Few {
    @Override
    public Policy policy() {
      return new Policy(Grade.ANY_ORDER, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Implementation implementation() {
      return Implementation.of("one-pass", "1").operation(TRAINING_FORWARD, List.of(F32), Kernels::onePass, Y, MEAN, VARIANCE);
    }
  }

  static class Throwing implements Few {
    @Override
    public Implementation implementation() {
      return Implementation.of("throwing", "1").operation(INFERENCE_FORWARD, List.of(F32), call -> {
        throw new ArrayIndexOutOfBoundsException("Index 5");
      });
    }
  }

  static class Forgetful implements Few {
    @Override
    public Implementation implementation() {
      return Implementation.of("forgetful", "1")
          .operation(TRAINING_FORWARD, List.of(F32), call -> call.give(MEAN, new float[call.channels()]), MEAN, VARIANCE);
    }
  }

  static class TooShort implements Few {
    @Override
    public Implementation implementation() {
      return Implementation.of("too-short", "1").operation(INFERENCE_FORWARD, List.of(F32), call -> call.give(Y, 1f));
    }
  }

  static class Declining implements Few {
    @Override
    public Implementation implementation() {
      return Implementation.of("declining", "1").refusing(IllegalStateException.class)
          .operation(INFERENCE_FORWARD, List.of(F32), call -> {
            throw new IllegalStateException("not today");
          }).operation(TRAINING_FORWARD, List.of(F32, F64), call -> {
            throw new UnsupportedOperationException("only f32: " + call.floats(X).length);
          });
    }
  }

  private static EngineExecutionResults run(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(test)).execute();
  }

  private static String message(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow().getMessage();
  }

  private static String failure(EngineExecutionResults results, String test) {
    return results.testEvents().failed().stream().filter(event -> event.getTestDescriptor().getDisplayName().equals(test))
        .map(JUnitKitTest::message).findFirst().orElseThrow(() -> new AssertionError(test + " did not fail"));
  }

  private static String summary(EngineExecutionResults results) {
    return results.allEvents().reportingEntryPublished().stream()
        .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().get("bn-oracle"))
        .findFirst().orElseThrow();
  }

  private static int vectors(Operation operation, BinaryFormat format) {
    return families("well-scaled", "large-offset").parts().stream()
        .filter(part -> part.operation() == operation && part.format().equals(format)).mapToInt(part -> part.cases().size()).sum();
  }

  @Test
  void aSoundImplementationPassesAndSkipsAreCounted() {
    EngineExecutionResults results = run(Sound.class);
    assertEquals(List.of(), results.testEvents().failed().stream().map(JUnitKitTest::message).toList());
    int declared = vectors(INFERENCE_FORWARD, F32) + vectors(TRAINING_FORWARD, F32);
    long passed = results.testEvents().succeeded().count() - 1;
    List<String> skips = results.testEvents().aborted().stream().map(JUnitKitTest::message).toList();
    long single = skips.stream().filter(reason -> reason.contains("not sent: ")).count();
    assertEquals(declared, passed + single, skips.toString());
    assertTrue(skips.stream().anyMatch(reason -> reason.matches("\\d+ vectors skipped: not declared: training-backward f32")), skips.toString());
    assertTrue(summary(results).startsWith("sound 1: " + passed + " graded"), summary(results));
    assertEquals(single == 0, !summary(results).contains("not sent"), summary(results));
  }

  @Test
  void aWrongValueIsShownWithItsFacts() {
    EngineExecutionResults results = run(OnePass.class);
    String id = "training-forward/large-offset/f32/";
    String message = results.testEvents().failed().stream().map(JUnitKitTest::message).filter(m -> m.startsWith(id) && m.contains(": variance["))
        .findFirst().orElseThrow();
    assertTrue(message.matches("(?s).*" + id + "\\d{4}: variance\\[\\d+] is unstable: one-pass\n"
        + "  expected   \\S+( within \\S+)?\n  got        \\S+\n  error      \\S+ ulp, \\S+ of the bound\n"
        + "  required   any-order\n  case       [^\n]+\n  explain    bn-oracle explain " + id + "\\d{4} --at 'variance\\[\\d+]' --got \\S+.*"),
        message);
    assertTrue(failure(results, "the whole run").contains("looks like one-pass"), failure(results, "the whole run"));
  }

  @Test
  void whatAKernelThrowsIsAFailure() {
    EngineExecutionResults results = run(Throwing.class);
    assertEquals("inference-forward/well-scaled/f32/0001: crashed: java.lang.ArrayIndexOutOfBoundsException: Index 5",
        failure(results, "inference-forward/well-scaled/f32/0001"));
    assertTrue(results.testEvents().failed().stream().findFirst().orElseThrow()
        .getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow().getCause() instanceof ArrayIndexOutOfBoundsException);
    assertEquals("nothing was graded for inference-forward in f32\nnothing was graded", failure(results, "the whole run"));
  }

  @Test
  void aMissingOutputIsAFailure() {
    assertEquals("training-forward/well-scaled/f32/0001: malformed: missing output: variance",
        failure(run(Forgetful.class), "training-forward/well-scaled/f32/0001"));
  }

  @Test
  void aWrongLengthIsAFailure() {
    assertTrue(failure(run(TooShort.class), "inference-forward/well-scaled/f32/0001").contains("malformed: y has 1 values, expected "));
  }

  @Test
  void whatIsDeclinedIsSkippedWithItsReason() {
    EngineExecutionResults results = run(Declining.class);
    List<String> skips = results.testEvents().aborted().stream().map(JUnitKitTest::message).toList();
    assertTrue(skips.contains("inference-forward/well-scaled/f32/0001: refused: not today"), skips.toString());
    assertTrue(skips.stream().anyMatch(reason -> reason.startsWith("training-forward/well-scaled/f32/0001: unsupported: only f32: ")));
    assertTrue(failure(results, "training-forward/well-scaled/f64/0001").contains("x is in f64; read it as doubles"));
    assertTrue(failure(results, "the whole run").contains("nothing was graded"));
  }
}
