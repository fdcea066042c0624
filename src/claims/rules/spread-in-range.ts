import { overlap, printedBounds } from "../../analysis/consistency/printed.js";
import {
  type Bounds,
  type PrintedSpread,
  parsePrinted,
  type SdBounds,
  sdBounds,
} from "../../analysis/index.js";
import type { MeanClaim, TwoMeansClaim } from "../claim.js";
import { endsInWords, endsOf, type KnownEnds } from "../known-values.js";
import { changeInto, leastChange } from "../least-change.js";
import {
  ALL_READINGS,
  commonReading,
  figuresOfGroup,
  groupsOf,
  inArm,
  type MeanGroup,
  READINGS,
  readingsInWords,
  readingsOf,
  smallestChangeOfGroup,
  smallestChangeOfGroups,
  withOtherSign,
} from "../mean-groups.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Change, Computed } from "../verdict.js";
import { listOf } from "../wording.js";

/** What the values of a claim are known to be. */
interface Known extends KnownEnds {
  readonly integer: boolean;
}

/** A mean and standard deviation must fit between the least and the greatest value. */
export const spreadInRange: Rule = ruleFor({
  code: "spread-in-range",
  title: "A mean and standard deviation must fit between the least and the greatest value",
  source: "bhatia2000",
  kinds: ["mean", "two-means"],
  check: (claim) => {
    const known = { ...endsOf(claim), integer: claim.integer === true };
    const { minimum, maximum, integer } = known;
    if (minimum === undefined && maximum === undefined && !integer) return [];
    const least = integer ? Math.ceil(minimum ?? -Infinity) : (minimum ?? -Infinity);
    const most = integer ? Math.floor(maximum ?? Infinity) : (maximum ?? Infinity);
    if (least > most) return [emptyRange(claim, known)];
    const findings = checkGroups(claim, known);
    const hasEnds = minimum !== undefined || maximum !== undefined;
    // Without ends, that whole numbers are spread enough is told by the sums that print so.
    return hasEnds ? findings : findings.filter(({ verdict }) => verdict === "contradicted");
  },
});

function checkGroups(claim: MeanClaim | TwoMeansClaim, known: Known): readonly RuleFinding[] {
  const groups = groupsOf(claim);
  const readings = readingsOf(claim);
  const isPossible = (group: MeanGroup, reading: PrintedSpread): boolean =>
    fits(group, reading, known);
  const within = groups.filter((group) => boundsOf(group, known).meanPossible);
  const sound = within.filter((group) => readings.some((reading) => isPossible(group, reading)));
  const reading = commonReading(sound, readings, isPossible);
  const findings = groups.flatMap((group): RuleFinding[] => {
    if (!within.includes(group)) return [meanOutside(group, known)];
    if (!sound.includes(group)) return [spreadOutside(group, known, readings)];
    return reading === undefined ? [] : [spreadWithin(group, known, readings, reading)];
  });
  const isSplit = reading === undefined && sound.length > 0;
  return isSplit ? [...findings, irreconcilable(sound, known, readings)] : findings;
}

function boundsOf({ mean, n }: MeanGroup, known: Known): SdBounds {
  const isSample = n !== undefined && Number(n) > 1; // one value has no spread to bound
  return sdBounds(mean, { ...known, ...(isSample ? { n: Number(n) } : {}) });
}

/** Whether some spread that prints so, read in this way, lies between the bounds of the SD. */
function fits(group: MeanGroup, reading: PrintedSpread, known: Known): boolean {
  return fitsInto(boundsOf(group, known), group, reading);
}

function fitsInto(
  { meanPossible, lower, upper }: SdBounds,
  { sd, n }: MeanGroup,
  reading: PrintedSpread,
): boolean {
  if (!meanPossible) return false;
  if (n !== undefined && Number(n) < 2) return true;
  const printed = printedBounds(parsePrinted(sd));
  const [least, most] = factorsOf(reading, n);
  const sds: Bounds = {
    ...printed,
    lower: Math.max(0, printed.lower) * least,
    upper: printed.upper * most,
    lowerIncluded: printed.lowerIncluded || printed.lower < 0,
  };
  return overlap(sds, { lower, upper, lowerIncluded: true, upperIncluded: true });
}

/** The least and greatest SD of the sample for a printed spread of 1; over all n where it is unknown. */
function factorsOf(reading: PrintedSpread, n: string | undefined): readonly [number, number] {
  if (reading === "sd") return [1, 1];
  const size = Number(n);
  if (reading === "sem") {
    return n === undefined
      ? [Math.SQRT2, Number.POSITIVE_INFINITY]
      : [Math.sqrt(size), Math.sqrt(size)];
  }
  const factor = Math.sqrt(size / (size - 1));
  return n === undefined ? [1, Math.SQRT2] : [factor, factor];
}

function emptyRange(
  { minimum, maximum }: MeanClaim | TwoMeansClaim,
  { integer }: Known,
): RuleFinding {
  return {
    code: "RANGE_EMPTY",
    verdict: "contradicted",
    message: `No ${integer ? "whole number" : "value"} lies between a minimum of ${minimum} and a maximum of ${maximum}.`,
    figures: [
      { label: "minimum", printed: String(minimum) },
      { label: "maximum", printed: String(maximum) },
    ],
  };
}

function meanOutside(group: MeanGroup, known: Known): RuleFinding {
  const { minimum = -Infinity, maximum = Infinity } = known;
  const change = changeInto("mean", group.mean, { lower: minimum, upper: maximum });
  const [figure] = figuresOfGroup(group, ["mean"]);
  const opposite = withOtherSign(group.mean);
  const isSignLost = sdBounds(opposite, known).meanPossible && Number.parseFloat(group.mean) !== 0;
  return {
    code: "MEAN_OUT_OF_RANGE",
    verdict: "contradicted",
    message: `${inArm(group)}The mean of values ${endsInWords(known)} lies there too; ${group.mean} does not.${isSignLost ? ` With the other sign, ${opposite}, it would.` : ""}`,
    figures: figuresOfGroup(group, ["mean"]),
    wouldBePossible: [`a mean ${endsInWords(known)}`],
    ...(change === undefined ? {} : { smallestChange: { ...change, label: figure!.label } }),
  };
}

function spreadOutside(
  group: MeanGroup,
  known: Known,
  readings: readonly PrintedSpread[],
): RuleFinding {
  const bounds = boundsOf(group, known);
  const others = ALL_READINGS.filter((one) => !readings.includes(one));
  const would = others.filter((reading) => fits(group, reading, known));
  const explained =
    would.length === 0 ? "" : ` As a ${readingsInWords(would)} it would be possible.`;
  const [least] = factorsOf(readings[0]!, group.n);
  const change = changeIntoBounds(group, known, readings);
  const isAbove = parsePrinted(group.sd).value * least > bounds.upper;
  return {
    code: isAbove ? "SPREAD_ABOVE_BOUND" : "SPREAD_BELOW_BOUND",
    verdict: "contradicted",
    message: `${inArm(group)}${withMean(group, known)} have a standard deviation of at ${isAbove ? `most ${bounds.upper.toPrecision(4)}` : `least ${bounds.lower.toPrecision(4)}`}; as a ${readingsInWords(readings)} ${group.sd} is beyond that.${explained}`,
    figures: figuresOfGroup(group),
    computed: computedOf(bounds),
    wouldBePossible: [
      `a standard deviation from ${bounds.lower.toPrecision(4)} to ${bounds.upper.toPrecision(4)}`,
    ],
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

/** The least change of one figure that brings the spread between its bounds. */
function changeIntoBounds(
  group: MeanGroup,
  known: Known,
  readings: readonly PrintedSpread[],
): Change | undefined {
  const isSound = (changed: MeanGroup): boolean => {
    const bounds = boundsOf(changed, known);
    return readings.some((reading) => fitsInto(bounds, changed, reading));
  };
  const { lower, upper } = boundsOf(group, known);
  const [least, most] = factorsOf(readings[0]!, group.n);
  const [figure] = figuresOfGroup(group, ["sd"]);
  const ofSpread = changeInto(figure!.label, group.sd, {
    lower: lower / most,
    upper: upper / least,
  });
  const { minimum, maximum } = known;
  const isClosed = minimum !== undefined && maximum !== undefined;
  // Between two ends the spread can be greatest about their middle; what is too great there always is.
  const middle = isClosed ? ((minimum + maximum) / 2).toFixed(6) : group.mean;
  const others = isClosed && !isSound({ ...group, mean: middle }) ? [] : (["mean", "n"] as const);
  const ofOthers = smallestChangeOfGroup(group, others, isSound);
  return leastChange([
    ofSpread && isSound({ ...group, sd: ofSpread.instead }) ? ofSpread : undefined,
    ofOthers,
  ]);
}

function irreconcilable(
  groups: readonly MeanGroup[],
  known: Known,
  readings: readonly PrintedSpread[],
): RuleFinding {
  const told = groups.map(
    (group) =>
      `in ${group.arm} only as ${readingsInWords(readings.filter((one) => fits(group, one, known)))}`,
  );
  const change = smallestChangeOfGroups(groups, (changed) => {
    const isPossible = (group: MeanGroup, one: PrintedSpread): boolean => fits(group, one, known);
    return commonReading(changed, readings, isPossible) !== undefined;
  });
  return {
    code: "SPREADS_IRRECONCILABLE_IN_RANGE",
    verdict: "contradicted",
    ...(change === undefined ? {} : { smallestChange: change }),
    message: `No one meaning of ± lets both arms fit into the range of the values: ${listOf(told)}.`,
    figures: groups.flatMap((group) => figuresOfGroup(group)),
  };
}

function spreadWithin(
  group: MeanGroup,
  known: Known,
  readings: readonly PrintedSpread[],
  reading: PrintedSpread,
): RuleFinding {
  const bounds = boundsOf(group, known);
  const only =
    reading === readings[0]
      ? ""
      : `, but only as a ${READINGS[reading]}, not as a ${readingsInWords(readings.slice(0, readings.indexOf(reading)))}`;
  const upper = Number.isFinite(bounds.upper)
    ? ` from ${bounds.lower.toPrecision(4)} to ${bounds.upper.toPrecision(4)}`
    : ` of at least ${bounds.lower.toPrecision(4)}`;
  return {
    code: "SPREAD_WITHIN_RANGE",
    verdict: "possible",
    ...(reading === "population-sd" ? { unexplained: true as const } : {}),
    message: `${inArm(group)}${withMean(group, known)} have a standard deviation${upper}; ${group.sd} fits${only}.`,
    figures: figuresOfGroup(group),
    computed: computedOf(bounds),
  };
}

/** `12 whole numbers from 1 to 7 with a mean of 1.33`. */
function withMean({ n, mean }: MeanGroup, known: Known): string {
  const ends = endsInWords(known);
  const what = [n, known.integer ? "whole numbers" : "values", ends].filter((word) => word);
  const words = `${what.join(" ")} with a mean of ${mean}`;
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
}

function computedOf({ lower, upper }: SdBounds): Computed[] {
  return [
    { label: "least standard deviation", value: lower },
    ...(Number.isFinite(upper) ? [{ label: "greatest standard deviation", value: upper }] : []),
  ];
}
