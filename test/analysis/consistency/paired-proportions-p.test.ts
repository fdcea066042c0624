import { describe, expect, it } from "vitest";
import { pairedProportionsP } from "../../../src/analysis/index.js";
import { binomialCdf, binomialPmf, chiSquareSurvival, seeded } from "../../../src/numeric/index.js";
import { printed, printedP, someRule } from "../../printing.js";

describe("pairedProportionsP", () => {
  it("tries every count and every overlap", () => {
    // 95 % of 22 is 21, 55 % is 12: both at least 11 and at most 12.
    const got = pairedProportionsP({ n: 22, first: { percent: "95" }, second: { percent: "55" } });
    expect(
      got.tables.map(({ both, onlyFirst, onlySecond }) => [both, onlyFirst, onlySecond]),
    ).toEqual([
      [12, 9, 0],
      [11, 10, 1],
    ]);
    // binom.test(0, 9), binom.test(1, 11): 0.00390625, 0.01171875
    expect(got.forms[0]).toMatchObject({
      form: "exact",
      lower: expect.closeTo(0.00390625, 12),
      upper: expect.closeTo(0.01171875, 12),
    });
    expect(got.agrees).toBe(true);
  });

  it("says which forms and tables give the printed p", () => {
    // mcnemar.test(matrix(c(10, 6, 1, 5), 2, byrow = TRUE)): 0.0587817, corrected 0.1305700; exact 0.125
    const margins = { n: 22, first: { count: "16" }, second: { count: "11" } };
    const agreeing = (p: string) =>
      pairedProportionsP({ ...margins, p }).tables.find(({ onlySecond }) => onlySecond === 1)!
        .agreeing;
    expect(agreeing("0.0588")).toEqual(["chi2"]);
    expect(agreeing("0.1306")).toEqual(["chi2-continuity"]);
    expect(agreeing("0.125")).toEqual(["exact"]);
    expect(agreeing("0.07")).toEqual(["mid-p"]);
    expect(pairedProportionsP({ ...margins, p: "0.0001" }).agrees).toBe(false);
  });

  it("has no chi-square without discordant subjects", () => {
    const same = { n: 8, first: { count: "8" }, second: { count: "8" } };
    const { tables, forms } = pairedProportionsP(same);
    expect(tables).toHaveLength(1);
    expect(tables[0]!.chi2).toBeNaN();
    expect(forms[2]).toMatchObject({ form: "chi2", lower: Number.NaN });
  });

  it("is empty where count and percentage differ", () => {
    const odd = { n: 22, first: { count: "12", percent: "95" }, second: { count: "11" } };
    expect(pairedProportionsP(odd)).toMatchObject({ tables: [], agrees: false });
  });

  it("refuses a method without figures, a count above n and too many tables", () => {
    const second = { count: "11" };
    expect(() => pairedProportionsP({ n: 22, first: {}, second })).toThrow(
      "pairedProportionsP: needs a count or a percentage of each method; got neither",
    );
    expect(() => pairedProportionsP({ n: 22, first: { count: "23" }, second })).toThrow(
      'needs a count from 0 to 22; got "23"',
    );
    const half = { percent: "50" };
    expect(() => pairedProportionsP({ n: 3000, first: half, second: half })).toThrow(
      "needs at most 200000 tables",
    );
  });

  it("never contradicts 100000 tables that were summarised, tested and printed", () => {
    const random = seeded(20240611);
    for (let run = 0; run < 100_000; run++) {
      const cells = Array.from({ length: 4 }, () => random.integer(7));
      const [a, b, c, d] = cells as [number, number, number, number];
      const n = a + b + c + d;
      if (b + c === 0) continue;
      const ps = mcNemarPs(b, c);
      const rule = someRule(random);
      const successes = (count: number) =>
        random.uniform() < 0.5
          ? { count: String(count) }
          : { percent: printed((100 * count) / n, random.integer(3), rule) };
      const summary = {
        ...{ n, first: successes(a + b), second: successes(a + c) },
        p: printedP(ps[random.integer(4)]!, random, rule),
      };
      const got = pairedProportionsP(summary);
      if (!got.agrees) expect([cells, summary, got.forms]).toBe("possible");
    }
  });
});

/** Exact p, mid-p and chi-square without and with continuity correction, of discordant counts. */
function mcNemarPs(b: number, c: number): [number, number, number, number] {
  const [fewer, both, apart] = [Math.min(b, c), b + c, Math.abs(b - c)];
  const tail = 2 * binomialCdf(fewer, both, 0.5);
  const chi2 = (excess: number): number => chiSquareSurvival(excess ** 2 / both, 1);
  const midP = b === c ? 1 : tail - binomialPmf(fewer, both, 0.5);
  return [Math.min(1, tail), midP, chi2(apart), chi2(Math.max(0, apart - 1))];
}
