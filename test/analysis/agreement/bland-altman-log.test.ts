import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltmanLog } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const positive = fc.integer({ min: 1, max: 5000 });
const pairs = fc.array(fc.tuple(positive, positive), { minLength: 2, maxLength: 30 });

describe("blandAltmanLog", () => {
  it("does not depend on the unit, and inverts when the methods swap", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const one = blandAltmanLog(x, y);
        const inches = blandAltmanLog(
          x.map((v) => v / 25.4),
          y.map((v) => v / 25.4),
        );
        expectClose(inches.logBias, one.logBias, 10);
        expectClose(inches.logSd, one.logSd, 10);
        const swapped = blandAltmanLog(y, x);
        expectClose(Math.log(swapped.lowerLimit.value), -Math.log(one.upperLimit.value), 9);
        expectClose(swapped.slopes.lower, -one.slopes.upper, 9);
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  it("gives a constant ratio as bias and limits, with a note", () => {
    const got = blandAltmanLog([2, 4, 6], [1, 2, 3]);
    expect(got.note).toBe("zero-variance");
    expect(got.bias.value).toBeCloseTo(2, 12);
    expect(got.upperLimit.value).toBeCloseTo(2, 12);
    expect(got.slopes.upper).toBeCloseTo(2 / 3, 12); // y = 2x: d / mean = 1 / 1.5
  });

  it("refuses what has no logarithm, naming the pair", () => {
    const said = "blandAltmanLog: needs values above 0; pair 1 is (2, 0)";
    expect(() => blandAltmanLog([1, 2], [1, 0])).toThrow(said);
  });
});
