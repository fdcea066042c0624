import { describe, expect, it } from "vitest";
import { grim } from "../../src/analysis/index.js";
import type { MeanClaim } from "../../src/claims/index.js";
import { smallestChange } from "../../src/claims/smallest-change.js";
import { claimsOf, raw } from "./claim-files.js";

const mean = (fields: Record<string, unknown>): MeanClaim =>
  claimsOf(raw("mean", { n: "28", mean: "5.19", sd: "1.2", ...fields }))[0] as MeanClaim;
const fits = ({ n, mean: printed }: MeanClaim): boolean => grim(printed, Number(n)).consistent;

describe("smallestChange", () => {
  it("takes the change that is least relative to its figure", () => {
    // 145/28 = 5.1786 prints as 5.18: 1 in 519. Another n, 27 (140/27 = 5.185), is 1 in 28.
    expect(smallestChange(mean({}), ["n", "mean"], fits)).toEqual({
      label: "mean",
      printed: "5.19",
      instead: "5.18",
    });
    expect(smallestChange(mean({}), ["n"], fits)).toEqual({
      label: "n",
      printed: "28",
      instead: "27",
    });
  });

  it("keeps decimals and sign", () => {
    const isNegative = ({ mean: printed }: MeanClaim): boolean => printed === "-0.01";
    expect(smallestChange(mean({ mean: "0.01" }), ["mean"], isNegative)?.instead).toBe("-0.01");
  });

  it("finds none beyond its steps, and none for a bound", () => {
    const isSix = ({ mean: printed }: MeanClaim): boolean => printed === "6.19";
    expect(smallestChange(mean({}), ["mean"], isSix)).toBeUndefined();
    expect(smallestChange(mean({}), ["mean"], isSix, { steps: 100 })?.instead).toBe("6.19");
    const [t] = claimsOf(raw("test", { statistic: "t", value: "2.1", df: [20], p: "<0.01" }));
    expect(smallestChange(t as never, ["p" as never], () => true)).toBeUndefined();
  });
});
