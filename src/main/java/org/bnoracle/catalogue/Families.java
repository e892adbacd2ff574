package org.bnoracle.catalogue;

import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.BETA_DOT;
import static org.bnoracle.operation.Slot.DDBETA;
import static org.bnoracle.operation.Slot.DDGAMMA;
import static org.bnoracle.operation.Slot.DDX;
import static org.bnoracle.operation.Slot.DMEAN;
import static org.bnoracle.operation.Slot.DVARIANCE;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.GAMMA_DOT;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.X_DOT;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** All families of the catalogue. */
public final class Families {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Cases that follow each other. */
  static final SequenceFamily SEQUENCES =
      new SequenceFamily("sequences", "training, training, inference and its backward, the state handed on");

  /** In the order of lists and reports. */
  public static final List<Family> ALL = List.of(
      new RecipeFamily("well-scaled", "ordinary data with nothing to hide behind", Families::wellScaled),
      new RecipeFamily("large-offset", "the mean is large beside the spread, so that squares and affine forms cancel", Families::largeOffset),
      new RecipeFamily("tiny-variance", "the variance is near or far below epsilon, so that epsilon's place shows", Families::tinyVariance),
      new RecipeFamily("constant-channel", "one channel is constant: y = beta, or NaN where epsilon is 0", Families::constantChannel),
      new RecipeFamily("one-and-two-elements", "channels of no, one and two values", Families::oneAndTwoElements),
      new RecipeFamily("mixed-magnitudes", "large and small values in one channel", Families::mixedMagnitudes),
      new RecipeFamily("subnormal", "values and variances below the smallest normal number", Families::subnormal),
      new RecipeFamily("near-overflow", "values whose sums or squares overflow", Families::nearOverflow),
      new RecipeFamily("signed-gamma", "gamma negative, zero, tiny and huge", Families::signedGamma),
      new RecipeFamily("absent-parameters", "gamma, beta and the running state present and absent", Families::absentParameters),
      new RecipeFamily("cumulative-average", "running statistics as the average over all batches", Families::cumulativeAverage),
      new RecipeFamily("special-values", "NaN and infinities stay in their channel; a running variance below zero is NaN", Families::specialValues),
      new RecipeFamily("ranks-and-axes", "rank 1 to 6, the channels first, in the middle and last", Families::ranksAndAxes),
      new RecipeFamily("exact", "results that are representable: a sound program has nothing to round", Exact::recipes),
      new RecipeFamily("hard-to-round", "results on the midpoint of two numbers and next to it, by construction", HardToRound::recipes),
      new RecipeFamily("sizes", "widths, counts and channels that no block, vector or group of threads divides", Sizes::recipes),
      new RecipeFamily("counts", "one value a channel more than the format can count", Families::counts),
      new RecipeFamily("calls", "masks, strides, in place, called twice: nothing of it changes a value", Calls::recipes),
      new RecipeFamily("shards", "one batch over several workers: uneven, empty and single-sample shards", Cuts::shards),
      new RecipeFamily("batches", "population statistics over even and uneven batches", Cuts::batches),
      new RecipeFamily("folding", "weights of linear, convolution and transposed layers, in groups, with and without bias", Folding::recipes),
      new RecipeFamily("activation", "relu and add-relu in the same operation: y below 0, exactly 0, NaN", Activated::recipes),
      SEQUENCES,
      new RecipeFamily("size-limits", "more samples than a grid of threads, or 16 bits, can count", Sizes::limits),
      new RecipeFamily("long-channels", "up to a million values a channel", Sizes::longChannels));

  private Families() {}

  /**
   * The family of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Family named(String name) {
    return ALL.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "unknown family '" + name + "', choose from " + String.join(", ", ALL.stream().map(Family::name).toList())));
  }

  /** The names of all flags that published cases have. */
  public static Set<String> flags() {
    return ALL.stream()
        .flatMap(family -> Stream.of(Operation.values()).flatMap(operation ->
            BinaryFormat.ALL.stream().flatMap(format -> family.flags(operation, format).stream())))
        .map(Flag::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Recipe> wellScaled(BinaryFormat format) {
    return List.of(
        Recipe.of("epsilon 2^-10", 0x1p-10, 4, 3, 1, 2).flags(Flags.RUNNING_VARIANCE_CONVENTION, Flags.MOMENTUM_DIRECTION),
        Recipe.of("the default epsilon of many frameworks", 1e-5, 3, 2, 5).flags(Flags.RUNNING_VARIANCE_CONVENTION),
        Recipe.of("another framework's default epsilon", 1e-3, 7, 2).flags(Flags.RUNNING_VARIANCE_CONVENTION),
        Recipe.of("epsilon 2", 2, 3, 2, 3).flags(Flags.EPSILON_PLACE)).stream().map(Recipe::forEvery).toList();
  }

  private static List<Recipe> largeOffset(BinaryFormat format) {
    double half = Math.scalb(1.0, format.precision() / 2);
    double most = Math.scalb(1.0, format.precision() - 3);
    return List.of(
        offset("offset 2^⌊p/2⌋, spread about 1", half, 1).flags(Flags.LARGE_OFFSET, Flags.REARRANGED_AFFINE),
        offset("offset 2^(p-3), spread about 1", most, 1).flags(Flags.LARGE_OFFSET, Flags.REARRANGED_AFFINE),
        offset("offset 2^⌊p/2⌋, spread about 100", half, 100).flags(Flags.LARGE_OFFSET).in(Suite.FULL),
        Recipe.of("three values a channel, two of them equal", 0x1p-17, 3, 2)
            .fill(X, (draw, channel, i) -> (i == 0 ? 1 : 0) + Math.min(half, 3000))
            .fill(RUNNING_MEAN, (draw, channel, i) -> Math.min(half, 3000) + channel).flags(Flags.LARGE_OFFSET));
  }

  private static Recipe offset(String comment, double offset, double spread) {
    return Recipe.of(comment, 0x1p-17, 5, 2, 3).alsoFor(Operation.POPULATION)
        .fill(X, (draw, channel, i) -> (channel % 2 == 0 ? offset : -offset) + spread * draw.bell())
        .fill(RUNNING_MEAN, (draw, channel, i) -> (channel % 2 == 0 ? offset : -offset) + spread * draw.bell())
        .fill(RUNNING_VARIANCE, (draw, channel, i) -> spread * spread * draw.between(0.25, 4));
  }

  private static List<Recipe> tinyVariance(BinaryFormat format) {
    return List.of(
        spread("variance near epsilon", 0.25, 0.5), spread("variance about a hundredth of epsilon", 1, 0.1).in(Suite.FULL),
        spread("variance far below epsilon", 0.25, Math.scalb(1.0, -format.precision() / 2)),
        spread("variance and epsilon tiny", 0x1p-17, 0x1p-8));
  }

  private static Recipe spread(String comment, double epsilon, double spread) {
    return Recipe.of(comment, epsilon, 3, 2)
        .fill(X, (draw, channel, i) -> spread * draw.bell())
        .fill(RUNNING_MEAN, (draw, channel, i) -> spread * draw.bell())
        .fill(RUNNING_VARIANCE, (draw, channel, i) -> spread * spread * draw.between(0.25, 2))
        .flags(Flags.EPSILON_PLACE, Flags.EPSILON_MAXIMUM);
  }

  private static List<Recipe> constantChannel(BinaryFormat format) {
    return List.of(constant("a constant that sums exactly", 0x1p-17, 96), constant("a constant that does not sum exactly", 0x1p-10, 0.1),
        constant("epsilon 0: the constant channel is NaN", 0, 100));
  }

  private static Recipe constant(String comment, double epsilon, double value) {
    return Recipe.of(comment, epsilon, 3, 2, 3).alsoFor(Operation.POPULATION)
        .fill(X, (draw, channel, i) -> channel == 0 ? value : draw.bell())
        .fill(RUNNING_MEAN, (draw, channel, i) -> channel == 0 ? value : draw.bell())
        .fill(RUNNING_VARIANCE, (draw, channel, i) -> channel == 0 ? 0 : draw.between(1, 3))
        .flags(Flags.CONSTANT_CHANNEL);
  }

  private static List<Recipe> oneAndTwoElements(BinaryFormat format) {
    return List.of(
        Recipe.of("m = 1", 0x1p-10, 1, 3).flags(Flags.SINGLE_ELEMENT),
        Recipe.of("m = 1 with positions", 0.25, 1, 3, 1, 1).flags(Flags.SINGLE_ELEMENT).in(Suite.FULL),
        Recipe.of("m = 1, epsilon 0", 0, 1, 2).flags(Flags.SINGLE_ELEMENT),
        Recipe.of("m = 2 over the batch", 0x1p-10, 2, 3), Recipe.of("m = 2 over positions", 0x1p-17, 1, 3, 2),
        Recipe.of("m = 0", 0x1p-10, 0, 3, 2).flags(Flags.EMPTY_BATCH)).stream().map(Recipe::alsoSynchronised).toList();
  }

  private static List<Recipe> mixedMagnitudes(BinaryFormat format) {
    int range = Math.min(format.maxExponent() / 3, 40);
    return List.of(
        Recipe.of("powers of two of both signs", 0x1p-10, 3, 2, 5)
            .fill(X, (draw, channel, i) -> draw.sign() * draw.between(1, 2) * Math.scalb(1.0, draw.below(2 * range) - range))
            .fill(DY, (draw, channel, i) -> draw.sign() * draw.between(1, 2) * Math.scalb(1.0, draw.below(range) - range / 2)).in(Suite.FULL),
        Recipe.of("one large value among small ones", 0x1p-17, 6, 3)
            .fill(X, (draw, channel, i) -> i == 2 ? Math.scalb(draw.sign() * 1.5, range) : draw.bell()).in(Suite.FULL));
  }

  private static List<Recipe> subnormal(BinaryFormat format) {
    double least = format.minValue();
    return List.of(
        Recipe.of("x subnormal, epsilon 0", 0, 4, 2, 2)
            .fill(X, (draw, channel, i) -> least * (1 + draw.below(7) + 8 * (i % 2)))
            .fill(RUNNING_MEAN, Filler.cycle(0)).flags(Flags.SUBNORMALS_FLUSHED),
        Recipe.of("gamma, beta and dy subnormal", 0.25, 3, 2, 3)
            .fill(GAMMA, (draw, channel, i) -> draw.sign() * least * (1 + draw.below(7)))
            .fill(BETA, (draw, channel, i) -> draw.sign() * least * (1 + draw.below(3)))
            .fill(DY, (draw, channel, i) -> draw.sign() * least * (1 + draw.below(100))).flags(Flags.SUBNORMALS_FLUSHED),
        Recipe.of("the variance is subnormal or vanishes", 0.25, 3, 2)
            .fill(X, (draw, channel, i) -> Math.sqrt(format.minNormal()) * draw.bell())
            .fill(RUNNING_VARIANCE, (draw, channel, i) -> format.minNormal() * draw.unit()));
  }

  private static List<Recipe> nearOverflow(BinaryFormat format) {
    double most = format.maxValue();
    double root = Math.sqrt(most);
    return List.of(
        Recipe.of("the sum of x overflows", 0x1p-10, 4, 2, 2)
            .fill(X, (draw, channel, i) -> most * draw.between(0.5, 1)).fill(RUNNING_MEAN, Filler.cycle(most / 2, -most / 4))
            .flags(Flags.NARROW_SUMS),
        Recipe.of("squares of x overflow", 0x1p-10, 5, 2)
            .fill(X, (draw, channel, i) -> draw.sign() * root * draw.between(1, 3)).flags(Flags.NARROW_SUMS),
        Recipe.of("y and dx overflow", 0x1p-10, 3, 2, 3)
            .fill(GAMMA, (draw, channel, i) -> draw.sign() * most / 2).fill(BETA, (draw, channel, i) -> draw.sign() * most / 2));
  }

  private static List<Recipe> signedGamma(BinaryFormat format) {
    double tiny = Math.scalb(1.0, format.minExponent() / 2);
    return List.of(
        Recipe.of("gamma negative, zero, tiny, huge, minus zero", 0x1p-10, 3, 5)
            .fill(GAMMA, Filler.cycle(-0.5, 0, tiny, -1 / tiny, -0.0)).flags(Flags.GAMMA_SIGN));
  }

  private static List<Recipe> absentParameters(BinaryFormat format) {
    Recipe all = Recipe.of("gamma and beta", 0x1p-10, 3, 2, 3).flags(Flags.ABSENT_PARAMETERS);
    return List.of(
        all, all.comment("beta only").without(GAMMA), all.comment("gamma only").without(BETA),
        all.comment("neither gamma nor beta").without(GAMMA, BETA),
        all.comment("no running statistics").without(RUNNING_MEAN, RUNNING_VARIANCE).onlyFor(Operation.TRAINING_FORWARD),
        all.comment("x alone").without(GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE).onlyFor(Operation.TRAINING_FORWARD));
  }

  private static List<Recipe> cumulativeAverage(BinaryFormat format) {
    Recipe batch = Recipe.of("", 0x1p-10, 4, 3, 2).flags(Flags.CUMULATIVE_AVERAGE);
    return List.of(
        batch.comment("the first batch replaces the state").batch(1), batch.comment("the third batch weighs a third").batch(3),
        batch.comment("the seventh batch").batch(7), batch.comment("the millionth batch").batch(1_000_000));
  }

  private static List<Recipe> specialValues(BinaryFormat format) {
    Recipe base = Recipe.of("", 0x1p-10, 4, 3).flags(Flags.NAN_SWALLOWED);
    return List.of(
        base.comment("a NaN in x").alsoSynchronised().alsoFor(Operation.POPULATION).fill(X, usual(X).withAt(1, 2, NAN)),
        base.comment("an infinity in x").alsoFor(Operation.POPULATION).fill(X, usual(X).withAt(1, 2, INFINITY)),
        base.comment("both infinities in x").alsoFor(Operation.POPULATION).fill(X, usual(X).withAt(0, 1, INFINITY).withAt(0, 3, -INFINITY)),
        base.comment("an infinity in dy").fill(DY, usual(DY).withAt(2, 0, -INFINITY)),
        base.comment("a NaN in dy").alsoSynchronised().fill(DY, usual(DY).withAt(2, 0, NAN)),
        base.comment("gamma infinite").fill(GAMMA, usual(GAMMA).withAt(1, 0, INFINITY)),
        base.comment("beta infinite or NaN").fill(BETA, usual(BETA).withAt(0, 0, -INFINITY).withAt(2, 0, NAN)),
        base.comment("running statistics infinite or NaN").fill(RUNNING_MEAN, usual(RUNNING_MEAN).withAt(0, 0, INFINITY))
            .fill(RUNNING_VARIANCE, usual(RUNNING_VARIANCE).withAt(1, 0, INFINITY).withAt(2, 0, NAN)),
        base.comment("a running variance below zero, and one that epsilon makes zero")
            .fill(RUNNING_VARIANCE, usual(RUNNING_VARIANCE).withAt(0, 0, -1).withAt(1, 0, -0x1p-10))
            .fill(RUNNING_MEAN, usual(RUNNING_MEAN).withAt(1, 0, 0.5)).fill(X, usual(X).withAt(1, 1, 0.5)),
        base.comment("upstream gradients of the statistics infinite").fill(DMEAN, usual(DMEAN).withAt(0, 0, INFINITY))
            .fill(DVARIANCE, usual(DVARIANCE).withAt(1, 0, -INFINITY)).onlyFor(Operation.TRAINING_BACKWARD),
        base.comment("upstream gradients of the gradients infinite or NaN").fill(DDX, usual(DDX).withAt(0, 1, INFINITY))
            .fill(DDGAMMA, usual(DDGAMMA).withAt(1, 0, INFINITY)).fill(DDBETA, usual(DDBETA).withAt(2, 0, NAN))
            .onlyFor(Operation.DOUBLE_BACKWARD),
        base.comment("directions infinite or NaN").fill(X_DOT, usual(X_DOT).withAt(0, 1, INFINITY))
            .fill(GAMMA_DOT, usual(GAMMA_DOT).withAt(1, 0, NAN)).fill(BETA_DOT, usual(BETA_DOT).withAt(2, 0, -INFINITY))
            .onlyFor(Operation.TANGENT));
  }

  private static Filler usual(Slot slot) {
    return Filler.ordinary().get(slot);
  }

  private static List<Recipe> ranksAndAxes(BinaryFormat format) {
    return List.of(
        axes("rank 1", 0, 3), axes("rank 2, channels first", 0, 2, 5), axes("rank 3, NLC", 2, 4, 2, 3),
        axes("rank 4, NHWC", 3, 2, 4, 1, 3), axes("rank 5, NCDHW", 1, 2, 3, 1, 2, 3), axes("rank 5, NDHWC", 4, 2, 1, 2, 2, 3),
        full("rank 2, channels last", 1, 5, 2), full("rank 3, NCL", 1, 4, 3, 2), full("rank 4, NCHW", 1, 2, 3, 5, 4),
        full("rank 4, NHWC, all sizes different", 3, 2, 5, 4, 3), full("rank 4, CHWN", 0, 3, 5, 4, 2),
        full("rank 6, axis 2", 2, 2, 1, 3, 2, 1, 2));
  }

  private static Recipe full(String comment, int axis, int... dimensions) {
    return axes(comment, axis, dimensions).in(Suite.FULL);
  }

  private static Recipe axes(String comment, int axis, int... dimensions) {
    return Recipe.of(comment, 0x1p-10, dimensions).axis(axis).flags(Flags.WRONG_AXIS);
  }

  /** m = 2^p + 1, which a format of p bits rounds; of wide formats that would be too much data. */
  private static List<Recipe> counts(BinaryFormat format) {
    if (format.precision() >= BinaryFormat.F32.precision()) {
      return List.of();
    }
    int m = (1 << format.precision()) + 1;
    return List.of(Recipe.of("m = 2^%d + 1".formatted(format.precision()), 0x1p-10, m, 1).onlyFor(Operation.TRAINING_FORWARD)
        .fill(X, (draw, channel, i) -> draw.below(9) - 4).flags(Flags.HALF_COUNTS, Flags.NARROW_SUMS));
  }
}
