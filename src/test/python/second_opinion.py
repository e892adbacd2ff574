"""An independent second implementation of exact batch normalization, to cross-check test vector documents.

python3 second_opinion.py FILE.json [...] ('-' is standard input) recomputes every output from the inputs and compares
bit for bit: one line per mismatch, then the tally; exit status 1 after a mismatch or if nothing was checked. Rounding
is decided by exact integer square roots. Floats only hold values of the formats, and compute infinities and NaNs.
"""
import json
import sys
from collections import Counter, namedtuple
from fractions import Fraction
from functools import lru_cache
from math import copysign, inf, isfinite, isqrt, lcm, ldexp, nan, prod

FORMATS = {"f64": (53, 1023), "f32": (24, 127), "f16": (11, 15), "bf16": (8, 127)}  # precision, emax
OUTPUTS = {"training-forward": ("y", "mean", "variance", "inverse_std"), "inference-forward": ("y",),
           "training-backward": ("dx", "dgamma", "dbeta"), "inference-backward": ("dx", "dgamma", "dbeta"),
           "double-backward": ("grad_x", "grad_gamma", "grad_dy"), "tangent": ("y_dot", "mean_dot", "variance_dot")}
WIDE = ("y", "dx", "grad_x", "grad_dy", "y_dot")  # of x's shape
STATE = ("running_mean", "running_variance")
DEFAULTS = {"gamma": 1.0, **dict.fromkeys(("beta", "dmean", "dvariance", "running_mean", "running_variance", "ddgamma", "ddbeta",
                                           "gamma_dot", "beta_dot"), 0.0)}
Expect = namedtuple("Expect", "allowed accept", defaults=((),))  # values; the accept list, where it is checked
ANY_SPECIAL = Expect((nan, inf, -inf), (nan, inf, -inf))
ZERO, NAN, EMPTY, SINGLE = map(Expect, ((0.0, -0.0), (nan,), ("m=0",), ("m=1",)))  # the last two are undefined

def rounded(fmt, p, q=0, w=0):
    """p + q sqrt(w) rounded to nearest, ties to even; an exact zero may have either sign."""
    d = lcm(p.denominator, q.denominator * w.denominator)
    a, b, square = int(p * d), int(q * d), int((q * d) ** 2 * w)  # the number is (a + sign(b) sqrt(square))/d
    order = a * abs(a) + (square if b > 0 else -square)  # has the sign of the number
    if order == 0:
        return ZERO
    a, b = (a, b) if order > 0 else (-a, -b)
    precision, emax = FORMATS[fmt]
    k = emax + precision - 1  # 2^-k is half the smallest subnormal
    root = isqrt(square << 2 * k)
    irrational = root * root != square << 2 * k
    low, rest = divmod((a << k) + (root if b > 0 else -root - irrational), d)  # floor of the number times 2^k
    shift = max(low.bit_length() - precision, 1)
    kept = round(Fraction(2 * low + (irrational or rest > 0), 2 << shift))  # ties to even
    value = inf if kept.bit_length() + shift - k > emax + 1 else ldexp(kept, shift - k)
    return Expect((value if order > 0 else -value,))

@lru_cache(None)
def decode(text, fmt):
    if text in ("NaN", "Infinity", "-Infinity"):
        return float(text)
    return copysign(rounded(fmt, Fraction(text)).allowed[0], -1 if text.startswith("-") else 1)

def infinite(values):
    return [NAN if value != value else Expect((value,), (value, nan)) for value in values]

def expectations(ch, fmt):
    """What one channel must yield: lists for y and dx, otherwise one Expect; None or nothing is not checked."""
    m = len(ch["x"])
    found, lost = ({name: [value] * m for name in WIDE} for value in (None, NAN))
    lost.update(dgamma=NAN, grad_gamma=NAN)
    if all(map(isfinite, ch["dy"])):
        found["dbeta"] = rounded(fmt["dbeta"], sum(map(Fraction, ch["dy"])))
    if ch["x_dot"] and all(map(isfinite, ch["x_dot"])):
        found["mean_dot"] = rounded(fmt["mean_dot"], sum(map(Fraction, ch["x_dot"])) / m)
    if m == 0:
        state = {name: rounded(fmt[name], Fraction(ch[name])) for name in STATE if isfinite(ch[name])}
        return {**found, **state, "dgamma": ZERO, "grad_gamma": ZERO,
                **dict.fromkeys(("mean", "variance", "inverse_std", "mean_dot", "variance_dot"), EMPTY)}
    if ch["training"] and not all(map(isfinite, ch["x"])):
        found["mean"], = infinite([sum(value for value in ch["x"] if not isfinite(value))])
        lost["running_variance"] = SINGLE if ch["sample"] and m == 1 else NAN
        return {**found, **lost, "variance": NAN, "inverse_std": NAN, "variance_dot": NAN}
    if not all(isfinite(value) for item in ch.values() for value in (item if isinstance(item, list) else [item])):
        return found
    exact = {key: [*map(Fraction, item)] if isinstance(item, list) else Fraction(item) for key, item in ch.items()}
    deviations, v = centred(exact, fmt, found)
    if v > 0:
        return {**found, **normalized(exact, fmt, deviations, v), **second_order(exact, fmt, deviations, 1 / v)}
    if v < 0 or ch["training"]:
        return {**found, **lost, "inverse_std": Expect((inf,)) if v == 0 else NAN}
    ys = infinite((x - ch["running_mean"]) * inf * ch["gamma"] + ch["beta"] for x in ch["x"])
    found.update(y=ys, dx=infinite(ch["gamma"] * inf * dy for dy in ch["dy"]), dgamma=ANY_SPECIAL, grad_gamma=ANY_SPECIAL)
    return {**found, **infinite_second_order(exact, deviations)}

def infinite_second_order(ch, deviations):
    """The inference double backward where 1/sqrt(v) is infinite."""
    def infinity(*factors): return prod((factor > 0) - (factor < 0) for factor in factors) * inf
    return {"grad_x": infinite(infinity(ch["ddgamma"], dy) for dy in ch["dy"]),
            "grad_dy": infinite(infinity(ch["gamma"], u) + infinity(ch["ddgamma"], d) for u, d in zip(ch["ddx"], deviations))}

def centred(ch, fmt, found):
    """The deviations from the mean, and variance + epsilon; training finds its statistics on the way."""
    xs, m, a = ch["x"], len(ch["x"]), ch["momentum"]
    if not ch["training"]:
        return [x - ch["running_mean"] for x in xs], ch["running_variance"] + ch["epsilon"]
    mean = sum(xs) / m
    variance = sum((x - mean) ** 2 for x in xs) / m
    spread = variance if not ch["sample"] else variance * m / (m - 1) if m > 1 else None
    found.update(mean=rounded(fmt["mean"], mean), variance=rounded(fmt["variance"], variance))
    if ch["x_dot"]:
        found["variance_dot"] = rounded(fmt["variance_dot"], 2 * sum((x - mean) * t for x, t in zip(xs, ch["x_dot"])) / m)
    for name, new in zip(STATE, (mean, spread)):
        found[name] = SINGLE if new is None else rounded(fmt[name], (1 - a) * ch[name] + a * new)
    return [x - mean for x in xs], variance + ch["epsilon"]

def normalized(ch, fmt, deviations, v):
    """The outputs that involve 1/sqrt(v)."""
    m, gamma, dys, w = len(deviations), ch["gamma"], ch["dy"], 1 / v
    if not dys:
        ys = [rounded(fmt["y"], ch["beta"], gamma * d, w) for d in deviations]
        return {"y": ys, "inverse_std": rounded(fmt["inverse_std"], 0, 1, w)}
    product = sum(d * dy for d, dy in zip(deviations, dys))
    slope, share = (product / (m * v), sum(dys) / m) if ch["training"] else (0, 0)
    dxs = [rounded(fmt["dx"], (ch["dmean"] + 2 * ch["dvariance"] * d) / m, gamma * (dy - share - d * slope), w)
           for d, dy in zip(deviations, dys)]  # at inference dmean and dvariance are zero
    return {"dx": dxs, "dgamma": rounded(fmt["dgamma"], 0, product, w)}

def second_order(ch, fmt, ds, w):
    """Double backward and tangent in closed form; w is 1/v, and every sum is over the channel."""
    m, gamma, scale = len(ds), ch["gamma"], ch["ddgamma"]
    found = {}
    if ch["x_dot"]:
        pull, shift = sum(d * t for d, t in zip(ds, ch["x_dot"])) / m, sum(ch["x_dot"]) / m
        found["y_dot"] = [rounded(fmt["y_dot"], ch["beta_dot"], gamma * (t - shift - w * d * pull) + ch["gamma_dot"] * d, w)
                          for d, t in zip(ds, ch["x_dot"])]
    if ch["ddx"] and not ch["training"]:
        dys, us = ch["dy"], ch["ddx"]
        found["grad_x"] = [rounded(fmt["grad_x"], 0, dy * scale, w) for dy in dys]
        found["grad_gamma"] = rounded(fmt["grad_gamma"], 0, sum(u * dy for u, dy in zip(us, dys)), w)
        found["grad_dy"] = [rounded(fmt["grad_dy"], ch["ddbeta"], gamma * u + scale * d, w) for u, d in zip(us, ds)]
    elif ch["ddx"]:
        gs, us = ([value - sum(values) / m for value in values] for values in (ch["dy"], ch["ddx"]))  # centred
        on_g, on_u, both = (sum(a * b for a, b in zip(*pair)) for pair in ((ds, gs), (ds, us), (us, gs)))
        found["grad_gamma"] = rounded(fmt["grad_gamma"], 0, both - w * on_g * on_u / m, w)
        found["grad_dy"] = [rounded(fmt["grad_dy"], ch["ddbeta"], gamma * (u - w * d * on_u / m) + scale * d, w)
                            for u, d in zip(us, ds)]
        found["grad_x"] = [rounded(fmt["grad_x"], 0, gamma * w / m * (d * (3 * w * on_g * on_u / m - both) - u * on_g - g * on_u)
                                   + scale * (g - w * d * on_g / m), w) for d, g, u in zip(ds, gs, us)]
    return found

def channels(operation, case):
    """Yields the positions in x and the decoded inputs of every channel."""
    inputs, attributes = case["inputs"], case["attributes"]
    data = {name: [decode(text, t["format"]) for text in t["data"]] for name, t in inputs.items()}
    shape, axis = [*map(int, inputs["x"]["shape"])], int(attributes["channel_axis"])
    settings = {key: decode(attributes.get(key, "0"), attributes["epsilon_format"]) for key in ("epsilon", "momentum")}
    training = operation in ("training-forward", "training-backward", "tangent") or STATE[0] not in inputs
    settings.update(training=training, sample=attributes.get("variance_convention") == "sample",
                    **({"momentum": Fraction(1, int(attributes["batch_index"]))} if "batch_index" in attributes else {}))
    for c in range(shape[axis]):
        where = [i for i in range(prod(shape)) if i // prod(shape[axis + 1:]) % shape[axis] == c]
        own = {name: values[c] if name in DEFAULTS else [values[i] for i in where] for name, values in data.items()}
        yield where, {"dy": [], "ddx": [], "x_dot": [], **DEFAULTS, **settings, **own}

def check_case(operation, case, tally):
    inputs, outputs, xf = case["inputs"], case["outputs"], case["inputs"]["x"]["format"]
    names = OUTPUTS[operation] + (STATE if operation == "training-forward" and STATE[0] in inputs else ())
    stats = case["attributes"].get("statistics_format", "f64" if xf == "f64" else "f32")
    affine = inputs["gamma"]["format"] if "gamma" in inputs else stats
    fmt = dict.fromkeys(sum(OUTPUTS.values(), STATE), stats)
    fmt.update(dict.fromkeys(WIDE, xf), dgamma=affine, dbeta=affine, grad_gamma=affine)
    parts = [(where, expectations(ch, fmt)) for where, ch in channels(operation, case)]
    for name in sorted({*names, *outputs}):
        tensor, wide = outputs.get(name, {}), name in WIDE
        wanted = ([pair for where, found in parts for pair in zip(where, found[name])] if wide else
                  [(c, found.get(name)) for c, (_, found) in enumerate(parts)])
        layout = [fmt.get(name), inputs["x"]["shape"] if wide else [str(len(parts))], len(wanted)]
        given = [tensor.get("format"), tensor.get("shape"), len(tensor.get("data", ()))]
        if name not in names or given != layout and "undefined" not in tensor:
            wanted, tensor = [("-", Expect((str(layout),)))], {"undefined": str(given)}
        tally["skipped"] += [expect for _, expect in wanted].count(None)
        for i, expect in wanted:
            if expect is not None:
                check_value((case["id"], name, i), expect, tensor, tally)

def check_value(label, expect, tensor, tally):
    tally["values"] += 1
    found = tensor.get("undefined") or decode(tensor["data"][label[2]], tensor["format"])
    listed = [decode(t, tensor["format"]) for t in tensor.get("accept", {}).get(str(label[2]), ())]
    wrong = expect.accept and {*map(repr, listed)} != {*map(repr, expect.accept)}
    if wrong or repr(found) not in map(repr, expect.allowed):
        tally["mismatches"] += 1
        print(*label, "expected", *expect.allowed, "accept", list(expect.accept), "found", found, listed)

if __name__ == "__main__":
    tally = Counter()
    for name in sys.argv[1:]:
        with open(0 if name == "-" else name, encoding="utf-8") as source:
            document = json.load(source, parse_float=str, parse_int=str)
        for case in document["cases"]:
            check_case(document["operation"], case, tally)
    print(f"{tally['values']} values, {tally['mismatches']} mismatches, {tally['skipped']} skipped")
    sys.exit(1 if tally["mismatches"] or not tally["values"] else 0)
