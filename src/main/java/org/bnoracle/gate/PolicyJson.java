package org.bnoracle.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Family;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.document.ConventionsJson;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.JsonInput;
import org.bnoracle.document.PolicySchema;
import org.bnoracle.document.Schema;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** Policies as JSON; spec/policy.schema.json is their schema. */
public final class PolicyJson {
  private static final List<String> FIELDS =
      List.of("$schema", "required", "rules", "refused", "unsupported", "conventions");
  private static final List<String> RULE_FIELDS = List.of("operation", "format", "family", "output", "required");
  private static final List<String> FAMILIES =
      Stream.concat(Families.ALL.stream().map(Family::name), Stream.of(Conformance.CARRIED)).toList();
  private static final List<String> OUTPUTS =
      Stream.of(Operation.values()).flatMap(operation -> operation.signature().allOutputs().stream()).map(Slot::label)
          .distinct().toList();
  private static final List<String> REASONS =
      Stream.concat(Families.flags().stream(), Stream.of(Feature.values()).map(Feature::label)).toList();

  private final JsonInput in;
  private final List<Rule> rules = new ArrayList<>();
  private Grade required = Policy.DEFAULT.required();
  private Optional<Set<String>> refused = Optional.empty();
  private Optional<Set<String>> unsupported = Optional.empty();
  private Optional<Map<Attribute, List<String>>> conventions = Optional.empty();

  private PolicyJson(JsonInput in) {
    this.in = in;
  }

  /** The closed schema of policies. */
  public static Schema schema() {
    return PolicySchema.of(FAMILIES, OUTPUTS, REASONS);
  }

  /**
   * @param source names the document in complaints
   * @throws DocumentException if the document is not a policy
   */
  public static Policy read(byte[] document, String source) {
    return JsonInput.read(document, source, null, in -> new PolicyJson(in).read());
  }

  private Policy read() throws IOException {
    in.object(name -> {
      switch (name) {
        case "$schema" -> in.string();
        case "required" -> required = in.lookUp(in.string(), Grade::named);
        case "rules" -> in.array(() -> rules.add(readRule()));
        case "refused" -> refused = Optional.of(readReasons());
        case "unsupported" -> unsupported = Optional.of(readReasons());
        case "conventions" -> conventions = Optional.of(ConventionsJson.read(in));
        default -> throw in.unknownField(name, FIELDS);
      }
    });
    return new Policy(required, rules, refused, unsupported, conventions);
  }

  private Rule readRule() throws IOException {
    Set<Operation> operations = new LinkedHashSet<>();
    Set<BinaryFormat> formats = new LinkedHashSet<>();
    Set<String> families = new LinkedHashSet<>();
    Set<Slot> outputs = new LinkedHashSet<>();
    Grade[] grade = {null};
    in.object(name -> {
      switch (name) {
        case "operation" -> operations.addAll(readSome(Operation::named));
        case "format" -> formats.addAll(readSome(BinaryFormat::named));
        case "family" -> families.addAll(readSome(family -> in.known(family, FAMILIES)));
        case "output" -> outputs.addAll(readSome(output -> Slot.named(in.known(output, OUTPUTS)).orElseThrow()));
        case "required" -> grade[0] = in.lookUp(in.string(), Grade::named);
        default -> throw in.unknownField(name, RULE_FIELDS);
      }
    });
    if (grade[0] == null) {
      throw in.error("a rule needs the field required, a grade");
    }
    return new Rule(operations, formats, families, outputs, grade[0]);
  }

  private <E> Set<E> readSome(Function<String, E> lookUp) throws IOException {
    Set<E> some = in.oneOrMoreStrings().stream().map(name -> in.lookUp(name, lookUp)).collect(Collectors.toSet());
    if (some.isEmpty()) {
      throw in.error("names nothing; leave the field out where a rule is about all");
    }
    return some;
  }

  private Set<String> readReasons() throws IOException {
    Set<String> reasons = new LinkedHashSet<>();
    in.array(() -> reasons.add(in.oneOf(REASONS)));
    return reasons;
  }
}
