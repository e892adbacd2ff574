package org.bnoracle.faults;

import java.util.Arrays;
import java.util.Optional;
import org.bnoracle.equations.Label;
import org.bnoracle.operation.BugClass;

/** A bug that implementations have had. What it changes is in the classes of this package. */
public enum Fault {
  POPULATION_IN_STATE(BugClass.THE_OTHER_VARIANCE_IN_THE_RUNNING_VARIANCE,
      "the population variance enters the running variance where the sample variance should"),
  SAMPLE_IN_STATE(BugClass.THE_OTHER_VARIANCE_IN_THE_RUNNING_VARIANCE,
      "the sample variance enters the running variance where the population variance should"),
  BESSEL_BY_SAMPLES(BugClass.A_WRONG_COUNT_IN_THE_SAMPLE_VARIANCE,
      "the running variance is corrected by N/(N-1), N the size of axis 0"),
  BESSEL_WITH_EPSILON(BugClass.A_WRONG_COUNT_IN_THE_SAMPLE_VARIANCE,
      "the running variance is corrected by m/(m-1+epsilon)"),
  SAMPLE_NORMALISES(BugClass.THE_SAMPLE_VARIANCE_NORMALISES,
      "y is normalised with the sample variance"),
  MOMENTUM_REVERSED(BugClass.MOMENTUM_REVERSED,
      "momentum weighs the old state instead of the new batch"),
  MOMENTUM_LOST(BugClass.MOMENTUM_LOST,
      "momentum counts as 1"),
  EPSILON_OUTSIDE(BugClass.EPSILON_OUTSIDE_THE_ROOT,
      "r = 1/(√variance + epsilon)"),
  EPSILON_MAXIMUM(BugClass.THE_MAXIMUM_OF_VARIANCE_AND_EPSILON,
      "r = 1/√max(variance, epsilon)"),
  VARIANCE_WITHOUT_ROOT(BugClass.A_WRONG_POWER_OF_THE_VARIANCE,
      "r = 1/(variance + epsilon)"),
  EPSILON_MISSING_IN_INFERENCE(BugClass.EPSILON_MISSING_IN_INFERENCE,
      "r = 1/√variance in inference"),
  EPSILON_TWICE(BugClass.EPSILON_TWICE_OR_STORED,
      "r = 1/√(variance + 2 epsilon)"),
  EPSILON_STORED(BugClass.EPSILON_TWICE_OR_STORED,
      "variance + epsilon enters the running variance"),
  EPSILON_CLAMPED(BugClass.EPSILON_CLAMPED_FROM_BELOW,
      "epsilon is at least 1.001e-5"),
  EPSILON_DEFAULT_1E5(BugClass.A_DEFAULT_EPSILON_IN_PLACE_OF_THE_GIVEN_ONE,
      "epsilon is 1e-5 whatever is asked for"),
  EPSILON_DEFAULT_1E3(BugClass.A_DEFAULT_EPSILON_IN_PLACE_OF_THE_GIVEN_ONE,
      "epsilon is 1e-3 whatever is asked for"),
  ONE_PASS(BugClass.THE_VARIANCE_BY_ONE_PASS_CANCELS,
      "the variance as E[x²] - mean²"),
  ONE_PASS_CLAMPED(BugClass.THE_VARIANCE_BY_ONE_PASS_CANCELS,
      "the variance as max(0, E[x²] - mean²)"),
  REARRANGED(BugClass.THE_REARRANGED_AFFINE_FORM_CANCELS,
      "y = s x + (beta - mean s)"),
  MEAN_IN_HALF(BugClass.A_ROUNDED_MEAN_IN_A_CONSTANT_CHANNEL,
      "the mean is rounded to f16"),
  EMPTY_BATCH_IN_STATE(BugClass.AN_EMPTY_BATCH_CHANGES_THE_STATE,
      "statistics of an empty batch enter the state"),
  REMAINDER_DROPPED(BugClass.PARTIAL_SUMS_MERGED_OR_CUT_WRONGLY,
      "values after the last multiple of 4 are never added up"),
  MEAN_OF_MEANS(BugClass.PARTIAL_SUMS_MERGED_OR_CUT_WRONGLY,
      "statistics of two unequal parts are averaged without weights"),
  SUMS_IN_HALF(BugClass.SUMS_IN_HALF_PRECISION,
      "all of a channel is computed in f16"),
  STATE_IN_HALF(BugClass.STATE_IN_HALF_PRECISION,
      "running statistics are kept in f16"),
  COUNT_IN_HALF(BugClass.COUNTS_IN_HALF_PRECISION,
      "counts are rounded to f16"),
  STORED_IN_BF16(BugClass.ROUNDED_TWICE,
      "mean, r and products are rounded to bf16 midway"),
  NAN_SWALLOWED(BugClass.NAN_SWALLOWED,
      "NaN is replaced by 0"),
  SUBNORMALS_FLUSHED(BugClass.SUBNORMAL_NUMBERS_FLUSHED,
      "subnormal numbers are taken as zero"),
  CHANNELS_LAST(BugClass.THE_LAYOUT_OF_X_CONFUSED,
      "x is read as if its channels came last"),
  INSTANCE_STATISTICS(BugClass.STATISTICS_OVER_THE_WRONG_ELEMENTS,
      "every sample has statistics of its own"),
  ACTIVATION_STATISTICS(BugClass.STATISTICS_OVER_THE_WRONG_ELEMENTS,
      "every position has statistics of its own"),
  DY_CHANNELS_LAST(BugClass.DY_LAID_OUT_UNLIKE_X,
      "dy is read as if its channels came last"),
  TAIL_UNWRITTEN(BugClass.THE_TAIL_OF_A_VECTOR_LOOP,
      "elements after the last multiple of 4 are left at 0"),
  BATCH_IN_INFERENCE(BugClass.INFERENCE_USES_STATISTICS_OF_THE_BATCH,
      "inference uses the statistics of its batch"),
  RUNNING_IN_TRAINING(BugClass.TRAINING_USES_RUNNING_STATISTICS,
      "training uses the running statistics"),
  STATE_NOT_UPDATED(BugClass.THE_STATE_IS_NEVER_UPDATED,
      "the running statistics stay"),
  STATE_UPDATED_TWICE(BugClass.THE_STATE_IS_UPDATED_TWICE,
      "the running statistics are updated twice"),
  STATE_ALIASED(BugClass.STATE_BUFFERS_ALIASED,
      "y is normalised with the updated running variance"),
  STD_FOR_INVERSE_STD(BugClass.STANDARD_DEVIATION_VARIANCE_AND_THEIR_INVERSE_CONFUSED,
      "the standard deviation is given as inverse_std"),
  INVERSE_STD_FOR_VARIANCE(BugClass.STANDARD_DEVIATION_VARIANCE_AND_THEIR_INVERSE_CONFUSED,
      "the inverse standard deviation is given as the variance"),
  INVERSE_STD_AS_VARIANCE(BugClass.STANDARD_DEVIATION_VARIANCE_AND_THEIR_INVERSE_CONFUSED,
      "the backward takes the saved 1/√v for the variance"),
  STATE_AS_STD(BugClass.THE_STATE_IS_KEPT_IN_ANOTHER_FORM,
      "standard deviations are averaged in place of variances"),
  NO_STATISTICS_GRADIENT(BugClass.A_PATH_OF_THE_GRADIENT_IS_MISSING,
      "dx = gamma r dy in training"),
  NO_MEAN_GRADIENT(BugClass.A_PATH_OF_THE_GRADIENT_IS_MISSING,
      "dx without the path through the mean"),
  NO_VARIANCE_GRADIENT(BugClass.A_PATH_OF_THE_GRADIENT_IS_MISSING,
      "dx without the path through the variance"),
  VARIANCE_GRADIENT_DOUBLED(BugClass.A_WRONG_TERM_IN_THE_GRADIENT,
      "the path through the variance counts twice"),
  VARIANCE_GRADIENT_REVERSED(BugClass.A_WRONG_TERM_IN_THE_GRADIENT,
      "the path through the variance has the wrong sign"),
  MEAN_GRADIENT_BY_BESSEL(BugClass.A_WRONG_TERM_IN_THE_GRADIENT,
      "the path through the mean is divided by m-1"),
  GAMMA_MISSING_IN_DX(BugClass.GAMMA_MISSING_IN_DX,
      "dx without gamma"),
  TRAINING_GRADIENT_IN_INFERENCE(BugClass.THE_TRAINING_GRADIENT_IN_INFERENCE,
      "the inference backward uses the training formula with running statistics"),
  BATCH_IN_INFERENCE_BACKWARD(BugClass.THE_INFERENCE_GRADIENT_WITH_STATISTICS_OF_THE_BATCH,
      "the inference backward uses the statistics of its batch"),
  DGAMMA_WITHOUT_R(BugClass.A_WRONG_SCALE_OF_DGAMMA,
      "dgamma = Σ dy (x - mean)"),
  DGAMMA_DIVIDED_BY_R(BugClass.A_WRONG_SCALE_OF_DGAMMA,
      "dgamma = Σ dy (x - mean)/r"),
  GAMMA_ABSOLUTE(BugClass.GAMMA_OF_ANY_SIGN,
      "|gamma| + epsilon in place of gamma"),
  NORMALIZED_FROM_Y(BugClass.GAMMA_OF_ANY_SIGN,
      "x̂ = (gamma x̂)/gamma in the backward"),
  ABSENT_GAMMA_ZERO(BugClass.GAMMA_OR_BETA_ABSENT_OR_FIXED,
      "an absent gamma counts as 0"),
  GAMMA_FIXED(BugClass.GAMMA_OR_BETA_ABSENT_OR_FIXED,
      "gamma counts as 1"),
  BETA_IGNORED(BugClass.GAMMA_OR_BETA_ABSENT_OR_FIXED,
      "beta counts as 0"),
  STATISTICS_GRADIENT_LOST(BugClass.THE_GRADIENT_THROUGH_MEAN_AND_VARIANCE_OUTPUTS,
      "gradients of the mean and variance outputs are ignored"),
  AVERAGE_LAGS(BugClass.THE_CUMULATIVE_AVERAGE,
      "the k-th batch weighs 1/(k+1)");

  private final BugClass bugClass;
  private final String sentence;

  Fault(BugClass bugClass, String sentence) {
    this.bugClass = bugClass;
    this.sentence = sentence;
  }

  /** The fault of that name; empty if there is none. */
  public static Optional<Fault> named(String name) {
    return Arrays.stream(values()).filter(fault -> fault.label().equals(name)).findFirst();
  }

  /** The name on the command line and in reports. */
  public String label() {
    return Label.of(this);
  }

  public BugClass bugClass() {
    return bugClass;
  }

  /** What the faulty program does. */
  public String sentence() {
    return sentence;
  }
}
