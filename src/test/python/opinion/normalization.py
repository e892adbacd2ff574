"""What one channel of training and inference must yield, forward and backward."""
from fractions import Fraction
from math import inf, isfinite

from opinion.rounding import ANY_SPECIAL, EMPTY, NAN, SINGLE, ZERO, Expect, infinite, rounded
from opinion.second_order import infinite_second_order, second_order

WIDE = ("y", "dx", "dz", "grad_x", "grad_dy", "y_dot", "weight")  # of the shape of x, or of the weight
STATE = ("running_mean", "running_variance")

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
    ys = infinite((x - ch["running_mean"]) * inf * ch["gamma"] + shift for x, shift in zip(ch["x"], shifts(ch)))
    found.update(y=ys, dx=infinite(ch["gamma"] * inf * dy for dy in ch["dy"]), dgamma=ANY_SPECIAL, grad_gamma=ANY_SPECIAL)
    return {**found, **infinite_second_order(exact, deviations)}

def shifts(ch):
    """What is added to each scaled value: beta, and z before an activation."""
    return [ch["beta"] + z for z in ch["z"]] or [ch["beta"]] * len(ch["x"])

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
        ys = [rounded(fmt["y"], shift, gamma * d, w) for d, shift in zip(deviations, shifts(ch))]
        return {"y": ys, "inverse_std": rounded(fmt["inverse_std"], 0, 1, w)}
    product = sum(d * dy for d, dy in zip(deviations, dys))
    slope, share = (product / (m * v), sum(dys) / m) if ch["training"] else (0, 0)
    dxs = [rounded(fmt["dx"], (ch["dmean"] + 2 * ch["dvariance"] * d) / m, gamma * (dy - share - d * slope), w)
           for d, dy in zip(deviations, dys)]  # at inference dmean and dvariance are zero
    return {"dx": dxs, "dgamma": rounded(fmt["dgamma"], 0, product, w)}
