package org.bnoracle.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bnoracle.MarkedTable;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Manifest;
import org.bnoracle.operation.BugClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of golden-vectors/README.md are those of reports/faults.json and the manifests; PowerIT keeps the report true. */
class CoverageTest {
  private static final Path README = Path.of("golden-vectors", "README.md");
  private static final int SHOWN = 4;

  private static JsonNode report;

  @BeforeAll
  static void read() throws IOException {
    report = new ObjectMapper().readTree(Path.of("reports", "faults.json").toFile());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static List<String> texts(JsonNode array) {
    return each(array).map(JsonNode::asText).toList();
  }

  /** The families that catch a fault of a class. */
  private static Map<Integer, Set<String>> familiesByClass() {
    Map<Integer, Set<String>> families = new TreeMap<>();
    each(report.path("faults")).forEach(fault -> texts(fault.path("by_operation_and_family")).forEach(
        id -> families.computeIfAbsent(fault.path("bug_class").asInt(), c -> new TreeSet<>()).add(id.split("/")[1])));
    return families;
  }

  @Test
  void eachClassOfBugsIsCaughtByTheseFamilies() throws IOException {
    Map<Integer, Set<String>> families = familiesByClass();
    MarkedTable.assertShown(README, "coverage", MarkedTable.of(List.of("class", "bugs", "caught by"), Arrays.stream(BugClass.values())
        .map(bugClass -> List.of(Integer.toString(bugClass.number()), bugClass.title(), bugClass.missingCapability().isPresent()
            ? "no case shows it, for want of " + bugClass.missingCapability().get()
            : families.get(bugClass.number()).stream().map(family -> "`" + family + "`").collect(Collectors.joining(" "))))));
  }

  @Test
  void eachFamilyOfCoreIsThereForThis() throws IOException {
    Map<String, JsonNode> merits = each(report.path("families")).collect(Collectors.toMap(merit -> merit.path("name").asText(), merit -> merit));
    MarkedTable.assertShown(README, "families", MarkedTable.of(List.of("family", "what it is after", "cases", "there for"),
        Families.ALL.stream().filter(family -> merits.containsKey(family.name())).map(family -> List.of("`" + family.name() + "`",
            family.purpose(), merits.get(family.name()).path("cases").asText(), reasons(merits.get(family.name()))))));
    assertEquals(Set.copyOf(merits.keySet()), Suite.CORE.published().files().stream()
        .map(file -> file.path().replaceAll(".*/|\\..*", "")).collect(Collectors.toSet()));
  }

  private static String reasons(JsonNode merit) {
    List<String> reasons = new ArrayList<>();
    List<String> faults = texts(merit.path("faults"));
    if (!faults.isEmpty()) {
      reasons.add(String.join(", ", faults.subList(0, Math.min(SHOWN, faults.size())))
          + (faults.size() > SHOWN ? " and %d more faults".formatted(faults.size() - SHOWN) : ""));
    }
    add(reasons, "mutants", merit.path("mutants").asLong());
    add(reasons, "sequences", merit.path("sequences").asLong());
    long values = merit.path("values").asLong();
    add(reasons, "special values", often(merit.path("special").asLong(), values));
    add(reasons, "results that are hard to round", often(merit.path("hard_to_round").asLong(), values));
    return reasons.isEmpty() ? "ordinary data, of which cases of one's own are made, too" : String.join("; ", reasons);
  }

  /** As in the report's own rule, less than one in fifty is an accident. */
  private static long often(long number, long values) {
    return 50 * number >= values ? number : 0;
  }

  private static void add(List<String> reasons, String what, long number) {
    if (number > 0) {
      reasons.add(number + " " + what);
    }
  }

  @Test
  void theSuitesHaveThisManyCases() throws IOException {
    MarkedTable.assertShown(README, "suites", MarkedTable.of(List.of("suite", "cases", "sha256", "what it has"), Arrays.stream(Suite.values())
        .map(suite -> List.of("`" + suite.label() + "`", Integer.toString(suite.published().cases()),
            "`" + suite.published().identity().substring(0, 16) + "…`", suite.description()))));
  }

  @Test
  void theReportIsAboutThePublishedSuite() throws IOException {
    Manifest published = Manifest.read(Files.readAllBytes(Path.of("golden-vectors", Manifest.FILE_NAME)), Manifest.FILE_NAME);
    assertEquals(published.cases(), report.at("/suite/cases").asInt());
    assertEquals(published.identity(), Suite.CORE.published().identity());
  }
}
