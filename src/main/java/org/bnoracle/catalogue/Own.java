package org.bnoracle.catalogue;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bnoracle.tensor.Shape;

/**
 * What a user wants of cases of their own, made by the recipes of a family. What is left open is the recipe's.
 *
 * @param seed another seed, other values
 * @param count how many cases of each operation, family and format
 */
public record Own(
    Optional<Shape> shape, OptionalInt channelAxis, OptionalDouble epsilon, OptionalDouble momentum, long seed, int count) {

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
