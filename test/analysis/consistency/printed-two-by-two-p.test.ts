import { describe, expect, it } from "vitest";
import {
  mcNemarTest,
  printedTwoByTwoP,
  proportionTests,
  type TwoByTwo,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { oneOf, printedPOf } from "./printing.js";

const TABLE: TwoByTwo = [
  [8, 2],
  [1, 5],
];
const agreeing = (p: string, table = TABLE): string[] =>
  printedTwoByTwoP(table, p)
    .tests.filter((one) => one.agrees)
    .map(({ test }) => test);

describe("printedTwoByTwoP", () => {
  it("finds the test behind a p", () => {
    // R: fisher.test(m)$p.value 0.03496503, chisq.test(m, correct = FALSE)$p.value 0.01342542,
    // mcnemar.test(m, correct = FALSE)$p.value 0.5637
    expect(agreeing("0.035")).toEqual(["fisher"]);
    expect(agreeing("0.013")).toEqual(["chi2"]);
    expect(agreeing("0.56")).toEqual(["mcnemar-chi2"]);
    expect(agreeing("0.625")).toEqual(["mcnemar-mid-p"]);
  });

  it("asks Barnard's and Boschloo's tests where no other gives it", () => {
    const p = proportionTests({ count: 8, n: 10 }, { count: 1, n: 6 }).find(
      ({ test, alternative }) => test === "barnard" && alternative === "two-sided",
    )!.p;
    expect(agreeing(p.toFixed(5))).toEqual(["barnard"]);
  });

  it("says what would give it one-sided, or by Wald's unpooled test", () => {
    // R: fisher.test(m, alternative = "greater")$p.value is 0.02447552
    expect(printedTwoByTwoP(TABLE, "0.0245")).toMatchObject({
      agrees: false,
      oneSided: ["fisher"],
    });
    // z = (0.8 − 1/6)/√(0.8 · 0.2/10 + (1/6)(5/6)/6) = 3.2005, p = 0.00137
    expect(printedTwoByTwoP(TABLE, "0.0014")).toMatchObject({
      agrees: false,
      byWaldDifference: true,
    });
  });

  it("copes with empty rows and cells", () => {
    expect(
      agreeing("0.004", [
        [10, 0],
        [0, 0],
      ]),
    ).toEqual([]);
    expect(
      agreeing("1.00", [
        [10, 0],
        [0, 0],
      ]),
    ).toContain("mcnemar");
    expect(() =>
      printedTwoByTwoP(
        [
          [0, 0],
          [0, 0],
        ],
        "0.5",
      ),
    ).toThrow("needs at least one subject");
  });

  it("never contradicts a p that was computed by one of the tests", () => {
    const random = seeded(20240622);
    const wrong: unknown[] = [];
    for (let i = 0; i < 20_000; i++) {
      const size = 1 + random.integer(40);
      const table: TwoByTwo = [
        [random.integer(size), 1 + random.integer(size)],
        [1 + random.integer(size), random.integer(size)],
      ];
      const [[a, b], [c, d]] = table;
      const mostTables = i % 40 === 0 && size < 12 ? 1000 : 0;
      const tests = proportionTests({ count: a, n: a + b }, { count: c, n: c + d }, { mostTables });
      const two = tests.filter(({ alternative, p }) => alternative === "two-sided" && p >= 0);
      const { exact, midP, chiSquare } = mcNemarTest(table);
      const p = printedPOf(
        oneOf(
          [...two.map((one) => one.p), exact, midP, chiSquare.p].filter((x) => x >= 0),
          random,
        ),
        random,
      );
      if (!printedTwoByTwoP(table, p).agrees) wrong.push({ table, p });
    }
    expect(wrong).toEqual([]);
  });
});
