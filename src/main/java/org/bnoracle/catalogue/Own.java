package org.bnoracle.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.bnoracle.document.Literal;
import org.bnoracle.tensor.Shape;

/**
 * What a user wants of cases of their own, made by the recipes of a family. What is left open is the recipe's.
 *
 * @param seed another seed, other values
 * @param count how many cases of each operation, family and format
 */
public record Own(
    Optional<Shape> shape, OptionalInt channelAxis, OptionalDouble epsilon, OptionalDouble momentum, long seed, int count) {

  private static final String PREFIX = "own-";
  private static final String SHAPE = "shape";
  private static final String AXIS = "axis";
  private static final String EPSILON = "epsilon";
  private static final String MOMENTUM = "momentum";

  Own seed(long newSeed) {
    return new Own(shape, channelAxis, epsilon, momentum, newSeed, count);
  }

  Own count(int newCount) {
    return new Own(shape, channelAxis, epsilon, momentum, seed, newCount);
  }

  /** All but the count, as ids have it: own-7, or own-7,shape=2x3,epsilon=0.25. */
  String text() {
    StringBuilder text = new StringBuilder(PREFIX).append(seed);
    shape.ifPresent(s -> text.append(setting(SHAPE)).append(
        Arrays.stream(s.dimensions()).mapToObj(Integer::toString).collect(Collectors.joining("x"))));
    channelAxis.ifPresent(axis -> text.append(setting(AXIS)).append(axis));
    epsilon.ifPresent(value -> text.append(setting(EPSILON)).append(Literal.write(value)));
    momentum.ifPresent(value -> text.append(setting(MOMENTUM)).append(Literal.write(value)));
    return text.toString();
  }

  private static String setting(String name) {
    return "," + name + "=";
  }

  /**
   * What {@link #text} wrote, with a count of 1.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  static Own parse(String text) {
    String[] parts = text.split(",");
    if (!parts[0].startsWith(PREFIX)) {
      throw new IllegalArgumentException("'" + text + "' does not start with " + PREFIX);
    }
    Map<String, String> settings = new HashMap<>();
    Arrays.stream(parts).skip(1).map(part -> part.split("=", 2)).forEach(pair -> settings.put(pair[0], pair[pair.length - 1]));
    return new Own(
        Optional.ofNullable(settings.get(SHAPE)).map(s -> new Shape(Arrays.stream(s.split("x")).mapToInt(Integer::parseInt).toArray())),
        settings.containsKey(AXIS) ? OptionalInt.of(Integer.parseInt(settings.get(AXIS))) : OptionalInt.empty(),
        number(settings.get(EPSILON)), number(settings.get(MOMENTUM)), Long.parseLong(parts[0].substring(PREFIX.length())), 1);
  }

  private static OptionalDouble number(String text) {
    return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** The recipe with the user's settings. */
  Recipe applyTo(Recipe recipe) {
    Recipe own = recipe;
    if (shape.isPresent()) {
      own = own.shape(shape.get());
    }
    if (channelAxis.isPresent()) {
      own = own.axis(channelAxis.getAsInt());
    }
    return epsilon.isPresent() ? own.epsilon(epsilon.getAsDouble()) : own;
  }
}
