"""The bivariate model of diagnostic accuracy by Laplace's approximation, to 20 digits, for the
reference case meta-k15-dta, whose correlation is -1: the last Cholesky entry is 0.

glmer's inner loop stops at tolPwrss = 1e-7, which leaves 7e-5 in the log likelihood and 3e-3 in a
standard error; with tolPwrss = 1e-13 glmer moves to these values. Prints the numbers that differ.

    python3 bivariate.py ../../reference/statistics/meta-analysis/meta-k15-dta.json
"""

import json
import pathlib
import sys

from mpmath import binomial, diff, exp, findroot, log, matrix, mp, mpf, sqrt

mp.dps = 40
case = json.loads(pathlib.Path(sys.argv[1]).read_text())
rows = [tuple(map(mpf, row)) for row in zip(*(case["input"][key] for key in ("tp", "fn", "tn", "fp")))]


def log_integral(tp, fn, tn, fp, sens, spec, l11, l21, l22):
    n1, n2 = tp + fn, tn + fp
    u, v = mpf(0), mpf(0)
    for _ in range(60):
        p, q = 1 / (1 + exp(-(sens + l11 * u))), 1 / (1 + exp(-(spec + l21 * u + l22 * v)))
        w1, w2 = n1 * p * (1 - p), n2 * q * (1 - q)
        h11, h12, h22 = 1 + l11**2 * w1 + l21**2 * w2, l21 * l22 * w2, 1 + l22**2 * w2
        determinant = h11 * h22 - h12**2
        g1, g2 = l11 * (tp - n1 * p) + l21 * (tn - n2 * q) - u, l22 * (tn - n2 * q) - v
        du, dv = (h22 * g1 - h12 * g2) / determinant, (h11 * g2 - h12 * g1) / determinant
        u, v = u + du, v + dv
        if abs(du) + abs(dv) < mpf(10) ** -36:
            break
    a, b = sens + l11 * u, spec + l21 * u + l22 * v
    top = tp * a - n1 * log(1 + exp(a)) + tn * b - n2 * log(1 + exp(b)) - (u * u + v * v) / 2
    return log(binomial(n1, tp)) + log(binomial(n2, tn)) + top - log(determinant) / 2


def likelihood(sens, spec, l11, l21, l22=mpf(0)):
    return sum(log_integral(*row, sens, spec, l11, l21, l22) for row in rows)


def unit(i, size=4):
    return tuple(1 if j == i else 0 for j in range(size))


def gradient(*at):
    return [diff(likelihood, at, unit(i)) for i in range(4)]


given = case["expected"]
start = (given["logit_sens"], given["logit_spec"], sqrt(given["var_logit_sens"]), -sqrt(given["var_logit_spec"]))
at = tuple(findroot(gradient, tuple(map(mpf, start)), tol=mpf(10) ** -40))
# A maximum in the last entry too, in which the likelihood is even: l22 = 0 is no saddle.
assert diff(likelihood, (*at, mpf(0)), unit(4, 5)) ** 2 < mpf(10) ** -40
assert diff(likelihood, (*at, mpf(0)), (0, 0, 0, 0, 2)) < 0
bend = matrix(4, 4)
for i in range(4):
    for j in range(4):
        order = tuple(a + b for a, b in zip(unit(i), unit(j)))
        bend[i, j] = -diff(likelihood, at, order)
covariance = bend**-1
found = {
    "logit_sens": at[0],
    "logit_spec": at[1],
    "se.0": sqrt(covariance[0, 0]),
    "se.1": sqrt(covariance[1, 1]),
    "var_logit_sens": at[2] ** 2,
    "var_logit_spec": at[3] ** 2,
    "cov_logit": at[2] * at[3],
    "log_likelihood": likelihood(*at),
}
wanted = {key: given["se"][int(key[-1])] if key.startswith("se.") else given[key] for key in found}
right = {key: float(v) for key, v in found.items() if abs(v - wanted[key]) > max(1e-4 * abs(wanted[key]), 1e-4)}
print({key: mp.nstr(v, 15) for key, v in found.items()})
print(json.dumps({"case": case["id"], "right": right}, indent=2))
