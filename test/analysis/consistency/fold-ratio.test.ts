import { describe, expect, it } from "vitest";
import { foldRatio } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed, someRule } from "../../printing.js";

const agreeing = (first: string, second: string, ratio: string): string[] =>
  foldRatio(first, second, ratio).readings.flatMap(({ reading, agrees }) =>
    agrees === "no" ? [] : [`${reading} ${agrees}`],
  );

describe("foldRatio", () => {
  it("reads the threefold fall of a dose as a difference over what is left", () => {
    // 7921/1978 = 4.0045, (7921 − 1978)/1978 = 3.0045; 7291/1978 = 3.686, (7291 − 1978)/1978 = 2.686
    expect(agreeing("1978", "7921", "3")).toEqual(["difference/first as-printed"]);
    expect(agreeing("1978", "7921", "4")).toEqual(["second/first as-printed"]);
    expect(agreeing("1978", "7291", "3")).toEqual([
      "second/first by-truncation",
      "difference/first as-printed",
    ]);
    expect(agreeing("1978", "7291", "3.7")).toEqual(["second/first as-printed"]);
    expect(agreeing("1978", "7291", "5")).toEqual([]);
  });

  it("keeps each reading's range", () => {
    // 1.5 to 2.5 over 3.5 to 4.5: 0.333 to 0.714, and the other way 1.4 to 3
    const [quotient, inverse, change, other] = foldRatio("2", "4", "0.5").readings;
    expect([quotient!.lower, quotient!.upper]).toEqual([1.5 / 4.5, 2.5 / 3.5]);
    expect([inverse!.lower, inverse!.upper]).toEqual([3.5 / 2.5, 3]);
    expect([change!.lower, change!.upper]).toEqual([3.5 / 2.5 - 1, 2]);
    expect([other!.asPrinted, other!.upper]).toEqual([0.5, 1 - 1.5 / 4.5]);
    expect(quotient!.agrees).toBe("as-printed");
    expect(agreeing("2", "4", "0.6")).toContain("first/second within-rounding");
  });

  it("knows no change as a difference of nothing", () => {
    expect(agreeing("10", "10", "1.0")).toEqual([
      "first/second as-printed",
      "second/first as-printed",
    ]);
    expect(agreeing("10", "10", "0.0")).toContain("difference/first as-printed");
  });

  it("lets a difference have the sign of its direction", () => {
    expect(agreeing("100", "27", "-0.73")).toEqual(["difference/first as-printed"]);
    expect(agreeing("-2", "1", "-2.0")).toEqual([
      "first/second as-printed",
      "difference/first within-rounding",
      "difference/second within-rounding",
    ]);
  });

  it("allows anything over a value that may be 0", () => {
    const [quotient] = foldRatio("5", "0", "40").readings;
    expect(quotient).toMatchObject({
      asPrinted: Number.NaN,
      lower: Number.NEGATIVE_INFINITY,
      upper: Number.POSITIVE_INFINITY,
      agrees: "within-rounding",
    });
  });

  it("never contradicts the ratio of two values, and seldom misses a wrong one", () => {
    const random = seeded(17);
    let missed = 0;
    for (let i = 0; i < 100_000; i++) {
      const [a, b] = [0, 1].map(() => Math.exp(3 * random.normal()));
      const decimals = random.integer(3);
      const rule = someRule(random);
      const texts = [a!, b!].map((x) => printed(x, decimals, rule));
      const all = [a! / b!, b! / a!, Math.abs(a! - b!) / a!, Math.abs(a! - b!) / b!];
      const of = random.integer(4);
      const { readings } = foldRatio(
        texts[0]!,
        texts[1]!,
        printed(all[of]!, random.integer(4), rule),
      );
      if (!["as-printed", "within-rounding"].includes(readings[of]!.agrees)) {
        expect({ a, b, texts, reading: readings[of] }).toBeUndefined();
      }
      if (i % 10 > 0) continue;
      const wrong = foldRatio(texts[0]!, texts[1]!, printed(all[of]! * 2.5 + 0.5, 2, rule));
      if (wrong.readings.some(({ agrees }) => agrees !== "no")) missed++;
    }
    expect(missed / 10_000).toBeLessThan(0.5);
  });

  it("refuses what is no number", () => {
    expect(() => foldRatio("1978", "7291", "threefold")).toThrow(
      'foldRatio: needs a printed number such as "0.60"; got "threefold"',
    );
  });
});
