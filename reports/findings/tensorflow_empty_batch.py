"""TensorFlow 2.21.0: training on an empty batch makes the running statistics NaN. Needs tensorflow-cpu; exit code 1 where it
shows."""

import sys

import tensorflow as tf

result = tf.raw_ops.FusedBatchNormV3(x=tf.zeros([0, 1, 1, 1]), scale=[1.0], offset=[0.0], mean=[10.0], variance=[4.0],
                                     epsilon=0.25, exponential_avg_factor=0.25, is_training=True)
mean, variance = float(result.batch_mean[0]), float(result.batch_variance[0])
print(f"running mean {mean!r}, right is 10; running variance {variance!r}, right is 4: an empty batch says nothing")
sys.exit(mean != 10 or variance != 4)
