import { describe, expect, it } from "vitest";
import { printedProportion } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

const fits = (...args: Parameters<typeof printedProportion>): string[] =>
  printedProportion(...args).fits.map(({ interval }) => interval);

import { someShare } from "./made-intervals.js";

describe("printedProportion", () => {
  it("recognises the intervals of 81 of 263 in Newcombe's comparison", () => {
    // Newcombe 1998, Table I: 81/263 = 0.3080: Wald 0.2522–0.3638, with continuity correction
    // 0.2503–0.3657, Wilson 0.2553–0.3662, with continuity correction 0.2535–0.3682,
    // Clopper–Pearson 0.2527–0.3676, mid-p 0.2544–0.3658, likelihood 0.2542–0.3655.
    const at = (lower: string, upper: string) =>
      fits({ n: 263, count: 81 }, [lower, upper], { whole: 1 });
    expect(at("0.2522", "0.3638")).toEqual(["wald"]);
    expect(at("0.2503", "0.3657")).toEqual(["waldContinuity"]);
    expect(at("0.2553", "0.3662")).toEqual(["wilson"]);
    expect(at("0.2535", "0.3682")).toEqual(["wilsonContinuity"]);
    expect(at("0.2527", "0.3676")).toEqual(["exact"]);
    expect(at("0.2544", "0.3658")).toEqual(["midP"]);
    expect(at("0.2542", "0.3655")).toEqual(["likelihoodRatio"]);
  });

  it("goes over all counts that a percentage allows", () => {
    const got = printedProportion({ n: 1000, percent: "45" }, ["41.9", "48.1"]);
    expect(got.counts).toEqual({ first: 445, last: 455 });
    expect(got.fits.find(({ interval }) => interval === "wald")).toMatchObject({
      count: 450,
      all: false,
    });
    const few = printedProportion({ n: 20, percent: "75" }, ["53.1", "88.8"]);
    expect(few).toMatchObject({
      counts: { first: 15, last: 15 },
      fits: [{ interval: "wilson", all: true }],
    });
    expect(printedProportion({ n: 20, percent: "77" }, ["53", "89"]).counts).toBeUndefined();
    expect(
      printedProportion({ n: 2_000_000, percent: "45" }, ["44.9", "45.1"]).fits.length,
    ).toBeGreaterThan(0);
  });

  it("tells limits among those of the methods, at another level, and beyond all", () => {
    const share = { n: 20, count: 15 };
    expect(printedProportion(share, ["55", "90"])).toMatchObject({ fits: [], withinHull: true });
    // 90 % by Wald: 0.75 ± 1.6449 · √(0.75 · 0.25/20) = 0.5907 to 0.9093
    expect(printedProportion(share, ["59.1", "90.9"]).otherLevels[0]).toMatchObject({
      interval: "wald",
      level: 0.9,
    });
    expect(printedProportion(share, ["30", "90"])).toMatchObject({ withinHull: false });
    expect(printedProportion(share, ["80", "95"]).fault).toBe("estimate-outside");
    expect(printedProportion(share, ["95", "80"]).fault).toBe("ends-swapped");
  });

  it("allows Wald's limits beyond 0 and 100 %, and Jeffreys's without the share", () => {
    expect(fits({ n: 10, count: 1 }, ["-8.6", "28.6"])).toEqual(["wald"]);
    // R: qbeta(c(0.025, 0.975), 0.5, 10.5)
    expect(fits({ n: 10, count: 0 }, ["0.0048", "21.7196"])).toEqual(["jeffreys"]);
  });

  it("refuses what is no share", () => {
    expect(() => printedProportion({ n: 20 }, ["1", "2"])).toThrow(
      "needs a count or a percentage; got neither",
    );
    expect(() => printedProportion({ n: 20, count: 21 }, ["1", "2"])).toThrow(
      "needs a count from 0 to 20; got 21",
    );
    expect(() => printedProportion({ n: 20, percent: "101" }, ["1", "2"])).toThrow("from 0 to 100");
  });

  it("never contradicts an interval that was computed by one of the methods", () => {
    const random = seeded(20240623);
    const wrong: unknown[] = [];
    for (let i = 0; i < 100_000; i++) {
      const made = someShare(random, i % 40 === 0);
      const { fault, fits: found } = printedProportion(made.share, made.ci, { whole: made.whole });
      if (fault !== undefined || found.length === 0) wrong.push(made);
    }
    expect(wrong).toEqual([]);
  });

  it("finds most intervals of another n", () => {
    const random = seeded(20240624);
    let found = 0;
    for (let i = 0; i < 500; i++) {
      const { share, ci, whole } = someShare(random, false);
      const { withinHull, otherLevels, fault } = printedProportion(
        { ...share, n: 3 * share.n, percent: share.percent ?? "50" },
        ci,
        { whole },
      );
      if (fault !== undefined || (withinHull === false && otherLevels.length === 0)) found++;
    }
    expect(found / 500).toBeGreaterThan(0.4);
  });
});
