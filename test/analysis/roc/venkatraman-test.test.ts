import { describe, expect, it } from "vitest";
import { venkatramanTest } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

const FIRST = [3.1, 2.2, 5.4, 1.1, 4.8, 2.9, 3.3, 0.4, 6.1, 1.9];
const SECOND = [2.5, 2.8, 4.1, 3.6, 4.9, 1.7, 2.2, 1.3, 0.2, 5.5];
const EVENTS = [1, 0, 1, 0, 1, 0, 1, 0, 1, 0];
const marker = (scores: readonly number[]): { scores: readonly number[]; direction: "higher" } => ({
  scores,
  direction: "higher",
});

describe("venkatramanTest", () => {
  it("has pROC's statistic without ties", () => {
    const test = venkatramanTest(marker(FIRST), marker(SECOND), EVENTS, { random: seeded(1) });
    expect(test.statistic).toBe(26); // pROC:::venkatraman.paired.stat(rank(s1), rank(s2), …)
  });

  it("has p of 1 for a marker against itself and its monotone image", () => {
    const image = FIRST.map((x) => x ** 3);
    const test = venkatramanTest(marker(FIRST), marker(image), EVENTS, {
      random: seeded(1),
      replicates: 50,
    });
    expect(test).toMatchObject({ statistic: 0, p: 1 });
  });

  it("does not ask which marker comes first", () => {
    const one = venkatramanTest(marker(FIRST), marker(SECOND), EVENTS, { random: seeded(3) });
    const other = venkatramanTest(marker(SECOND), marker(FIRST), EVENTS, { random: seeded(3) });
    expect(other.statistic).toBe(one.statistic);
    expect(Math.abs(other.p - one.p)).toBeLessThan(0.06);
  });

  it("rejects a marker that separates against one that does not, and repeats itself", () => {
    const events = Array.from({ length: 60 }, (_, i) => i % 2);
    const good = events.map((event, i) => event + i / 1000);
    const poor = events.map((_, i) => Math.sin(17 * i));
    const test = venkatramanTest(marker(good), marker(poor), events, {
      random: seeded(2),
      replicates: 199,
    });
    expect(test.p).toBe(1 / 200);
    const again = venkatramanTest(marker(good), marker(poor), events, {
      random: seeded(2),
      replicates: 199,
    });
    expect([...again.replicates]).toEqual([...test.replicates]);
  });

  it("has about the right size when both markers are alike", () => {
    const random = seeded(5);
    let rejected = 0;
    for (let i = 0; i < 200; i++) {
      const events = Array.from({ length: 40 }, (_, j) => j % 2);
      const truth = events.map((event) => event + random.normal());
      const noisy = (): number[] => truth.map((x) => x + random.normal());
      const test = venkatramanTest(marker(noisy()), marker(noisy()), events, {
        random: random.stream(i),
        replicates: 99,
      });
      if (test.p <= 0.1) rejected++;
    }
    expect(rejected).toBeGreaterThan(5);
    expect(rejected).toBeLessThan(36); // 20 expected, binomial SD 4.2
  });

  it("refuses to go without chance", () => {
    expect(() =>
      venkatramanTest(marker(FIRST), marker(SECOND), EVENTS, { random: undefined as never }),
    ).toThrow("venkatramanTest: needs a source of chance");
  });
});
