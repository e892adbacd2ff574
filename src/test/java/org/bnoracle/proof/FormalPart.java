package org.bnoracle.proof;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The tests that need Coq: builds what they need, and says at the end of all tests in one place what they found. Without
 * Coq they are skipped, and one line says so; where {@code BN_ORACLE_FORMAL} is "required" they fail.
 */
public final class FormalPart implements ExecutionCondition, BeforeAllCallback {
  /** What the tests find, in the order of the summary. */
  enum Finding {
    THEOREMS_AUDITED, AXIOMS_FOUND, FILES_CHECKED_AGAIN, VALUES_CHECKED, VALUES_CHECKED_BY_THE_KERNEL, RANDOM_VALUES_CHECKED,
    BOUNDS_CHECKED, JAVA_EQUATIONS_PROVED_EQUAL, MUTANTS_REJECTED;

    private String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("java", "Java");
    }
  }

  private static final Map<Finding, String> FOUND = new EnumMap<>(Finding.class);
  private static boolean isBuilt;

  static synchronized void report(Finding finding, String format, Object... figures) {
    FOUND.merge(finding, format.formatted(figures), (a, b) -> a + "; " + b);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (BuiltChecker.hasCoq()) {
      return ConditionEvaluationResult.enabled("Coq is here");
    }
    if ("required".equals(System.getenv("BN_ORACLE_FORMAL"))) {
      throw new IllegalStateException("the formal part must run, and there is no coqc or ocamlfind");
    }
    atTheEnd(context);
    return ConditionEvaluationResult.disabled("no coqc or ocamlfind");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    atTheEnd(context);
    synchronized (FOUND) {
      if (!isBuilt) {
        BuiltChecker.build();
        isBuilt = true;
      }
    }
  }

  private static void atTheEnd(ExtensionContext context) {
    context.getRoot().getStore(ExtensionContext.Namespace.create(FormalPart.class))
        .getOrComputeIfAbsent(FormalPart.class, key -> (AutoCloseable) FormalPart::summarize);
  }

  private static void summarize() {
    if (!BuiltChecker.hasCoq()) {
      System.out.println("SKIPPED: the formal part: no theorem, published value or bound, or Java equation was checked by Coq; "
          + "apt-get install --no-install-recommends coq libcoq-coquelicot libcoq-flocq libzarith-ocaml-dev ocaml-findlib");
      return;
    }
    StringBuilder text = new StringBuilder("formal part:\n");
    FOUND.forEach((finding, figures) -> text.append("  %s: %s%n".formatted(finding.label(), figures)));
    System.out.print(text);
  }
}
