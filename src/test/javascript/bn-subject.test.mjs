// Tests of src/subjects/javascript/bn-subject.mjs: node --test src/test/javascript/bn-subject.test.mjs

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, Subject } from '../../subjects/javascript/bn-subject.mjs';

/** JSON.stringify writes 0 for -0; so write 'minus zero' in a request. */
const ask = async (subject, request) =>
  JSON.parse(await subject.answer(JSON.stringify(request).replaceAll('"minus zero"', '-0.0')));

function question(operation, inputs, attributes = {}) {
  return { id: 'some/"case"', operation, inputs, attributes: { channel_axis: 1, epsilon: 0.25, epsilon_format: 'f32', ...attributes } };
}

const tensor = (format, shape, data) => ({ format, shape, data });

test('an operation without a kernel is unsupported', async () => {
  assert.deepEqual(await ask(new Subject('s', '1'), { id: 'a', operation: 'fold', attributes: {}, inputs: {} }),
    { id: 'a', unsupported: 'operation fold' });
});

test('nearest values, ties to even', () => {
  const cases = {
    bf16: [[1 + 2 ** -8, 1], [1 + 3 * 2 ** -8, 1 + 2 ** -6], [1 + 2 ** -8 + 2 ** -40, 1 + 2 ** -7],
      [2 ** -134, 0], [1.5 * 2 ** -134, 2 ** -133], [(2 - 2 ** -8) * 2 ** 127, Infinity], [1e300, Infinity]],
    f16: [[1 + 2 ** -11, 1], [1 + 3 * 2 ** -11, 1 + 2 ** -9], [2 ** -25, 0], [3 * 2 ** -25, 2 ** -23],
      [65519.99, 65504], [65520, Infinity], [5e-324, 0]],
    f32: [[1 + 2 ** -24, 1], [1 + 2 ** -24 + 2 ** -50, 1 + 2 ** -23], [2 ** -150, 0], [3.4028235677973366e38, Infinity]],
    f64: [[0.1, 0.1], [5e-324, 5e-324]],
  };
  for (const [format, pairs] of Object.entries(cases)) {
    for (const [value, wanted] of pairs) {
      assert.ok(Object.is(nearest(value, format), wanted), `${value} in ${format}`);
      assert.ok(Object.is(nearest(-value, format), -wanted), `${-value} in ${format}`);
    }
    assert.ok(Object.is(nearest(-0, format), -0));
    assert.ok(Number.isNaN(nearest(NaN, format)));
  }
});

test('f32 is what Math.fround says', () => {
  let seed = 20153;
  for (let i = 0; i < 20000; i++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    const value = (seed / 2 ** 30 - 1) * 2 ** ((seed % 300) - 160);
    assert.ok(Object.is(nearest(value, 'f32'), Math.fround(value)), `${value}`);
  }
});

test('hello', async () => {
  const subject = new Subject('s', '1', { without: ['empty', 'state'], conventions: { channel_axis: [1] } })
    .operation('inference-forward', { formats: ['f32'] }, () => ({}))
    .operation('training-backward', { formats: ['f64'], outputs: ['dx'] }, () => ({}));
  assert.deepEqual(await ask(subject, { protocol: 1 }), {
    protocol: 1, name: 's', version: '1', conventions: { channel_axis: [1] }, encodings: ['decimal', 'base64', 'npy'],
    capabilities: ['absent-gamma', 'absent-beta', 'stateless', 'upstream-statistics', 'mixed-formats'],
    operations: { 'inference-forward': { formats: ['f32'] }, 'training-backward': { formats: ['f64'], outputs: ['dx'] } },
  });
});

test('what a kernel is called with', async () => {
  let seen;
  const subject = new Subject('s', '1').operation('training-backward', { formats: ['f16'] }, (c) => {
    seen = c;
    return { dx: c.dy, dgamma: [1 / 3, 1 / 3, 1 / 3], dbeta: [1 / 3], extra: undefined };
  });
  const data = ['NaN', '-Infinity', -0, 0.5, 2, 3, 4, 5, 6, 7, 8, 9];
  const x = tensor('f16', [2, 3, 2], data.map((value) => (Object.is(value, -0) ? 'minus zero' : value)));
  const answer = await ask(subject, question('training-backward', { x, dy: x, gamma: tensor('bf16', [3], [1, 2, 3]) }));
  assert.deepEqual([seen.outer, seen.channels, seen.inner, seen.format, seen.epsilon], [2, 3, 2, 'f16', 0.25]);
  assert.deepEqual(data.map((_, i) => seen.channelOf(i)), [0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2]);
  assert.ok(seen.x instanceof Float32Array && seen.beta === undefined);
  assert.deepEqual(answer, {
    id: 'some/"case"',
    outputs: {
      dx: tensor('f16', [2, 3, 2], data), dgamma: tensor('bf16', [3], [0.333984375, 0.333984375, 0.333984375]),
      dbeta: tensor('bf16', [1], [0.333984375]),
    },
  });
});
