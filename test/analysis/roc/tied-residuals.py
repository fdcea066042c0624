"""The covariate-adjusted area with ties counting half, in exact fractions, for the reference cases of
roc_covariate_adjusted.

An event and a non-event with one score and one covariate have one residual. R takes that of the
non-event from lm and computes that of the event from the coefficients; they differ in the last bit,
and its tie-corrected area finds no tie. Prints the numbers that differ.

    python3 tied-residuals.py ../../reference/statistics/roc/*covariate*.json
"""

import json
import pathlib
import sys
from fractions import Fraction

for path in sys.argv[1:]:
    case = json.loads(pathlib.Path(path).read_text(), parse_float=Fraction, parse_int=Fraction)
    given = case["input"]
    rows = list(zip(given["labels"], given["scores"], given["covariate"]))
    others = [(y, x) for label, y, x in rows if label == 0]
    n = len(others)
    mean_x, mean_y = sum(x for _, x in others) / n, sum(y for y, _ in others) / n
    slope = sum((x - mean_x) * (y - mean_y) for y, x in others) / sum((x - mean_x) ** 2 for _, x in others)
    residuals = [(label, y - mean_y - slope * (x - mean_x)) for label, y, x in rows]
    events = [r for label, r in residuals if label == 1]
    reference = [r for label, r in residuals if label == 0]
    won = sum(Fraction(2 * (a > b) + (a == b), 2) for a in events for b in reference)
    area = won / (len(events) * n)
    ties = sum(a == b for a in events for b in reference)
    wanted = case["expected"]["aauc_tie_corrected"]
    if abs(area - wanted) > max(1e-8 * abs(wanted), 1e-9):
        right = {"aauc_tie_corrected": float(area)}
        print(json.dumps({"case": case["id"], "ties": ties, "right": right}, indent=2))
