import { describe, expect, it } from "vitest";
import { crossTabulate, crossTabulatePaired } from "../../../src/analysis/index.js";

describe("crossTabulate", () => {
  it("counts each combination and leaves out subjects with a gap", () => {
    const test = [true, true, true, false, false, false, null, true];
    const truth = [1, 1, 0, 1, 0, 0, 1, Number.NaN];
    expect(crossTabulate(test, truth)).toEqual({
      truePositive: 2,
      falsePositive: 1,
      falseNegative: 1,
      trueNegative: 2,
      missing: 2,
    });
  });

  it("takes typed columns", () => {
    const got = crossTabulate(Float64Array.of(1, 0, 0), Float64Array.of(0, 0, 1));
    expect([got.falsePositive, got.trueNegative, got.falseNegative]).toEqual([1, 1, 1]);
  });

  it("transposes when test and truth swap", () => {
    const test = [1, 1, 0, 0, 1];
    const truth = [1, 0, 1, 0, 1];
    const one = crossTabulate(test, truth);
    const other = crossTabulate(truth, test);
    expect(other.falsePositive).toBe(one.falseNegative);
    expect(other.truePositive).toBe(one.truePositive);
  });

  it("refuses unequal columns and values that are no finding, naming the place", () => {
    expect(() => crossTabulate([1, 0], [1])).toThrow(
      "crossTabulate: needs columns of equal length; got 2 and 1 values",
    );
    expect(() => crossTabulate([1, 2], [1, 0])).toThrow("got 2 in test[1]");
  });
});

describe("crossTabulatePaired", () => {
  const first = [1, 1, 1, 0, 0, null];
  const second = [1, 0, 1, 1, 0, 1];
  const truth = [1, 1, 0, 0, 0, 1];

  it("counts both tests against each other, apart by the truth", () => {
    expect(crossTabulatePaired(first, second, truth)).toEqual({
      diseased: [
        [1, 1],
        [0, 0],
      ],
      healthy: [
        [1, 0],
        [1, 1],
      ],
      missing: 1,
    });
  });

  it("has the margins of each test's own table", () => {
    const own = crossTabulate(second.slice(0, 5), truth.slice(0, 5));
    const { diseased, healthy } = crossTabulatePaired(first, second, truth);
    expect(diseased[0][0] + diseased[1][0]).toBe(own.truePositive);
    expect(healthy[0][0] + healthy[1][0]).toBe(own.falsePositive);
  });

  it("names itself and the column when it refuses", () => {
    expect(() => crossTabulatePaired([1], [2], [0])).toThrow(
      "crossTabulatePaired: needs 0, 1, true, false or missing; got 2 in second[0]",
    );
    expect(() => crossTabulatePaired([1], [1, 0], [0])).toThrow("got 1 and 2 and 1 values");
  });
});
