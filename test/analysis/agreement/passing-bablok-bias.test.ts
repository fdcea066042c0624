import { describe, expect, it } from "vitest";
import { passingBablok, passingBablokBias } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

const random = seeded(3);
const X = Array.from({ length: 40 }, () => 25 + 5 * random.normal());
const Y = X.map((value) => 1.1 * value - 1 + random.normal());

describe("passingBablokBias", () => {
  it("stands on the line, within its interval", () => {
    const { slope, intercept } = passingBablok(X, Y);
    const options = { random: seeded(1), replicates: 200 };
    const { decisionBiases, failed } = passingBablokBias(X, Y, [20, 30], options);
    for (const { at, bias } of decisionBiases) {
      expect(bias.value).toBeCloseTo(intercept.value + (slope.value - 1) * at, 10);
      expect(bias.ci.lower).toBeLessThan(bias.value);
      expect(bias.ci.upper).toBeGreaterThan(bias.value);
    }
    expect(failed).toBe(0);
  });

  it("is the same from the same seed", () => {
    const once = passingBablokBias(X, Y, [25], { random: seeded(5), replicates: 50 });
    const again = passingBablokBias(X, Y, [25], { random: seeded(5), replicates: 50 });
    const other = passingBablokBias(X, Y, [25], { random: seeded(6), replicates: 50 });
    expect(again).toEqual(once);
    expect(other.decisionBiases[0]!.bias.ci).not.toEqual(once.decisionBiases[0]!.bias.ci);
  });

  it("does not move with the zero of the scale", () => {
    const shift = (values: number[]): number[] => values.map((value) => value + 8);
    const here = passingBablokBias(X, Y, [25], { random: seeded(5), replicates: 50 });
    const there = passingBablokBias(shift(X), shift(Y), [33], {
      random: seeded(5),
      replicates: 50,
    });
    const [a, b] = [here, there].map(({ decisionBiases }) => decisionBiases[0]!.bias);
    expect(b!.value).toBeCloseTo(a!.value, 9);
    expect(b!.ci.upper).toBeCloseTo(a!.ci.upper, 9);
  });

  it("says so where there is no line", () => {
    const options = { random: seeded(1), replicates: 20 };
    const { decisionBiases, note } = passingBablokBias([1, 2, 3, 4], [8, 6, 4, 2], [2], options);
    expect(note).toBe("no-line");
    expect(decisionBiases[0]!.bias.ci.lower).toBe(Number.NaN);
  });

  it("refuses a single replicate", () => {
    expect(() => passingBablokBias(X, Y, [25], { random: seeded(1), replicates: 1 })).toThrow(
      "passingBablokBias: needs at least 2 replicates; got 1",
    );
  });
});
