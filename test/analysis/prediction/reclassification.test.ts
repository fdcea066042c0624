import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reclassification } from "../../../src/analysis/index.js";
import { RISKS, Y } from "./cohort.js";

const anyRisks = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 16, maxLength: 16 });

describe("reclassification", () => {
  it("turns its sign when the models swap", () => {
    fc.assert(
      fc.property(anyRisks, (hundredths) => {
        const other = hundredths.map((p) => p / 100);
        const there = reclassification(Y, RISKS, other, [0.3, 0.6]);
        const back = reclassification(Y, other, RISKS, [0.3, 0.6]);
        expect(back.continuous.total.value).toBeCloseTo(-there.continuous.total.value, 12);
        expect(back.categorical.events.value).toBeCloseTo(-there.categorical.events.value, 12);
        expect(back.idi.value).toBeCloseTo(-there.idi.value, 12);
        expect(back.idi.standardError).toBeCloseTo(there.idi.standardError, 12);
      }),
      { seed: 11, numRuns: 30 },
    );
  });

  it("is 0 for the same risks, without a test", () => {
    const got = reclassification(Y, RISKS, RISKS, [0.4]);
    expect(got.continuous.total).toMatchObject({ value: 0, standardError: 0, z: NaN, p: NaN });
    expect(got.idi.value).toBe(0);
  });

  it("counts who moves, a risk on a bound above it", () => {
    const { table, categorical } = reclassification(
      [1, 1, 0, 0],
      [0.1, 0.3, 0.3, 0.1],
      [0.3, 0.3, 0.1, 0.1],
      [0.3],
    );
    expect(table.events).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(table.nonEvents).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(categorical.total.value).toBe(1);
  });

  it("warns of what misleads", () => {
    const always = ["nri-not-proper", "risks-taken-as-given"];
    expect(reclassification(Y, RISKS, RISKS, [0.4]).warnings).toEqual([...always, "few-in-class"]);
    const high = RISKS.map((p) => p + 0.2);
    expect(reclassification(Y, RISKS, high, [0.4]).warnings).toContain("new-risks-miscalibrated");
  });
});
