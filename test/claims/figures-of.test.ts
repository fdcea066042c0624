import { describe, expect, it } from "vitest";
import { figuresOf, placesOf, withFigure } from "../../src/claims/figures-of.js";
import type { TwoByTwoClaim, TwoMeansClaim } from "../../src/claims/index.js";
import { claimsOf, raw } from "./claim-files.js";

const means = { arms: ["3D", "TOE"], n: ["12", "11"], mean: ["1.3", "2.5"], sd: ["0.7", "1.2"] };
const twoMeans = claimsOf(raw("two-means", { ...means, p: "0.01" }))[0] as TwoMeansClaim;
const table = claimsOf(
  raw("two-by-two", {
    counts: [
      ["6", "2"],
      ["3", "5"],
    ],
    sensitivity: "67",
  }),
)[0] as TwoByTwoClaim;

describe("figuresOf", () => {
  it("names the arm of each figure and leaves out what is not printed", () => {
    expect(figuresOf(twoMeans, ["p", "mean", "unit"])).toEqual([
      { label: "p", printed: "0.01" },
      { label: "mean (3D)", printed: "1.3" },
      { label: "mean (TOE)", printed: "2.5" },
    ]);
  });

  it("names the ends of an interval and the cells of a table", () => {
    const [auc] = claimsOf(raw("auc", { n: "55", auc: "0.88", ci: ["0.77", "0.99"] }));
    expect(figuresOf(auc as never, ["ci" as never])).toEqual([
      { label: "ci (lower)", printed: "0.77" },
      { label: "ci (upper)", printed: "0.99" },
    ]);
    expect(figuresOf(table, ["counts"]).map(({ label }) => label)).toEqual([
      "counts (1, 1)",
      "counts (1, 2)",
      "counts (2, 1)",
      "counts (2, 2)",
    ]);
  });
});

describe("withFigure", () => {
  it("puts another figure in one place and leaves the claim as it was", () => {
    const place = placesOf(table, ["counts"])[2]!;
    expect(withFigure(table, place, "4").counts).toEqual([
      ["6", "2"],
      ["4", "5"],
    ]);
    expect(table.counts[1]).toEqual(["3", "5"]);
    expect(withFigure(twoMeans, placesOf(twoMeans, ["p"])[0]!, "0.02").p).toBe("0.02");
  });
});
