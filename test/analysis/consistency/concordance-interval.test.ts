import { describe, expect, it } from "vitest";
import { concordanceInterval, linConcordance } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed, somePairs } from "../../printing.js";

// Peak flow by Wright and mini meters, Bland and Altman 1986, first readings.
const wright = [
  494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427,
];
const mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];

describe("concordanceInterval", () => {
  it("holds Lin's interval of the peak flow meters", () => {
    // epiR::epi.ccc(wright, mini): 0.94274 (0.85049 to 0.97873), Pearson's r 0.94328
    const open = concordanceInterval("0.943", 17);
    expect(open.hull.lower).toBeLessThan(0.8504918732);
    expect(open.hull.upper).toBeGreaterThan(0.9787262792);
    expect(open.standardError.least).toBe(0); // a line without a location shift
    expect(open.standardError.most).toBeCloseTo(1 / Math.sqrt(15), 10); // no shift at all
    const { concordance, pearson } = linConcordance(wright, mini);
    const known = concordanceInterval(String(concordance.value), 17, {
      pearson: { least: pearson.value, most: pearson.value },
    });
    // What the location shift leaves open is little here.
    expect(known.narrowest.lower).toBeGreaterThan(concordance.ci.lower);
    expect(known.widest.lower).toBeLessThan(concordance.ci.lower);
    expect(known.narrowest.lower - known.widest.lower).toBeLessThan(0.001);
  });

  it("is as wide as Fisher's with n − 2 for a coefficient above −½", () => {
    for (const rho of ["-0.40", "0.10", "0.80"]) {
      expect(concordanceInterval(rho, 27).standardError.most).toBeCloseTo(0.2, 10);
    }
    expect(concordanceInterval("-0.90", 27).standardError.most).toBeGreaterThan(0.2);
  });

  it("holds the standard error and interval of 100000 samples", () => {
    const random = seeded(20240611);
    const isInside = (
      inner: { lower: number; upper: number },
      outer: { lower: number; upper: number },
    ): boolean => inner.lower >= outer.lower - 1e-7 && inner.upper <= outer.upper + 1e-7;
    for (let run = 0; run < 100_000; run++) {
      const [x, y] = somePairs(random, 3, 20);
      const { concordance, asymptotic, standardError, pearson, note } = linConcordance(x, y);
      if (note !== undefined || Math.abs(concordance.value) > 1 - 1e-9) continue;
      const text = printed(concordance.value, 1 + random.integer(3));
      const size = Math.abs(pearson.value);
      const got = concordanceInterval(text, x.length);
      const isHeld = isInside(concordance.ci, got.hull) && isInside(asymptotic, got.asymptotic);
      const exact = concordanceInterval(concordance.value.toFixed(12), x.length, {
        pearson: { least: Math.min(1, size * (1 - 1e-9)), most: Math.min(1, size * (1 + 1e-9)) },
      });
      const onZ = standardError / (1 - concordance.value ** 2);
      const { least, most } = exact.standardError;
      const isBetween = onZ >= least * (1 - 1e-3) - 1e-6 && onZ <= most * (1 + 1e-3) + 1e-6;
      if (!isHeld || !isBetween) expect([text, got, exact, concordance, onZ]).toBe("held");
    }
  });

  it("refuses a Pearson's r below the coefficient", () => {
    const pearson = { least: 0, most: 0.5 };
    expect(() => concordanceInterval("0.778", 12, { pearson })).toThrow(
      "concordanceInterval: needs sizes of Pearson's r from 0 to 1, at least that of the coefficient; got 0 to 0.5",
    );
    expect(() => concordanceInterval("0.778", 2)).toThrow("at least 3 pairs; got 2");
  });
});
