import type { JsonFault } from "../data/read-json.js";

/** A claim as it came, perhaps wrong in every field. */
type Raw = Readonly<Record<string, unknown>>;

/**
 * What is wrong between the fields of a claim, each of which may be right by itself: counts above
 * n, degrees of freedom that the statistic does not have. Fields that are wrong by themselves are
 * passed over, so that every fault of a file is told at once.
 */
export function claimFaults(claim: unknown): readonly JsonFault[] {
  if (typeof claim !== "object" || claim === null || Array.isArray(claim)) return [];
  const raw = claim as Raw;
  const checks = CHECKS[String(raw.kind)] ?? [];
  return checks.flatMap((check) => check(raw));
}

const CHECKS: Readonly<Record<string, readonly ((claim: Raw) => JsonFault[])[]>> = {
  proportion: [countWithinN],
  "two-proportions": [countWithinN, differentArms],
  "two-means": [minimumBelowMaximum, differentArms],
  "two-means-paired": [differentArms],
  mean: [minimumBelowMaximum],
  "two-medians": [differentArms],
  auc: [countWithinN],
  effect: [levelOfPercent],
  test: [statisticWithItsDf],
};

const COUNT = /^\d+$/;

function countWithinN(claim: Raw): JsonFault[] {
  const sizes = [claim.n].flat();
  return ["count", "cases"].flatMap((field) => {
    const counts = [claim[field]].flat();
    return counts.flatMap((one, arm) => {
      const n = sizes[arm];
      if (!isCount(one) || !isCount(n) || Number(one) <= Number(n)) return [];
      const path = [field, ...(counts.length > 1 ? [arm] : [])];
      return [{ path, message: `expected at most n, which is ${n}, got ${one}` }];
    });
  });
}

function isCount(value: unknown): value is string {
  return typeof value === "string" && COUNT.test(value);
}

/** Findings name figures by their arms. */
function differentArms({ arms }: Raw): JsonFault[] {
  if (!Array.isArray(arms) || arms.length !== 2 || arms[0] !== arms[1]) return [];
  if (typeof arms[0] !== "string" || arms[0] === "") return [];
  return [{ path: ["arms"], message: `expected two names, got "${arms[0]}" twice` }];
}

function minimumBelowMaximum({ minimum, maximum }: Raw): JsonFault[] {
  const [least, most] = [numberOf(minimum), numberOf(maximum)];
  if (Number.isNaN(least) || Number.isNaN(most) || least < most) return [];
  return [
    { path: ["minimum"], message: `expected less than the maximum, ${maximum}, got ${minimum}` },
  ];
}

function levelOfPercent({ level }: Raw): JsonFault[] {
  const percent = numberOf(level);
  if (Number.isNaN(percent) || (percent > 0 && percent < 100)) return [];
  return [{ path: ["level"], message: `expected a level in percent, such as 95, got ${level}` }];
}

/** Degrees of freedom of each statistic. */
const DEGREES_OF_FREEDOM: Readonly<Record<string, number>> = { t: 1, F: 2, chi2: 1, z: 0 };

/** A statistic has so many degrees of freedom, all above 0, and a ratio or sum of squares no sign. */
function statisticWithItsDf({ statistic, df, value }: Raw): JsonFault[] {
  const faults: JsonFault[] = [];
  const expected = typeof statistic === "string" ? DEGREES_OF_FREEDOM[statistic] : undefined;
  const given: readonly unknown[] = Array.isArray(df) ? df : [];
  if (Array.isArray(df) && expected !== undefined && df.length !== expected) {
    const message = `expected ${expected === 0 ? "no" : expected} degrees of freedom of ${statistic}, got ${df.length}`;
    faults.push({ path: ["df"], message });
  }
  given.forEach((one, i) => {
    if (numberOf(one) <= 0) {
      faults.push({ path: ["df", i], message: `expected degrees of freedom above 0, got ${one}` });
    } else if (typeof one === "number" && /e/.test(String(one))) {
      const message = `expected degrees of freedom such as 17.7, got ${one}`;
      faults.push({ path: ["df", i], message });
    }
  });
  const isSquare = statistic === "F" || statistic === "chi2";
  if (isSquare && typeof value === "string" && /^[-−]/.test(value)) {
    faults.push({ path: ["value"], message: `expected ${statistic} of at least 0, got ${value}` });
  }
  return faults;
}

/** A number, or NaN for what is none. */
function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && value !== "" ? Number(value.replace("−", "-")) : Number.NaN;
}
