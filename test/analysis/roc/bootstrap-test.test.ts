import { describe, expect, it } from "vitest";
import {
  bootstrapAreaTest,
  bootstrapAreaUnderCurve,
  deLongTest,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

const higher = (scores: readonly number[]) => ({ scores, direction: "higher" as const });
const one = Array.from({ length: 60 }, (_, i) => ((i * 37) % 61) + 15 * (i % 2));
const two = Array.from({ length: 60 }, (_, i) => ((i * 23) % 59) + 5 * (i % 2));
const events = one.map((_, i) => i % 2);

describe("bootstrapAreaTest", () => {
  it("draws subjects with both scores: against a constant it is the bootstrap of one area", () => {
    // In ascending order a draw by subject is a draw by rank.
    const order = one.map((_, i) => i).sort((i, j) => one[i]! - one[j]!);
    const sorted = order.map((i) => one[i]!);
    const outcomes = order.map((i) => events[i]!);
    const options = { replicates: 50 };
    const constant = higher(sorted.map(() => 0));
    const got = bootstrapAreaTest(higher(sorted), constant, outcomes, {
      random: seeded(4),
      ...options,
    });
    const area = bootstrapAreaUnderCurve(sorted, outcomes, "higher", {
      random: seeded(4),
      ...options,
    });
    for (const [i, difference] of got.replicates.entries()) {
      expect(difference).toBeCloseTo(area.replicates[i]! - 0.5, 13);
    }
  });

  it("agrees with DeLong's test", () => {
    const options = { replicates: 5000, margin: 0.05 };
    const got = bootstrapAreaTest(higher(one), higher(two), events, {
      random: seeded(6),
      ...options,
    });
    const want = deLongTest(higher(one), higher(two), events, { margin: 0.05 });
    expect(got.difference.value).toBe(want.difference.value);
    expect([got.first, got.second]).toEqual([want.first.value, want.second.value]);
    expect(Math.abs(got.standardError / want.standardError - 1)).toBeLessThan(0.05);
    expect(Math.abs(got.p - want.p)).toBeLessThan(0.05);
    expect(Math.abs(got.nonInferiority!.p - want.nonInferiority!.p)).toBeLessThan(0.02);
  });

  it("has nothing to test when both markers rank alike", () => {
    const got = bootstrapAreaTest(higher(one), higher(one.map((x) => x ** 3)), events, {
      random: seeded(1),
    });
    expect([got.z, got.p, got.note]).toEqual([0, 1, "same-ranking"]);
  });
});
