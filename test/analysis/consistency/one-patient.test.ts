import { describe, expect, it } from "vitest";
import { onePatient, proportionTests } from "../../../src/analysis/index.js";

describe("onePatient", () => {
  it("moves one patient in every direction and compares each p", () => {
    const got = onePatient({ count: 11, n: 12 }, { count: 3, n: 11 });
    expect(got.moves.map(({ first, second }) => [first.count, second.count])).toEqual([
      [12, 3],
      [10, 3],
      [11, 4],
      [11, 2],
    ]);
    for (const { first, second, tests } of got.moves) {
      expect(tests.map(({ p }) => p)).toEqual(proportionTests(first, second).map(({ p }) => p));
      expect(tests.map(({ before }) => before)).toEqual(got.before.map(({ p }) => p));
    }
  });

  it("says where a p crosses alpha", () => {
    // Fisher of 5/20 against 0/25 is 0.0119, of 4/20 against 0/25 0.0326, of 5/20 against 1/25 0.0741
    const { moves } = onePatient({ count: 5, n: 20 }, { count: 0, n: 25 });
    const fisher = moves.map(({ arm, move, tests }) => [arm, move, tests[0]!.crosses]);
    expect(fisher).toEqual([
      ["first", "failure-to-success", false],
      ["first", "success-to-failure", false],
      ["second", "failure-to-success", true],
    ]);
    const strict = onePatient({ count: 5, n: 20 }, { count: 0, n: 25 }, { alpha: 0.02 });
    expect(strict.moves.map(({ tests }) => tests[0]!.crosses)).toEqual([false, true, true]);
  });

  it("makes no move out of an arm", () => {
    const { moves } = onePatient({ count: 0, n: 1 }, { count: 1, n: 1 });
    expect(moves.map(({ arm, move }) => `${arm} ${move}`)).toEqual([
      "first failure-to-success",
      "second success-to-failure",
    ]);
  });

  it("does not call an undefined p a crossing", () => {
    const { moves } = onePatient({ count: 0, n: 9 }, { count: 0, n: 9 });
    for (const { tests } of moves) {
      for (const { before, crosses } of tests)
        if (Number.isNaN(before)) expect(crosses).toBe(false);
    }
  });

  it("refuses an empty arm", () => {
    expect(() => onePatient({ count: 0, n: 0 }, { count: 1, n: 2 })).toThrow("onePatient: needs n");
  });
});
