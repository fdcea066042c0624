import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltmanLog, blandAltmanPercent } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const positive = fc.integer({ min: 100, max: 5000 });
const pairs = fc.array(fc.tuple(positive, positive), { minLength: 2, maxLength: 30 });

describe("blandAltmanPercent", () => {
  it("does not depend on the unit, and mirrors when the methods swap", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const one = blandAltmanPercent(x, y);
        const swapped = blandAltmanPercent(
          y.map((v) => v / 25.4),
          x.map((v) => v / 25.4),
        );
        expectClose(swapped.bias.value, -one.bias.value, 8);
        expectClose(swapped.lowerLimit.ci.lower, -one.upperLimit.ci.upper, 6);
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  it("is near the ratio where differences are small", () => {
    const [x, y] = [
      [100.4, 200.1, 299.7],
      [100, 200.3, 300],
    ];
    const ratio = blandAltmanLog(x, y).bias.value;
    expect(blandAltmanPercent(x, y).bias.value).toBeCloseTo(100 * Math.log(ratio), 5);
  });

  it("notes a constant percentage and refuses a mean of 0, naming the pair", () => {
    expect(blandAltmanPercent([2, 4, 6], [1, 2, 3]).note).toBe("zero-variance");
    const said = "blandAltmanPercent: needs pairs whose mean is not 0; pair 1 is (-2, 2)";
    expect(() => blandAltmanPercent([1, -2], [1, 2])).toThrow(said);
  });
});
