package org.bnoracle.formal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of spec/README.md against the sources: no number without a row, no name that does not exist. */
class SpecificationTableTest {
  private static final Path SPECIFICATION = Path.of("spec", "README.md");
  private static final List<Path> MENTION_NUMBERS = List.of(
      Path.of("src"), Path.of("spec", "coq"), Path.of("spec", "checker"), Path.of("spec", "decisions"), Path.of("README.md"));
  private static final Pattern NUMBERS = Pattern.compile("\\bBN-(\\d+)(?:(?:\\.\\.| to BN-)(\\d+))?");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Set<String> TESTS = Set.of("Test", "Property", "ParameterizedTest");

  /** Classes by their simple names. */
  private static Map<String, List<String>> classes;

  /** A row: its number, which the second table has not, and its cells from the definition in Coq on. */
  private record Row(String name, List<String> definitions, List<String> theorems, List<String> java, List<String> tests) {
    static Row of(String line) {
      List<String> cells = Arrays.stream(line.substring(2, line.length() - 2).split(" \\| ")).map(String::trim).toList();
      int last = cells.size();
      return new Row(cells.get(0), last == 6 ? names(cells.get(2)) : List.of(), names(cells.get(last - 3)), names(cells.get(last - 2)),
          names(cells.get(last - 1)));
    }

    boolean isNumbered() {
      return name.startsWith("BN-");
    }
  }

  @BeforeAll
  static void findTheClasses() throws IOException {
    classes = Stream.of(Path.of("target", "classes"), Path.of("target", "test-classes"))
        .flatMap(SpecificationTableTest::classFiles).collect(Collectors.groupingBy(name -> name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1)));
  }

  private static Stream<String> classFiles(Path folder) {
    return walk(folder).stream().map(path -> folder.relativize(path).toString().replace('\\', '/'))
        .filter(name -> name.startsWith("org/bnoracle") && name.endsWith(".class"))
        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'));
  }

  private static List<Path> walk(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(SPECIFICATION).stream().filter(line -> line.startsWith("| ") && line.contains("`")).map(Row::of).toList();
  }

  /** The names of a cell; none where it says why there are none. */
  private static List<String> names(String cell) {
    List<String> names = NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    assertTrue(!names.isEmpty() || cell.matches("none: \\S.+"), "neither a name nor a reason: " + cell);
    return names;
  }

  private static SortedSet<Integer> numbersOf(String text) {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (MatchResult match : NUMBERS.matcher(text).results().toList()) {
      int first = Integer.parseInt(match.group(1));
      IntStream.rangeClosed(first, match.group(2) == null ? first : Integer.parseInt(match.group(2))).forEach(numbers::add);
    }
    return numbers;
  }

  @Test
  void theTableHasTheNumbersOfTheSourcesEachOnce() throws IOException {
    SortedSet<Integer> mentioned = new TreeSet<>();
    for (Path path : MENTION_NUMBERS.stream().flatMap(path -> walk(path).stream()).toList()) {
      if (path.toString().matches(".*\\.(java|v|ml|md|mjs|py|h)")) {
        mentioned.addAll(numbersOf(Files.readString(path)));
      }
    }
    List<Integer> listed = rows().stream().filter(Row::isNumbered).map(row -> Integer.parseInt(row.name().substring("BN-".length()))).toList();
    assertEquals(new ArrayList<>(mentioned), listed);
    assertEquals(34, listed.size());
  }

  @Test
  void everyDefinitionAndTheoremIsInItsFile() throws IOException {
    for (Row row : rows()) {
      for (String name : row.definitions()) {
        assertStated(row, "Definition|Fixpoint|Inductive|Record", name);
      }
      for (String name : row.theorems()) {
        assertStated(row, "Theorem|Corollary", name);
      }
    }
  }

  private static void assertStated(Row row, String keywords, String name) throws IOException {
    String[] parts = name.split("\\.");
    Path library = Path.of("spec", "coq");
    Path path = Stream.of(library, library.resolve("generated")).map(folder -> folder.resolve(parts[0] + ".v")).filter(Files::exists)
        .findFirst().orElseThrow(() -> new AssertionError(row.name() + ": no file has " + name));
    Pattern statement = Pattern.compile("^\\s*(" + keywords + ") " + Pattern.quote(parts[1]) + "\\b", Pattern.MULTILINE);
    assertTrue(statement.matcher(Files.readString(path)).find(), row.name() + ": " + path + " does not state " + parts[1]);
  }

  @Test
  void everyMethodExistsAndEveryTestIsOne() throws IOException {
    for (Row row : rows()) {
      row.java().forEach(name -> assertExists(row, name, "target/classes"));
      for (String name : row.tests()) {
        assertExists(row, name, "target/test-classes");
        assertTrue(methods(name).anyMatch(SpecificationTableTest::isTest), row.name() + ": " + name + " tests nothing");
      }
    }
  }

  private static void assertExists(Row row, String name, String folder) {
    Class<?> type = type(name);
    assertTrue(type.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith(folder + "/"), name + " is not of " + folder);
    if (name.contains("#")) {
      String member = name.substring(name.indexOf('#') + 1);
      assertTrue(methods(name).findAny().isPresent() || Arrays.stream(type.getFields()).anyMatch(field -> field.getName().equals(member)),
          row.name() + ": there is no " + name);
    }
  }

  /** The methods of that name, or of that class. */
  private static Stream<Method> methods(String name) {
    String member = name.substring(name.indexOf('#') + 1);
    return Arrays.stream(type(name).getDeclaredMethods()).filter(method -> member.equals(name) || method.getName().equals(member));
  }

  private static Class<?> type(String name) {
    List<String> found = classes.getOrDefault(name.replaceAll("#.*", ""), List.of());
    assertEquals(1, found.size(), name + " is one of " + found);
    try {
      return Class.forName(found.get(0), false, SpecificationTableTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isTest(Method method) {
    return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType).map(Class::getSimpleName).anyMatch(TESTS::contains);
  }
}
