// The golden vectors as tests of a kernel:  node --test examples/consumers/javascript/kernel.test.mjs
//
// Put your kernel in place of inferenceForward; BN_VECTORS names the vectors' folder.
import { test } from "node:test";
import assert from "node:assert";
import { fileURLToPath } from "node:url";
import { cases, data, differences } from "./bn-vectors.mjs";

const VECTORS = process.env.BN_VECTORS ?? fileURLToPath(new URL("../../../golden-vectors", import.meta.url));
// A case with any other attribute means something that this kernel does not do.
const ATTRIBUTES = new Set(["channel_axis", "epsilon", "epsilon_format", "statistics_format"]);

/** x is normalized along the axis with `inner` elements behind it. */
function inferenceForward({ x, running_mean: mean, running_variance: variance, gamma, beta }, inner, epsilon) {
  return x.map((value, i) => {
    const c = Math.floor(i / inner) % mean.length;
    const normalized = (value - mean[c]) / Math.sqrt(variance[c] + epsilon);
    return (gamma?.[c] ?? 1) * normalized + (beta?.[c] ?? 0);
  });
}

/** Why a case is not for this kernel; undefined if it is. */
function unsupported(operation, { attributes, inputs }) {
  if (operation !== "inference-forward") {
    return `operation ${operation}`;
  }
  const unknown = Object.keys(attributes).find((name) => !ATTRIBUTES.has(name));
  return unknown ? `attribute ${unknown}` : inputs.x.format === "f32" ? undefined : `format ${inputs.x.format}`;
}

for (const { operation, case: one } of cases(VECTORS)) {
  const skip = unsupported(operation, one);
  test(one.id, { skip }, () => {
    const inputs = Object.fromEntries(Object.entries(one.inputs).map(([name, tensor]) => [name, data(tensor)]));
    const inner = one.inputs.x.shape.slice(one.attributes.channel_axis + 1).reduce((a, b) => a * b, 1);
    const y = inferenceForward(inputs, inner, one.attributes.epsilon).map(Math.fround);
    assert.deepStrictEqual(differences(one, { y }), []);
  });
}
