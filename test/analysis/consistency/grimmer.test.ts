import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grimmer } from "../../../src/analysis/index.js";
import { mean, sampleStandardDeviation } from "../../../src/numeric/index.js";

const SCALE = { least: 1, most: 7 };

describe("grimmer", () => {
  it("accepts the printed moments of every sample on the scale, and finds one like it", () => {
    const sample = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 3 }), (values, decimals) => {
        const printedMean = mean(values).toFixed(decimals);
        const printedSd = sampleStandardDeviation(values).toFixed(decimals);
        const got = grimmer(printedMean, printedSd, values.length, SCALE);
        expect(got.reason).toBe("none");
        const { least, counts } = got.example!;
        expect(least).toBeGreaterThanOrEqual(1);
        expect(least + counts.length - 1).toBeLessThanOrEqual(7);
        const like = counts.flatMap((count, i) => Array<number>(count).fill(least + i));
        expect(like).toHaveLength(values.length);
        expect(Math.abs(mean(like) - Number(printedMean))).toBeLessThanOrEqual(
          0.5001 / 10 ** decimals,
        );
        const off = sampleStandardDeviation(like) - Number(printedSd);
        expect(Math.abs(off)).toBeLessThanOrEqual(0.5001 / 10 ** decimals);
      }),
    );
  });

  it("tells the test that fails: mean, spread, scale", () => {
    expect(grimmer("5.19", "1.10", 28, SCALE).reason).toBe("GRIM");
    expect(grimmer("3.44", "2.47", 18, SCALE).reason).toBe("GRIMMER");
    // 12 devices in 9 patients, at least one each: SD 0.5, and 1 only if somebody had none.
    const none = grimmer("1.33", "1.00", 9, { least: 0, most: 5 });
    expect(none.reachable).toBe(true);
    expect(grimmer("1.33", "1.12", 9, { least: 1, most: 5 }).reason).toBe("scale");
  });

  it("is quick where the scale is long", () => {
    expect(grimmer("49.52", "28.87", 200, { least: 0, most: 100 }).reachable).toBe(true);
  });

  it("refuses one subject, a negative SD and an empty scale", () => {
    expect(() => grimmer("1.0", "0.0", 1, SCALE)).toThrow("grimmer: needs n of at least 2");
    expect(() => grimmer("1.0", "-0.1", 4, SCALE)).toThrow("grimmer: needs an SD of at least 0");
    expect(() => grimmer("1.0", "0.1", 4, { least: 2, most: 1 })).toThrow(
      "least to most; got 2 to 1",
    );
  });
});
