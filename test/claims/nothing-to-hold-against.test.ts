import { describe, expect, it } from "vitest";
import { nothingToHoldAgainst } from "../../src/claims/nothing-to-hold-against.js";
import { claimsOf, raw } from "./claim-files.js";

const two = { arms: ["a", "b"] };
const reason = (kind: string, fields: Record<string, unknown>): string =>
  nothingToHoldAgainst(claimsOf(raw(kind, fields))[0]!).message;

describe("nothingToHoldAgainst", () => {
  it.each([
    ["sample-size", { n: "22" }, "One source alone prints this number"],
    ["statement", { rank: "2" }, "no other source prints a figure"],
    ["range", { low: "1", high: "2" }, "low end does not lie above its high end"],
    ["proportion", {}, "Neither a count nor a percentage"],
    ["proportion", { n: "9", count: "6" }, "no percentage and no interval"],
    ["two-proportions", two, "Neither counts nor percentages"],
    ["two-proportions", { ...two, count: ["0", "3"] }, "no percentage and no p"],
    ["two-means", { ...two, mean: ["1", "2"], sd: ["1", "1"] }, "not said to be whole numbers"],
    ["mean", { n: "9", mean: "1", sd: "1" }, "No interval is printed"],
    ["two-means-paired", { ...two, n: "9", mean: ["1", "2"], sd: ["1", "1"] }, "No p is printed"],
    ["two-medians", { ...two, median: ["1", "2"] }, "Neither quartiles nor a ratio"],
    ["correlation", { r: "0.5", coefficient: "pearson" }, "Neither a p nor an interval"],
    ["reliability", { n: "9", raters: "2", icc: "0.5" }, "needs the raters' values"],
    ["auc", { n: "9", auc: "0.5" }, "Neither the number of cases nor an interval or p"],
    [
      "two-by-two",
      {
        counts: [
          ["1", "2"],
          ["3", "4"],
        ],
      },
      "No rate, odds ratio or p",
    ],
    ["test", { statistic: "z", value: "1", df: [], p: "0.3" }, "No figure of the claim depends"],
  ])("says of a claim of kind %s %j: %s", (kind, fields, words) => {
    expect(reason(kind, fields)).toContain(words);
  });
});
