// Reads the golden vectors and compares with them; copy it. See golden-vectors/README.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** { operation, case } for every case of every file that the manifest names. */
export function* cases(folder) {
  const read = (path) => JSON.parse(readFileSync(join(folder, path), "utf8"));
  for (const { path } of read("manifest.json").files) {
    const document = read(path);
    for (const one of document.cases) {
      yield { operation: document.operation, case: one };
    }
  }
}

/** The exact values of a tensor, as numbers. */
export function data({ format, data: values }) {
  if (Array.isArray(values)) {
    return values.map(Number);
  }
  const bits = Buffer.from(values.base64, "base64");
  const numbers = [];
  for (let i = 0; i < bits.length; i += BYTES[format]) {
    numbers.push(READ[format](bits, i));
  }
  return numbers;
}

const BYTES = { f64: 8, f32: 4, f16: 2, bf16: 2 };
const READ = {
  f64: (bits, i) => bits.readDoubleLE(i),
  f32: (bits, i) => bits.readFloatLE(i),
  f16: (bits, i) => half(bits.readUInt16LE(i)),
  bf16: (bits, i) => Buffer.from([0, 0, bits[i], bits[i + 1]]).readFloatLE(0),
};

function half(bits) {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  return sign * (exponent === 31 ? (fraction ? NaN : Infinity) : exponent ? (1 + fraction / 1024) * 2 ** (exponent - 15) : fraction * 2 ** -24);
}

/** The bounds as published: a number, null or "Infinity". */
function bounds({ bound }) {
  return Array.isArray(bound) ? bound : data({ format: "f64", data: bound }).map((b) => (Number.isNaN(b) ? null : b === Infinity ? "Infinity" : b));
}

/** true or false; undefined where nothing is known. */
export function agrees(got, golden, bound, accept = [golden]) {
  if (bound === null) {
    return accept.map(Number).some((value) => got === value || (Number.isNaN(got) && Number.isNaN(value)));
  }
  return bound === "Infinity" ? undefined : Math.abs(got - golden) <= bound;
}

/** A line for each value that is not right. Outputs are arrays by name; those not given are not compared. */
export function differences(one, outputs) {
  const lines = [];
  for (const [name, golden] of Object.entries(one.outputs)) {
    if (!(name in outputs) || "undefined" in golden) {
      continue;
    }
    const [right, allowed, got] = [data(golden), bounds(golden), outputs[name]];
    if (got.length !== right.length) {
      lines.push(`${one.id}: ${name} has ${got.length} values, right are ${right.length}`);
      continue;
    }
    right.forEach((value, i) => {
      if (agrees(got[i], value, allowed[i], golden.accept?.[i]) === false) {
        lines.push(`${one.id}: ${name}[${i}] is ${got[i]}, right is ${value}${allowed[i] === null ? "" : ` within ${allowed[i]}`}`);
      }
    });
  }
  return lines;
}
