package org.bnoracle.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.MarkedTable;
import org.bnoracle.equations.Label;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Signature;
import org.bnoracle.operation.Slot;
import org.junit.jupiter.api.Test;

/** The tables of spec/protocol.md are those of the code; -Dbnoracle.update=true writes them. */
class ProtocolTablesTest {
  private static final Path FILE = Path.of("spec", "protocol.md");

  private static String operations() {
    return MarkedTable.of(List.of("operation", "inputs (optional in brackets)", "attributes", "outputs"),
        Arrays.stream(Operation.values()).map(o -> List.of("`" + o.label() + "`", inputs(o.signature()),
            attributes(o.signature()), outputs(o.signature()))));
  }

  private static String inputs(Signature signature) {
    return withOptions(labels(signature.inputs()), signature.options().stream()
        .map(option -> labels(option.inputs()) + since(option)));
  }

  private static String since(Signature.Option option) {
    return option.since() == Activation.NONE ? ""
        : option.since().andMore().stream().map(Label::of).collect(Collectors.joining(" or ", " with ", ""));
  }

  private static String outputs(Signature signature) {
    return withOptions(labels(signature.outputs()), signature.options().stream().map(option -> labels(option.outputs())));
  }

  private static String attributes(Signature signature) {
    List<Attribute> optional = signature.options().stream().flatMap(option -> option.attributes().stream()).toList();
    String common = signature.allAttributes().stream().filter(a -> !optional.contains(a))
        .map(a -> a.required() ? a.label() : "[" + a.label() + "]").collect(Collectors.joining(" "));
    return withOptions(common, signature.options().stream()
        .filter(option -> !option.attributes().isEmpty())
        .map(option -> names(option.attributes().stream().map(Attribute::label)) + " with " + option.inputs().get(0).label()));
  }

  private static String withOptions(String fixed, Stream<String> options) {
    return Stream.concat(Stream.of(fixed), options.filter(text -> !text.isEmpty()).map(text -> "[" + text + "]"))
        .collect(Collectors.joining(" "));
  }

  private static String labels(List<Slot> slots) {
    return names(slots.stream().map(Slot::label));
  }

  private static String names(Stream<String> names) {
    return names.collect(Collectors.joining(" "));
  }

  private static String attributes() {
    return MarkedTable.of(List.of("attribute", "value", "meaning"), Arrays.stream(Attribute.values()).map(a -> List.of(
        "`" + a.label() + "`",
        switch (a.kind()) {
          case AXIS, COUNT -> "a whole number";
          case NUMBER -> "a number";
          case FORMAT -> "a format";
          case CHOICE -> a.choices().stream().map(choice -> "`" + Label.of(choice) + "`").collect(Collectors.joining(" or "));
          case SIZES -> "whole numbers";
          case OUTPUTS -> "names of outputs";
          case FLAG -> "`true` or `false`";
        },
        a.meaning())));
  }

  private static String tensors() {
    return MarkedTable.of(List.of("tensor", "length", "format", "meaning"), Arrays.stream(Slot.values()).map(slot -> List.of(
        "`" + slot.label() + "`",
        switch (slot.extent()) {
          case DATA -> switch (slot) {
            case X -> "any shape of rank 1 to 6";
            case WEIGHT -> "(out, in), (out, in/groups, …) or, transposed, (in, out/groups, …)";
            default -> "the shape of x";
          };
          case CHANNELS -> "one value a channel";
        },
        switch (slot.formatRule()) {
          case OWN -> "any";
          case DATA -> "that of x";
          case STATISTICS -> "statistics_format";
          case PARAMETER -> "that of gamma, else statistics_format";
          case BIAS -> "as an input any; as an output that of the input, else of beta, else statistics_format";
        },
        slot.meaning())));
  }

  @Test
  void operationsAreThoseOfTheSignatures() throws IOException {
    MarkedTable.assertShown(FILE, "operations", operations());
  }

  @Test
  void attributesAreThoseOfTheCode() throws IOException {
    MarkedTable.assertShown(FILE, "attributes", attributes());
  }

  @Test
  void tensorsAreTheSlots() throws IOException {
    MarkedTable.assertShown(FILE, "tensors", tensors());
  }

  @Test
  void everyCapabilityIsExplained() throws IOException {
    String text = Files.readString(FILE);
    for (Feature feature : Feature.values()) {
      String row = "| `%s` | %s |\n".formatted(feature.label(), feature.meaning());
      assertTrue(text.contains(row), "spec/protocol.md lacks " + row);
    }
  }

  @Test
  void theExampleOfAHelloIsOne() throws IOException {
    List<String> hellos = lines("subject   → {\"protocol\"");
    assertEquals(1, hellos.size());
    assertEquals("my-kernel", Protocol.hello(hellos.get(0)).name());
  }

  @Test
  void theExampleOfAGreetingIsWhatIsSent() throws IOException {
    assertEquals(List.of(Protocol.GREETING), lines("bn-oracle → {\"protocol\""));
  }

  @Test
  void theExamplesOfAnswersNameTheCaseThatWasAsked() throws IOException {
    String question = lines("bn-oracle → {\"id\"").get(0);
    String answer = lines("subject   → {\"id\"").get(0);
    assertEquals(question.split("\"")[3], answer.split("\"")[3]);
  }

  private static List<String> lines(String start) throws IOException {
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.startsWith(start)) {
        found.add(line.substring(line.indexOf('{')));
      }
    }
    return found;
  }
}
