package org.bnoracle.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;

/**
 * A family whose cases stand for themselves.
 *
 * @param byFormat its recipes in a format
 */
record RecipeFamily(String name, String purpose, Function<BinaryFormat, List<Recipe>> byFormat) implements Family {
  @Override
  public List<Case> cases(Suite suite, Operation operation, BinaryFormat format) {
    return CaseMaker.cases(this, suite, operation, format);
  }

  @Override
  public List<Case> cases(Operation operation, BinaryFormat format, Own own) {
    return CaseMaker.cases(this, operation, format, own);
  }

  @Override
  public Optional<Case> numbered(Operation operation, BinaryFormat format, Own own, int number) {
    return CaseMaker.numbered(this, operation, format, own, number);
  }

  @Override
  public List<Flag> flags(Operation operation, BinaryFormat format) {
    Map<String, Flag> flags = new TreeMap<>();
    recipes(operation, format).forEach(recipe -> recipe.flags().forEach(flag -> flags.put(flag.name(), flag)));
    return List.copyOf(flags.values());
  }

  List<Recipe> recipes(Operation operation, BinaryFormat format) {
    return byFormat.apply(format).stream().filter(recipe -> recipe.suits(operation)).toList();
  }
}
