import { describe, expect, it } from "vitest";
import {
  type Interval,
  oddsRatio,
  printedEffectP,
  proportionTests,
  riskDifference,
  riskRatio,
} from "../../../src/analysis/index.js";
import {
  normalSurvival,
  normalUpperQuantile,
  seeded,
  tTwoSided,
  tUpperQuantile,
} from "../../../src/numeric/index.js";
import { oneOf, printed, printedPOf } from "./printing.js";

const standing = (measure: string, [lower, estimate, upper]: string[], p: string): string =>
  printedEffectP(measure, estimate!, [lower!, upper!], p)!.standing;

describe("printedEffectP", () => {
  it("gives the p of Altman and Bland's examples", () => {
    // Altman & Bland 2011: RR 0.81 (0.70 to 0.94), SE 0.0752, z = −2.80; R: log(0.94 / 0.70) / 2 / qnorm(0.975) and 2 * pnorm(z).
    const ratio = printedEffectP("RR", "0.81", ["0.70", "0.94"], "0.005")!;
    expect(ratio.standardError).toBeCloseTo(0.075205346258, 11);
    expect(ratio.z).toBeCloseTo(-2.801942173, 8);
    expect(ratio.normal.asPrinted).toBeCloseTo(0.005079597777, 11);
    expect(ratio).toMatchObject({ standing: "by-normal", interval: "excludes", nothing: 1 });
    // R: 2 * pnorm(-2 / (3 / (2 * qnorm(0.975))))
    const difference = printedEffectP("MD", "2.0", ["0.5", "3.5"], "0.01")!;
    expect(difference.normal.asPrinted).toBeCloseTo(0.00896764046, 10);
  });

  it("allows what rounds so, and a t interval of a difference", () => {
    expect(standing("MD", ["0.5", "2.0", "3.5"], "0.012")).toBe("within-rounding");
    expect(standing("MD", ["0.5", "2.0", "3.5"], "0.02")).toBe("by-t");
    expect(standing("OR", ["1.20", "2.10", "3.68"], "0.02")).toBe("near");
  });

  it("knows p and interval that decide otherwise", () => {
    expect(standing("OR", ["1.20", "2.10", "3.68"], "0.25")).toBe("opposite");
    // 2 * pnorm(-log(2.5) / (log(4.96 / 1.26) / 2 / qnorm(0.975))) is 0.0088; by enumeration no
    // table whose interval is so narrow has a p above 0.05 by another test
    expect(standing("OR", ["1.26", "2.50", "4.96"], "0.09")).toBe("opposite");
    expect(standing("OR", ["1.26", "2.50", "4.96"], ">0.05")).toBe("opposite");
    expect(standing("OR", ["1.26", "2.50", "4.96"], "0.02")).toBe("near");
    expect(standing("HR", ["0.60", "0.80", "1.07"], "0.001")).toBe("opposite");
    expect(standing("HR", ["0.60", "0.80", "1.07"], "<0.05")).toBe("near"); // 0.13 could be another test's 0.049
    expect(standing("MD", ["0.5", "2.0", "3.5"], ">0.5")).toBe("opposite");
    expect(standing("HR", ["0.40", "0.50", "0.63"], "0.04")).toBe("far");
    expect(standing("HR", ["0.40", "0.50", "1.00"], "0.06")).toBe("near"); // the limit touches 1
  });

  it("reads one-sided p and other levels", () => {
    const numbers = ["HR", "0.80", ["0.60", "1.07"]] as const;
    expect(printedEffectP(...numbers, "0.065", { sides: 1 })!.standing).toBe("by-normal");
    expect(printedEffectP(...numbers, "0.065")).toMatchObject({ otherSided: true });
    expect(printedEffectP(...numbers, "0.20", { level: 0.9 })!.standing).toBe("by-normal");
  });

  it("compares nothing where an interval has no null value or no width", () => {
    expect(printedEffectP("AUC", "0.88", ["0.77", "0.99"], "0.01")).toBeUndefined();
    expect(printedEffectP("OR", "2", ["-4", "-1"], "0.01")).toBeUndefined();
  });

  it("never contradicts a p and an interval of the same effect, however both are rounded", () => {
    const random = seeded(20240613);
    const wrong: string[] = [];
    for (let i = 0; i < 50_000; i++) {
      const isRatio = i % 2 === 0;
      const df = isRatio ? Number.POSITIVE_INFINITY : 1 + random.integer(80);
      const error = 0.05 + random.uniform();
      const effect = error * random.normal() * 3;
      const level = oneOf([0.9, 0.95, 0.99], random);
      const tail = (1 - level) / 2;
      const reach = error * (isRatio ? normalUpperQuantile(tail) : tUpperQuantile(tail, df));
      const to = isRatio ? Math.exp : (x: number) => x * 7;
      const decimals = 1 + random.integer(3);
      const text = [effect - reach, effect, effect + reach].map((x) =>
        printed(to(x), decimals, random),
      );
      const z = Math.abs(effect / error);
      const p = printedPOf(isRatio ? 2 * normalSurvival(z) : tTwoSided(z, df), random);
      const measure = isRatio
        ? oneOf(["HR", "OR", "RR", "x"], random)
        : oneOf(["MD", "SMD", "y"], random);
      const got = printedEffectP(measure, text[1]!, [text[0]!, text[2]!], p, { level })?.standing;
      if (got === "opposite" || got === "far" || (got === "near" && isRatio))
        wrong.push([measure, ...text, p, level, got].join(" "));
    }
    expect(wrong).toEqual([]);
  });

  it("never contradicts a p of another test of the same table, in arms of ten or more", () => {
    const random = seeded(20240614);
    const wrong: string[] = [];
    for (let i = 0; i < 4_000; i++) {
      const n = [10 + random.integer(30), 10 + random.integer(30)].sort((a, b) => a - b);
      if (n[1]! > 2 * n[0]!) continue;
      const arms = n.map((size) => ({ count: random.integer(size + 1), n: size })) as [Arm, Arm];
      const tests = proportionTests(...arms, { mostTables: 0 }).filter(
        ({ alternative, p }) => alternative === "two-sided" && p >= 0,
      );
      if (tests.length === 0) continue;
      const or = oddsRatio(...arms);
      const rr = riskRatio(...arms);
      const rd = riskDifference(...arms);
      const made: [string, number, Interval][] = [
        ["OR", or.value, or.woolf],
        ["RR", rr.value, rr.katz],
        ["RD", rd.value, rd.newcombe],
      ];
      for (const [measure, value, { lower, upper }] of made) {
        const text = [lower, value, upper].map((x) =>
          Number.isFinite(x) ? printed(x, 3, random) : "",
        );
        if (text.includes("") || lower === upper) continue;
        const p = printedPOf(oneOf(tests, random).p, random);
        const got = printedEffectP(measure, text[1]!, [text[0]!, text[2]!], p)?.standing;
        if (got === "opposite" || got === "far")
          wrong.push([measure, ...text, p, got, JSON.stringify(arms)].join(" "));
      }
    }
    expect(wrong).toEqual([]);
  });
});

interface Arm {
  readonly count: number;
  readonly n: number;
}
