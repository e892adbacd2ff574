"""Keras 3.15.1 on TensorFlow: inference as s x + (beta - mean s) cancels where the mean is large. Needs keras and
tensorflow-cpu; exit code 1 where it shows."""

import os
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

EXACT, BOUND = 0.0980580672621727, 5.05e-8
layer = keras.layers.BatchNormalization(axis=1, epsilon=2.0**-17)
layer.build((None, 1))
layer.moving_mean.assign([1e4])
layer.moving_variance.assign([9.1552734375e-5])
got = float(layer(np.array([[1e4 + 2**-10]], np.float32), training=False)[0, 0])
print(f"y {got!r}, exact {EXACT!r} within {BOUND!r}")
sys.exit(abs(got - EXACT) > BOUND)
