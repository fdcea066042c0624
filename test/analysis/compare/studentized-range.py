"""The quantile of the studentized range behind Tukey's limits, to 20 digits with mpmath.

R's qtukey stops early: ptukey(qtukey(0.95, 3, 21), 3, 21) is 0.9499999874. Here the double
integral is a trapezium sum, which converges exponentially for such integrands.
"""

import json
import pathlib
import sys

from mpmath import exp, findroot, gamma, log, mp, mpf, ncdf, npdf, sqrt

mp.dps = 25
LEVEL, GROUPS, DF = mpf("0.95"), 3, 21
Z = [mpf(i) / 16 for i in range(-16 * 12, 16 * 12 + 1)]
DENSITY, BELOW = [npdf(z) for z in Z], [ncdf(z) for z in Z]


def range_cdf(w):
    """P(range of GROUPS standard normal values <= w), by the place of the largest."""
    return GROUPS * sum(
        d * (b - ncdf(z - w)) ** (GROUPS - 1) for z, d, b in zip(Z, DENSITY, BELOW)
    ) / 16


def cdf(q):
    """Average over the standard error, on the scale of its logarithm."""
    constant = log(mpf(DF)) * DF / 2 - log(gamma(mpf(DF) / 2)) - (mpf(DF) / 2 - 1) * log(mpf(2))
    total = mpf(0)
    for i in range(-100, 60):
        s = exp(mpf(i) / 40)
        weight = exp(constant + DF * log(s) - DF * s * s / 2) / 40
        if weight > mpf("1e-24"):
            total += weight * range_cdf(q * s)
    return total


q = findroot(lambda x: cdf(x) - LEVEL, (mpf("3.5646"), mpf("3.5647")))
case = json.loads(pathlib.Path(sys.argv[1]).read_text())
y, group = case["input"]["y"], case["input"]["group"]
groups = [[mpf(v) for v, g in zip(y, group) if g == name] for name in sorted(set(group))]
means = [sum(values) / len(values) for values in groups]
within = sum(sum((v - m) ** 2 for v in values) for values, m in zip(groups, means)) / DF
reach = q * sqrt(within * (mpf(1) / 8 + mpf(1) / 8) / 2)
print("quantile", mp.nstr(q, 18))
for second in range(3):
    for first in range(second + 1, 3):
        print(mp.nstr(means[first] - means[second] + reach, 18))
