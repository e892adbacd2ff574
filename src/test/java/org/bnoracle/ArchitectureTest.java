package org.bnoracle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data flows one way: a package imports only from those that it is allowed, and from what those are allowed. */
class ArchitectureTest {
  private static final int LEAST_CLASSES = 100;
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.bnoracle");
  private static final Map<String, Set<String>> ALLOWED = new LinkedHashMap<>();

  static {
    allow("number");
    allow("tensor", "number");
    allow("equations", "number");
    allow("operation", "tensor", "equations");
    allow("oracle", "operation");
    allow("blocked", "tensor");
    allow("batchnorm", "blocked", "oracle");
    allow("accuracy", "oracle");
    allow("exchange", "tensor");
    allow("document", "accuracy", "exchange");
    allow("proof", "document");
    allow("catalogue", "document");
    allow("subject", "document", "batchnorm");
    allow("conformance", "subject", "catalogue");
    allow("faults", "subject");
    allow("diagnosis", "faults", "conformance");
    allow("power", "faults", "catalogue");
    allow("gate", "conformance");
    allow("report", "gate", "diagnosis", "power", "proof");
    allow("export", "catalogue");
    allow("junit", "report");
    allow("site", "report");
    allow("cli", "site", "export");
  }

  /** These packages, and all that they may import. */
  private static void allow(String name, String... below) {
    ALLOWED.put(name, Arrays.stream(below).flatMap(b -> Stream.concat(Stream.of(b), ALLOWED.get(b).stream()))
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String[] packages(Stream<String> names) {
    return names.map(name -> "org.bnoracle." + name + "..").toArray(String[]::new);
  }

  private static String[] allBut(String... names) {
    return packages(ALLOWED.keySet().stream().filter(name -> !List.of(names).contains(name)));
  }

  @BeforeAll
  static void theClassesAreSeen() {
    assertTrue(CLASSES.size() >= LEAST_CLASSES, "only " + CLASSES.size() + " classes were seen");
  }

  @Test
  void everyPackageIsListedAndNotEmpty() {
    Set<String> seen = CLASSES.stream().map(c -> c.getPackageName().substring("org.bnoracle.".length()))
        .collect(Collectors.toSet());
    assertEquals(ALLOWED.keySet(), seen);
  }

  @Test
  void packagesImportOnlyWhatTheyMay() {
    ALLOWED.forEach((name, allowed) -> {
      String[] forbidden = packages(ALLOWED.keySet().stream().filter(other -> !other.equals(name) && !allowed.contains(other)));
      if (forbidden.length > 0) {
        noClasses().that().resideInAPackage("org.bnoracle." + name + "..")
            .should().dependOnClassesThat().resideInAnyPackage(forbidden).check(CLASSES);
      }
    });
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("org.bnoracle.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyDocumentReadsJsonAndOnlyReportAndExportWriteItBesides() {
    noClasses().that().resideInAnyPackage(allBut("document", "report", "export"))
        .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml..", "com.networknt..").check(CLASSES);
    noClasses().that().resideInAnyPackage("org.bnoracle.report..", "org.bnoracle.export..")
        .should().dependOnClassesThat(DescribedPredicate.describe("Jackson, its generator aside",
            c -> c.getPackageName().startsWith("com.fasterxml") && !c.getSimpleName().equals("JsonGenerator")))
        .check(CLASSES);
  }

  @Test
  void onlyExportKnowsOnnx() {
    noClasses().that().resideInAnyPackage(allBut("export"))
        .should().dependOnClassesThat().resideInAnyPackage("ai.onnx..", "com.google.protobuf..").check(CLASSES);
  }

  @Test
  void onlyJunitKnowsJUnit() {
    noClasses().that().resideInAnyPackage(allBut("junit"))
        .should().dependOnClassesThat().resideInAnyPackage("org.junit..", "org.opentest4j..").check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsPicocliAndTheConsole() {
    noClasses().that().resideInAnyPackage(allBut("cli"))
        .should().dependOnClassesThat().resideInAnyPackage("picocli..", "me.tongfei..").check(CLASSES);
    for (String stream : List.of("in", "out", "err")) {
      noClasses().that().resideInAnyPackage(allBut("cli")).should().accessField(System.class, stream).check(CLASSES);
    }
  }

  @Test
  void theRulesCanFail() {
    assertFalse(noClasses().that().resideInAPackage("org.bnoracle.tensor..")
        .should().dependOnClassesThat().resideInAPackage("org.bnoracle.number..").evaluate(CLASSES).getFailureReport().isEmpty());
    assertFalse(noClasses().that().resideInAPackage("org.bnoracle.cli..")
        .should().accessField(System.class, "out").evaluate(CLASSES).getFailureReport().isEmpty());
  }
}
