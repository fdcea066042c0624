import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreementFromSummary,
  blandAltman,
  linConcordance,
  meanSdN,
  pairedTTest,
  pearsonCorrelation,
} from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const value = fc.integer({ min: -50, max: 50 });
const pairs = fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 25 });

describe("agreementFromSummary", () => {
  it("gives what the pairs themselves give", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const [first, second] = [meanSdN(x), meanSdN(y)];
        fc.pre(first.sd > 0 && second.sd > 0);
        const { r, p } = pearsonCorrelation(x, y);
        fc.pre(Math.abs(r.value) < 0.999);
        const got = agreementFromSummary(first, second, { n: x.length, r: r.value });
        const limits = blandAltman(y, x);
        const lin = linConcordance(x, y);
        const { p: pairedP } = pairedTTest(x, y);
        const expected = [
          [got.pearson.ci.lower, r.ci.lower],
          [got.pearsonP, p],
          [got.pairedP, pairedP],
          [got.concordance.value, lin.concordance.value],
          [got.concordance.ci.lower, lin.concordance.ci.lower],
          [got.concordance.ci.upper, lin.concordance.ci.upper],
          [got.biasCorrection, lin.biasCorrection],
          [got.bias.value, limits.bias.value],
          [got.bias.ci.upper, limits.bias.ci.upper],
          [got.lowerLimit.value, limits.lowerLimit.value],
          [got.lowerLimit.ci.lower, limits.lowerLimit.ci.lower],
          [got.upperLimit.ci.upper, limits.upperLimit.ci.upper],
        ] as const;
        for (const [one, other] of expected) expectClose(one, other, 8);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("gives R's numbers for 16 ± 3 and 18 ± 5 of 22 pairs with r = 0.622", () => {
    const got = agreementFromSummary({ mean: 16, sd: 3 }, { mean: 18, sd: 5 }, { n: 22, r: 0.622 });
    // tanh(atanh(.622) + c(-1, 1) * qnorm(.975) / sqrt(19)); 2 * pt(-.622 * sqrt(20 / (1 - .622^2)), 20)
    expectClose(got.pearson.ci.lower, 0.2716217692, 6);
    expectClose(got.pearson.ci.upper, 0.8267905244, 6);
    expectClose(got.pearsonP, 0.00199679523, 6);
    // s <- sqrt(9 + 25 - 2 * .622 * 15); 2 + c(-1, 1) * qt(.975, 21) * s / sqrt(22)
    expectClose(got.sdOfDifferences.value, 3.916631206, 6);
    expectClose(got.bias.ci.lower, 0.263463007, 6);
    expectClose(got.bias.ci.upper, 3.736536993, 6);
    // 2 * .622 * 15 * 21/22 / (9 * 21/22 + 25 * 21/22 + 4)
    expectClose(got.concordance.value, 0.4886034913, 8);
  });

  it("refuses methods that do not vary, three pairs and perfect correlation", () => {
    const one = { mean: 1, sd: 1 };
    const call = (sd: number, n: number, r: number) => () =>
      agreementFromSummary(one, { mean: 2, sd }, { n, r });
    expect(call(0, 9, 0.5)).toThrow("needs methods that vary; got an SD of 0");
    expect(call(1, 3, 0.5)).toThrow("needs at least 4 pairs; got 3");
    expect(call(1, 9, -1)).toThrow("needs r between -1 and 1; got -1");
  });
});
