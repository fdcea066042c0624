import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltmanRegression } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const value = fc.integer({ min: 0, max: 300 });
const pairs = fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 30 });

describe("blandAltmanRegression", () => {
  it("moves along when both methods move", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const one = blandAltmanRegression(x, y, [100]);
        const moved = blandAltmanRegression(
          x.map((v) => v + 64),
          y.map((v) => v + 64),
          [164],
        );
        expect(moved.note).toBe(one.note);
        expectClose(moved.changingSpread[0]!.lower, one.changingSpread[0]!.lower, 6);
        expectClose(moved.constantSpread[0]!.upper, one.constantSpread[0]!.upper, 6);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("finds a spread that grows in proportion to the mean", () => {
    const means = [10, 10, 20, 20, 30, 30];
    const half = means.map((m, i) => (i % 2 === 0 ? 0.05 : -0.05) * m);
    const got = blandAltmanRegression(
      means.map((m, i) => m + half[i]!),
      means.map((m, i) => m - half[i]!),
      [20, 40],
    );
    expect(got.spread.slope.value).toBeCloseTo(0.1, 10);
    expect(got.changingSpread.map(({ bias }) => bias)).toEqual([
      expect.closeTo(0, 10),
      expect.closeTo(0, 10),
    ]);
    expect(got.changingSpread[1]!.sd).toBeCloseTo(Math.sqrt(Math.PI / 2) * 4, 10);
  });

  it("notes limits that mean nothing: a line of the spread below 0, equal means", () => {
    const x = [10, 10, 20, 20];
    const y = [8, 12, 19.9, 20.1];
    expect(blandAltmanRegression(x, y, [15]).note).toBeUndefined();
    expect(blandAltmanRegression(x, y, [60]).note).toBe("negative-sd");
    expect(blandAltmanRegression([1, 2, 3], [3, 2, 1], [2]).note).toBe("zero-variance");
  });

  it("refuses two pairs and no mean to give the limits at", () => {
    expect(() => blandAltmanRegression([1, 2], [1, 3], [1])).toThrow("needs at least 3 pairs");
    expect(() => blandAltmanRegression([1, 2, 3], [1, 3, 2], [])).toThrow(
      "blandAltmanRegression: needs means in at; got none",
    );
  });
});
