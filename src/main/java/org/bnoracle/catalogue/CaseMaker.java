package org.bnoracle.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Signature;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Makes the cases of one file: a family's recipes for one operation and format. */
final class CaseMaker {
  private static final double[] MOMENTA = {0.25, 0.125, 0.75};
  private static final int ROUNDS = 3;

  private final String family;
  private final Operation operation;
  private final BinaryFormat format;
  private final Own own;
  private final int only;
  private final List<Case> cases = new ArrayList<>();
  private int made;

  /** @param only the number of the one case to make; 0 for all */
  private CaseMaker(String family, Operation operation, BinaryFormat format, Own own, int only) {
    this.family = family;
    this.operation = operation;
    this.format = format;
    this.own = own;
    this.only = only;
  }

  /** The published cases. Full has core's, and goes on with all that a recipe allows, several times, other values each time. */
  static List<Case> cases(RecipeFamily family, Suite suite, Operation operation, BinaryFormat format) {
    CaseMaker maker = new CaseMaker(family.name(), operation, format, null, 0);
    List<Recipe> recipes = family.recipes(operation, format);
    switch (suite) {
      case CORE -> maker.makeLeast(recipes);
      case FULL -> {
        maker.makeLeast(recipes);
        for (int round = 0; round < ROUNDS; round++) {
          recipes.stream().filter(recipe -> recipe.suite() != Suite.LARGE).forEach(maker::make);
        }
      }
      case LARGE -> recipes.stream().filter(recipe -> recipe.suite() == Suite.LARGE).forEach(maker::make);
    }
    return maker.cases;
  }

  /**
   * Once, in core: gradients of mean and variance, and the double backward of inference, where a recipe says something of
   * them, and else in the family's first case only.
   */
  private void makeLeast(List<Recipe> recipes) {
    List<Recipe> least = recipes.stream().filter(recipe -> recipe.suite() == Suite.CORE).toList();
    Slot[] more = switch (operation) {
      case TRAINING_BACKWARD, SYNCHRONISED_BACKWARD -> new Slot[] {Slot.DMEAN, Slot.DVARIANCE};
      case DOUBLE_BACKWARD -> new Slot[] {Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE};
      default -> new Slot[0];
    };
    for (int i = 0; i < least.size(); i++) {
      Recipe recipe = least.get(i);
      make(i == 0 || recipe.concerns(List.of(more)) ? recipe : recipe.without(more));
    }
  }

  /** Cases as a user wants them: the family's recipes in turn, as often as it takes. */
  static List<Case> cases(RecipeFamily family, Operation operation, BinaryFormat format, Own own) {
    return cases(family, operation, format, own, 0);
  }

  /** The case of that number among as many as a user wants; none where no recipe suits. */
  static Optional<Case> numbered(RecipeFamily family, Operation operation, BinaryFormat format, Own own, int number) {
    return cases(family, operation, format, own.count(number), number).stream().findFirst();
  }

  private static List<Case> cases(RecipeFamily family, Operation operation, BinaryFormat format, Own own, int only) {
    CaseMaker maker = new CaseMaker(family.name(), operation, format, own, only);
    List<Recipe> recipes = family.recipes(operation, format).stream().map(own::applyTo)
        .filter(recipe -> recipe.suits(operation)).toList();
    for (int i = 0; !recipes.isEmpty() && maker.made < own.count(); i++) {
      maker.make(recipes.get(i % recipes.size()));
    }
    return maker.cases;
  }

  /** One case under an id of the caller's. */
  static Case single(String id, Recipe recipe, Operation operation, BinaryFormat format, VarianceConvention convention) {
    return new CaseMaker("", operation, format, null, 0).one(id, recipe, Set.of(), convention, 1);
  }

  /** A recipe is made with all inputs that it allows; where an option brings attributes or gradients, once more without. */
  private void make(Recipe recipe) {
    switch (operation) {
      case TRAINING_FORWARD, SYNCHRONISED_FORWARD -> {
        if (recipe.absent().contains(Slot.RUNNING_MEAN)) {
          add(recipe, recipe.absent(), null);
        } else {
          add(recipe, recipe.absent(), VarianceConvention.POPULATION);
          add(recipe, recipe.absent(), VarianceConvention.SAMPLE);
        }
      }
      case TRAINING_BACKWARD, SYNCHRONISED_BACKWARD -> {
        add(recipe, and(recipe.absent(), Slot.DMEAN, Slot.DVARIANCE), null);
        if (!recipe.absent().contains(Slot.DMEAN)) {
          add(recipe, recipe.absent(), null);
        }
      }
      case DOUBLE_BACKWARD -> {
        add(recipe, and(recipe.absent(), Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE), null);
        if (!recipe.absent().contains(Slot.RUNNING_MEAN)) {
          add(recipe, recipe.absent(), null);
        }
      }
      case INFERENCE_FORWARD, INFERENCE_BACKWARD, TANGENT, FOLD, POPULATION -> add(recipe, recipe.absent(), null);
    }
  }

  private static Set<Slot> and(Set<Slot> slots, Slot... more) {
    Set<Slot> all = new HashSet<>(slots);
    all.addAll(List.of(more));
    return all;
  }

  private void add(Recipe recipe, Set<Slot> absent, VarianceConvention convention) {
    if (own != null && made == own.count()) {
      return;
    }
    int number = ++made;
    if (only != 0 && number != only) {
      return;
    }
    String id = String.format(Locale.ROOT, "%s/%s/%s/%s%04d",
        operation.label(), family, format, own == null ? "" : own.text() + "-", number);
    cases.add(one(id, recipe, absent, convention, number));
  }

  private Case one(String id, Recipe recipe, Set<Slot> absent, VarianceConvention convention, int number) {
    long seed = Draw.seedOf(id);
    Attributes attributes = attributes(recipe, convention, number);
    Map<Slot, Tensor> inputs = inputs(recipe, absent, attributes, new Draw(seed), number);
    List<String> flags = recipe.flags().stream().map(Flag::name).toList();
    String comment = recipe.comment() + "; seed " + HexFormat.of().toHexDigits(seed);
    return new Case(id, comment, flags, operation, attributes, inputs);
  }

  /** Of the 16-bit cases, every third has statistics in the data's format. */
  private Attributes attributes(Recipe recipe, VarianceConvention convention, int number) {
    BinaryFormat numbers = format.equals(BinaryFormat.F64) ? format : BinaryFormat.F32;
    Attributes attributes = Attributes.of(recipe.axis(), numbers.nearest(recipe.epsilon()), numbers);
    if (isNarrow() && number % 3 == 0) {
      attributes = attributes.with(Attribute.STATISTICS_FORMAT, format);
    }
    if (convention != null) {
      attributes = recipe.settings().containsKey(Attribute.BATCH_INDEX)
          ? attributes.with(Attribute.VARIANCE_CONVENTION, convention)
          : attributes.withState(momentum(number, numbers), convention);
    }
    for (Map.Entry<Attribute, Object> setting : recipe.completed().entrySet()) {
      attributes = attributes.with(setting.getKey(), setting.getValue());
    }
    return attributes.only(operation.signature().allAttributes());
  }

  private double momentum(int number, BinaryFormat numbers) {
    double usual = MOMENTA[number % MOMENTA.length];
    return own == null ? usual : numbers.nearest(own.momentum().orElse(usual));
  }

  private boolean isNarrow() {
    return format.precision() < BinaryFormat.F32.precision();
  }

  /** Of an option, all inputs are left out if one is. */
  private Map<Slot, Tensor> inputs(Recipe recipe, Set<Slot> absent, Attributes attributes, Draw draw, int number) {
    Signature signature = operation.signature();
    List<Slot> possible = signature.inputsGiven(attributes.activation());
    List<Slot> given = Stream.concat(signature.inputs().stream(), signature.options().stream().map(Signature.Option::inputs)
        .filter(option -> Collections.disjoint(option, absent)).flatMap(List::stream).filter(possible::contains)).toList();
    Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
    given.forEach(slot -> inputs.put(slot, tensor(slot, recipe, attributes.view(recipe.shape()), formatOf(slot, given, attributes, number), draw)));
    return inputs;
  }

  /** Of the 16-bit cases, every second has gamma and beta in f32. */
  private BinaryFormat formatOf(Slot slot, List<Slot> given, Attributes attributes, int number) {
    BinaryFormat statistics = attributes.statisticsFormat().orElse(isNarrow() ? BinaryFormat.F32 : format);
    BinaryFormat parameter = isNarrow() && number % 2 == 0 ? BinaryFormat.F32 : format;
    return switch (slot.formatRule()) {
      case OWN -> slot == operation.signature().data() ? format : parameter;
      case BIAS -> parameter;
      case STATISTICS -> statistics;
      case PARAMETER -> given.contains(Slot.GAMMA) ? parameter : statistics;
      case DATA -> format;
    };
  }

  private static Tensor tensor(Slot slot, Recipe recipe, ChannelView view, BinaryFormat format, Draw draw) {
    Filler filler = recipe.filler(slot);
    Shape shape = slot.extent() == Slot.Extent.DATA ? recipe.shape() : new Shape(view.channels());
    double[] data = new double[shape.size()];
    for (int channel = 0; channel < view.channels(); channel++) {
      for (int i = 0; i < slot.extent().count(view); i++) {
        data[slot.extent().index(view, channel, i)] = format.nearest(filler.value(draw, channel, i));
      }
    }
    return new Tensor(format, shape, data);
  }
}
