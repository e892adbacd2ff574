/*
Puts a JavaScript kernel under test: bn-oracle's subject protocol (spec/protocol.md) in one file, Node 18 or newer.

The shortest subject, complete:

    import { Subject } from './bn-subject.mjs';

    new Subject('my-kernel', '1.0')
      .operation('inference-forward', { formats: ['f32'] },
        ({ x, running_mean, running_variance, epsilon, gamma, beta, channelOf }) => ({
          y: Array.from(x, (value, i) => {
            const c = channelOf(i);
            const normal = (value - running_mean[c]) / Math.sqrt(running_variance[c] + epsilon);
            return normal * (gamma?.[c] ?? 1) + (beta?.[c] ?? 0);
          }),
        }))
      .run();

A kernel is called with one object that holds
  the inputs of the case under their names, as Float64Array (f64) or Float32Array (f32, f16, bf16); absent ones undefined
  the attributes of the case under their names
  format and shape of x, and x seen as a block [outer, channels, inner]: element (o, c, i) is at (o * channels + c) * inner + i
  channelOf(index), the channel of an element of x
and returns, or promises, an object of outputs: arrays that are rounded to the format of the output, nearest even.

Throw `new Unsupported('why')` or `new Refused('why')` to decline a case; any other error ends the process, which is how a
crash is reported. What the kernel logs goes to standard error. The third argument of Subject is what the hello says
besides: { conventions, capabilities, compute_format, algorithm_class, subnormals, encodings }; `without: ['state', 'empty']` is short
for all capabilities but these.
*/

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CAPABILITIES = [
  'absent-gamma', 'absent-beta', 'state', 'stateless', 'upstream-statistics', 'mixed-formats', 'empty'];
const NPY_TYPES = { f64: '<f8', f32: '<f4', f16: '<f2', bf16: '<u2' };
const FORMATS = {
  f64: { bytes: 8 },
  f32: { bytes: 4, precision: 24, least: -126, largest: (2 - 2 ** -23) * 2 ** 127 },
  f16: { bytes: 2, precision: 11, least: -14, largest: 65504 },
  bf16: { bytes: 2, precision: 8, least: -126, largest: (2 - 2 ** -7) * 2 ** 127 },
};
const LINE_END = 10;

/** The subject does not implement this case. */
export class Unsupported extends Error {}

/** The case is invalid by the subject's contract. */
export class Refused extends Error {}

/** An implementation under test. */
export class Subject {
  #hello;
  #kernels = new Map();

  constructor(name, version, { without, ...more } = {}) {
    const capabilities = without && CAPABILITIES.filter((capability) => !without.includes(capability));
    this.#hello = {
      protocol: 1, name, version, operations: {}, encodings: ['decimal', 'base64', 'npy'],
      ...(capabilities && { capabilities }), ...more,
    };
  }

  /** Declares an operation: the formats of x that it takes, and the outputs that it gives (default: all). */
  operation(name, { formats, outputs }, kernel) {
    this.#hello.operations[name] = { formats, outputs };
    this.#kernels.set(name, kernel);
    return this;
  }

  /** The answer to a line, as a line. */
  async answer(line) {
    const request = JSON.parse(line);
    if ('protocol' in request) return JSON.stringify(this.#hello);
    const head = `{"id":${JSON.stringify(request.id)},`;
    try {
      if (!this.#kernels.has(request.operation)) throw new Unsupported(`operation ${request.operation}`);
      const outputs = await this.#kernels.get(request.operation)(question(request));
      const texts = Object.entries(outputs)
        .filter(([, values]) => values !== undefined && values !== null)
        .map(([name, values]) => `${JSON.stringify(name)}:${write(name, values, request)}`);
      return `${head}"outputs":{${texts.join(',')}}}`;
    } catch (error) {
      if (error instanceof Unsupported) return `${head}"unsupported":${JSON.stringify(error.message)}}`;
      if (error instanceof Refused) return `${head}"refused":${JSON.stringify(error.message)}}`;
      throw error;
    }
  }

  /** Answers until the input ends. */
  async run() {
    const print = process.stdout.write.bind(process.stdout);
    process.stdout.write = process.stderr.write.bind(process.stderr);
    for await (const line of lines(process.stdin)) print(`${await this.answer(line)}\n`);
  }
}

async function* lines(stream) {
  let parts = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8');
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
}

/** What a kernel is called with. */
function question({ inputs, attributes, folder }) {
  const tensors = Object.fromEntries(Object.entries(inputs).map(([name, tensor]) => [name, read(tensor, folder)]));
  const { format, shape } = inputs.x;
  const count = (dimensions) => dimensions.reduce((product, dimension) => product * dimension, 1);
  const axis = attributes.channel_axis;
  const [outer, channels, inner] = [count(shape.slice(0, axis)), shape[axis], count(shape.slice(axis + 1))];
  const channelOf = (index) => Math.floor(index / inner) % channels;
  return { ...attributes, ...tensors, format, shape, outer, channels, inner, channelOf };
}

/** Format and shape of an output. */
function outputType(name, { inputs, attributes }) {
  const { format, shape } = inputs.x;
  if (name === 'y' || name === 'dx') return { format, shape };
  const statistics = attributes.statistics_format ?? (format === 'f64' ? 'f64' : 'f32');
  const isParameter = name === 'dgamma' || name === 'dbeta';
  return { format: (isParameter && inputs.gamma?.format) || statistics, shape: [shape[attributes.channel_axis]] };
}

function read({ format, data }, folder) {
  if (Array.isArray(data)) return (format === 'f64' ? Float64Array : Float32Array).from(data, Number);
  if ('base64' in data) return ofBits(Buffer.from(data.base64, 'base64'), format);
  return ofBits(npyBits(readFileSync(join(folder, data.file))), format);
}

/** An output as a tensor, its data in the form in which those of x came. */
function write(name, values, request) {
  const { format, shape } = outputType(name, request);
  const size = shape.reduce((product, dimension) => product * dimension, 1);
  const rounded = Array.from(values, (value) => nearest(Number(value), format));
  const form = request.inputs.x.data;
  const head = `{"format":"${format}","shape":${JSON.stringify(rounded.length === size ? shape : [rounded.length])},"data":`;
  if (Array.isArray(form)) return `${head}[${rounded.map(decimal).join(',')}]}`;
  if ('base64' in form) return `${head}{"base64":"${bits(rounded, format).toString('base64')}"}}`;
  const file = `subject-${name}.npy`;
  writeFileSync(join(request.folder, file), npyFile(bits(rounded, format), format, shape));
  return `${head}{"file":"${file}"}}`;
}

function decimal(value) {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Object.is(value, -0) ? '-0.0' : String(value);
}

const words = new DataView(new ArrayBuffer(8));

/** The exponent of the leading bit of a number that is not zero; of a subnormal one, -1023. */
function exponent(value) {
  words.setFloat64(0, value);
  return ((words.getUint16(0) >> 4) & 0x7ff) - 1023;
}

/** The value of the format nearest to a number, ties to even. */
export function nearest(value, format) {
  if (format === 'f64' || value === 0 || !Number.isFinite(value)) return value;
  const { precision, least, largest } = FORMATS[format];
  const unit = 2 ** (Math.max(exponent(value), least) - precision + 1);
  const shift = 1.5 * 2 ** 52; // beyond it doubles are whole numbers
  const magnitude = (Math.abs(value) / unit + shift - shift) * unit;
  return Math.sign(value) * (magnitude > largest ? Infinity : magnitude);
}

/** Values of the format as little-endian bits. */
function bits(values, format) {
  const { bytes } = FORMATS[format];
  const buffer = Buffer.alloc(values.length * bytes);
  values.forEach((value, i) => {
    if (format === 'f64') buffer.writeDoubleLE(value, i * bytes);
    else if (format === 'f32') buffer.writeFloatLE(value, i * bytes);
    else buffer.writeUInt16LE(format === 'f16' ? bitsOfF16(value) : bitsOfBf16(value), i * bytes);
  });
  return buffer;
}

function ofBits(buffer, format) {
  const { bytes } = FORMATS[format];
  const values = new (format === 'f64' ? Float64Array : Float32Array)(buffer.length / bytes);
  for (let i = 0; i < values.length; i++) {
    if (format === 'f64') values[i] = buffer.readDoubleLE(i * bytes);
    else if (format === 'f32') values[i] = buffer.readFloatLE(i * bytes);
    else values[i] = format === 'f16' ? ofF16(buffer.readUInt16LE(i * bytes)) : ofBf16(buffer.readUInt16LE(i * bytes));
  }
  return values;
}

function ofBf16(half) {
  words.setUint32(0, half * 0x10000);
  return words.getFloat32(0);
}

function bitsOfBf16(value) {
  words.setFloat32(0, value);
  return words.getUint16(0);
}

function ofF16(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const [field, fraction] = [(half >> 10) & 0x1f, half & 0x3ff];
  if (field === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (field === 0 ? fraction * 2 ** -24 : (fraction + 0x400) * 2 ** (field - 25));
}

function bitsOfF16(value) {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return sign | 0x7c00;
  const field = Math.max(exponent(magnitude), -15) + 15; // 0 for subnormal values
  return sign | (field === 0 ? magnitude * 2 ** 24 : field * 0x400 + magnitude * 2 ** (25 - field) - 0x400);
}

/** The values of a .npy file. */
function npyBits(file) {
  if (file.toString('latin1', 1, 6) !== 'NUMPY') throw new Error('not an .npy file');
  return file.subarray(file[6] === 1 ? 10 + file.readUInt16LE(8) : 12 + file.readUInt32LE(8));
}

/** A .npy file, version 1.0. */
function npyFile(values, format, shape) {
  const text = `{'descr': '${NPY_TYPES[format]}', 'fortran_order': False, 'shape': (${shape.map((d) => `${d},`).join(' ')}), }`;
  const header = `${text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11)}\n`;
  const start = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 0xff, header.length >> 8]);
  return Buffer.concat([start, Buffer.from(header, 'latin1'), values]);
}
