package org.bnoracle.cli;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Own;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.tensor.Shape;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which cases a command takes. */
final class SelectionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--suite", paramLabel = "NAME", description = "core, full or large, see 'list suites' (core)")
  private String suite;

  @Option(names = "--operation", paramLabel = "NAME", split = ",", description = "only these operations")
  private List<String> operations = List.of();

  @Option(names = "--format", paramLabel = "NAME", split = ",", description = "only these formats of x")
  private List<String> formats = List.of();

  @Option(names = "--family", paramLabel = "NAME", split = ",", description = "only these families, see 'list families'")
  private List<String> families = List.of();

  @Option(names = "--case", paramLabel = "ID", description = "only this case")
  private String caseId;

  @Option(names = "--shape", paramLabel = "SHAPE", description = "cases of your own, of this shape, such as 32x64x56x56")
  private String shape;

  @Option(names = "--axis", paramLabel = "N", description = "cases of your own, with this channel axis (1)")
  private Integer axis;

  @Option(names = "--epsilon", paramLabel = "X", description = "cases of your own, with this epsilon")
  private Double epsilon;

  @Option(names = "--momentum", paramLabel = "X", description = "cases of your own, with this momentum")
  private Double momentum;

  @Option(names = "--seed", paramLabel = "N", description = "cases of your own, with other random values (0)")
  private Long seed;

  @Option(names = "--count", paramLabel = "N", description = "cases of your own, so many of each operation and format (1)")
  private Integer count;

  /** Where the options stand when no command has them. */
  @Command
  private static final class Alone {
    @Mixin
    private SelectionOptions options;
  }

  /**
   * The selection of {@link #arguments}.
   *
   * @throws ParameterException if they are no options, or a name or number is not one
   */
  static Selection parse(List<String> arguments) {
    Alone alone = new Alone();
    new CommandLine(alone).setExpandAtFiles(false).parseArgs(arguments.toArray(String[]::new));
    return alone.options.selection();
  }

  /** @throws ParameterException if a name or number is not one */
  Selection selection() {
    require(suite == null || own().isEmpty(), "--suite goes without cases of your own");
    Suite published = suite == null ? Suite.CORE : orComplain("--suite", () -> Suite.named(suite));
    return new Selection(
        published, named(operations, Operation::named), named(formats, BinaryFormat::named), named(families, Families::named), own(),
        Optional.ofNullable(caseId));
  }

  /** Options that select the same. */
  List<String> arguments() {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(option -> option.userObject() instanceof Field field && field.getDeclaringClass() == SelectionOptions.class)
        .flatMap(option -> option.originalStringValues().stream().map(value -> option.longestName() + "=" + value)).toList();
  }

  private Optional<Own> own() {
    if (shape == null && axis == null && epsilon == null && momentum == null && seed == null && count == null) {
      return Optional.empty();
    }
    require(count == null || count > 0, "--count must be at least 1, was " + count);
    require(epsilon == null || epsilon >= 0 && epsilon <= Double.MAX_VALUE, "--epsilon must be a number >= 0, was " + epsilon);
    require(momentum == null || momentum >= 0 && momentum <= 1, "--momentum must be a number from 0 to 1, was " + momentum);
    Optional<Shape> parsed = Optional.ofNullable(shape).map(this::shape);
    require(axis == null || parsed.isPresent(), "--axis goes with --shape");
    require(axis == null || axis >= 0 && axis < parsed.get().rank(), "--axis must be an axis of the shape, was " + axis);
    return Optional.of(new Own(parsed, axis == null ? OptionalInt.empty() : OptionalInt.of(axis), optional(epsilon),
        optional(momentum), seed == null ? 0 : seed, count == null ? 1 : count));
  }

  private static OptionalDouble optional(Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private Shape shape(String text) {
    return orComplain("--shape", () -> new Shape(Arrays.stream(text.split("[x,]")).mapToInt(SelectionOptions::dimension).toArray()));
  }

  private static int dimension(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a shape is written like 32x64x56x56, '" + text + "' is no dimension", e);
    }
  }

  private <E> Set<E> named(List<String> names, Function<String, E> lookUp) {
    return names.stream().map(name -> orComplain("selection", () -> lookUp.apply(name)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private <E> E orComplain(String what, Supplier<E> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), what + ": " + e.getMessage(), e);
    }
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
