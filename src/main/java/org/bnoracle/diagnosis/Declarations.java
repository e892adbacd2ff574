package org.bnoracle.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bnoracle.document.Hello;
import org.bnoracle.operation.Attribute;

/** What a subject declares of its conventions, held against what its results show. */
final class Declarations {
  private final Hello hello;
  private final Map<String, String> detected;
  private final List<String> disagreements = new ArrayList<>();

  private Declarations(Hello hello, Map<String, String> detected) {
    this.hello = hello;
    this.detected = detected;
  }

  /** A line for each convention of which the results show another. */
  static List<String> disagreements(Hello hello, Map<String, String> detected) {
    Declarations declarations = new Declarations(hello, detected);
    declarations.varianceConvention();
    declarations.subnormals();
    declarations.computeFormats();
    return declarations.disagreements;
  }

  private void varianceConvention() {
    List<String> declared = hello.conventions().getOrDefault(Attribute.VARIANCE_CONVENTION, List.of());
    String shown = detected.getOrDefault("variance_convention", "as asked");
    if (!declared.isEmpty() && !shown.equals("as asked") && !declared.contains(shown)) {
      add("variance_convention", String.join(", ", declared), shown);
    }
  }

  private void subnormals() {
    String declared = hello.arithmetic().flushesSubnormals() ? "flushed" : "kept";
    String shown = detected.getOrDefault("subnormals", declared);
    if (!shown.contains(declared)) {
      add("subnormals", declared, shown);
    }
  }

  private void computeFormats() {
    List<String> shown = List.of(detected.getOrDefault("compute_format", "").split(", "));
    hello.arithmetic().formats().forEach((data, declared) -> shown.stream()
        .filter(computed -> computed.startsWith(data + " in ") && !computed.equals(data + " in " + declared))
        .forEach(computed -> add("compute_format", data + " in " + declared, computed)));
  }

  private void add(String convention, String declared, String shown) {
    disagreements.add("%s: declared is %s, the results show %s".formatted(convention, declared, shown));
  }
}
