import { describe, expect, it } from "vitest";
import { rocBand } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

const random = seeded(8);
const EVENTS = Array.from({ length: 60 }, (_, i) => i % 2);
const SCORES = EVENTS.map((event) => event + random.normal());

describe("rocBand", () => {
  it("is wider at a higher level and narrower with more subjects", () => {
    const width = (level: number): number =>
      rocBand(SCORES, EVENTS, "higher", { random: seeded(1), level, replicates: 400 }).width;
    expect(width(0.99)).toBeGreaterThan(width(0.8));
    const four = [0, 1, 2, 3].flatMap((k) => SCORES.map((x) => x + k * 1e-6));
    const more = rocBand(four, [EVENTS, EVENTS, EVENTS, EVENTS].flat(), "higher", {
      random: seeded(1),
      level: 0.8,
      replicates: 400,
    });
    expect(more.width / width(0.8)).toBeLessThan(0.75); // about one half
  });

  it("displaces every corner inside the square by its width along its slope", () => {
    const band = rocBand(SCORES, EVENTS, "higher", { random: seeded(1), replicates: 200 });
    const [x, y] = [band.falsePositiveRates, band.sensitivities];
    let inside = 0;
    for (let i = 0; i < x.length; i++) {
      const [dx, dy] = [
        band.upper.falsePositiveRates[i]! - x[i]!,
        band.upper.sensitivities[i]! - y[i]!,
      ];
      const isCut = band.upper.falsePositiveRates[i] === 0 || band.upper.sensitivities[i] === 1;
      if (isCut) continue;
      inside++;
      expect(Math.hypot(dx, dy)).toBeCloseTo(band.width, 10);
      expect(dy).toBeCloseTo(-dx, 10); // as many events as non-events
    }
    expect(inside).toBeGreaterThan(3);
  });

  it("repeats itself with the same seed and mirrors with the direction", () => {
    const one = rocBand(SCORES, EVENTS, "higher", { random: seeded(4), replicates: 100 });
    const other = rocBand(
      SCORES.map((x) => -x),
      EVENTS,
      "lower",
      { random: seeded(4), replicates: 100 },
    );
    expect(other.width).toBe(one.width);
    expect([...other.upper.sensitivities]).toEqual([...one.upper.sensitivities]);
  });

  it("has no width when the classes are separated", () => {
    const { width } = rocBand([1, 2, 3, 4], [0, 0, 1, 1], "higher", {
      random: seeded(1),
      replicates: 20,
    });
    expect(width).toBeCloseTo(0, 12);
  });

  it("refuses one replicate", () => {
    expect(() => rocBand(SCORES, EVENTS, "higher", { random: seeded(1), replicates: 1 })).toThrow(
      "rocBand: needs at least 2 replicates; got 1",
    );
  });
});
