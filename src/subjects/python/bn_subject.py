"""Puts a Python kernel under test: bn-oracle's subject protocol (spec/protocol.md) in one file, Python 3.8 or newer.

The shortest subject, complete:

    import numpy as np
    from bn_subject import Subject

    s = Subject("my-kernel", "1.0")

    @s.inference_forward(formats=["f32"])
    def inference(x, running_mean, running_variance, epsilon, channel_axis, gamma=1, beta=0):
        scale = gamma / np.sqrt(running_variance + epsilon)
        y = (np.moveaxis(x, channel_axis, -1) - running_mean) * scale + beta
        return np.moveaxis(y, -1, channel_axis)

    s.run()

A function gets the inputs and attributes that it has parameters for, under the protocol's names, and x_format, the name
of x's format, if it asks for it. Tensors are NumPy arrays of their format (bf16: float32); without NumPy, or with
numpy=False, they are `Tensor`s. An input with a default may be absent from a case. From that follow the capabilities:

    gamma without a default              no case without gamma (absent-gamma); the same for beta
    running_mean without a default       no training-forward without state (stateless)
    no parameter running_mean            no training-forward with state (state)
    no parameter dmean or dvariance      no gradients of the statistics (upstream-statistics)

A double_backward with running statistics that may be absent is that of training without them, of inference with them.

`without=["empty"]` leaves out more of them, `capabilities=[…]` replaces the list. An attribute without a parameter, such
as a channel_axis that is always 1, must be said: conventions={"channel_axis": [1]}.

A function returns a dict of outputs, or a tuple of them in the order declared, or a single one. Results may be arrays,
`Tensor`s or lists of numbers; they are rounded to the format of the output, nearest even. Raise `Unsupported("why")` or
`Refused("why")` to decline a case; any other exception ends the process, which is how a crash is reported. What the
function prints goes to standard error.
"""

import base64
import functools
import inspect
import json
import math
import os
import struct
import sys

try:
    import numpy
except ImportError:
    numpy = None

STATE = ("running_mean", "running_variance")
UPSTREAM = ("dmean", "dvariance")
INPUTS = {  # operation → inputs of every case, inputs that may be absent
    "training-forward": (("x",), ("gamma", "beta") + STATE),
    "inference-forward": (("x",) + STATE, ("gamma", "beta")),
    "training-backward": (("x", "dy"), ("gamma",) + UPSTREAM),
    "inference-backward": (("x", "dy") + STATE, ("gamma",)),
    "double-backward": (("x", "dy", "ddx"), ("gamma", "ddgamma", "ddbeta") + STATE),
    "tangent": (("x", "x_dot"), ("gamma", "beta", "gamma_dot", "beta_dot")),
}
OUTPUTS = {
    "training-forward": ("y", "mean", "variance", "inverse_std") + STATE,
    "inference-forward": ("y",),
    "training-backward": ("dx", "dgamma", "dbeta"),
    "inference-backward": ("dx", "dgamma", "dbeta"),
    "double-backward": ("grad_x", "grad_gamma", "grad_dy"),
    "tangent": ("y_dot", "mean_dot", "variance_dot"),
}
LIKE_X = ("y", "dx", "grad_x", "grad_dy", "y_dot")
LIKE_GAMMA = ("dgamma", "dbeta", "grad_gamma")
SETTINGS = ("channel_axis", "epsilon", "epsilon_format", "statistics_format", "momentum", "variance_convention", "x_format")
CAPABILITIES = (
    "absent-gamma", "absent-beta", "state", "stateless", "upstream-statistics", "mixed-formats", "empty")
SPECIAL = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}


class Unsupported(Exception):
    """The subject does not implement this case."""


class Refused(Exception):
    """The case is invalid by the subject's contract."""


class Tensor:
    """A tensor where there is no NumPy: `data` is the flat list of its values, in row-major order."""

    def __init__(self, format, shape, data):
        self.format, self.shape, self.data = format, tuple(shape), list(data)

    def channels(self, axis):
        """For each channel the list of its indices in data."""
        outer, count, inner = (math.prod(s) for s in (self.shape[:axis], self.shape[axis:axis + 1], self.shape[axis + 1:]))
        return [[(o * count + c) * inner + i for o in range(outer) for i in range(inner)] for c in range(count)]

    def __repr__(self):
        return f"Tensor({self.format!r}, {self.shape}, {self.data})"


class Subject:
    """An implementation under test: decorate its functions with the operation that they are, then call run()."""

    def __init__(self, name, version, conventions=None, capabilities=None, without=(), compute_format=None,
                 algorithm_class=None, subnormals=None, numpy=True):
        self._hello = {"name": name, "version": version, "conventions": conventions, "compute_format": compute_format,
                       "algorithm_class": algorithm_class, "subnormals": subnormals}
        self._conventions = conventions or {}
        self._capabilities = capabilities
        self._without = set(without)
        self._values = _Arrays() if numpy and globals()["numpy"] else _Lists()
        self._functions = {}
        unknown = self._without.union(capabilities or ()) - set(CAPABILITIES)
        if unknown:
            raise ValueError(f"no such capabilities: {sorted(unknown)}; choose from {', '.join(CAPABILITIES)}")

    def training_forward(self, formats, outputs=None):
        return functools.partial(self._add, "training-forward", formats, outputs)

    def inference_forward(self, formats, outputs=None):
        return functools.partial(self._add, "inference-forward", formats, outputs)

    def training_backward(self, formats, outputs=None):
        return functools.partial(self._add, "training-backward", formats, outputs)

    def inference_backward(self, formats, outputs=None):
        return functools.partial(self._add, "inference-backward", formats, outputs)

    def double_backward(self, formats, outputs=None):
        return functools.partial(self._add, "double-backward", formats, outputs)

    def tangent(self, formats, outputs=None):
        return functools.partial(self._add, "tangent", formats, outputs)

    def _add(self, operation, formats, outputs, function):
        self._functions[operation] = _Function(operation, function, formats, outputs, self._conventions)
        return function

    def hello(self):
        """The subject's first line, as an object."""
        hello = {"protocol": 1, **self._hello}
        hello["operations"] = {name: function.support() for name, function in self._functions.items()}
        hello["capabilities"] = self.capabilities()
        hello["encodings"] = ["decimal", "base64", "npy"]
        return {field: value for field, value in hello.items() if value is not None}

    def capabilities(self):
        """Those given; else all that the signature of some function has room for, but for those left out."""
        if self._capabilities is not None:
            return list(self._capabilities)
        lacking = set(CAPABILITIES[:5]).difference(*(f.capabilities() for f in self._functions.values()))
        return [name for name in CAPABILITIES if name not in lacking | self._without]

    def answer(self, line):
        """The answer to a line, as a line."""
        request = json.loads(line)
        if "protocol" in request:
            return json.dumps(self.hello())
        try:
            if request["operation"] not in self._functions:
                raise Unsupported("operation " + request["operation"])
            outputs = self._functions[request["operation"]].call(request, self._values)
            reply = {"outputs": outputs}
        except Unsupported as declined:
            reply = {"unsupported": str(declined)}
        except Refused as declined:
            reply = {"refused": str(declined)}
        return json.dumps({"id": request["id"], **reply}, allow_nan=False)

    def run(self):
        """Answers until the input ends. What is printed meanwhile, by C code too, goes to standard error."""
        sys.stdout.flush()
        answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        for line in sys.stdin.buffer:
            answers.write(self.answer(line) + "\n")
            answers.flush()


class _Function:
    """A user's function, as one operation."""

    def __init__(self, operation, function, formats, outputs, conventions):
        self.operation, self.function, self.formats = operation, function, list(formats)
        self.outputs = tuple(outputs or OUTPUTS[operation])
        self.declared = outputs
        parameters = inspect.signature(function).parameters
        self.takes_all = any(p.kind is p.VAR_KEYWORD for p in parameters.values())
        self.required = {name for name, p in parameters.items()
                         if p.default is p.empty and p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)}
        self.parameters = set(parameters)
        self._check(conventions)

    def _check(self, conventions):
        required, optional = INPUTS[self.operation]
        name = getattr(self.function, "__name__", "the function")
        unknown = self.required.difference(required, optional, SETTINGS)
        if unknown:
            known = ", ".join(required + optional + SETTINGS)
            raise TypeError(f"{name}: {self.operation} has no {sorted(unknown)}; it has {known}")
        unknown = set(self.outputs).difference(OUTPUTS[self.operation])
        if unknown:
            known = ", ".join(OUTPUTS[self.operation])
            raise ValueError(f"{name}: {self.operation} has no outputs {sorted(unknown)}; choose from {known}")
        settings = ("channel_axis", "epsilon")
        if "state" in self.capabilities():
            settings += ("momentum", "variance_convention")
        for missing in required + settings:
            if not self.takes(missing) and missing not in conventions:
                remedy = f", or say which one it has: conventions={{'{missing}': […]}}" if missing in settings else ""
                raise TypeError(f"{name}: {self.operation} needs a parameter {missing}{remedy}")

    def takes(self, name):
        return self.takes_all or name in self.parameters

    def capabilities(self):
        """Those of the capabilities that signatures show that this one has."""
        def if_optional(name, capability):
            return {capability} if name in INPUTS[self.operation][1] and name not in self.required else set()
        found = if_optional("gamma", "absent-gamma") | if_optional("beta", "absent-beta")
        if self.operation == "training-forward":
            found |= if_optional("running_mean", "stateless") | ({"state"} if all(map(self.takes, STATE)) else set())
        if self.operation == "training-backward" and all(map(self.takes, UPSTREAM)):
            found.add("upstream-statistics")
        return found

    def support(self):
        return {"formats": self.formats, **({"outputs": list(self.outputs)} if self.declared else {})}

    def call(self, request, values):
        inputs, folder = request["inputs"], request.get("folder", "")
        arguments = {name: _read(tensor, folder, values) for name, tensor in inputs.items()}
        for name in inputs:
            if not self.takes(name):
                raise Unsupported(f"takes no {name}")
        for name in self.required.intersection(sum(INPUTS[self.operation], ())) - set(inputs):
            raise Unsupported(f"needs {name}")
        arguments.update(self._settings(request))
        results = self._named(self.function(**arguments), [n for n in self.outputs if n not in STATE or n in inputs])
        return {name: _write(name, result, request, values) for name, result in results.items() if result is not None}

    def _settings(self, request):
        """Attributes that the function asks for; None for those that this case does not have."""
        given = dict(request["attributes"], x_format=request["inputs"]["x"]["format"])
        given["statistics_format"] = _statistics_format(request)
        needed = self.required.intersection(SETTINGS)
        return {**dict.fromkeys(needed), **{name: value for name, value in given.items() if self.takes(name)}}

    def _named(self, result, owed):
        if isinstance(result, dict):
            return result
        results = result if isinstance(result, tuple) else (result,)
        if len(results) != len(owed):
            raise ValueError(
                f"{self.operation} returned {len(results)} results for {', '.join(owed)}; return a dict of outputs")
        return dict(zip(owed, results))


def _statistics_format(request):
    x_format = request["inputs"]["x"]["format"]
    return request["attributes"].get("statistics_format", "f64" if x_format == "f64" else "f32")


def _output_type(name, request):
    """Format and shape of an output."""
    x = request["inputs"]["x"]
    if name in LIKE_X:
        return x["format"], tuple(x["shape"])
    statistics = _statistics_format(request)
    own = request["inputs"].get("gamma", {}).get("format", statistics) if name in LIKE_GAMMA else statistics
    return own, (x["shape"][request["attributes"]["channel_axis"]],)


def _read(tensor, folder, values):
    data, format, shape = tensor["data"], tensor["format"], tuple(tensor["shape"])
    if isinstance(data, list):
        return values.of_numbers([float(value) for value in data], format, shape)
    if "base64" in data:
        return values.of_bits(base64.b64decode(data["base64"]), format, shape)
    with open(os.path.join(folder, data["file"]), "rb") as file:
        return values.of_bits(npy_bits(file.read()), format, shape)


def _write(name, result, request, values):
    """A result as a tensor, its data in the form in which those of x came."""
    format, shape = _output_type(name, request)
    rounded, own_shape = values.rounded(result, format)
    form = request["inputs"]["x"]["data"]
    if isinstance(form, list):
        data = [value if math.isfinite(value) else SPECIAL[str(value)] for value in values.numbers(rounded)]
    elif "base64" in form:
        data = {"base64": base64.b64encode(values.bits(rounded, format)).decode("ascii")}
    else:
        data = {"file": f"subject-{name}.npy"}
        with open(os.path.join(request.get("folder", ""), data["file"]), "wb") as file:
            file.write(npy_file(values.bits(rounded, format), format, shape))
    return {"format": format, "shape": list(_shape(result, own_shape, shape)), "data": data}


def _shape(result, shape, expected):
    """The shape of a result, as expected if only axes of length 1 differ, or if it is a plain list of all values."""
    def essential(s):
        return [d for d in s if d != 1]
    is_list = isinstance(result, (list, tuple)) and len(shape) == 1 and shape[0] == math.prod(expected)
    return expected if is_list or essential(shape) == essential(expected) else shape


class _Lists:
    """Values as lists of floats."""

    CODES = {"f64": "d", "f32": "f", "f16": "e"}

    def of_numbers(self, numbers, format, shape):
        return Tensor(format, shape, numbers)

    def of_bits(self, bits, format, shape):
        if format == "bf16":
            halves = struct.unpack(f"<{len(bits) // 2}H", bits)
            return Tensor(format, shape, (struct.unpack("<f", struct.pack("<I", half << 16))[0] for half in halves))
        return Tensor(format, shape, (value for value, in struct.iter_unpack("<" + self.CODES[format], bits)))

    def rounded(self, result, format):
        values, shape = self._flat(result)
        return [nearest(float(value), format) for value in values], shape

    def _flat(self, result):
        if isinstance(result, Tensor):
            return result.data, result.shape
        if hasattr(result, "tolist"):
            result = result.tolist()
        if not hasattr(result, "__iter__"):
            return [result], ()
        parts = [self._flat(part) for part in result]
        inner = parts[0][1] if parts else ()
        return [value for values, _ in parts for value in values], (len(parts),) + inner

    def numbers(self, rounded):
        return rounded

    def bits(self, rounded, format):
        if format == "bf16":
            return b"".join(struct.pack("<f", value)[2:] for value in rounded)
        return struct.pack(f"<{len(rounded)}{self.CODES[format]}", *rounded)


class _Arrays:
    """Values as NumPy arrays."""

    TYPES = {"f64": "f8", "f32": "f4", "f16": "f2", "bf16": "f4"}

    def of_numbers(self, numbers, format, shape):
        return numpy.array(numbers, numpy.float64).astype(self.TYPES[format]).reshape(shape)

    def of_bits(self, bits, format, shape):
        if format == "bf16":
            return (numpy.frombuffer(bits, "<u2").astype(numpy.uint32) << 16).view(numpy.float32).reshape(shape)
        return numpy.frombuffer(bits, "<" + self.TYPES[format]).astype(self.TYPES[format]).reshape(shape)

    def rounded(self, result, format):
        array = numpy.asarray(_Lists()._flat(result)[0] if isinstance(result, Tensor) else result)
        if array.dtype.kind in "cOSU":
            raise TypeError(f"real numbers expected, got an array of {array.dtype}")
        shape = result.shape if isinstance(result, Tensor) else array.shape
        with numpy.errstate(all="ignore"):
            return self._bf16(array) if format == "bf16" else array.astype(self.TYPES[format]), shape

    def _bf16(self, array):
        """The nearest bf16 values: first to f32, to odd, so that the second rounding is as good as the only one."""
        exact = array.astype(numpy.float64)
        near = exact.astype(numpy.float32)
        bits = near.view(numpy.uint32) if near.ndim else near.reshape(1).view(numpy.uint32).reshape(())
        is_even_and_inexact = (near != exact) & (bits % 2 == 0) & ~numpy.isnan(exact)
        step = numpy.where(numpy.abs(near) > numpy.abs(exact), -1, 1)
        odd = bits.astype(numpy.int64) + numpy.where(is_even_and_inexact, step, 0)
        near_even = (odd + 0x7FFF + (odd >> 16) % 2) & 0xFFFF0000
        narrow = numpy.where(numpy.isnan(exact), 0x7FC00000, near_even).astype(numpy.uint32)
        return numpy.ascontiguousarray(narrow).view(numpy.float32).reshape(array.shape)

    def numbers(self, rounded):
        return rounded.astype(numpy.float64).ravel().tolist()

    def bits(self, rounded, format):
        if format == "bf16":
            return (numpy.ascontiguousarray(rounded).view(numpy.uint32) >> 16).astype("<u2").tobytes()
        return rounded.astype("<" + self.TYPES[format]).tobytes()


def nearest(value, format):
    """The value of the format nearest to a float, ties to even."""
    if format == "f64" or value == 0 or not math.isfinite(value):
        return value
    precision, least_exponent, largest = {
        "f32": (24, -126, 0xFFFFFF * 2.0 ** 104), "f16": (11, -14, 65504.0), "bf16": (8, -126, 0xFF * 2.0 ** 120)}[format]
    exponent = max(math.frexp(value)[1] - 1, least_exponent) - precision + 1
    rounded = math.ldexp(round(math.ldexp(value, -exponent)), exponent) if exponent < 1024 else value
    return math.copysign(rounded if abs(rounded) <= largest else math.inf, value)


def npy_bits(file):
    """The values of a .npy file, as bytes."""
    if file[:6] != b"\x93NUMPY":
        raise ValueError("not an .npy file")
    size = 2 if file[6] == 1 else 4
    start = 8 + size
    return file[start + int.from_bytes(file[8:start], "little"):]


def npy_file(bits, format, shape):
    """A .npy file, version 1.0."""
    kind = {"f64": "<f8", "f32": "<f4", "f16": "<f2", "bf16": "<u2"}[format]
    header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }" % (kind, tuple(shape))
    header += " " * (-(len(header) + 11) % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode("ascii") + bits
