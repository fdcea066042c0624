import { describe, expect, it } from "vitest";
import {
  type IntervalMultiplier,
  type MeanIntervalReading,
  meanInterval,
  type PrintedSpread,
} from "../../../src/analysis/index.js";

const time = { mean: "55", sd: "17", n: 12 };

const reading = (
  ci: readonly [string, string],
  multiplier: IntervalMultiplier = "t",
  spread: PrintedSpread = "sd",
  level = 0.95,
): MeanIntervalReading =>
  meanInterval(time, { ci, level }).readings.find(
    (one) => one.multiplier === multiplier && one.spread === spread,
  )!;

describe("meanInterval", () => {
  it("gives R's intervals", () => {
    // R: 55 + c(-1, 1) * qt(.975, 11) * 17 / sqrt(12), and with qnorm, qt(.95, 11), without √12, with √11
    const { readings } = meanInterval(time);
    const ends = readings.map(({ interval }) => [interval.lower, interval.upper]);
    const close = (i: number, lower: number, upper: number): void => {
      expect(ends[i]![0]).toBeCloseTo(lower, 7);
      expect(ends[i]![1]).toBeCloseTo(upper, 7);
    };
    close(0, 44.19871532, 65.80128468);
    close(1, 17.58325228, 92.41674772);
    close(2, 43.71842608, 66.28157392);
    close(3, 45.38152126, 64.61847874);
    const at90 = meanInterval(time, { level: 0.9 }).readings[0]!.interval;
    expect(at90.lower).toBeCloseTo(46.18673604, 7);
    expect(readings.filter(({ multiplier }) => multiplier === "two")).toHaveLength(3);
    expect(meanInterval(time, { level: 0.9 }).readings).toHaveLength(6);
  });

  it("tells the printed numbers' own interval from that of numbers that round to them", () => {
    expect(reading(["44.2", "65.8"]).fit).toBe("as-printed");
    expect(reading(["44.2", "65.8"], "normal").fit).toBe("none"); // half-width at most 9.90
    expect(reading(["45.1", "64.9"], "normal").fit).toBe("within-rounding"); // SD 17.49
    expect(reading(["44.5", "66.1"]).fit).toBe("within-rounding"); // mean 55.3
    expect(reading(["44.5", "66.8"]).fit).toBe("none"); // would need a mean of 55.65
    expect(reading(["43", "67"]).fit).toBe("none"); // half-width at most 11.12
  });

  it("wants one mean and one spread for both ends at once", () => {
    // Each end alone could be: 54.5 − 10.48 = 44.0, 55.5 + 10.48 = 66.0; together half-width 10.99 and
    // mean 55. But 44.90 to 66.10 needs mean 55.5 and half-width 10.6; 43.50 to 64.00 mean 53.75.
    expect(reading(["44.0", "66.0"]).fit).toBe("within-rounding");
    expect(reading(["44.90", "66.10"]).fit).toBe("within-rounding");
    expect(reading(["43.50", "64.00"]).fit).toBe("none");
  });

  it("says what each figure would have to be, were the others right", () => {
    const { instead } = reading(["44.2", "75.8"]);
    // Upper end from 44.2: mean 54.5 to 55.5, so the half-width 10.48 to 11.12 and the end 2m − 44.2.
    expect(instead.upper!.lower).toBeGreaterThan(64.8);
    expect(instead.upper!.upper).toBeLessThan(66.9);
    expect(instead.mean).toBeUndefined(); // no mean makes so wide an interval
    expect(instead.sd).toBeUndefined(); // nor an SD one whose middle is 60
    expect(reading(["34.2", "75.8"]).instead.sd!.lower).toBeCloseTo((20.75 / 10.80128468) * 17, 3);
  });

  it("reads ± as the standard error too", () => {
    expect(reading(["17.6", "92.4"], "t", "sem").fit).toBe("as-printed");
    expect(reading(["45.2", "64.8"], "two").fit).toBe("as-printed"); // 2·17/√12 = 9.815
  });

  it("names what no method can give", () => {
    expect(meanInterval(time, { ci: ["65.8", "44.2"] }).fault).toBe("ends-swapped");
    expect(meanInterval(time, { ci: ["60", "65"] }).fault).toBe("estimate-outside");
    expect(meanInterval(time, { ci: ["44.2", "65.8"] }).fault).toBeUndefined();
  });

  it("takes a mean without spread for its own interval", () => {
    const constant = meanInterval({ mean: "1", sd: "0", n: 12 }, { ci: ["1", "1"] });
    expect(constant.readings[0]!.fit).toBe("as-printed");
  });

  it("refuses one value and a negative SD", () => {
    expect(() => meanInterval({ ...time, n: 1 })).toThrow("meanInterval: needs n of at least 2");
    expect(() => meanInterval({ ...time, sd: "-1" })).toThrow("meanInterval: needs an SD");
  });
});
