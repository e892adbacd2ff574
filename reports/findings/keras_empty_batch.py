"""Keras 3.15.1 on TensorFlow: training on an empty batch makes the moving statistics NaN. Needs keras and tensorflow-cpu; exit
code 1 where it shows."""

import os
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

layer = keras.layers.BatchNormalization(axis=1, momentum=0.75, epsilon=0.25)
layer.build((None, 1))
layer.moving_mean.assign([10.0])
layer.moving_variance.assign([4.0])
layer(np.zeros((0, 1), np.float32), training=True)
mean, variance = float(layer.moving_mean.numpy()[0]), float(layer.moving_variance.numpy()[0])
print(f"moving mean {mean!r}, right is 10; moving variance {variance!r}, right is 4: an empty batch says nothing")
sys.exit(mean != 10 or variance != 4)
