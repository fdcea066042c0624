"""The pooled proportion by a logistic model with a normal random intercept, to 20 digits.

For the reference cases of meta_proportions, where lme4's glmer stops early: the gradient of the
likelihood, by the same 7 nodes of Gauss and Hermite at each study's mode, is solved for 0. With its
optimiser held to 1e-10 glmer moves to these values. Prints the numbers that differ.

    python3 logit-normal.py ../../reference/statistics/meta-analysis/*proportions.json
"""

import json
import pathlib
import sys

from mpmath import diff, exp, findroot, hermite, log, loggamma, matrix, mp, mpf, pi, polyroots, sqrt, taylor

mp.dps = 40
NODES = 7
Z = mpf("1.95996398454005423552459443052")


def rule():
    coefficients = taylor(lambda x: hermite(NODES, x), 0, NODES)[::-1]
    nodes = [x.real for x in polyroots(coefficients, maxsteps=200, extraprec=200)]
    factor = mpf(2) ** (NODES - 1) * mp.factorial(NODES) * sqrt(pi) / NODES**2
    return [(x, factor / hermite(NODES - 1, x) ** 2) for x in nodes]


RULE = rule()


def log_integral(x, n, logit, tau):
    def density(u):
        eta = logit + tau * u
        return x * eta - n * log(1 + exp(eta)) - u * u / 2

    u = mpf(0)
    for _ in range(60):
        p = 1 / (1 + exp(-(logit + tau * u)))
        curvature = 1 + tau * tau * n * p * (1 - p)
        step = (tau * (x - n * p) - u) / curvature
        u += step
        if abs(step) < mpf(10) ** -36:
            break
    p = 1 / (1 + exp(-(logit + tau * u)))
    scale = sqrt(2 / (1 + tau * tau * n * p * (1 - p)))
    return log(sum(w * exp(z * z + density(u + scale * z)) for z, w in RULE) * scale)


def expit(x):
    return 1 / (1 + exp(-x))


for path in sys.argv[1:]:
    case = json.loads(pathlib.Path(path).read_text())
    if case["statistic"] != "meta_proportions" or case["expected"]["glmm"]["tau2"] < 1e-6:
        continue
    rows = [(mpf(x), mpf(n)) for x, n in zip(case["input"]["xi"], case["input"]["ni"])]

    def likelihood(logit, tau):
        return sum(log_integral(x, n, logit, tau) for x, n in rows)

    def gradient(logit, tau):
        return [diff(likelihood, (logit, tau), (1, 0)), diff(likelihood, (logit, tau), (0, 1))]

    given = case["expected"]["glmm"]
    logit, tau = findroot(gradient, (mpf(given["estimate"]), sqrt(mpf(given["tau2"]))), tol=mpf(10) ** -40)
    bend = [[-diff(likelihood, (logit, tau), order) for order in row] for row in (((2, 0), (1, 1)), ((1, 1), (0, 2)))]
    se = sqrt((matrix(bend) ** -1)[0, 0])
    found = {
        "glmm.estimate": logit,
        "glmm.se": se,
        "glmm.tau2": tau * tau,
        "glmm.proportion": expit(logit),
        "glmm.proportion_ci.0": expit(logit - Z * se),
        "glmm.proportion_ci.1": expit(logit + Z * se),
    }
    wanted = {key: given[key.split(".")[1]] for key in found if key.count(".") == 1}
    wanted |= {f"glmm.proportion_ci.{i}": given["proportion_ci"][i] for i in (0, 1)}
    right = {key: float(v) for key, v in found.items() if abs(v - wanted[key]) > max(1e-6 * abs(wanted[key]), 1e-8)}
    print(json.dumps({"case": case["id"], "right": right}, indent=2))
