"""TensorFlow 2.21.0 on x86: subnormal values count as zero. Needs tensorflow-cpu; exit code 1 where it shows."""

import sys

import tensorflow as tf

EXACT = 2.0**-140  # x / √(0.25 + 0.75)
y = tf.raw_ops.FusedBatchNormV3(x=tf.fill([2, 1, 1, 1], EXACT), scale=[1.0], offset=[0.0], mean=[0.0], variance=[0.25],
                                epsilon=0.75, is_training=False).y
got = float(y[0, 0, 0, 0])
print(f"y {got!r}, exact {EXACT!r}")
sys.exit(got != EXACT)
