// TensorFlow.js: its BatchNormalization layer in training, tf.batchNorm in inference, gradients by tf.grads.
// The argument is the backend, cpu or wasm.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Subject, Unsupported } from '../javascript/bn-subject.mjs';

const require = createRequire(join(process.cwd(), 'target/'));
const tf = require('@tensorflow/tfjs');
const backend = process.argv[2] ?? 'cpu';
if (backend === 'wasm') require('@tensorflow/tfjs-backend-wasm');
await tf.setBackend(backend);
await tf.ready();

/** x as (outer, inner, channels), the channels last as the library has them. */
function channelsLast({ outer, channels, inner }, values) {
  return tf.transpose(tf.tensor(values, [outer, channels, inner], 'float32'), [0, 2, 1]);
}

const flat = (tensor) => tf.transpose(tensor, [0, 2, 1]).dataSync();
const vector = (values, channels, otherwise) => tf.tensor1d(values ?? new Float32Array(channels).fill(otherwise));

/** The layer's momentum weighs the old state; its moving variance takes the population variance. */
function training(c) {
  const layer = tf.layers.batchNormalization({ axis: 2, momentum: 1 - c.momentum, epsilon: c.epsilon });
  layer.build([null, null, c.channels]);
  layer.setWeights([
    vector(c.gamma, c.channels, 1), vector(c.beta, c.channels, 0), tf.tensor1d(c.running_mean), tf.tensor1d(c.running_variance)]);
  const y = layer.apply(channelsLast(c, c.x), { training: true });
  const [, , mean, variance] = layer.getWeights();
  return { y: flat(y), running_mean: mean.dataSync(), running_variance: variance.dataSync() };
}

function normalize(x, mean, variance, gamma, beta, epsilon) {
  return tf.batchNorm(x, mean, variance, beta, gamma, epsilon);
}

function inference(c) {
  const parameters = [tf.tensor1d(c.running_mean), tf.tensor1d(c.running_variance)];
  return { y: flat(normalize(
    channelsLast(c, c.x), ...parameters, vector(c.gamma, c.channels, 1), vector(c.beta, c.channels, 0), c.epsilon)) };
}

/** The gradients of y with statistics that may depend on x. */
function gradients(c, statistics) {
  if (!c.gamma) throw new Unsupported('the gradient of a gamma that is absent');
  const y = (x, gamma, beta) => {
    const { mean, variance } = statistics(x);
    return normalize(x, mean, variance, gamma, beta, c.epsilon);
  };
  const zeros = tf.zeros([c.channels]);
  const [dx, dgamma, dbeta] = tf.grads(y)([channelsLast(c, c.x), tf.tensor1d(c.gamma), zeros], channelsLast(c, c.dy));
  return { dx: flat(dx), dgamma: dgamma.dataSync(), dbeta: dbeta.dataSync() };
}

const trainingGradients = (c) => gradients(c, (x) => tf.moments(x, [0, 1]));
const inferenceGradients = (c) => gradients(c, () => (
  { mean: tf.tensor1d(c.running_mean), variance: tf.tensor1d(c.running_variance) }));

const tidy = (kernel) => (c) => tf.tidy(() => kernel(c));
const formats = ['f32'];
new Subject(`tfjs-${backend}`, tf.version.tfjs, {
  conventions: { variance_convention: ['population'] },
  without: ['upstream-statistics', 'mixed-formats', 'stateless', 'empty'],
})
  .operation('training-forward', { formats, outputs: ['y', 'running_mean', 'running_variance'] }, tidy(training))
  .operation('inference-forward', { formats }, tidy(inference))
  .operation('training-backward', { formats }, tidy(trainingGradients))
  .operation('inference-backward', { formats }, tidy(inferenceGradients))
  .run();
