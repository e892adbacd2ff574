package org.bnoracle.operation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bnoracle.tensor.ChannelView;

/** A named input or output tensor: what it means, how long it is, and which format it has. */
public enum Slot {
  X(Extent.DATA, FormatRule.OWN, "the input"),
  DY(Extent.DATA, FormatRule.DATA, "upstream gradient of y"),
  GAMMA(Extent.CHANNELS, FormatRule.OWN, "scale, 1 where absent"),
  BETA(Extent.CHANNELS, FormatRule.OWN, "shift, 0 where absent"),
  Z(Extent.DATA, FormatRule.DATA, "what the activation add-relu adds to y"),
  RUNNING_MEAN(Extent.CHANNELS, FormatRule.STATISTICS, "running mean"),
  RUNNING_VARIANCE(Extent.CHANNELS, FormatRule.STATISTICS, "running variance"),
  DMEAN(Extent.CHANNELS, FormatRule.STATISTICS, "upstream gradient of the mean output, 0 where absent"),
  DVARIANCE(Extent.CHANNELS, FormatRule.STATISTICS, "upstream gradient of the variance output, 0 where absent"),
  DDX(Extent.DATA, FormatRule.DATA, "upstream gradient of dx"),
  DDGAMMA(Extent.CHANNELS, FormatRule.PARAMETER, "upstream gradient of dgamma, 0 where absent"),
  DDBETA(Extent.CHANNELS, FormatRule.PARAMETER, "upstream gradient of dbeta, 0 where absent"),
  X_DOT(Extent.DATA, FormatRule.DATA, "direction of x"),
  GAMMA_DOT(Extent.CHANNELS, FormatRule.OWN, "direction of gamma, 0 where absent"),
  BETA_DOT(Extent.CHANNELS, FormatRule.OWN, "direction of beta, 0 where absent"),
  WEIGHT(Extent.DATA, FormatRule.OWN, "weight of the layer before; its output channels are normalized"),
  BIAS(Extent.CHANNELS, FormatRule.BIAS, "bias of the layer before, 0 where absent"),
  Y(Extent.DATA, FormatRule.DATA, "the output"),
  MEAN(Extent.CHANNELS, FormatRule.STATISTICS, "mean of the batch"),
  VARIANCE(Extent.CHANNELS, FormatRule.STATISTICS, "population variance of the batch"),
  INVERSE_STD(Extent.CHANNELS, FormatRule.STATISTICS, "1/√(variance + epsilon)"),
  DX(Extent.DATA, FormatRule.DATA, "gradient of x"),
  DZ(Extent.DATA, FormatRule.DATA, "gradient of z"),
  DGAMMA(Extent.CHANNELS, FormatRule.PARAMETER, "gradient of gamma"),
  DBETA(Extent.CHANNELS, FormatRule.PARAMETER, "gradient of beta"),
  GRAD_X(Extent.DATA, FormatRule.DATA, "gradient of Σ dx ddx + dgamma ddgamma + dbeta ddbeta for x"),
  GRAD_GAMMA(Extent.CHANNELS, FormatRule.PARAMETER, "its gradient for gamma"),
  GRAD_DY(Extent.DATA, FormatRule.DATA, "its gradient for dy"),
  Y_DOT(Extent.DATA, FormatRule.DATA, "derivative of y along the directions"),
  MEAN_DOT(Extent.CHANNELS, FormatRule.STATISTICS, "derivative of the mean"),
  VARIANCE_DOT(Extent.CHANNELS, FormatRule.STATISTICS, "derivative of the population variance");

  /** How many values a slot has, and where those of a channel lie. */
  public enum Extent {
    /** As many as x, or the weight where a layer is folded, in its shape. */
    DATA {
      @Override
      public int count(ChannelView view) {
        return view.count();
      }

      @Override
      public int index(ChannelView view, int channel, int i) {
        return view.index(channel, i);
      }
    },
    /** One a channel. */
    CHANNELS {
      @Override
      public int count(ChannelView view) {
        return 1;
      }

      @Override
      public int index(ChannelView view, int channel, int i) {
        return channel;
      }
    };

    /** The number of values that belong to one channel. */
    public abstract int count(ChannelView view);

    /** The index of a channel's value i in the slot's data. */
    public abstract int index(ChannelView view, int channel, int i);
  }

  /** Which format a slot has. */
  public enum FormatRule {
    /** Any; it is the case's choice. */
    OWN,
    /** That of x, or of the weight. */
    DATA,
    /** The attribute statistics_format: by default f64 for f64 data, else f32. */
    STATISTICS,
    /** That of gamma, else the statistics'. */
    PARAMETER,
    /** As an input any; as an output that of the input, else that of beta, else the statistics'. */
    BIAS
  }

  private final Extent extent;
  private final FormatRule formatRule;
  private final String meaning;

  Slot(Extent extent, FormatRule formatRule, String meaning) {
    this.extent = extent;
    this.formatRule = formatRule;
    this.meaning = meaning;
  }

  /** The slot's name in documents, such as running_mean; empty if there is none of that name. */
  public static Optional<Slot> named(String name) {
    return Arrays.stream(values()).filter(s -> s.label().equals(name)).findFirst();
  }

  /** The name in documents. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Extent extent() {
    return extent;
  }

  public FormatRule formatRule() {
    return formatRule;
  }

  public String meaning() {
    return meaning;
  }
}
