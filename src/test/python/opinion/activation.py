"""What one channel must yield where an activation follows the normalization."""
from math import copysign, isnan, nan

from opinion.normalization import expectations
from opinion.rounding import NAN, ZERO, Expect

def activated(ch, fmt):
    """The sign of the exact y + z is that of its rounding, as a number that rounds to zero keeps its sign."""
    forward = expectations({**ch, "dy": []}, fmt)
    before = forward["y"]
    if None in before:
        return {**forward, "dbeta": None}
    opens = [s is not ZERO and copysign(1, s.allowed[0]) > 0 or isnan(s.allowed[0]) for s in before]
    passed = [dy if is_open else 0.0 for dy, is_open in zip(ch["dy"], opens)]
    found = expectations({**ch, "dy": passed}, fmt)
    found["y"] = [s if is_open else ZERO for s, is_open in zip(before, opens)]
    found["dz"] = [Expect((dy,)) if dy else ZERO for dy in passed]
    if not ch["training"] and ch["running_variance"] + ch["epsilon"] == 0 and ch["gamma"]:
        found["dx"] = [Expect((nan,), (nan, 0.0)) if dx is NAN else dx for dx in found["dx"]]
    return found
