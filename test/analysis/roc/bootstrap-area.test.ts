import { describe, expect, it } from "vitest";
import { areaUnderCurve, bootstrapAreaUnderCurve } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { classesOf, win } from "./samples.js";

const scores = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7];
const events = [1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0];

describe("bootstrapAreaUnderCurve", () => {
  it("draws the areas of the stratified samples that its seed gives", () => {
    const replicates = 50;
    const got = bootstrapAreaUnderCurve(scores, events, "higher", {
      random: seeded(7),
      replicates,
    });
    const [some, others] = classesOf({ scores, events }).map((list) => list.sort((a, b) => a - b));
    const random = seeded(7);
    const draw = (values: readonly number[]): number[] => {
      const counts = new Uint32Array(values.length);
      random.resample(counts);
      return values.flatMap((value, i) => new Array<number>(counts[i]!).fill(value));
    };
    for (const area of got.replicates) {
      const drawnOthers = draw(others!); // non-events come first
      const drawnEvents = draw(some!);
      let won = 0;
      for (const event of drawnEvents) for (const other of drawnOthers) won += win(event, other);
      expect(area).toBeCloseTo(won / (some!.length * others!.length), 14);
    }
  });

  it("spreads as DeLong's variance says, but for the divisors", () => {
    const got = bootstrapAreaUnderCurve(scores, events, "higher", {
      random: seeded(1),
      replicates: 20_000,
    });
    const { value, standardError } = areaUnderCurve(scores, events, "higher");
    expect(got.value).toBe(value);
    expect(got.mean).toBeCloseTo(value, 2);
    expect(got.standardError / standardError.deLong).toBeGreaterThan(0.9);
    expect(got.standardError / standardError.deLong).toBeLessThan(1);
  });

  it("gives the same intervals for the same seed, whatever the order of the subjects", () => {
    const order = scores.map((_, i) => (i * 5) % scores.length);
    const again = bootstrapAreaUnderCurve(
      order.map((i) => scores[i]!),
      order.map((i) => events[i]!),
      "higher",
      { random: seeded(3) },
    );
    expect(again).toEqual(bootstrapAreaUnderCurve(scores, events, "higher", { random: seeded(3) }));
    expect(again.replicates).toHaveLength(2000);
    expect(again.bca.lower).toBeLessThan(again.percentile.lower); // the distribution is skew
  });

  it("has no BCa interval when the classes are apart", () => {
    const got = bootstrapAreaUnderCurve([1, 2, 3, 4], [0, 0, 1, 1], "higher", {
      random: seeded(1),
    });
    expect([got.note, got.bca.lower, got.percentile.lower]).toEqual([
      "bca-undefined",
      Number.NaN,
      1,
    ]);
  });
});
