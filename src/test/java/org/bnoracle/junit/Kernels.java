package org.bnoracle.junit;

import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.MEAN;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.Y;

/** Kernels as users write them, in f32. */
final class Kernels {
  private Kernels() {}

  static void inference(Call call) {
    float[] y = call.floats(X);
    for (int i = 0; i < y.length; i++) {
      int c = call.channelOf(i);
      float r = (float) (1 / Math.sqrt((float) (call.value(RUNNING_VARIANCE, c, 1) + call.epsilon())));
      y[i] = (float) call.value(GAMMA, c, 1) * ((y[i] - (float) call.value(RUNNING_MEAN, c, 0)) * r) + (float) call.value(BETA, c, 0);
    }
    call.give(Y, y);
  }

  /** Two passes. */
  static void training(Call call) {
    training(call, false);
  }

  /** The variance as E[x²] - mean². */
  static void onePass(Call call) {
    training(call, true);
  }

  private static void training(Call call, boolean onePass) {
    float[] x = call.floats(X);
    float[] mean = new float[call.channels()];
    float[] variance = new float[call.channels()];
    for (int i = 0; i < x.length; i++) {
      mean[call.channelOf(i)] += x[i] / call.perChannel();
    }
    for (int i = 0; i < x.length; i++) {
      float d = onePass ? x[i] : x[i] - mean[call.channelOf(i)];
      variance[call.channelOf(i)] += d * d / call.perChannel();
    }
    for (int c = 0; onePass && c < mean.length; c++) {
      variance[c] -= mean[c] * mean[c];
    }
    for (int i = 0; i < x.length; i++) {
      int c = call.channelOf(i);
      float r = (float) (1 / Math.sqrt((float) (variance[c] + call.epsilon())));
      x[i] = (float) call.value(GAMMA, c, 1) * ((x[i] - mean[c]) * r) + (float) call.value(BETA, c, 0);
    }
    call.give(Y, x);
    call.give(MEAN, mean);
    call.give(VARIANCE, variance);
  }
}
