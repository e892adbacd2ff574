// ONNX Runtime in JavaScript: BatchNormalization of opset 15, inference and training mode.
// The argument is the package, onnxruntime-web (WebAssembly) or onnxruntime-node (native).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Subject, Unsupported } from '../javascript/bn-subject.mjs';

const OPSET = 15;
const IR_VERSION = 8;
const require = createRequire(join(process.cwd(), 'target/'));
const name = process.argv[2] ?? 'onnxruntime-web';
const ort = require(name);
const { version } = JSON.parse(readFileSync(join(process.cwd(), 'target/node_modules', name, 'package.json')));
const { onnx } = require('onnx-proto');
if (ort.env.wasm) ort.env.wasm.numThreads = 1;

const TYPES = { f32: [onnx.TensorProto.DataType.FLOAT, 'float32'], f64: [onnx.TensorProto.DataType.DOUBLE, 'float64'] };
const PARAMETERS = ['scale', 'bias', 'mean', 'variance'];
const sessions = new Map();

function session(format, epsilon, training, oldWeight) {
  const key = `${format} ${epsilon} ${training} ${oldWeight}`;
  if (!sessions.has(key)) sessions.set(key, create(format, epsilon, training, oldWeight));
  return sessions.get(key);
}

function create(format, epsilon, training, oldWeight) {
  const { FLOAT, INT } = onnx.AttributeProto.AttributeType;
  const value = (called) => ({ name: called, type: { tensorType: { elemType: TYPES[format][0] } } });
  const outputs = training ? ['y', 'running_mean', 'running_variance'] : ['y'];
  const node = {
    opType: 'BatchNormalization', input: ['x', ...PARAMETERS], output: outputs,
    attribute: [
      { name: 'epsilon', type: FLOAT, f: epsilon }, { name: 'momentum', type: FLOAT, f: oldWeight },
      { name: 'training_mode', type: INT, i: training ? 1 : 0 }],
  };
  const model = onnx.ModelProto.encode(onnx.ModelProto.fromObject({
    irVersion: IR_VERSION, opsetImport: [{ domain: '', version: OPSET }],
    graph: { name: 'normalization', node: [node], input: ['x', ...PARAMETERS].map(value), output: outputs.map(value) },
  })).finish();
  return ort.InferenceSession.create(model);
}

/** ONNX's momentum weighs the old state and is an f32. */
async function run(c, training) {
  const oldWeight = training ? 1 - c.momentum : 0.5;
  if (Math.fround(oldWeight) !== oldWeight) throw new Unsupported('1 - momentum is no f32');
  const type = TYPES[c.format][1];
  const filled = (value) => new c.x.constructor(c.channels).fill(value);
  const parameters = [c.gamma ?? filled(1), c.beta ?? filled(0), c.running_mean, c.running_variance];
  const feeds = { x: new ort.Tensor(type, c.x, c.shape) };
  PARAMETERS.forEach((called, i) => { feeds[called] = new ort.Tensor(type, parameters[i], [c.channels]); });
  const results = await (await session(c.format, c.epsilon, training, oldWeight)).run(feeds);
  return Object.fromEntries(Object.entries(results).map(([called, tensor]) => [called, tensor.data]));
}

const formats = Object.keys(TYPES);
new Subject(name, version, {
  conventions: { channel_axis: [1], variance_convention: ['population'], epsilon_format: ['f32'] },
  without: ['mixed-formats', 'stateless', 'upstream-statistics'],
})
  .operation('inference-forward', { formats }, (c) => run(c, false))
  .operation('training-forward', { formats, outputs: ['y', 'running_mean', 'running_variance'] }, (c) => run(c, true))
  .run();
