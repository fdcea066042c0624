import { describe, expect, it } from "vitest";
import { metaFragility } from "../../../src/analysis/index.js";

const BCG = { events1: [4, 6, 3], n1: [123, 306, 231], events2: [11, 29, 11], n2: [139, 303, 220] };
const MIXED = {
  events1: [8, 1, 5, 3, 2],
  n1: [40, 30, 45, 28, 36],
  events2: [4, 6, 9, 12, 0],
  n2: [41, 32, 44, 30, 35],
};
const steps = ({ changes }: ReturnType<typeof metaFragility>): string[] =>
  changes.map(({ study, arm }) => `${study}/${arm === "first" ? 1 : 2}`);

// All by the same search in R over metafor's rma.mh, rma.peto and rma(method = "DL").
describe("metaFragility", () => {
  it("adds events until the interval includes no effect", () => {
    const got = metaFragility(BCG, "log-risk-ratio", "dersimonian-laird");
    expect(got).toMatchObject({ kind: "fragility", index: 5, quotient: 5 / 1322 });
    expect(steps(got)).toEqual(Array(5).fill("0/1"));
    expect(got.before.ci.upper).toBeCloseTo(-0.72875059575097, 10);
    expect(got.after.ci.upper).toBeCloseTo(0.042567900686906, 10);
    const mh = metaFragility(BCG, "log-odds-ratio", "mantel-haenszel");
    expect(mh.index).toBe(19);
    expect(mh.after.ci.upper).toBeCloseTo(0.0040702112642454, 10);
    const peto = metaFragility(BCG, "log-odds-ratio", "peto");
    expect(peto.index).toBe(20);
    expect(peto.after.ci.upper).toBeCloseTo(0.021240169493005, 10);
  });

  it("takes the shorter of the two ways out of an interval that includes it", () => {
    // Towards a higher odds ratio it takes 26 patients, towards a lower one 6.
    const got = metaFragility(MIXED, "log-odds-ratio", "dersimonian-laird");
    expect(got).toMatchObject({ kind: "reverse-fragility", index: 6 });
    expect(steps(got)).toEqual(["4/2", "4/2", "0/2", "0/1", "0/1", "0/1"]);
    expect(got.changes[0]).toEqual({ study: 4, arm: "second", change: "gains-event" });
    expect(got.after.ci.upper).toBeCloseTo(-0.065815693251807, 10);
    const mh = metaFragility(MIXED, "log-risk-ratio", "mantel-haenszel");
    expect(steps(mh)).toEqual(["4/1", "4/1"]);
  });

  it("mirrors itself when the arms swap places", () => {
    const { events1, n1, events2, n2 } = BCG;
    const swapped = { events1: events2, n1: n2, events2: events1, n2: n1 };
    const one = metaFragility(BCG, "log-risk-ratio", "dersimonian-laird");
    const two = metaFragility(swapped, "log-risk-ratio", "dersimonian-laird");
    expect(two.index).toBe(one.index);
    expect(two.after.ci.lower).toBeCloseTo(-one.after.ci.upper, 12);
  });

  it("answers NaN when nobody is left to change", () => {
    const tiny = { events1: [0], n1: [2], events2: [1], n2: [2] };
    const got = metaFragility(tiny, "log-odds-ratio", "common-effect");
    expect(got.index).toBeNaN();
    expect(got.changes).toEqual([]);
    expect(got.after).toEqual(got.before);
  });

  it("refuses a risk ratio by Peto's method", () => {
    expect(() => metaFragility(BCG, "log-risk-ratio", "peto")).toThrow(
      "metaFragility: needs a measure among log-odds-ratio; got",
    );
  });
});
