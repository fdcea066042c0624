import {
  type Grimmer,
  grim,
  grimmer,
  type OpenScale,
  type PrintedSpread,
  parsePrinted,
} from "../../analysis/index.js";
import type { MeanClaim, TwoMeansClaim } from "../claim.js";
import {
  binaryFinding,
  meanImpossible,
  meanPossible,
  meanWithoutN,
  type SpreadCheck,
  spreadImpossible,
  spreadPossible,
  spreadsIrreconcilable,
} from "../integer-mean-findings.js";
import { integerScaleOf } from "../known-values.js";
import { commonReading, groupsOf, type MeanGroup, readingsOf } from "../mean-groups.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";

/** A mean and standard deviation of whole numbers must be those of some whole numbers. */
export const integerMean: Rule = ruleFor({
  code: "integer-mean",
  title: "A mean and standard deviation of whole numbers must be those of some whole numbers",
  source: "brown2017",
  kinds: ["mean", "two-means"],
  check: (claim) => (claim.integer === true ? checkGroups(claim) : []),
});

/**
 * GRIM for each group; then GRIMMER for those whose mean is possible. What stands behind ± is the
 * same in both arms, so a reading counts only where it does for both.
 */
function checkGroups(claim: MeanClaim | TwoMeansClaim): readonly RuleFinding[] {
  const scale = integerScaleOf(claim);
  if (scale === undefined) return []; // an empty range is another rule's finding
  const groups = groupsOf(claim);
  const readings = readingsOf(claim);
  const check: SpreadCheck = {
    scale,
    readings,
    isMeanPossible,
    isPossible: (group, reading) => searched(group, scale, reading)?.reachable ?? true,
    exampleOf: (group, reading) => searched(group, scale, reading)?.example,
  };
  const withMean = groups.filter((group) => group.n !== undefined && isMeanPossible(group));
  const checked = withMean.filter(({ n }) => Number(n) > 1);
  const sound = checked.filter((group) => readings.some((one) => check.isPossible(group, one)));
  const reading = commonReading(sound, readings, check.isPossible);
  const findings = groups.map((group): RuleFinding | undefined => {
    if (group.n === undefined) return meanWithoutN(group);
    if (!withMean.includes(group)) return meanImpossible(group, check);
    if (!checked.includes(group)) return meanPossible(group);
    if (!sound.includes(group)) return spreadImpossible(group, check);
    if (reading === undefined) return undefined;
    return binaryFinding(group, scale, reading) ?? spreadPossible(group, check, reading);
  });
  if (reading === undefined && sound.length > 0) findings.push(spreadsIrreconcilable(sound, check));
  return findings.filter((finding) => finding !== undefined);
}

function isMeanPossible({ n, mean }: MeanGroup): boolean {
  const isCoarse = Number(n) >= 10 ** parsePrinted(mean).decimals; // then every mean is possible
  return isCoarse || grim(mean, Number(n)).consistent;
}

/** GRIMMER; undefined where the sums are beyond what it can tell. */
function searched(
  { n, mean, sd }: MeanGroup,
  scale: OpenScale,
  spread: PrintedSpread,
): Grimmer | undefined {
  const isBeyondDoubles = !Number.isSafeInteger(Number(n) * Math.round(parsePrinted(mean).value));
  return isBeyondDoubles ? undefined : grimmer(mean, sd, Number(n), scale, { spread });
}
