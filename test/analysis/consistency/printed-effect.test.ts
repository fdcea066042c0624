import { describe, expect, it } from "vitest";
import { IMPOSSIBLE } from "../../../src/analysis/consistency/printed-effect.js";
import {
  type Interval,
  oddsRatio,
  printedEffect,
  riskDifference,
  riskRatio,
} from "../../../src/analysis/index.js";
import {
  normalUpperQuantile,
  type Random,
  seeded,
  tUpperQuantile,
} from "../../../src/numeric/index.js";
import { oneOf, printed } from "./printing.js";

const standing = (measure: string, estimate: string, lower: string, upper: string): string =>
  printedEffect(measure, estimate, [lower, upper]).standing;

describe("printedEffect", () => {
  it("finds ratios in the middle on the log scale and differences on the natural one", () => {
    // Altman & Bland 2011: RR 0.81 (0.70 to 0.94).
    expect(standing("RR", "0.81", "0.70", "0.94")).toBe("symmetric");
    expect(standing("MD", "2.0", "0.5", "3.5")).toBe("symmetric");
    expect(standing("logOR", "-0.35", "-0.80", "0.10")).toBe("symmetric");
    expect(standing("AUC", "0.88", "0.77", "0.99")).toBe("symmetric");
    expect(standing("sensitivity", "88", "70", "96")).toBe("symmetric"); // on the logit scale
    expect(standing("bulge index", "0.80", "0.60", "1.07")).toBe("symmetric"); // of unknown name
    expect(standing("bulge index", "0.80", "0.60", "1.00")).toBe("symmetric");
  });

  it("allows limits that round so", () => {
    expect(standing("MD", "2.0", "0.5", "3.7")).toBe("within-rounding");
    expect(standing("OR", "0.1", "0.0", "0.9")).toBe("within-rounding");
  });

  it("allows exact, score and profile intervals their lopsidedness", () => {
    // R: fisher.test(matrix(c(1, 24, 11, 14), 2)): exact 0.0012 to 0.4575; the sample odds ratio 0.053.
    expect(standing("OR", "0.053", "0.0012", "0.457")).toBe("lopsided");
    expect(standing("HR", "1.50", "1.00", "2.00")).toBe("lopsided"); // even on the natural scale
    expect(standing("MD", "2.0", "0.9", "3.8")).toBe("lopsided");
  });

  it("contradicts what no interval can be", () => {
    expect(standing("HR", "0.80", "0.60", "0.90")).toBe("too-lopsided");
    expect(standing("MD", "5", "4", "12")).toBe("too-lopsided");
    expect(standing("RD", "0.30", "0.27", "0.60")).toBe("too-lopsided");
    expect(standing("OR", "1.5", "1.6", "2.0")).toBe("outside");
    expect(standing("OR", "1.5", "2.0", "1.1")).toBe("swapped");
    expect(standing("OR", "1.5", "-0.5", "2.0")).toBe("below-zero");
    expect(standing("AUC", "0.75", "0.80", "0.90")).toBe("outside");
  });

  it("says which lost sign would explain it", () => {
    expect(printedEffect("MD", "1.2", ["-3.4", "1.0"]).lostSign).toMatchObject({ instead: "-1.2" });
    expect(printedEffect("MD", "-1.2", ["-3.4", "-1.0"])).toMatchObject({
      standing: "too-lopsided",
      lostSign: { figure: "upper", instead: "1.0" },
    });
    // Sides 4.1 and 2.4: a bootstrap might, but with −1.3 the sides are equal.
    expect(printedEffect("MD", "0.4", ["-3.7", "2.9"])).toMatchObject({
      standing: "lost-sign",
      lostSign: { figure: "estimate", instead: "-0.4" },
    });
  });

  it("lets medians and numbers needed be", () => {
    expect(standing("median difference", "2.0", "1.0", "9.0")).toBe("lopsided");
    expect(standing("NNT", "10", "5", "-20")).toBe("anywhere");
  });

  it("never contradicts an effect whose interval was computed and rounded", () => {
    const random = seeded(20240611);
    const wrong = Array.from({ length: 100_000 }, () => effectOf(random)).filter(
      ({ measure, text }) =>
        IMPOSSIBLE.includes(printedEffect(measure, text[1], [text[0], text[2]]).standing),
    );
    expect(wrong).toEqual([]);
  });

  it("finds most intervals with a wrong digit or a lost sign", () => {
    const random = seeded(20240612);
    let found = 0;
    for (let i = 0; i < 2000; i++) {
      const effect = random.normal() * 2;
      const error = 0.3 + random.uniform();
      const ends = [effect - 1.96 * error, effect, effect + 1.96 * error] as const;
      const text = ends.map((x) => printed(x, 2, random)) as [string, string, string];
      const at = random.integer(3);
      const spoiled = text.with(
        at,
        text[at]!.startsWith("-") ? text[at]!.slice(1) : `-${text[at]}`,
      );
      const { standing: got } = printedEffect("MD", spoiled[1]!, [spoiled[0]!, spoiled[2]!]);
      if (IMPOSSIBLE.includes(got)) found++;
    }
    expect(found / 2000).toBeGreaterThan(0.8);
  });
});

interface MadeEffect {
  readonly measure: string;
  readonly text: readonly [string, string, string];
}

/** An effect with an interval by one of the methods of this library, printed. */
function effectOf(random: Random): MadeEffect {
  const decimals = 1 + random.integer(3);
  const print = (measure: string, value: number, { lower, upper }: Interval): MadeEffect => {
    const isPrintable = [lower, value, upper].every((x) => Number.isFinite(x) && Math.abs(x) < 1e6);
    if (!isPrintable) return effectOf(random);
    return {
      measure,
      text: [
        printed(lower, decimals, random),
        printed(value, decimals, random),
        printed(upper, decimals, random),
      ],
    };
  };
  const about = (value: number, reach: number): Interval => ({
    lower: value - reach,
    upper: value + reach,
    level: 0.95,
  });
  const kind = random.integer(100);
  if (kind < 45) {
    const value = random.normal() * 1.5;
    const { lower, upper } = about(
      value,
      normalUpperQuantile(0.025) * (0.05 + 1.5 * random.uniform()),
    );
    const ci = { lower: Math.exp(lower), upper: Math.exp(upper), level: 0.95 };
    return print(
      oneOf(["OR", "HR", "RR", "IRR", "ratio of means", "x"], random),
      Math.exp(value),
      ci,
    );
  }
  if (kind < 95) {
    const value = random.normal() * 10 ** random.integer(3);
    const t = tUpperQuantile(0.025, 1 + random.integer(60));
    return print(
      oneOf(["MD", "RD", "beta", "SMD", "logHR", "y"], random),
      value,
      about(value, t * random.uniform() * 5),
    );
  }
  const [n1, n2] = [5 + random.integer(35), 5 + random.integer(35)];
  const arms = [
    { count: random.integer(n1 + 1), n: n1 },
    { count: random.integer(n2 + 1), n: n2 },
  ] as const;
  if (Math.max(n1, n2) > 4 * Math.min(n1, n2)) return effectOf(random);
  if (kind < 97) {
    const { value, woolf, conditional, conditionalMidP, haldane } = oddsRatio(...arms);
    if (random.uniform() < 0.3) return print("OR", haldane.value, haldane.ci);
    const of = oneOf([value, conditional.value], random);
    return print("OR", of, oneOf([woolf, conditional.ci, conditionalMidP], random));
  }
  if (kind < 98) {
    const rr = riskRatio(...arms);
    return print("RR", rr.value, oneOf([rr.katz, rr.koopman, rr.miettinenNurminen], random));
  }
  const rd = riskDifference(...arms);
  const percent = random.uniform() < 0.5 ? 100 : 1;
  const { lower, upper, level } = oneOf(
    [rd.wald, rd.newcombe, rd.mee, rd.miettinenNurminen, rd.agrestiCaffo],
    random,
  );
  return print("RD", percent * rd.value, { lower: percent * lower, upper: percent * upper, level });
}
