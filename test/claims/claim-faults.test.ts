import { describe, expect, it } from "vitest";
import { claimFaults } from "../../src/claims/claim-faults.js";
import { raw } from "./claim-files.js";

const told = (kind: string, fields: Record<string, unknown>): string[] =>
  claimFaults(raw(kind, fields)).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("claimFaults", () => {
  it("finds counts above n, by arm", () => {
    expect(told("proportion", { n: "9", count: "10" })).toEqual([
      "count: expected at most n, which is 9, got 10",
    ]);
    expect(told("two-proportions", { n: ["9", "7"], count: ["9", "8"] })).toEqual([
      "count.1: expected at most n, which is 7, got 8",
    ]);
    expect(told("auc", { n: "9", cases: "10" })).toEqual([
      "cases: expected at most n, which is 9, got 10",
    ]);
    expect(told("proportion", { n: "9", count: "9" })).toEqual([]);
  });

  it("passes over fields that are wrong by themselves", () => {
    expect(told("proportion", { n: 9, count: "10" })).toEqual([]);
    expect(told("proportion", { n: "nine", count: "-10" })).toEqual([]);
    expect(told("two-proportions", { n: "9", count: ["10", "11"] })).toHaveLength(1);
    expect(claimFaults(null)).toEqual([]);
    expect(claimFaults([])).toEqual([]);
    expect(claimFaults({ kind: "nonsense" })).toEqual([]);
  });

  it("finds arms of one name, bounds out of order, and levels that are none", () => {
    expect(told("two-medians", { arms: ["3D", "3D"] })).toEqual([
      'arms: expected two names, got "3D" twice',
    ]);
    expect(told("two-means", { minimum: 5, maximum: "1" })).toEqual([
      "minimum: expected less than the maximum, 1, got 5",
    ]);
    expect(told("mean", { minimum: 1 })).toEqual([]);
    for (const level of [0, 100, "150", -95]) {
      expect(told("effect", { level })).toEqual([
        `level: expected a level in percent, such as 95, got ${level}`,
      ]);
    }
    expect(told("effect", { level: "97.5" })).toEqual([]);
  });

  it("finds degrees of freedom that a statistic does not have", () => {
    expect(told("test", { statistic: "F", df: ["3"], value: "-2" })).toEqual([
      "df: expected 2 degrees of freedom of F, got 1",
      "value: expected F of at least 0, got -2",
    ]);
    expect(told("test", { statistic: "t", df: [-3], value: "-2" })).toEqual([
      "df.0: expected degrees of freedom above 0, got -3",
    ]);
    expect(told("test", { statistic: "z", df: ["1"], value: "2" })).toEqual([
      "df: expected no degrees of freedom of z, got 1",
    ]);
  });
});
