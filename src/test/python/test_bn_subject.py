"""Tests of src/subjects/python/bn_subject.py, with NumPy where it is installed and without it.

    python3 -m unittest discover -s src/test/python
"""

import base64
import importlib.util
import json
import math
import random
import struct
import subprocess
import sys
import tempfile
import textwrap
import unittest
from fractions import Fraction
from pathlib import Path

KIT = Path(__file__).resolve().parents[2] / "subjects/python/bn_subject.py"
BITS = {"f64": 64, "f32": 32, "f16": 16, "bf16": 16}


def load(with_numpy):
    """A fresh copy of the kit."""
    before = sys.modules.get("numpy")
    if not with_numpy:
        sys.modules["numpy"] = None  # an import fails
    try:
        spec = importlib.util.spec_from_file_location("bn_subject", KIT)
        kit = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(kit)
        return kit
    finally:
        if not with_numpy:
            del sys.modules["numpy"]
        if before is not None:
            sys.modules["numpy"] = before


KITS = {"lists": load(with_numpy=False)}
if load(with_numpy=True).numpy:
    KITS["arrays"] = load(with_numpy=True)


def value_of(bits, format):
    """The value of bits, by the definition of the format, not by the kit."""
    if format == "f64":
        return struct.unpack("<d", bits.to_bytes(8, "little"))[0]
    if format == "f16":
        return struct.unpack("<e", bits.to_bytes(2, "little"))[0]
    return struct.unpack("<f", (bits << 16 if format == "bf16" else bits).to_bytes(4, "little"))[0]


def tensor(format, shape, data):
    return {"format": format, "shape": shape, "data": data}


def case(operation="inference-forward", format="f32", shape=(2, 3), data=None, **inputs):
    """A case of three channels."""
    statistics = "f64" if format == "f64" else "f32"
    defaults = {"running_mean": tensor(statistics, [3], [0.0] * 3), "running_variance": tensor(statistics, [3], [1.0] * 3)}
    given = dict(defaults, x=tensor(format, list(shape), data or [0.0] * math.prod(shape)), **inputs)
    attributes = {"channel_axis": 1, "epsilon": 0.25, "epsilon_format": "f32"}
    return {"id": "some/case", "operation": operation, "attributes": attributes,
            "inputs": {name: value for name, value in given.items() if value}}


def identity(kit, format, **options):
    subject = kit.Subject("identity", "1", **options)

    @subject.inference_forward(formats=[format])
    def same(x, running_mean, running_variance, epsilon, channel_axis):
        return x

    return subject


def answer(subject, request):
    return json.loads(subject.answer(json.dumps(request)))


def numbers(format, *values):
    return tensor(format, [len(values)], list(values))


class SecondOrderTest(unittest.TestCase):
    def test_outputs_take_their_formats_from_x_and_gamma(self):
        for kit in KITS.values():
            subject = kit.Subject("second order", "1")

            @subject.double_backward(formats=["f16"])
            def second(x, dy, ddx, epsilon, channel_axis, gamma, ddgamma=None, ddbeta=None,
                       running_mean=None, running_variance=None):
                return x, gamma, ddx

            @subject.tangent(formats=["f16"], outputs=["y_dot"])
            def tangent(x, x_dot, epsilon, channel_axis, gamma=1, beta=0, gamma_dot=0, beta_dot=0):
                return x_dot

            data = tensor("f16", [1, 3], [0.1, 0.2, 0.3])
            request = case("double-backward", "f16", dy=data, ddx=data, gamma=numbers("f32", 0.1, 0.2, 0.3))
            outputs = answer(subject, request)["outputs"]
            self.assertEqual({name: output["format"] for name, output in outputs.items()},
                             {"grad_x": "f16", "grad_gamma": "f32", "grad_dy": "f16"})
            request = case("tangent", "f16", x_dot=data, running_mean=None, running_variance=None)
            self.assertEqual(answer(subject, request)["outputs"]["y_dot"]["shape"], [1, 3])


class RoundingTest(unittest.TestCase):
    def test_nearest_is_nearest_with_ties_to_even(self):
        generator = random.Random(20151)
        for format, least in (("f32", 24), ("f16", 11), ("bf16", 8)):
            for _ in range(300):
                bits = generator.randrange(1 << (BITS[format] - 1))
                low, high = value_of(bits, format), value_of(bits + 1, format)
                if not math.isfinite(high) or not math.isfinite(low):
                    continue
                middle = float((Fraction(low) + Fraction(high)) / 2)
                even = low if bits % 2 == 0 else high
                expected = {middle: even, math.nextafter(middle, -math.inf): low, math.nextafter(middle, math.inf): high}
                for name, kit in KITS.items():
                    for value, wanted in expected.items():
                        for sign in (1, -1):
                            with self.subTest(kit=name, format=format, value=value.hex(), sign=sign):
                                self.assertEqual(self.round(kit, sign * value, format), sign * wanted)

    def test_the_largest_value_and_what_is_beyond(self):
        for format, bits in (("f32", 0x7F7FFFFF), ("f16", 0x7BFF), ("bf16", 0x7F7F)):
            largest, below = value_of(bits, format), value_of(bits - 1, format)
            tie = largest + (largest - below) / 2
            for name, kit in KITS.items():
                with self.subTest(kit=name, format=format):
                    self.assertEqual(self.round(kit, math.nextafter(tie, 0), format), largest)
                    self.assertEqual(self.round(kit, tie, format), math.inf)
                    self.assertEqual(self.round(kit, -1e300, format), -math.inf)

    def test_zeros_and_special_values_keep_what_they_are(self):
        for kit in KITS.values():
            for format in BITS:
                self.assertEqual(math.copysign(1, self.round(kit, -0.0, format)), -1)
                self.assertEqual(self.round(kit, -math.inf, format), -math.inf)
                self.assertTrue(math.isnan(self.round(kit, math.nan, format)))
            self.assertEqual(math.copysign(1, self.round(kit, -5e-324, "bf16")), -1)

    def round(self, kit, value, format):
        values = kit._Arrays() if kit.numpy else kit._Lists()
        return values.numbers(values.rounded([value], format)[0])[0]


class EncodingTest(unittest.TestCase):
    def values(self, format):
        """Bits of all kinds of values: of those with 16 bits every third."""
        if BITS[format] == 16:
            chosen = [0, 1, 0x8000, 0x8001, 0x7BFF, 0x7C00, 0xFC00, 0x7F7F, 0x7F80, 0xFF80, *range(2, 1 << 16, 3)]
            return [bits for bits in chosen if not math.isnan(value_of(bits, format))]
        generator = random.Random(20152)
        drawn = [generator.randrange(1 << BITS[format]) for _ in range(500)]
        return [0, 1, 1 << (BITS[format] - 1)] + [bits for bits in drawn if not math.isnan(value_of(bits, format))]

    def test_every_form_comes_back_bit_for_bit(self):
        for name, kit in KITS.items():
            for format in BITS:
                bits = self.values(format)
                bits = bits[:len(bits) // 3 * 3]
                raw = b"".join(b.to_bytes(BITS[format] // 8, "little") for b in bits)
                shape = [len(bits) // 3, 3]
                subject = identity(kit, format)
                with self.subTest(kit=name, format=format, form="decimal"):
                    data = [v if math.isfinite(v) else {1: "Infinity", -1: "-Infinity"}[math.copysign(1, v)]
                            for v in (value_of(b, format) for b in bits)]
                    got = answer(subject, case(format=format, shape=shape, data=data))["outputs"]["y"]
                    self.assertEqual(repr(got["data"]), repr(data))
                    self.assertEqual((got["format"], got["shape"]), (format, shape))
                with self.subTest(kit=name, format=format, form="base64"):
                    data = {"base64": base64.b64encode(raw).decode()}
                    self.assertEqual(answer(subject, case(format=format, shape=shape, data=data))["outputs"]["y"]["data"], data)
                with self.subTest(kit=name, format=format, form="npy"), tempfile.TemporaryDirectory() as folder:
                    file = kit.npy_file(raw, format, shape)
                    Path(folder, "x.npy").write_bytes(file)
                    request = dict(case(format=format, shape=shape, data={"file": "x.npy"}), folder=folder)
                    written = answer(subject, request)["outputs"]["y"]["data"]["file"]
                    self.assertNotEqual(written, "x.npy")
                    self.assertEqual(Path(folder, written).read_bytes(), file)

    def test_nan_in_every_form(self):
        for name, kit in KITS.items():
            for format in BITS:
                with self.subTest(kit=name, format=format):
                    subject = identity(kit, format)
                    given = case(format=format, shape=[1, 3], data=["NaN", 1.0, -0.0])
                    self.assertEqual(repr(answer(subject, given)["outputs"]["y"]["data"]), "['NaN', 1.0, -0.0]")
                    largest = (1 << BITS[format] - 1) - 1  # all ones but for the sign: NaN
                    raw = base64.b64encode(largest.to_bytes(BITS[format] // 8, "little") * 3).decode()
                    given = case(format=format, shape=[1, 3], data={"base64": raw})
                    got = base64.b64decode(answer(subject, given)["outputs"]["y"]["data"]["base64"])
                    self.assertTrue(math.isnan(value_of(int.from_bytes(got[:BITS[format] // 8], "little"), format)))

    def test_npy_headers_are_numpys(self):
        if "arrays" not in KITS:
            self.skipTest("NumPy is not installed")
        import numpy
        for shape in ((), (0,), (3,), (2, 3), (1,) * 20 + (6,)):
            with self.subTest(shape=shape), tempfile.TemporaryDirectory() as folder:
                values = numpy.arange(math.prod(shape), dtype="<f4").reshape(shape)
                path = Path(folder, "a.npy")
                path.write_bytes(KITS["lists"].npy_file(values.tobytes(), "f32", shape))
                loaded = numpy.load(path)
                self.assertEqual((loaded.dtype, loaded.shape), (values.dtype, shape))
                self.assertTrue((loaded == values).all())
                numpy.save(path, values)
                self.assertEqual(KITS["lists"].npy_bits(path.read_bytes()), values.tobytes())


class SignatureTest(unittest.TestCase):
    """The same with and without NumPy; so one kit will do."""

    kit = KITS["lists"]

    def capabilities(self, operation, function, **options):
        subject = self.kit.Subject("s", "1", **options)
        getattr(subject, operation)(["f32"])(function)
        return subject.hello()["capabilities"]

    def test_training_forward(self):
        all_but_upstream = ["absent-gamma", "absent-beta", "state", "stateless", "mixed-formats", "empty"]
        self.assertEqual(all_but_upstream, self.capabilities("training_forward", lambda x, epsilon, channel_axis, momentum,
                         variance_convention, gamma=None, beta=None, running_mean=None, running_variance=None: 0))
        self.assertEqual(["absent-gamma", "absent-beta", "stateless", "mixed-formats", "empty"],
                         self.capabilities("training_forward", lambda x, epsilon, channel_axis: 0))
        self.assertEqual(["absent-beta", "state", "mixed-formats", "empty"],
                         self.capabilities("training_forward", lambda x, gamma, running_mean, running_variance, epsilon,
                                           channel_axis, momentum, variance_convention, beta=0: 0))
        self.assertEqual(all_but_upstream, self.capabilities("training_forward", lambda **case: 0))

    def test_training_backward(self):
        self.assertIn("upstream-statistics", self.capabilities(
            "training_backward", lambda x, dy, epsilon, channel_axis, dmean=0, dvariance=0: 0))
        self.assertNotIn("upstream-statistics", self.capabilities("training_backward", lambda x, dy, epsilon, channel_axis: 0))

    def test_what_some_function_can_take_is_declared(self):
        subject = self.kit.Subject("s", "1")
        subject.inference_forward(["f32"])(lambda x, running_mean, running_variance, epsilon, channel_axis, gamma: x)
        subject.inference_backward(["f32"])(lambda x, dy, running_mean, running_variance, epsilon, channel_axis, gamma=1: x)
        self.assertIn("absent-gamma", subject.capabilities())
        self.assertEqual(answer(subject, case())["unsupported"], "needs gamma")

    def test_an_operation_without_a_function_is_unsupported(self):
        request = {"id": "a", "operation": "fold", "attributes": {}, "inputs": {}}
        self.assertEqual(answer(self.kit.Subject("s", "1"), request), {"id": "a", "unsupported": "operation fold"})

    def test_capabilities_are_overridden(self):
        training = lambda x, epsilon, channel_axis: 0
        self.assertNotIn("empty", self.capabilities("training_forward", training, without=["empty"]))
        self.assertEqual(["state"], self.capabilities("training_forward", training, capabilities=["state"]))
        with self.assertRaisesRegex(ValueError, "no such capabilities: .'emty'.; choose from absent-gamma"):
            self.kit.Subject("s", "1", without=["emty"])

    def test_what_a_function_must_have(self):
        for function, complaint in (
                (lambda x, running_mean, running_variance, channel_axis: 0, "needs a parameter epsilon, or say which one"),
                (lambda x, running_mean, epsilon, channel_axis: 0, "needs a parameter running_variance$"),
                (lambda x, running_mean, running_variance, epsilon, axis: 0, "inference-forward has no .'axis'.; it has x,")):
            with self.subTest(complaint=complaint), self.assertRaisesRegex(TypeError, complaint):
                self.capabilities("inference_forward", function)
        with self.assertRaisesRegex(TypeError, "needs a parameter variance_convention"):
            self.capabilities("training_forward", lambda x, epsilon, channel_axis, momentum, running_mean, running_variance: 0)
        with self.assertRaisesRegex(ValueError, "has no outputs .'z'.; choose from y"):
            self.kit.Subject("s", "1").inference_forward(["f32"], outputs=["z"])(lambda **case: 0)

    def test_a_convention_stands_for_a_parameter(self):
        subject = self.kit.Subject("s", "1", conventions={"channel_axis": [1]}, algorithm_class="two-pass",
                                   compute_format={"f32": "f64"}, subnormals="flushed")
        subject.inference_forward(["f32"], outputs=["y"])(lambda x, running_mean, running_variance, epsilon: x)
        self.assertEqual(subject.hello(), {
            "protocol": 1, "name": "s", "version": "1", "conventions": {"channel_axis": [1]}, "algorithm_class": "two-pass",
            "compute_format": {"f32": "f64"}, "subnormals": "flushed", "encodings": ["decimal", "base64", "npy"],
            "operations": {"inference-forward": {"formats": ["f32"], "outputs": ["y"]}},
            "capabilities": ["absent-gamma", "absent-beta", "mixed-formats", "empty"]})


class AnswerTest(unittest.TestCase):
    def test_arguments(self):
        for name, kit in KITS.items():
            subject = kit.Subject("s", "1")
            seen = {}

            @subject.training_forward(["bf16"])
            def training(x, epsilon, channel_axis, momentum, statistics_format, x_format, running_mean=7, **others):
                seen.update(locals())
                raise kit.Unsupported("seen")

            request = case("training-forward", "bf16", running_mean=None, running_variance=None, data=[0, 1, 2, 3, 4, 0.5])
            with self.subTest(kit=name):
                self.assertEqual(answer(subject, request), {"id": "some/case", "unsupported": "seen"})
                self.assertEqual((seen["momentum"], seen["running_mean"], seen["epsilon"]), (None, 7, 0.25))
                self.assertEqual((seen["statistics_format"], seen["x_format"], seen["x"].shape), ("f32", "bf16", (2, 3)))
                self.assertEqual(seen["others"], {"epsilon_format": "f32"})
                if name == "arrays":
                    self.assertEqual((seen["x"].dtype.name, seen["x"].tolist()), ("float32", [[0, 1, 2], [3, 4, 0.5]]))

    def test_formats_of_outputs(self):
        for name, kit in KITS.items():
            subject = kit.Subject("s", "1")
            third = 1 / 3

            @subject.training_backward(["f16"])
            def gradients(x, dy, epsilon, channel_axis, gamma=None):
                return {"dx": [[third] * 3] * 2, "dgamma": [third] * 3, "dbeta": [third] * 3, "extra": None}

            dy = tensor("f16", [2, 3], [0.0] * 6)
            for gamma in ("bf16", None):
                request = case("training-backward", "f16", running_mean=None, running_variance=None, dy=dy,
                               gamma=gamma and tensor(gamma, [3], [1.0] * 3))
                with self.subTest(kit=name, gamma=gamma):
                    got = answer(subject, request)["outputs"]
                    self.assertEqual(got["dx"], tensor("f16", [2, 3], [0.333251953125] * 6))
                    parameter = tensor("bf16", [3], [0.333984375] * 3) if gamma else tensor("f32", [3], [0.3333333432674408] * 3)
                    self.assertEqual((got["dgamma"], got["dbeta"]), (parameter, parameter))

    def test_shapes_are_not_made_up(self):
        for name, kit in KITS.items():
            for result, shape in (([0.0] * 6, [2, 3]), ([[[0.0] * 3]] * 2, [2, 3]), ([[0.0] * 2] * 3, [3, 2]), ([0.0] * 5, [5])):
                subject = kit.Subject("s", "1")
                subject.inference_forward(["f32"])(lambda **case: result)
                with self.subTest(kit=name, result=result):
                    self.assertEqual(answer(subject, case())["outputs"]["y"]["shape"], shape)

    def test_tuples_follow_the_order_of_the_outputs(self):
        subject = KITS["lists"].Subject("s", "1")
        subject.training_forward(["f32"], outputs=["y", "running_mean", "mean"])(
            lambda x, **others: (x, [1, 2, 3], [4, 5, 6]) if "running_mean" in others else (x, [4, 5, 6]))
        given = dict(case("training-forward"))
        given["attributes"].update(momentum=0.5, variance_convention="sample")
        self.assertEqual(answer(subject, given)["outputs"]["running_mean"]["data"], [1, 2, 3])
        stateless = case("training-forward", running_mean=None, running_variance=None)
        self.assertEqual(sorted(answer(subject, stateless)["outputs"]), ["mean", "y"])
        short = KITS["lists"].Subject("s", "1")
        short.training_forward(["f32"])(lambda x, **others: x)
        with self.assertRaisesRegex(ValueError, "returned 1 results for y, mean, variance, inverse_std; return a dict"):
            answer(short, stateless)

    def test_refused(self):
        kit = KITS["lists"]

        def kernel(**case):
            raise kit.Refused('epsilon "too small"')

        subject = kit.Subject("s", "1")
        subject.inference_forward(["f32"])(kernel)
        self.assertEqual(answer(subject, case()), {"id": "some/case", "refused": 'epsilon "too small"'})

    def test_channels_of_a_tensor(self):
        x = KITS["lists"].Tensor("f32", [2, 3, 2], range(12))
        self.assertEqual(x.channels(1), [[0, 1, 6, 7], [2, 3, 8, 9], [4, 5, 10, 11]])
        self.assertEqual(KITS["lists"].Tensor("f32", [0, 2], []).channels(1), [[], []])


class ProcessTest(unittest.TestCase):
    def run_subject(self, body, *requests):
        script = f"""
            import os, sys
            sys.path.insert(0, {str(KIT.parent)!r})
            from bn_subject import Subject
            s = Subject("s", "1")
            @s.inference_forward(["f32"])
            def kernel(x, **others):
                {body}
                return x
            s.run()
            """
        lines = "".join(json.dumps(request) + "\n" for request in ({"protocol": 1},) + requests)
        return subprocess.run([sys.executable, "-c", textwrap.dedent(script)], input=lines.encode(), capture_output=True, timeout=60)

    def test_what_is_printed_goes_to_standard_error(self):
        done = self.run_subject("print('noise'); os.system('echo more noise'); os.write(1, b'and more\\n')", case(), case())
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([answer.get("id") for answer in answers], [None, "some/case", "some/case"])
        self.assertEqual((done.returncode, done.stderr.count(b"noise"), done.stderr.count(b"and more")), (0, 4, 2))

    def test_an_exception_is_a_crash(self):
        done = self.run_subject("1 / 0", case())
        self.assertEqual((done.returncode, len(done.stdout.splitlines())), (1, 1))
        self.assertTrue(done.stderr.rstrip().endswith(b"ZeroDivisionError: division by zero"))


if __name__ == "__main__":
    unittest.main()
