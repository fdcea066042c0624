import { describe, expect, it } from "vitest";
import {
  type PrintedTwoByTwoRates,
  printedTwoByTwo,
  type TwoByTwo,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed } from "./printing.js";

const TABLE: TwoByTwo = [
  [45, 6],
  [5, 44],
];
const layouts = (rates: PrintedTwoByTwoRates, table = TABLE): string[] =>
  printedTwoByTwo(table, rates).agreeing.map(
    ({ layout }) => `${layout.rows} ${layout.firstRow} ${layout.firstColumn}`,
  );

describe("printedTwoByTwo", () => {
  it("finds the layout that gives all rates", () => {
    // 45/50 = 90.0, 44/50 = 88.0, 45/51 = 88.24, 44/49 = 89.80, 89/100.
    const rates = {
      sensitivity: "90.0",
      specificity: "88.0",
      ppv: "88.2",
      npv: "89.8",
      accuracy: "89",
    };
    expect(layouts(rates)).toEqual(["test positive positive"]);
    expect(
      layouts({ ...rates, sensitivity: "88.2", ppv: "90.0", specificity: "89.8", npv: "88.0" }),
    ).toEqual(["disease positive positive"]);
    expect(layouts({ sensitivity: "88.0", ppv: "89.8" })).toEqual(["test negative negative"]);
    expect(layouts({ sensitivity: "90.0", specificity: "89.0" })).toEqual([]);
  });

  it("reads rates as per cent or as fractions", () => {
    expect(layouts({ sensitivity: "0.90", specificity: "88" })[0]).toBe("test positive positive");
    expect(layouts({ accuracy: "1" })).toEqual([]);
    expect(
      layouts({ specificity: "1.00" }, [
        [9, 0],
        [1, 12],
      ])[0],
    ).toBe("test positive positive");
    // 1/200 is 0.5 % and 0.005
    expect(
      layouts({ sensitivity: "0.5" }, [
        [1, 3],
        [199, 5],
      ])[0],
    ).toBe("test positive positive");
  });

  it("rounds a half either way", () => {
    // 1/8 = 12.5 %
    for (const sensitivity of ["12", "13"]) {
      expect(
        layouts({ sensitivity }, [
          [1, 3],
          [7, 5],
        ])[0],
      ).toBe("test positive positive");
    }
    expect(
      layouts({ sensitivity: "14" }, [
        [1, 3],
        [7, 5],
      ]),
    ).toEqual([]);
  });

  it("knows the odds ratio of the sample, with ½ added, and conditional on the margins", () => {
    const form = (odds: string, table = TABLE) =>
      printedTwoByTwo(table, { odds }).agreeing[0]?.rates[0]?.form;
    expect(form("66")).toBe("sample"); // 45 · 44/(6 · 5)
    expect(
      form("525", [
        [10, 0],
        [0, 12],
      ]),
    ).toBe("haldane"); // 10.5 · 12.5/0.25
    // R: fisher.test(matrix(c(8, 1, 2, 5), 2))$estimate is 15.46969
    expect(
      form("15.47", [
        [8, 2],
        [1, 5],
      ]),
    ).toBe("conditional");
    expect(
      form("0.05", [
        [8, 2],
        [1, 5],
      ]),
    ).toBe("sample"); // its inverse, rows negative first
    expect(form("67")).toBeUndefined();
  });

  it("leaves a rate with an empty denominator undefined", () => {
    const { best } = printedTwoByTwo(
      [
        [10, 0],
        [5, 0],
      ],
      { specificity: "80" },
    );
    expect(best.rates[0]).toMatchObject({ agrees: false, value: Number.NaN });
  });

  it("refuses what is no table and no rate", () => {
    expect(() => printedTwoByTwo(TABLE, {})).toThrow(
      "printedTwoByTwo: needs a rate or odds; got none",
    );
    expect(() => printedTwoByTwo(TABLE, { lift: "3" } as never)).toThrow("got lift");
    expect(() => printedTwoByTwo(TABLE, { ppv: "-3" })).toThrow(
      'needs a ppv of at least 0; got "-3"',
    );
  });

  it("never contradicts rates that were computed from a table, however laid out", () => {
    const random = seeded(20240620);
    const wrong: unknown[] = [];
    for (let i = 0; i < 100_000; i++) {
      const size = 1 + random.integer(60);
      const [tp, fp, fn, tn] = [0, 0, 0, 0].map(() => random.integer(size)) as [
        number,
        number,
        number,
        number,
      ];
      let table: TwoByTwo = [
        [tp, fp],
        [fn, tn],
      ];
      if (random.uniform() < 0.5)
        table = [
          [table[0][0], table[1][0]],
          [table[0][1], table[1][1]],
        ];
      if (random.uniform() < 0.3) table = [table[1], table[0]];
      if (random.uniform() < 0.3)
        table = [
          [table[0][1], table[0][0]],
          [table[1][1], table[1][0]],
        ];
      const haldane = ((tp + 0.5) * (tn + 0.5)) / ((fp + 0.5) * (fn + 0.5));
      const values = {
        sensitivity: tp / (tp + fn),
        specificity: tn / (tn + fp),
        ppv: tp / (tp + fp),
        npv: tn / (tn + fn),
        accuracy: (tp + tn) / (tp + fp + fn + tn),
        odds: fp * fn === 0 || random.uniform() < 0.2 ? haldane : (tp * tn) / (fp * fn),
      };
      const scale = random.uniform() < 0.7 ? 100 : 1;
      const decimals = random.integer(3) + (scale === 1 ? 2 : 0);
      const rates = Object.fromEntries(
        Object.entries(values)
          .filter(([, value]) => Number.isFinite(value) && random.uniform() < 0.5)
          .map(([rate, value]) => [
            rate,
            printed(rate === "odds" ? value : scale * value, decimals, random),
          ]),
      );
      if (Object.keys(rates).length === 0) continue;
      if (printedTwoByTwo(table, rates).agreeing.length === 0) wrong.push({ table, rates });
    }
    expect(wrong).toEqual([]);
  });

  it("finds most rates of another table", () => {
    const random = seeded(20240621);
    let found = 0;
    for (let i = 0; i < 1000; i++) {
      const [a, b, c, d] = [0, 0, 0, 0].map(() => 5 + random.integer(60)) as [
        number,
        number,
        number,
        number,
      ];
      const rates = {
        sensitivity: printed((100 * (a + 1)) / (a + c), 1, random),
        specificity: printed((100 * d) / (b + d), 1, random),
      };
      if (
        printedTwoByTwo(
          [
            [a, b],
            [c, d],
          ],
          rates,
        ).agreeing.length === 0
      )
        found++;
    }
    expect(found / 1000).toBeGreaterThan(0.95);
  });
});
