package org.bnoracle.catalogue;

import java.util.List;
import org.bnoracle.operation.Flag;

/** What the catalogue's cases are sensitive to, with public reports of real bugs. */
final class Flags {
  static final Flag RUNNING_VARIANCE_CONVENTION = new Flag("RunningVarianceConvention", 1,
      "the other variance, population or sample, enters the running variance", "running variance off by m/(m-1)",
      List.of("pytorch/pytorch#42151", "tensorflow/tensorflow#55438", "apache/mxnet#14357"));
  static final Flag MOMENTUM_DIRECTION = new Flag("MomentumDirection", 4,
      "momentum weighs the old state instead of the new batch", "wrong running statistics",
      List.of("PaddlePaddle/Paddle#51120", "deeplearning4j/deeplearning4j#5076"));
  static final Flag EPSILON_PLACE = new Flag("EpsilonPlace", 6,
      "(x - mean)/(√variance + epsilon)", "wrong scale where the variance is near epsilon",
      List.of("pjreddie/darknet#170", "AlexeyAB/darknet#5447"));
  static final Flag EPSILON_MAXIMUM = new Flag("EpsilonMaximum", 7,
      "max(variance, epsilon) instead of variance + epsilon", "wrong scale where the variance is near epsilon",
      List.of("vacancy/Synchronized-BatchNorm-PyTorch#38"));
  static final Flag LARGE_OFFSET = new Flag("LargeOffset", 13,
      "variance as E[x²] - mean²", "negative or zero variance", List.of("tensorflow/tensorflow#118701", "google/flax#1491"));
  static final Flag REARRANGED_AFFINE = new Flag("RearrangedAffine", 14,
      "y = s x + (beta - mean s)", "cancellation where the mean is large", List.of("tensorflow/tensorflow#117318"));
  static final Flag CONSTANT_CHANNEL = new Flag("ConstantChannel", 15,
      "a rounded mean leaves deviations that are divided by √epsilon", "garbage where y = beta is right",
      List.of("BVLC/caffe#3963", "pytorch/pytorch#5410"));
  static final Flag SINGLE_ELEMENT = new Flag("SingleElement", 16,
      "division by m - 1 = 0", "running variance NaN or infinite", List.of("pytorch/pytorch#1381", "tensorflow/tensorflow#34062"));
  static final Flag EMPTY_BATCH = new Flag("EmptyBatch", 17,
      "statistics of nothing enter the state", "running mean NaN", List.of("pytorch/pytorch#12013", "pytorch/pytorch#36530"));
  static final Flag ODD_SIZES = new Flag("OddSizes", 18,
      "remainders of blocks, vectors or threads are skipped or merged with wrong counts", "wrong statistics, unwritten output",
      List.of("NVIDIA/apex#1768", "ROCm/rocm-libraries#9030"));
  static final Flag NARROW_SUMS = new Flag("NarrowSums", 19,
      "sums or squares in the data's format", "overflow, lost terms", List.of("pytorch/pytorch#126525"));
  static final Flag NAN_SWALLOWED = new Flag("NanSwallowed", 24,
      "a NaN is replaced or spreads to other channels", "errors stay hidden", List.of("FluxML/Flux.jl#2071"));
  static final Flag SUBNORMALS_FLUSHED = new Flag("SubnormalsFlushed", 25,
      "subnormal numbers are taken as zero", "tiny channels lose their statistics", List.of("tensorflow/tensorflow#118644"));
  static final Flag WRONG_AXIS = new Flag("WrongAxis", 27,
      "the channel axis is taken for another one", "statistics over the wrong elements",
      List.of("chainer/chainer#8497", "onnx/keras-onnx#117"));
  static final Flag GAMMA_SIGN = new Flag("GammaSign", 53,
      "|gamma|, or division by gamma", "wrong sign, NaN at gamma = 0", List.of("mapillary/inplace_abn#92", "pytorch/pytorch#77434"));
  static final Flag ABSENT_PARAMETERS = new Flag("AbsentParameters", 54,
      "an absent gamma counts as 0, or gamma is fixed", "output zero or unscaled", List.of("apache/tvm#14857", "pytorch/pytorch#45474"));
  static final Flag STATE_ENCODING = new Flag("StateEncoding", 42,
      "the state is kept in another form than it is given", "negative or inexact running variance",
      List.of("deeplearning4j/deeplearning4j#6750", "tensorflow/tensorflow#14353"));
  static final Flag HALF_COUNTS = new Flag("HalfCounts", 21,
      "m, or m - 1, in the data's format", "statistics of another count",
      List.of("pytorch/pytorch#70901", "tensorflow/tensorflow#30230"));
  static final Flag STRIDES_IGNORED = new Flag("StridesIgnored", 29,
      "the memory is read in another order than its strides say", "statistics of other elements",
      List.of("pytorch/pytorch#175189", "pytorch/pytorch#62594"));
  static final Flag MASK_IGNORED = new Flag("MaskIgnored", 50,
      "a gradient that is not wanted is written, or one that is wanted depends on it", "a crash, or a wrong gradient",
      List.of("PaddlePaddle/Paddle#21237", "deeplearning4j/deeplearning4j#8623"));
  static final Flag EPSILON_MISSING = new Flag("EpsilonMissing", 9,
      "1/√(running variance), without epsilon", "wrong scale where the running variance is near epsilon",
      List.of("chainer/chainer#2214", "torchcvnn/torchcvnn#32"));
  static final Flag SHARDS = new Flag("UnevenShards", 56,
      "the mean of the shards' means, or a shard's count in Bessel's correction", "statistics of another batch",
      List.of("pytorch/pytorch#22192", "PaddlePaddle/Paddle#32464", "google/flax#2417"));
  static final Flag SHARD_GRADIENTS = new Flag("ShardGradients", 57,
      "the shards' means of dy are averaged without their counts", "wrong gradients for uneven shards",
      List.of("pytorch/pytorch#36382", "pytorch/pytorch#74944"));
  static final Flag SCALED_TWICE = new Flag("ScaledTwice", 58,
      "gradients are reduced twice, or divided by the number of workers", "gradients off by a factor",
      List.of("sony/nnabla#1120", "NVIDIA/apex#138"));
  static final Flag SINGLE_SHARD = new Flag("SingleShard", 59,
      "a worker with one sample is refused or has no variance", "an error, or NaN",
      List.of("NVIDIA/apex#262", "pytorch/pytorch#36865", "pytorch/pytorch#56982"));
  static final Flag FOLDED_BIAS = new Flag("FoldedBias", 60,
      "b - running mean s + beta instead of s (b - running mean) + beta, or the bias dropped", "shifted output",
      List.of("Tencent/ncnn#1339", "ultralytics/yolov3#807", "microsoft/onnxscript#3027"));
  static final Flag FOLDED_CHANNELS = new Flag("FoldedChannels", 61,
      "the scale goes along the wrong axis of the weight, or ignores the groups", "scaled by another channel's factor",
      List.of("ultralytics/ultralytics#25364", "pytorch/pytorch#180995", "Tencent/TNN#68"));
  static final Flag CUMULATIVE_AVERAGE = new Flag("CumulativeAverage", 66,
      "the batches are not weighed alike", "running statistics depend on the order of the batches", List.of());

  private Flags() {}
}
