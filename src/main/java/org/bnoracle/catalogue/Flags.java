package org.bnoracle.catalogue;

import org.bnoracle.operation.BugClass;
import org.bnoracle.operation.Flag;

/** What the catalogue's cases are sensitive to, with public reports of real bugs. */
final class Flags {
  static final Flag RUNNING_VARIANCE_CONVENTION = flag("RunningVarianceConvention", BugClass.THE_OTHER_VARIANCE_IN_THE_RUNNING_VARIANCE,
      "the other variance, population or sample, enters the running variance", "running variance off by m/(m-1)");
  static final Flag MOMENTUM_DIRECTION = flag("MomentumDirection", BugClass.MOMENTUM_REVERSED,
      "momentum weighs the old state instead of the new batch", "wrong running statistics");
  static final Flag EPSILON_PLACE = flag("EpsilonPlace", BugClass.EPSILON_OUTSIDE_THE_ROOT,
      "(x - mean)/(√variance + epsilon)", "wrong scale where the variance is near epsilon");
  static final Flag EPSILON_MAXIMUM = flag("EpsilonMaximum", BugClass.THE_MAXIMUM_OF_VARIANCE_AND_EPSILON,
      "max(variance, epsilon) instead of variance + epsilon", "wrong scale where the variance is near epsilon");
  static final Flag LARGE_OFFSET = flag("LargeOffset", BugClass.THE_VARIANCE_BY_ONE_PASS_CANCELS,
      "variance as E[x²] - mean²", "negative or zero variance");
  static final Flag REARRANGED_AFFINE = flag("RearrangedAffine", BugClass.THE_REARRANGED_AFFINE_FORM_CANCELS,
      "y = s x + (beta - mean s)", "cancellation where the mean is large");
  static final Flag CONSTANT_CHANNEL = flag("ConstantChannel", BugClass.A_ROUNDED_MEAN_IN_A_CONSTANT_CHANNEL,
      "a rounded mean leaves deviations that are divided by √epsilon", "garbage where y = beta is right");
  static final Flag SINGLE_ELEMENT = flag("SingleElement", BugClass.ONE_VALUE_A_CHANNEL,
      "division by m - 1 = 0", "running variance NaN or infinite");
  static final Flag EMPTY_BATCH = flag("EmptyBatch", BugClass.AN_EMPTY_BATCH_CHANGES_THE_STATE,
      "statistics of nothing enter the state", "running mean NaN");
  static final Flag ODD_SIZES = flag("OddSizes", BugClass.PARTIAL_SUMS_MERGED_OR_CUT_WRONGLY,
      "remainders of blocks, vectors or threads are skipped or merged with wrong counts", "wrong statistics, unwritten output");
  static final Flag SIZE_LIMITS = flag("SizeLimits", BugClass.SIZE_LIMITS,
      "more samples than a grid of threads, or 16 bits, can count", "a crash, unwritten output");
  static final Flag NARROW_SUMS = flag("NarrowSums", BugClass.SUMS_IN_HALF_PRECISION,
      "sums or squares in the data's format", "overflow, lost terms");
  static final Flag NAN_SWALLOWED = flag("NanSwallowed", BugClass.NAN_SWALLOWED,
      "a NaN is replaced or spreads to other channels", "errors stay hidden");
  static final Flag SUBNORMALS_FLUSHED = flag("SubnormalsFlushed", BugClass.SUBNORMAL_NUMBERS_FLUSHED,
      "subnormal numbers are taken as zero", "tiny channels lose their statistics");
  static final Flag WRONG_AXIS = flag("WrongAxis", BugClass.THE_LAYOUT_OF_X_CONFUSED,
      "the channel axis is taken for another one", "statistics over the wrong elements");
  static final Flag GAMMA_SIGN = flag("GammaSign", BugClass.GAMMA_OF_ANY_SIGN,
      "|gamma|, or division by gamma", "wrong sign, NaN at gamma = 0");
  static final Flag ABSENT_PARAMETERS = flag("AbsentParameters", BugClass.GAMMA_OR_BETA_ABSENT_OR_FIXED,
      "an absent gamma counts as 0, or gamma is fixed", "output zero or unscaled");
  static final Flag STATE_ENCODING = flag("StateEncoding", BugClass.THE_STATE_IS_KEPT_IN_ANOTHER_FORM,
      "the state is kept in another form than it is given", "negative or inexact running variance");
  static final Flag HALF_COUNTS = flag("HalfCounts", BugClass.COUNTS_IN_HALF_PRECISION,
      "m, or m - 1, in the data's format", "statistics of another count");
  static final Flag STRIDES_IGNORED = flag("StridesIgnored", BugClass.STRIDES_IGNORED,
      "the memory is read in another order than its strides say", "statistics of other elements");
  static final Flag MASK_IGNORED = flag("MaskIgnored", BugClass.MASKS_OF_WANTED_GRADIENTS,
      "a gradient that is not wanted is written, or one that is wanted depends on it", "a crash, or a wrong gradient");
  static final Flag EPSILON_MISSING = flag("EpsilonMissing", BugClass.EPSILON_MISSING_IN_INFERENCE,
      "1/√(running variance), without epsilon", "wrong scale where the running variance is near epsilon");
  static final Flag SHARDS = flag("UnevenShards", BugClass.SYNCHRONISED_STATISTICS_OF_UNEVEN_SHARDS,
      "the mean of the shards' means, or a shard's count in Bessel's correction", "statistics of another batch");
  static final Flag SHARD_GRADIENTS = flag("ShardGradients", BugClass.COUNTS_OF_THE_SYNCHRONISED_GRADIENT,
      "the shards' means of dy are averaged without their counts", "wrong gradients for uneven shards");
  static final Flag SCALED_TWICE = flag("ScaledTwice", BugClass.THE_SYNCHRONISED_GRADIENT_SCALED,
      "gradients are reduced twice, or divided by the number of workers", "gradients off by a factor");
  static final Flag SINGLE_SHARD = flag("SingleShard", BugClass.ONE_VALUE_A_WORKER,
      "a worker with one sample is refused or has no variance", "an error, or NaN");
  static final Flag FOLDED_BIAS = flag("FoldedBias", BugClass.THE_FOLDED_BIAS,
      "b - running mean s + beta instead of s (b - running mean) + beta, or the bias dropped", "shifted output");
  static final Flag FOLDED_CHANNELS = flag("FoldedChannels", BugClass.THE_FOLDED_AXIS_AND_GROUPS,
      "the scale goes along the wrong axis of the weight, or ignores the groups", "scaled by another channel's factor");
  static final Flag CUMULATIVE_AVERAGE = flag("CumulativeAverage", BugClass.THE_CUMULATIVE_AVERAGE,
      "the batches are not weighed alike", "running statistics depend on the order of the batches");

  static final Flag FUSED_ACTIVATION = flag("FusedActivation", BugClass.A_FUSED_ACTIVATION,
      "the activation is left out, or its gradient masks other values", "y below 0, gradients of values that do not count");

  private Flags() {}

  private static Flag flag(String name, BugClass bugClass, String fault, String effect) {
    return new Flag(name, bugClass.number(), fault, effect, bugClass.references());
  }
}
