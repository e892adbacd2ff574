package org.bnoracle.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of bugs found in implementations of batch normalization, with public reports of them. */
public enum BugClass {
  THE_OTHER_VARIANCE_IN_THE_RUNNING_VARIANCE(1, "the other variance in the running variance",
      "onnx/onnx#3402", "pytorch/pytorch#42151", "tenstorrent/tt-metal#55438", "ml-explore/mlx#3817",
      "apache/mxnet#14357"),
  A_WRONG_COUNT_IN_THE_SAMPLE_VARIANCE(2, "a wrong count in the sample variance",
      "NervanaSystems/ngraph-tf#357", "mlpack/mlpack#2474"),
  THE_SAMPLE_VARIANCE_NORMALISES(3, "the sample variance normalises"),
  MOMENTUM_REVERSED(4, "momentum reversed",
      "PaddlePaddle/Paddle#51120", "deeplearning4j/deeplearning4j#5076", "apache/mxnet#1948",
      "Oneflow-Inc/oneflow#6055"),
  MOMENTUM_LOST(5, "momentum lost",
      "pytorch/pytorch#18525", "pytorch/pytorch#24995", "pytorch/pytorch#40074", "microsoft/onnxscript#1289"),
  EPSILON_OUTSIDE_THE_ROOT(6, "epsilon outside the root",
      "pjreddie/darknet#170", "AlexeyAB/darknet#5447"),
  THE_MAXIMUM_OF_VARIANCE_AND_EPSILON(7, "the maximum of variance and epsilon",
      "vacancy/Synchronized-BatchNorm-PyTorch#38"),
  A_WRONG_POWER_OF_THE_VARIANCE(8, "a wrong power of the variance",
      "jax-ml/jax#442"),
  EPSILON_MISSING_IN_INFERENCE(9, "epsilon missing in inference",
      "chainer/chainer#2214", "analogdevicesinc/ai8x-training#108", "torchcvnn/torchcvnn#32"),
  EPSILON_TWICE_OR_STORED(10, "epsilon twice or stored",
      "chainer/chainer#7506", "nntrainer/nntrainer#677", "torch/nn#609"),
  EPSILON_CLAMPED_FROM_BELOW(11, "epsilon clamped from below",
      "tensorflow/tensorflow#37768", "tensorflow/tensorflow#8090", "microsoft/onnxruntime#2680",
      "pytorch/pytorch#1742"),
  A_DEFAULT_EPSILON_IN_PLACE_OF_THE_GIVEN_ONE(12, "a default epsilon in place of the given one",
      "gzuidhof/nn-transfer#3", "NervanaSystems/ngraph-onnx#142", "PaddlePaddle/Paddle#68170",
      "apache/tvm#12590"),
  THE_VARIANCE_BY_ONE_PASS_CANCELS(13, "the variance by one pass cancels",
      "google/flax#1491", "tenstorrent/tt-metal#45968", "tensorflow/tensorflow#118701",
      "keras-team/keras#18795"),
  THE_REARRANGED_AFFINE_FORM_CANCELS(14, "the rearranged affine form cancels",
      "tensorflow/tensorflow#117318"),
  A_ROUNDED_MEAN_IN_A_CONSTANT_CHANNEL(15, "a rounded mean in a constant channel",
      "BVLC/caffe#3963", "pytorch/pytorch#5410"),
  ONE_VALUE_A_CHANNEL(16, "one value a channel",
      "pytorch/pytorch#1381", "tensorflow/tensorflow#34062", "FluxML/Flux.jl#1992",
      "PaddlePaddle/Paddle#11445"),
  AN_EMPTY_BATCH_CHANGES_THE_STATE(17, "an empty batch changes the state",
      "pytorch/pytorch#12013", "pytorch/pytorch#36530", "google-deepmind/sonnet#125"),
  PARTIAL_SUMS_MERGED_OR_CUT_WRONGLY(18, "partial sums merged or cut wrongly",
      "NVIDIA/apex#1768", "ROCm/rocm-libraries#9030", "ROCm/MIOpen#916", "sony/nnabla-ext-cuda#457"),
  SUMS_IN_HALF_PRECISION(19, "sums in half precision",
      "pytorch/pytorch#126525", "pytorch/pytorch#195701", "microsoft/tensorflow-directml-plugin#321"),
  STATE_IN_HALF_PRECISION(20, "state in half precision",
      "apple/coreai-torch#54", "pytorch/TensorRT#1450"),
  COUNTS_IN_HALF_PRECISION(21, "counts in half precision",
      "pytorch/pytorch#70901", "tensorflow/tensorflow#30230"),
  ROUNDED_TWICE(22, "rounded twice",
      "tenstorrent/tt-metal#51315", "fastmachinelearning/hls4ml#133"),
  A_RACE_ON_THE_STATE(23, "a race on the state", new Missing("two calls at the same time"),
      "tile-ai/TileOPs#1727"),
  NAN_SWALLOWED(24, "NaN swallowed",
      "FluxML/Flux.jl#2071"),
  SUBNORMAL_NUMBERS_FLUSHED(25, "subnormal numbers flushed",
      "tensorflow/tensorflow#118644"),
  OVERFLOW_IN_A_FUSED_KERNEL(26, "overflow in a fused kernel",
      "PaddlePaddle/Paddle#16545", "PaddlePaddle/Paddle#16243"),
  THE_LAYOUT_OF_X_CONFUSED(27, "the layout of x confused",
      "chainer/chainer#8497", "onnx/keras-onnx#117", "onnx/tensorflow-onnx#1749",
      "PaddlePaddle/Paddle#54703", "PaddlePaddle/Paddle#37020"),
  STATISTICS_OVER_THE_WRONG_ELEMENTS(28, "statistics over the wrong elements",
      "tensorflow/swift-apis#83", "apache/tvm#18609", "Nico-Curti/NumPyNet#7", "microsoft/onnxruntime#2092"),
  STRIDES_IGNORED(29, "strides ignored",
      "pytorch/pytorch#175189", "pytorch/pytorch#174345", "pytorch/pytorch#62594", "pytorch/pytorch#62967"),
  DY_LAID_OUT_UNLIKE_X(30, "dy laid out unlike x",
      "pytorch/pytorch#64039", "pytorch/pytorch#2000", "mapillary/inplace_abn#155"),
  A_NON_CONTIGUOUS_STATE(31, "a non-contiguous state", new Missing("strides of the running statistics"),
      "pytorch/pytorch#33867", "intel/torch-xpu-ops#2887"),
  THE_TAIL_OF_A_VECTOR_LOOP(32, "the tail of a vector loop",
      "ARM-software/ComputeLibrary#473", "opencv/opencv#29836"),
  SIZE_LIMITS(33, "size limits",
      "pytorch/pytorch#2917", "pytorch/pytorch#19911", "pytorch/pytorch#51776", "ROCm/MIOpen#1109"),
  RANK_OR_SHAPE_OF_PARAMETERS(34, "rank or shape of parameters",
      "apple/coremltools#2462", "llvm/torch-mlir#1042", "NVIDIA/apex#590", "pytorch/pytorch#100970"),
  INFERENCE_USES_STATISTICS_OF_THE_BATCH(35, "inference uses statistics of the batch",
      "apache/tvm#19574", "pytorch/pytorch#75252"),
  TRAINING_USES_RUNNING_STATISTICS(36, "training uses running statistics",
      "apache/tvm#15280", "patrick-kidger/equinox#659", "tensorflow/tfjs#562"),
  INFERENCE_WRITES_THE_STATE(37, "inference writes the state",
      "FluxML/Flux.jl#1429", "pytorch/pytorch#20967"),
  THE_STATE_IS_NEVER_UPDATED(38, "the state is never updated",
      "apache/mxnet#18673", "microsoft/onnxruntime#6349", "LaurentMazare/tch-rs#628"),
  THE_STATE_IS_UPDATED_TWICE(39, "the state is updated twice",
      "pytorch/pytorch#96136", "facebookresearch/fairscale#694", "facebookresearch/fairscale#1035",
      "pfnet-research/chainer-compiler#98"),
  STATE_BUFFERS_ALIASED(40, "state buffers aliased",
      "tenstorrent/tt-metal#45578", "tenstorrent/tt-mlir#8561"),
  STANDARD_DEVIATION_VARIANCE_AND_THEIR_INVERSE_CONFUSED(41, "standard deviation, variance and their inverse confused",
      "flagos-ai/FlagGems#5222", "pytorch/pytorch#94351", "apache/mxnet#9216", "microsoft/onnxruntime#8172",
      "soumith/cudnn.torch#109"),
  THE_STATE_IS_KEPT_IN_ANOTHER_FORM(42, "the state is kept in another form",
      "deeplearning4j/deeplearning4j#6750", "tensorflow/tensorflow#14353", "apache/mxnet#6176",
      "chainer/chainer#3261", "NVIDIA/caffe#436"),
  A_PATH_OF_THE_GRADIENT_IS_MISSING(43, "a path of the gradient is missing",
      "facebookresearch/CrypTen#143", "deeplearning4j/deeplearning4j#8335"),
  A_WRONG_TERM_IN_THE_GRADIENT(44, "a wrong term in the gradient",
      "apache/mxnet#1053", "ROCm/MIOpen#104", "LBANN/lbann#1172", "mlpack/mlpack#1327"),
  GAMMA_MISSING_IN_DX(45, "gamma missing in dx",
      "denizyuret/Knet.jl#288"),
  THE_TRAINING_GRADIENT_IN_INFERENCE(46, "the training gradient in inference",
      "pytorch/xla#913", "FluxML/NNlib.jl#548", "tensorflow/tensorflow#10857", "pytorch/pytorch#586",
      "apache/mxnet#9580"),
  THE_INFERENCE_GRADIENT_WITH_STATISTICS_OF_THE_BATCH(47, "the inference gradient with statistics of the batch",
      "torch/nn#768", "pytorch/xla#3361", "tensorflow/tensorflow#14271"),
  MODE_FLAGS_CONFUSED(48, "mode flags confused",
      "PaddlePaddle/Paddle#74140", "PaddlePaddle/Paddle#71423", "apache/mxnet#3289"),
  GRADIENTS_ADDED_TO_WHAT_WAS_THERE(49, "gradients added to what was there",
      "apache/mxnet#18499", "apache/mxnet#16297"),
  MASKS_OF_WANTED_GRADIENTS(50, "masks of wanted gradients",
      "PaddlePaddle/Paddle#21237", "deeplearning4j/deeplearning4j#8623", "Oneflow-Inc/oneflow#5602"),
  A_WRONG_SCALE_OF_DGAMMA(51, "a wrong scale of dgamma",
      "pytorch/pytorch#57796", "tensorflow/tensorflow#107705", "tensorflow/tensorflow#14676"),
  SECOND_DERIVATIVES(52, "second derivatives",
      "pytorch/pytorch#186256", "pytorch/pytorch#196699", "pytorch/functorch#534",
      "PaddlePaddle/Paddle#27549"),
  GAMMA_OF_ANY_SIGN(53, "gamma of any sign",
      "mapillary/inplace_abn#92", "mapillary/inplace_abn#114", "mapillary/inplace_abn#4",
      "LeelaChessZero/lc0#779", "pytorch/pytorch#77434"),
  GAMMA_OR_BETA_ABSENT_OR_FIXED(54, "gamma or beta absent or fixed",
      "apache/tvm#14857", "pytorch/pytorch#45474", "pytorch/TensorRT#866", "apache/mxnet#9624"),
  A_FUSED_ACTIVATION(55, "a fused activation",
      "FluxML/Flux.jl#760", "Oneflow-Inc/oneflow#10533", "tensorflow/tensorflow#48893"),
  SYNCHRONISED_STATISTICS_OF_UNEVEN_SHARDS(56, "synchronised statistics of uneven shards",
      "pytorch/pytorch#22192", "PaddlePaddle/Paddle#32464", "google/flax#2417", "mapillary/inplace_abn#68"),
  COUNTS_OF_THE_SYNCHRONISED_GRADIENT(57, "counts of the synchronised gradient",
      "pytorch/pytorch#36382", "pytorch/pytorch#74944"),
  THE_SYNCHRONISED_GRADIENT_SCALED(58, "the synchronised gradient scaled",
      "sony/nnabla#1120", "NVIDIA/apex#138"),
  ONE_VALUE_A_WORKER(59, "one value a worker",
      "NVIDIA/apex#262", "pytorch/pytorch#36865", "pytorch/pytorch#56982"),
  THE_FOLDED_BIAS(60, "the folded bias",
      "Tencent/ncnn#1339", "ultralytics/yolov3#807", "microsoft/onnxscript#3027"),
  THE_FOLDED_AXIS_AND_GROUPS(61, "the folded axis and groups",
      "ultralytics/ultralytics#25364", "pytorch/pytorch#180995", "pytorch/executorch#22517",
      "pytorch/executorch#20601", "Tencent/TNN#68"),
  ONNX_MODE_AND_OUTPUTS(62, "ONNX mode and outputs", new Missing("models in the form of ONNX"),
      "onnx/onnx#8442", "onnx/onnx#1288", "pytorch/pytorch#49229", "pytorch/pytorch#52758",
      "openvinotoolkit/openvino#37170"),
  MASKED_COUNTS(63, "masked counts", new Missing("a mask of valid elements"),
      "keras-team/keras#15790", "keras-team/keras#19848"),
  INFERENCE_CHANGES_ITS_WEIGHTS(64, "inference changes its weights",
      "PaddlePaddle/Paddle-Lite#79", "intel/ipex-llm#2838"),
  THE_GRADIENT_THROUGH_MEAN_AND_VARIANCE_OUTPUTS(65, "the gradient through mean and variance outputs",
      "tensorflow/tensorflow#20407"),
  THE_CUMULATIVE_AVERAGE(66, "the cumulative average");

  private final int number;
  private final String title;
  private final Missing missing;
  private final List<String> references;

  /** What no case can say, so that none can show the bugs. */
  private record Missing(String capability) {}

  BugClass(int number, String title, String... references) {
    this(number, title, null, references);
  }

  BugClass(int number, String title, Missing missing, String... references) {
    this.number = number;
    this.title = title;
    this.missing = missing;
    this.references = List.of(references);
  }

  /** The class of that number; empty if there is none. */
  public static Optional<BugClass> numbered(int number) {
    return Arrays.stream(values()).filter(c -> c.number == number).findFirst();
  }

  /** Its number in documents and reports. */
  public int number() {
    return number;
  }

  /** What goes wrong. */
  public String title() {
    return title;
  }

  /** What cases would have to say to show these bugs; empty where cases do show them. */
  public Optional<String> missingCapability() {
    return Optional.ofNullable(missing).map(Missing::capability);
  }

  /** Public reports, owner/repository#number; empty where none was found. */
  public List<String> references() {
    return references;
  }
}
