import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aucPermutationTest } from "../../../src/analysis/index.js";
import { classesOf, type Sample, samples, win } from "./samples.js";

/** Every way to hand out the events, one by one. */
function byEnumeration({ scores, events }: Sample): number {
  const n = scores.length;
  const pairsWon = (mask: number): number => {
    const [some, others] = classesOf({ scores, events: scores.map((_, i) => (mask >> i) & 1) });
    return some.reduce((sum, event) => sum + others.reduce((s, o) => s + win(event, o), 0), 0);
  };
  const size = (mask: number): number => scores.filter((_, i) => (mask >> i) & 1).length;
  const observed = events.reduce((mask, event, i) => mask | (event << i), 0);
  const middle = (size(observed) * (n - size(observed))) / 2;
  const distance = Math.abs(pairsWon(observed) - middle);
  let [ways, far] = [0, 0];
  for (let mask = 0; mask < 1 << n; mask++) {
    if (size(mask) !== size(observed)) continue;
    ways++;
    if (Math.abs(pairsWon(mask) - middle) >= distance) far++;
  }
  return far / ways;
}

describe("aucPermutationTest", () => {
  it("is the share of all ways to hand out the events, with ties", () => {
    const few = samples.filter(({ scores }) => scores.length <= 9);
    fc.assert(
      fc.property(few, (sample) => {
        const { p } = aucPermutationTest(sample.scores, sample.events, "higher");
        expect(p).toBeCloseTo(byEnumeration(sample), 12);
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the direction", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const higher = aucPermutationTest(scores, events, "higher");
        const lower = aucPermutationTest(scores, events, "lower");
        expect(lower.p).toBeCloseTo(higher.p, 12);
        expect(lower.pNormal).toBeCloseTo(higher.pNormal, 12);
      }),
    );
  });

  it("reads 1 when all scores tie", () => {
    const got = aucPermutationTest([2, 2, 2], [0, 1, 1], "higher");
    expect([got.area, got.p, got.pNormal, got.note]).toEqual([0.5, 1, 1, "all-tied"]);
  });

  it("leaves thousands of each class to the normal distribution", () => {
    const scores = Array.from({ length: 4000 }, (_, i) => (i * 7919) % 4001);
    const got = aucPermutationTest(
      scores,
      scores.map((_, i) => i % 2),
      "higher",
    );
    expect([got.p, got.note]).toEqual([Number.NaN, "too-many-for-exact"]);
    expect(got.pNormal).toBeGreaterThan(0);
  });
});
