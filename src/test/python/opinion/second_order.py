"""What one channel of the double backward and of the tangent must yield where its numbers are finite."""
from math import inf, prod

from opinion.rounding import infinite, rounded

def infinite_second_order(ch, deviations):
    """The inference double backward where 1/sqrt(v) is infinite."""
    def infinity(*factors): return prod((factor > 0) - (factor < 0) for factor in factors) * inf
    return {"grad_x": infinite(infinity(ch["ddgamma"], dy) for dy in ch["dy"]),
            "grad_dy": infinite(infinity(ch["gamma"], u) + infinity(ch["ddgamma"], d) for u, d in zip(ch["ddx"], deviations))}

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
