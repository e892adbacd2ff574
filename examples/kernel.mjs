// A JavaScript kernel, f32 in and out, computing in doubles: inference and training forward.
//
//     ./bn-oracle conform -- node examples/kernel.mjs

import { Subject } from '../src/subjects/javascript/bn-subject.mjs';

const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function normalize({ x, epsilon, gamma, beta, channelOf }, mean, variance) {
  const scale = Array.from(variance, (v) => 1 / Math.sqrt(v + epsilon));
  return Array.from(x, (value, i) => {
    const c = channelOf(i);
    return (value - mean[c]) * scale[c] * (gamma?.[c] ?? 1) + (beta?.[c] ?? 0);
  });
}

function inference(c) {
  return { y: normalize(c, c.running_mean, c.running_variance) };
}

function training(c) {
  const values = Array.from({ length: c.channels }, () => []);
  c.x.forEach((value, i) => values[c.channelOf(i)].push(value));
  const mean = values.map(average);
  const variance = values.map((own, k) => average(own.map((value) => (value - mean[k]) ** 2)));
  return { y: normalize(c, mean, variance), mean, variance };
}

new Subject('javascript-kernel', '1.0', { compute_format: { f32: 'f64' }, algorithm_class: 'two-pass' })
  .operation('inference-forward', { formats: ['f32'] }, inference)
  .operation('training-forward', { formats: ['f32'], outputs: ['y', 'mean', 'variance'] }, training)
  .run();
