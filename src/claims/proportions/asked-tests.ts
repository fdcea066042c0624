import {
  type ArmCounts,
  type ProportionPExplained,
  type ProportionTest,
  percentCounts,
  proportionPExplained,
} from "../../analysis/index.js";
import type { TwoProportionsClaim } from "../claim.js";
import { readTestName, type TestName } from "../test-names.js";

/** The tests of two proportions, as a sentence names them. */
export const TEST_IN_WORDS: Readonly<Record<ProportionTest, string>> = {
  fisher: "Fisher's exact test",
  "fisher-doubled": "Fisher's exact test by doubling",
  "fisher-mid-p": "Fisher's mid-p",
  chi2: "the chi-square test",
  "chi2-n-1": "the N − 1 chi-square test",
  yates: "the chi-square test with Yates's correction",
  g: "the likelihood-ratio test",
  barnard: "Barnard's test",
  boschloo: "Boschloo's test",
};

/** All but Barnard's and Boschloo's, which take long in large arms. */
export const QUICK_TESTS: readonly ProportionTest[] = (
  Object.keys(TEST_IN_WORDS) as ProportionTest[]
).filter((test) => test !== "barnard" && test !== "boschloo");

/** The tests that a name may stand for: a chi-square test may be corrected without saying so. */
const NAMED: Readonly<Partial<Record<TestName, readonly ProportionTest[]>>> = {
  fisher: ["fisher", "fisher-doubled"],
  "fisher-doubled": ["fisher-doubled"],
  "fisher-mid-p": ["fisher-mid-p"],
  chi2: ["chi2", "chi2-n-1", "yates"],
  "chi2-uncorrected": ["chi2", "chi2-n-1"],
  "chi2-n-1": ["chi2-n-1"],
  z: ["chi2"],
  yates: ["yates"],
  g: ["g"],
  barnard: ["barnard"],
  boschloo: ["boschloo"],
};

/** What the source says of its test. */
export interface AskedTests {
  readonly name: TestName | undefined;
  /** Undefined where any test may have been used. */
  readonly tests: readonly ProportionTest[] | undefined;
  readonly sides: 1 | 2;
}

/** The tests that the claim names; undefined when it names one that is not recomputed. */
export function askedTests({ test, sided }: TwoProportionsClaim): AskedTests | undefined {
  const read = test === undefined ? undefined : readTestName(test);
  const sides = (sided ?? read?.sided) === "one" ? 1 : 2;
  if (read === undefined) return { name: undefined, tests: undefined, sides };
  const tests = read.name === undefined ? undefined : NAMED[read.name];
  return tests === undefined ? undefined : { name: read.name, tests, sides };
}

/**
 * The counts that each arm may have, by rounding or, where none rounds so, with decimals cut off;
 * undefined when the sizes, or both count and percentage, are not printed.
 */
export function countsOfArms({
  n,
  count,
  percent,
}: TwoProportionsClaim): [ArmCounts, ArmCounts] | undefined {
  if (n === undefined || (count === undefined && percent === undefined)) return undefined;
  const [first, second] = [0, 1].map((arm): ArmCounts => {
    const size = Number(n[arm]);
    const counted = count === undefined ? undefined : Number(count[arm]);
    if (percent === undefined) return { n: size, counts: [counted!] };
    const fitting = (["half-up", "half-even"] as const)
      .flatMap((rule) => countsBy(percent[arm]!, size, rule))
      .filter((one) => counted === undefined || one === counted);
    const counts =
      fitting.length > 0
        ? fitting
        : countsBy(percent[arm]!, size, "truncation").filter(
            (one) => counted === undefined || one === counted,
          );
    return { n: size, counts: [...new Set(counts)].sort((a, b) => a - b) };
  });
  return [first!, second!];
}

/** Which tests give the p of these arms. */
export function explainP(
  [first, second]: readonly [ArmCounts, ArmCounts],
  p: string,
  { tests, sides }: AskedTests,
): ProportionPExplained {
  const asked = tests === undefined ? {} : { tests };
  return proportionPExplained(first, second, p, { ...asked, sides });
}

/** The asked tests without those that take long; none where only those are asked. */
export function quickOf({ name, tests }: AskedTests, sides: 1 | 2): AskedTests {
  return { name, tests: (tests ?? QUICK_TESTS).filter((one) => QUICK_TESTS.includes(one)), sides };
}

function countsBy(
  percent: string,
  n: number,
  rule: "half-up" | "half-even" | "truncation",
): readonly number[] {
  return percentCounts(percent, n, { rules: [rule] }).counts.map(({ count }) => count);
}
