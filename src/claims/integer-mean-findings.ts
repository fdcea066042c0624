import { numeratorsOf } from "../analysis/consistency/numerators.js";
import {
  debit,
  grim,
  type IntegerSample,
  type OpenScale,
  type PrintedSpread,
  parsePrinted,
  printedBounds,
  type SdBounds,
  sdBounds,
} from "../analysis/index.js";
import { commonCounts } from "./common-counts.js";
import { endsInWords, type KnownEnds } from "./known-values.js";
import { changeInto, leastChange } from "./least-change.js";
import {
  ALL_READINGS,
  commonReading,
  figuresOfGroup,
  inArm,
  type MeanGroup,
  READINGS,
  readingsInWords,
  smallestChangeOfGroup,
  smallestChangeOfGroups,
} from "./mean-groups.js";
import type { RuleFinding } from "./rule.js";
import type { Change, Computed } from "./verdict.js";
import { listOf } from "./wording.js";

/** How the groups of a claim of whole numbers are checked. */
export interface SpreadCheck {
  readonly scale: OpenScale;
  readonly readings: readonly PrintedSpread[];
  readonly isMeanPossible: (group: MeanGroup) => boolean;
  readonly isPossible: (group: MeanGroup, reading: PrintedSpread) => boolean;
  /** A sample that a possible group may have had; none where it was not searched. */
  readonly exampleOf: (group: MeanGroup, reading: PrintedSpread) => IntegerSample | undefined;
}

const LONGEST_EXAMPLE = 6; // different values
const MOST_ONES = 1_000; // counts of ones that are looked through

/** Without n, any mean is one of whole numbers. */
export function meanWithoutN(group: MeanGroup): RuleFinding {
  return {
    code: "MEAN_WITHOUT_N",
    verdict: "not-checkable",
    message: `${inArm(group)}Whether whole numbers can have a mean of ${group.mean} depends on how many there are, which is not printed.`,
    figures: figuresOfGroup(group),
  };
}

/** One subject has a mean and no spread. */
export function meanPossible(group: MeanGroup): RuleFinding {
  return {
    code: "MEAN_POSSIBLE",
    verdict: "possible",
    message: `${inArm(group)}One whole number can have the mean ${group.mean}; it has no ${READINGS.sd}.`,
    figures: figuresOfGroup(group, ["mean", "n"]),
  };
}

/** GRIM fails. */
export function meanImpossible(group: MeanGroup, check: SpreadCheck): RuleFinding {
  const { mean } = group;
  const n = Number(group.n);
  const { value, decimals } = parsePrinted(mean);
  const sums = [Math.floor(value * n), Math.floor(value * n) + 1];
  const print = (sum: number): string => (sum / n).toFixed(decimals);
  const [cut] = numeratorsOf(parsePrinted(mean), n, "truncation");
  const cutOff =
    cut === undefined
      ? ""
      : ` With its decimals cut off instead of rounded, a sum of ${cut} would print so.`;
  const isSound = (changed: MeanGroup): boolean =>
    check.isMeanPossible(changed) &&
    check.readings.some((reading) => check.isPossible(changed, reading));
  const hasSpread = n > 1 && !isBeyondBounds(group, check);
  const change =
    (hasSpread ? smallestChangeOfGroup(group, ["mean", "n"], isSound) : undefined) ??
    smallestChangeOfGroup(group, ["mean", "n"], check.isMeanPossible);
  return {
    code: "MEAN_IMPOSSIBLE",
    verdict: "contradicted",
    message: `${inArm(group)}No ${n} whole numbers have a mean of ${mean}: a sum of ${sums[0]} gives ${print(sums[0]!)} and ${sums[1]} gives ${print(sums[1]!)}.${cutOff}`,
    figures: figuresOfGroup(group, ["mean", "n"]),
    computed: sums.map((sum) => ({ label: `mean, sum ${sum} of ${n}`, value: sum / n })),
    wouldBePossible: sums.map((sum) => `mean ${print(sum)} (sum ${sum})`),
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

/** GRIMMER fails by every reading of ±. */
export function spreadImpossible(group: MeanGroup, check: SpreadCheck): RuleFinding {
  const { mean, sd } = group;
  const { readings } = check;
  const others = ALL_READINGS.filter((one) => !readings.includes(one));
  const would = others.filter((reading) => check.isPossible(group, reading));
  const explained =
    would.length === 0 ? "" : ` As a ${readingsInWords(would)} it would be possible.`;
  const isSound = (changed: MeanGroup): boolean =>
    check.isMeanPossible(changed) && readings.some((one) => check.isPossible(changed, one));
  const isFarOff = isBeyondBounds(group, check);
  const ofSpread = isFarOff
    ? changeToBounds(group, check, isSound)
    : smallestChangeOfGroup(group, ["sd"], isSound);
  const change = isFarOff
    ? ofSpread
    : leastChange([ofSpread, smallestChangeOfGroup(group, ["mean", "n"], isSound)]);
  const computed = momentsOf(group);
  return {
    code: "SPREAD_IMPOSSIBLE",
    verdict: "contradicted",
    message: `${inArm(group)}No ${group.n} ${wholeNumbers(check.scale)} with a mean of ${mean} have a ${readingsInWords(readings)} of ${sd}.${explained}`,
    figures: figuresOfGroup(group),
    ...(computed.length === 0 ? {} : { computed }),
    ...(ofSpread === undefined
      ? {}
      : { wouldBePossible: [`${READINGS[readings[0]!]} ${ofSpread.instead}`] }),
    ...(change === undefined ? {} : { smallestChange: change }),
    source: "anaya2016",
  };
}

/** The bounds of the printed spread, by its likeliest reading. */
function spreadBounds({ mean, n }: MeanGroup, { scale, readings }: SpreadCheck): SdBounds {
  const bounds = sdBounds(mean, { n: Number(n), ...endsOfScale(scale), integer: true });
  const factor = readings[0] === "sem" ? Math.sqrt(Number(n)) : 1;
  return { ...bounds, lower: bounds.lower / factor, upper: bounds.upper / factor };
}

function isBeyondBounds(group: MeanGroup, check: SpreadCheck): boolean {
  const { meanPossible, lower, upper } = spreadBounds(group, check);
  const printed = printedBounds(parsePrinted(group.sd));
  return !meanPossible || printed.lower > upper || printed.upper < lower;
}

/** A spread beyond its bounds, changed to the first possible one inside. */
function changeToBounds(
  group: MeanGroup,
  check: SpreadCheck,
  isSound: (changed: MeanGroup) => boolean,
): Change | undefined {
  const bounds = spreadBounds(group, check);
  const near = bounds.meanPossible ? changeInto("sd", group.sd, bounds) : undefined;
  if (near === undefined) return undefined;
  const moved = { ...group, sd: near.instead };
  const found = isSound(moved) ? near : smallestChangeOfGroup(moved, ["sd"], isSound);
  const [figure] = figuresOfGroup(group, ["sd"]);
  return found && { ...figure!, instead: found.instead };
}

/** Each arm is possible by some reading of ±, but both by none. */
export function spreadsIrreconcilable(
  groups: readonly MeanGroup[],
  check: SpreadCheck,
): RuleFinding {
  const told = groups.map((group) => {
    const own = check.readings.filter((reading) => check.isPossible(group, reading));
    return `in ${group.arm} only as ${readingsInWords(own)}`;
  });
  const change = smallestChangeOfGroups(
    groups,
    (changed) =>
      changed.every(check.isMeanPossible) &&
      commonReading(changed, check.readings, check.isPossible) !== undefined,
  );
  return {
    code: "SPREADS_IRRECONCILABLE",
    verdict: "contradicted",
    message: `No one meaning of ± makes both arms possible for whole numbers: ${listOf(told)}.`,
    figures: groups.flatMap((group) => figuresOfGroup(group)),
    ...(change === undefined ? {} : { smallestChange: change }),
    source: "anaya2016",
  };
}

/** GRIMMER passes by a reading of ±. */
export function spreadPossible(
  group: MeanGroup,
  { scale, readings, exampleOf }: SpreadCheck,
  reading: PrintedSpread,
): RuleFinding {
  const { mean, sd, n } = group;
  const example = exampleOf(group, reading);
  const base = { verdict: "possible", figures: figuresOfGroup(group) } as const;
  const can = `${inArm(group)}${n} ${wholeNumbers(scale)} can have a mean of ${mean} and a ${READINGS[reading]} of ${sd}`;
  if (example === undefined) {
    return {
      ...base,
      code: "SPREAD_NOT_SEARCHED",
      message: `${inArm(group)}Whole numbers can have a mean of ${mean}; whether some have the ${READINGS[reading]} ${sd} too was not searched, as there are too many.`,
    };
  }
  const such = exampleInWords(example) + commonCounts(group, scale, reading, example);
  if (reading === readings[0]) {
    const message = `${can}${such}.`;
    return { ...base, code: "MEAN_AND_SPREAD_POSSIBLE", message, source: "anaya2016" };
  }
  const instead = `${can}${such}; as a ${readingsInWords(readings.slice(0, readings.indexOf(reading)))} it would not be possible`;
  return reading === "sem"
    ? { ...base, code: "SPREAD_ONLY_AS_SEM", message: `${instead}.`, source: "anaya2016" }
    : {
        ...base,
        code: "SPREAD_ONLY_WITH_DIVISOR_N",
        unexplained: true,
        message: `${instead}. Samples are summarised with the divisor n − 1.`,
        source: "anaya2016",
      };
}

/** DEBIT: the spread of zeros and ones follows from their mean; undefined when they are not. */
export function binaryFinding(
  group: MeanGroup,
  { least, most }: OpenScale,
  reading: PrintedSpread,
): RuleFinding | undefined {
  const { mean, sd } = group;
  const n = Number(group.n);
  const { value, negative, decimals } = parsePrinted(mean);
  const isBinary = least === 0 && most === 1 && !negative && value <= 1;
  if (!isBinary || reading !== "sd" || n > MOST_ONES * 10 ** decimals) return undefined;
  const { counts } = debit(mean, sd, n);
  const [ones] = counts;
  if (ones === undefined) return undefined; // the sums that print so are searched elsewhere
  const computed = counts.map((count) => ({
    label: `standard deviation, ${count} ones of ${n}`,
    value: Math.sqrt((count * (n - count)) / (n * (n - 1))),
  }));
  const base = { figures: figuresOfGroup(group), computed, source: "heathers2019" };
  const isOnly = grim(mean, n).possibleSums.filter((sum) => sum >= 0 && sum <= n).length === 1;
  return isOnly
    ? {
        ...base,
        code: "SPREAD_REPRODUCED",
        verdict: "reproduced",
        message: `${inArm(group)}A mean of ${mean} is ${ones} ones of ${n}; their standard deviation is ${computed[0]!.value.toFixed(decimals + 2)}, printed as ${sd}.`,
      }
    : {
        ...base,
        code: "SPREAD_WITHIN_ROUNDING",
        verdict: "possible",
        message: `${inArm(group)}A mean of ${mean} and a standard deviation of ${sd} are those of ${countsInWords(counts)} ones of ${n}.`,
      };
}

/** The sums that print as the mean, where they are few. */
function momentsOf({ mean, n }: MeanGroup): Computed[] {
  const size = Number(n);
  if (size >= 10 ** parsePrinted(mean).decimals) return [];
  return grim(mean, size).possibleSums.map((sum) => ({
    label: `mean, sum ${sum} of ${size}`,
    value: sum / size,
  }));
}

function endsOfScale({ least, most }: OpenScale): KnownEnds {
  return {
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
  };
}

function wholeNumbers(scale: OpenScale): string {
  const ends = endsInWords(endsOfScale(scale));
  return ends === "" ? "whole numbers" : `whole numbers ${ends}`;
}

/** `, such as 9 × 1, 2 × 2 and 1 × 3`. */
function exampleInWords({ least, counts }: IntegerSample): string {
  const runs = counts.flatMap((count, i) => (count === 0 ? [] : [`${count} × ${least + i}`]));
  return runs.length > LONGEST_EXAMPLE ? "" : `, such as ${listOf(runs)}`;
}

function countsInWords(counts: readonly number[]): string {
  return counts.length > LONGEST_EXAMPLE
    ? `${counts[0]!} to ${counts.at(-1)!}`
    : listOf(counts.map(String), "or");
}
