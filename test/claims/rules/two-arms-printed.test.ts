import { describe, expect, it } from "vitest";
import {
  type Arm,
  type ProportionTest,
  proportionTests,
  studentTest,
  welchTest,
} from "../../../src/analysis/index.js";
import { checkClaims } from "../../../src/claims/index.js";
import {
  mean,
  type Random,
  sampleStandardDeviation,
  seeded,
  tSurvival,
} from "../../../src/numeric/index.js";
import { printed, printedP, someRule } from "../../printing.js";
import { claimsOf, raw } from "../claim-files.js";

// The checks behind the rules are held against 100,000 summaries together with these; see their own tests.

/** As papers print the name of a test, or keep silent about it. */
const SPOKEN: Readonly<Record<ProportionTest, readonly (string | undefined)[]>> = {
  fisher: [undefined, "fisher", "Fisher's exact test"],
  "fisher-doubled": [undefined, "fisher"],
  "fisher-mid-p": [undefined, "mid-p"],
  chi2: [undefined, "chi2", "χ²", "z-test", "Chi-square without Yates's correction"],
  "chi2-n-1": [undefined, "n-1 chi-square", "chi-squared"],
  yates: [undefined, "Chi-square", "yates"],
  g: [undefined, "likelihood ratio"],
  barnard: [undefined, "Barnard's exact test"],
  boschloo: [undefined, "boschloo"],
};

/** Claims of one kind made from data, none of which may be contradicted; the share of spoiled ones that are. */
function judged(
  runs: number,
  make: (id: string) => Record<string, unknown>,
  spoil: (claim: Record<string, unknown>) => Record<string, unknown>,
): number {
  const verdicts = (claims: readonly Record<string, unknown>[]) => checkClaims(claimsOf(...claims));
  const BATCH = 2000;
  let [spoiled, found] = [0, 0];
  for (let done = 0; done < runs; done += BATCH) {
    const claims = Array.from({ length: BATCH }, (_, i) => make(`s/${i}/t`));
    const wrong = verdicts(claims).filter(({ verdict }) => verdict === "contradicted");
    expect(wrong.map((one) => ({ ...one, claim: claims.find(({ id }) => id === one.id) }))).toEqual(
      [],
    );
    const some = claims.filter((_, i) => i % 50 === 0).map(spoil);
    spoiled += some.length;
    found += verdicts(some).filter(({ verdict }) => verdict === "contradicted").length;
  }
  return found / spoiled;
}

function pick<T>(things: readonly T[], random: Random): T {
  return things[random.integer(things.length)]!;
}

describe("a claim of one proportion", () => {
  it("is never contradicted when it was counted and printed", () => {
    const random = seeded(41);
    const caught = judged(
      60_000,
      (id) => {
        const n = 1 + random.integer(random.uniform() < 0.8 ? 150 : 20_000);
        const count = random.integer(n + 1);
        const decimals = random.integer(3);
        const share = (100 * count) / n;
        const scale = 10 ** decimals;
        const isCut = random.uniform() < 0.1;
        const percent = isCut
          ? (Math.floor((100 * scale * count) / n) / scale).toFixed(decimals)
          : printed(share, decimals, someRule(random));
        const shown = random.uniform() < 0.5 ? { count: String(count) } : {};
        return raw("proportion", { id, n: String(n), percent, ...shown });
      },
      (claim) => ({ ...claim, percent: String((Number(claim.percent) + 37.3) % 100).slice(0, 5) }),
    );
    expect(caught).toBeGreaterThan(0.5);
  });
});

describe("a claim of two proportions", () => {
  /** Two arms printed with the p of one of the tests that are computed. */
  function claimOf(id: string, random: Random, most: number, mostTables: number) {
    const [first, second] = [0, 1].map((): Arm => {
      const n = 1 + random.integer(most);
      return { n, count: random.integer(n + 1) };
    }) as [Arm, Arm];
    const tests = proportionTests(first, second, { mostTables }).filter(
      ({ p }) => !Number.isNaN(p),
    );
    const { test, alternative, p } = pick(tests, random);
    const rule = someRule(random);
    const both = (show: (arm: Arm) => string) => [show(first), show(second)];
    const decimals = random.integer(2);
    const percent = { percent: both(({ count, n }) => printed((100 * count) / n, decimals, rule)) };
    const count = { count: both((arm) => String(arm.count)) };
    const named = pick(SPOKEN[test], random);
    return raw("two-proportions", {
      id,
      arms: ["a", "b"],
      n: both(({ n }) => String(n)),
      ...pick([percent, count, { ...percent, ...count }], random),
      p: printedP(Math.min(1, p), random, rule),
      ...(named === undefined ? {} : { test: named }),
      ...(alternative === "two-sided" ? {} : { sided: "one" }),
    });
  }
  const withOtherP = (claim: Record<string, unknown>) => {
    const { sided: _, ...others } = claim;
    const p = Number(String(claim.p).replace(/[<>]/, ""));
    return { ...others, p: p < 0.05 ? "0.7" : "0.0001" };
  };

  it("is never contradicted when it was tested and printed", () => {
    const random = seeded(42);
    const caught = judged(20_000, (id) => claimOf(id, random, 200, 0), withOtherP);
    expect(caught).toBeGreaterThan(0.5);
  });

  it("is never contradicted when Barnard's or Boschloo's test may have been used", () => {
    const random = seeded(43);
    judged(2000, (id) => claimOf(id, random, 8, 1e6), withOtherP);
  });
});

describe("a claim of two means", () => {
  it("is never contradicted when it was tested and printed", () => {
    const random = seeded(44);
    const caught = judged(
      40_000,
      (id) => {
        const isWhole = random.uniform() < 0.3;
        const groups = [0, 1].map(() => {
          const [n, at, spread] = [
            2 + random.integer(30),
            30 * random.normal(),
            10 * random.uniform(),
          ];
          return Array.from({ length: n }, () => {
            const x = at / 5 + spread * random.normal();
            return isWhole ? Math.round(x) : x;
          });
        }) as [number[], number[]];
        const [a, b] = groups.map((x) => ({
          n: x.length,
          mean: mean(x),
          sd: sampleStandardDeviation(x),
        }));
        const test = pick(["t", "welch"] as const, random);
        const { p, t, df } = (test === "welch" ? welchTest : studentTest)(a!, b!);
        const isOneSided = random.uniform() < 0.2;
        const isSem = random.uniform() < 0.3;
        const [decimals, rule] = [1 + random.integer(3), someRule(random)];
        const names =
          test === "t"
            ? ["t", "Student's t-test", "pooled t test", undefined]
            : ["welch", "t-test", "Welch's t-test", undefined];
        const named = pick(names, random);
        const exact = Number.isNaN(p) ? 1 : isOneSided ? tSurvival(Math.abs(t), df) : p;
        return raw("two-means", {
          id,
          arms: ["a", "b"],
          n: [a!, b!].map(({ n }) => String(n)),
          mean: [a!, b!].map((one) => printed(one.mean, decimals, rule)),
          sd: [a!, b!].map(({ sd, n }) => printed(isSem ? sd / Math.sqrt(n) : sd, decimals, rule)),
          ...(random.uniform() < 0.5 ? {} : { spread: isSem ? "sem" : "sd" }),
          p: printedP(exact, random, rule),
          ...(named === undefined || Number.isNaN(p) ? {} : { test: named }),
          ...(isOneSided ? { sided: "one" } : {}),
        });
      },
      ({ sided: _, ...claim }) => ({
        ...claim,
        test: "t",
        spread: "sd",
        p: Number(String(claim.p).replace(/[<>]/, "")) < 0.05 ? "0.9" : "0.0001",
      }),
    );
    expect(caught).toBeGreaterThan(0.7);
  });
});
