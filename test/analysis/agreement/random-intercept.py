"""Restricted maximum likelihood of a random intercept to 30 digits, for the inputs of the reference
cases of bland_altman_repeated_linked. Writes random-intercept.json beside it.

The reference values of `reml` come from nlme's default fit, which stops early, and from VarCorr,
which prints 7 digits; here the derivative of the profiled likelihood is solved for 0.
"""
import glob, json, os
from mpmath import mp, mpf, findroot, log, pi, sqrt

mp.dps = 40
here = os.path.dirname(os.path.abspath(__file__))
folder = os.path.join(here, "../../reference/statistics/agreement-continuous")


def fit(subjects, differences):
    groups = {}
    for s, d in zip(subjects, differences):
        groups.setdefault(s, []).append(d)
    m = [mpf(len(g)) for g in groups.values()]
    mean = [sum(g) / len(g) for g in groups.values()]
    within = sum((d - y) ** 2 for g, y in zip(groups.values(), mean) for d in g)
    n = sum(m)

    def at(ratio):
        w = [k / (1 + k * ratio) for k in m]
        mu = sum(a * y for a, y in zip(w, mean)) / sum(w)
        squares = sum(a * (y - mu) ** 2 for a, y in zip(w, mean))
        variance = (within + squares) / (n - 1)
        return w, mu, variance

    def score(ratio):
        w, mu, variance = at(ratio)
        slope = sum(a * a * (y - mu) ** 2 for a, y in zip(w, mean))
        return slope / variance - sum(w) + sum(a * a for a in w) / sum(w)

    high = mpf(1)
    while score(high) > 0:
        high *= 2
    ratio = findroot(score, (mpf(0), high), solver="anderson", tol=mpf(10) ** -60) if score(mpf(0)) > 0 else mpf(0)
    w, mu, variance = at(ratio)
    determinants = sum(log(1 + k * ratio) for k in m) + log(sum(w))
    return {
        "mean": mu,
        "standardError": sqrt(variance / sum(w)),
        "varianceBetween": ratio * variance,
        "varianceWithin": variance,
        "logLikelihood": -((n - 1) * (log(2 * pi * variance) + 1) + determinants) / 2,
    }


rows = []
for name in sorted(glob.glob(os.path.join(folder, "*linked.json"))):
    case = json.load(open(name), parse_float=mpf, parse_int=mpf)
    if case["statistic"] != "bland_altman_repeated_linked":
        continue
    given = case["input"]
    found = fit(given["subject"], [a - b for a, b in zip(given["x"], given["y"])])
    rows.append({"id": case["id"], **{key: float(value) for key, value in found.items()}})
with open(os.path.join(here, "random-intercept.json"), "w") as out:
    json.dump(rows, out, indent=2)
    out.write("\n")
