"""What one output channel of a folded layer, and one channel of several batches, must yield."""
from fractions import Fraction
from math import inf, isfinite, prod

from opinion.rounding import NAN, infinite, rounded

def folded(ch, fmt):
    """The folded weights and bias; nothing where an input is not finite."""
    weights = [None] * len(ch["weight"])
    if not all(isfinite(value) for item in ch.values() for value in (item if isinstance(item, list) else [item])):
        return {"weight": weights}
    w, gamma, shift, beta = ([*map(Fraction, ch["weight"])], *(Fraction(value) for value in (
        ch["gamma"], Fraction(ch["bias"]) - Fraction(ch["running_mean"]), ch["beta"])))
    v = Fraction(ch["running_variance"]) + Fraction(ch["epsilon"])
    if v < 0:
        return {"weight": [NAN for _ in w], "bias": NAN}
    if v == 0:
        def infinity(*factors): return prod((factor > 0) - (factor < 0) for factor in factors) * inf
        return {"weight": infinite(infinity(gamma, wi) for wi in w), "bias": infinite([infinity(gamma, shift)])[0]}
    return {"weight": [rounded(fmt["weight"], 0, gamma * wi, 1 / v) for wi in w],
            "bias": rounded(fmt["bias"], beta, gamma * shift, 1 / v)}

def population(ch, fmt):
    """The averages of the batches' means and sample variances."""
    if not all(map(isfinite, ch["x"])):
        special = infinite([sum(value for value in ch["x"] if not isfinite(value))])[0]
        return {"running_mean": special, "running_variance": NAN}
    xs, positions = [*map(Fraction, ch["x"])], len(ch["x"]) // sum(ch["batch_sizes"])
    means, variances = [], []
    for size in ch["batch_sizes"]:
        batch, xs = xs[:size * positions], xs[size * positions:]
        means.append(sum(batch) / len(batch))
        variances.append(sum((x - means[-1]) ** 2 for x in batch) / (len(batch) - 1))
    return {"running_mean": rounded(fmt["running_mean"], sum(means) / len(means)),
            "running_variance": rounded(fmt["running_variance"], sum(variances) / len(variances))}
