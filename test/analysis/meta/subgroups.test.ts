import { describe, expect, it } from "vitest";
import { poolSubgroups } from "../../../src/analysis/index.js";
import { BCG } from "./studies.js";

const ALLOCATION = ["r", "r", "r", "r", "a", "a", "r", "r", "r", "s", "s", "s", "s"];

describe("poolSubgroups", () => {
  it("gives metafor's pools by allocation and the Q between them", () => {
    const { groups, between } = poolSubgroups(
      BCG.effects,
      BCG.variances,
      ALLOCATION,
      "dersimonian-laird",
    );
    expect(groups.map(({ name }) => name)).toEqual(["r", "a", "s"]);
    expect(groups[0]!.pool.estimate.value).toBeCloseTo(-1.0294922007, 9);
    expect(groups[1]!.pool.tau2).toBeCloseTo(0.2421105, 9);
    expect(groups[2]!.pool.standardError).toBeCloseTo(0.3187018475, 9);
    expect(between.statistic).toBeCloseTo(1.472489717, 8);
    expect(between.df).toBe(2);
  });

  it("has no difference between groups that are copies", () => {
    const { between } = poolSubgroups([1, 2, 1, 2], [1, 1, 1, 1], ["a", "a", "b", "b"], "reml");
    expect(between.statistic).toBeCloseTo(0, 12);
    expect(between.p).toBeCloseTo(1, 6);
  });

  it("does not test groups whose standard error is 0 or unknown", () => {
    const options = { test: "hartung-knapp" } as const;
    const { between } = poolSubgroups([1, 1, 2], [1, 1, 1], ["a", "a", "b"], "reml", options);
    expect(between.p).toBeNaN();
  });

  it("refuses one group", () => {
    expect(() => poolSubgroups([1, 2], [1, 1], ["a", "a"], "reml")).toThrow(
      "poolSubgroups: needs at least 2 groups; got 1",
    );
  });
});
