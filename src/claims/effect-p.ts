import {
  effectMeasure,
  type PrintedEffect,
  type PrintedEffectP,
  printedEffectP,
} from "../analysis/index.js";
import type { EffectClaim } from "./claim.js";
import { figuresOf } from "./figures-of.js";
import { nearestP } from "./nearest-p.js";
import type { RuleFinding } from "./rule.js";
import type { Computed } from "./verdict.js";
import { pInWords, printedP } from "./wording.js";

/** Tests whose p an interval gives: Wald's by any name. A p of another test is not recomputed. */
const OF_INTERVAL =
  /^(wald|z|t|student|welch|normal|cox|regression|logistic)\b|\b(wald|z|t)[- ]test\b/i;

/** What is said of the p beside an effect; nothing where the interval itself is impossible. */
export function effectPFinding(
  claim: EffectClaim,
  p: string,
  { standing }: PrintedEffect,
): readonly RuleFinding[] {
  const figures = figuresOf(claim, ["p", "estimate", "ci"]);
  const not = (code: string, why: string): readonly RuleFinding[] => [
    {
      code,
      verdict: "not-checkable",
      message: `${printedP(p)} is not recomputed: ${why}.`,
      figures,
    },
  ];
  if (["outside", "swapped", "below-zero", "anywhere"].includes(standing)) {
    return not("EFFECT_P_WITHOUT_INTERVAL", "the interval gives no standard error");
  }
  const level = levelOf(claim);
  if (level === undefined) {
    return not("EFFECT_P_WITHOUT_LEVEL", `${claim.level} % is no confidence level`);
  }
  if (claim.test !== undefined && !OF_INTERVAL.test(claim.test)) {
    return [
      {
        code: "EFFECT_P_OF_ANOTHER_TEST",
        verdict: "possible",
        message: `${printedP(p)} is of the test "${claim.test}", which an effect with its interval does not give.`,
        figures,
      },
    ];
  }
  const { measure, estimate, ci, sided } = claim;
  const sides = sided === "one" ? 1 : 2;
  const found = printedEffectP(measure, estimate, ci, p, { level, sides });
  if (found === undefined) {
    const { family } = effectMeasure(measure);
    return not(
      "EFFECT_P_WITHOUT_NULL",
      family === "unknown" || family === "ratio"
        ? "the limits allow no test"
        : `an interval of ${measure} does not say what it is tested against`,
    );
  }
  return [{ figures, computed: computedOf(found), ...verdictOn(claim, p, found, level) }];
}

/** The confidence level as a fraction; printed in per cent, or as a fraction below 1. */
function levelOf({ level = 95 }: EffectClaim): number | undefined {
  const value = Number(level);
  const fraction = value < 1 ? value : value / 100;
  return fraction > 0 && fraction < 1 ? fraction : undefined;
}

function verdictOn(
  claim: EffectClaim,
  p: string,
  found: PrintedEffectP,
  level: number,
): Omit<RuleFinding, "figures"> {
  const { normal, t, standing } = found;
  const given = `the interval gives p = ${pInWords(normal.asPrinted)}`;
  const range = `${pInWords(normal.lower)} to ${pInWords(normal.upper)} within rounding`;
  const whole = t ?? normal;
  switch (standing) {
    case "by-normal":
      return {
        code: "EFFECT_P_REPRODUCED",
        verdict: "reproduced",
        message: `${printedP(p)} follows from the interval: z = ${found.z.toFixed(2)}, p = ${pInWords(normal.asPrinted)}.`,
      };
    case "within-rounding":
      return {
        code: "EFFECT_P_WITHIN_ROUNDING",
        verdict: "possible",
        message: `${printedP(p)} does not follow from the printed interval itself (p = ${pInWords(normal.asPrinted)}) but from limits that round to it: ${pInWords(normal.lower)} to ${pInWords(normal.upper)}.`,
      };
    case "by-t":
      return {
        code: "EFFECT_P_BY_T",
        verdict: "possible",
        message: `${printedP(p)} does not follow from the interval by a normal test (p = ${pInWords(normal.asPrinted)}); by a t test on few degrees of freedom it can (p from ${pInWords(t!.lower)} to ${pInWords(t!.upper)}).`,
      };
    case "near":
      return {
        code: "EFFECT_P_NOT_BY_INTERVAL",
        verdict: "possible",
        unexplained: true,
        message: `${printedP(p)} does not follow from the interval: ${given} (${range}). The p of another test of the same data may differ so.${otherSides(claim, found)}`,
        wouldBePossible: [`p from ${pInWords(whole.lower)} to ${pInWords(whole.upper)}`],
      };
    default:
      return {
        code: standing === "opposite" ? "EFFECT_P_AGAINST_INTERVAL" : "EFFECT_P_FAR_FROM_INTERVAL",
        verdict: "contradicted",
        message: `${printedP(p)} does not belong to this interval: ${against(found, level)}; ${given} (${range}), and no other test of the same data lies so far from it.${otherSides(claim, found)}`,
        wouldBePossible: [`p from ${pInWords(whole.lower)} to ${pInWords(whole.upper)}`],
        smallestChange: nearestP(p, whole),
      };
  }
}

function against({ interval, nothing, standing }: PrintedEffectP, level: number): string {
  const percent = Number((100 * level).toPrecision(6));
  if (standing === "far") return `the ${percent} % interval is far from ${nothing}`;
  return interval === "excludes"
    ? `the ${percent} % interval excludes ${nothing}, which the p does not`
    : `the ${percent} % interval includes ${nothing}, which the p excludes`;
}

function otherSides({ sided }: EffectClaim, { otherSided }: PrintedEffectP): string {
  if (!otherSided) return "";
  return sided === "one" ? " Two-sided, it would follow." : " One-sided, it would follow.";
}

function computedOf({ standardError, z, normal, scale }: PrintedEffectP): Computed[] {
  return [
    { label: `standard error, ${scale} scale`, value: standardError },
    { label: "z", value: z },
    { label: "p, normal", value: normal.asPrinted },
  ].filter(({ value }) => Number.isFinite(value));
}
