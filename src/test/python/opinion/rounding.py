"""Correct rounding, decided by exact integer square roots, and what a value may be."""
from collections import namedtuple
from fractions import Fraction
from functools import lru_cache
from math import copysign, inf, isqrt, lcm, ldexp, nan

FORMATS = {"f64": (53, 1023), "f32": (24, 127), "f16": (11, 15), "bf16": (8, 127)}  # precision, emax
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
