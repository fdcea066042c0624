import { IMPOSSIBLE } from "../../analysis/consistency/printed-effect.js";
import { type PrintedEffect, printedEffect, type ScaleSymmetry } from "../../analysis/index.js";
import type { EffectClaim } from "../claim.js";
import { effectPFinding } from "../effect-p.js";
import { figuresOf } from "../figures-of.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { smallestChange } from "../smallest-change.js";
import type { Change, Computed } from "../verdict.js";

const FIELDS = ["estimate", "ci"] as const;
const MOST_STEPS = 25; // units of the last digit that a figure is moved by to find what would do

/** An effect must lie in the middle of its interval on some scale, and its p follow from it. */
export const effectInterval: Rule = ruleFor({
  code: "effect-interval",
  title: "An effect must lie in the middle of its interval on some scale, and its p follow from it",
  source: "altman2011",
  kinds: ["effect"],
  check: (claim): readonly RuleFinding[] => {
    const found = printedEffect(claim.measure, claim.estimate, claim.ci);
    const ofInterval = intervalFinding(claim, found);
    if (claim.p === undefined) return [ofInterval];
    return [ofInterval, ...effectPFinding(claim, claim.p, found)];
  },
});

function intervalFinding(claim: EffectClaim, found: PrintedEffect): RuleFinding {
  const { standing, onScale } = found;
  const base = {
    figures: figuresOf(claim, FIELDS),
    computed: onScale === undefined ? [] : computedOf(onScale),
  };
  const said = inWords(claim);
  switch (standing) {
    case "symmetric":
      return {
        ...base,
        code: "EFFECT_IN_MIDDLE",
        verdict: "reproduced",
        message: `${said}: the middle of the printed limits${ON[onScale!.scale]} is ${short(onScale!.midpoint)}, printed as ${claim.estimate}.`,
      };
    case "within-rounding":
      return {
        ...base,
        code: "EFFECT_WITHIN_ROUNDING",
        verdict: "possible",
        message: `${said}: the middle of the printed limits${ON[onScale!.scale]} is ${short(onScale!.midpoint)}, but limits that round so can have ${claim.estimate} in their middle.`,
      };
    case "anywhere":
      return {
        ...base,
        code: "EFFECT_ANYWHERE",
        verdict: "possible",
        message: `${said}: the interval of a number needed may run through infinity, so its ends say nothing about its middle.`,
      };
    case "lopsided":
      return lopsided(found, said, base);
    default:
      return impossible(claim, found, said, base);
  }
}

type Base = Required<Pick<RuleFinding, "figures" | "computed">>;

function lopsided(
  { onScale, bound, measure }: PrintedEffect,
  said: string,
  base: Base,
): RuleFinding {
  const isRatio = measure.family === "ratio" || measure.family === "risk-ratio";
  if (isRatio && onScale?.scale === "natural") {
    return {
      ...base,
      code: "EFFECT_MIDDLE_OF_ANOTHER_SCALE",
      verdict: "possible",
      unexplained: true,
      message: `${said} is even on the scale of the ratio itself, not on that of its logarithm, on which intervals of ratios are made.`,
    };
  }
  const sides = sidesInWords(onScale);
  if (
    !["ratio", "risk-ratio", "log-ratio", "difference", "risk-difference", "unknown"].includes(
      measure.family,
    )
  ) {
    return {
      ...base,
      code: "EFFECT_INSIDE",
      verdict: "possible",
      message: `${said} lies inside its interval, ${sides}; intervals of this measure may be uneven.`,
    };
  }
  const most = bound === undefined ? "" : ` (up to ${bound.toFixed(1)} times)`;
  return {
    ...base,
    code: "EFFECT_OFF_MIDDLE",
    verdict: "possible",
    unexplained: true,
    message: `${said} is not in the middle of its interval, ${sides}: a standard error does not give it, but an exact, score, profile or bootstrap interval can be so lopsided${most}.`,
  };
}

function impossible(
  claim: EffectClaim,
  found: PrintedEffect,
  said: string,
  base: Base,
): RuleFinding {
  const change = changeOf(claim, found);
  const { lostSign } = found;
  const sign =
    lostSign === undefined
      ? ""
      : ` With ${lostSign.instead} in place of ${lostSign.printed} it would be even: a sign may be lost.`;
  return {
    ...base,
    ...WRONG[found.standing as keyof typeof WRONG](claim, found, said, sign),
    verdict: "contradicted",
    ...(change === undefined
      ? {}
      : { smallestChange: change, wouldBePossible: [`${change.label} ${change.instead}`] }),
  };
}

type Words = (
  claim: EffectClaim,
  found: PrintedEffect,
  said: string,
  sign: string,
) => { readonly code: string; readonly message: string };

const WRONG: Readonly<
  Record<"too-lopsided" | "outside" | "swapped" | "below-zero" | "lost-sign", Words>
> = {
  outside: ({ ci }, _, said, sign) => ({
    code: "EFFECT_OUTSIDE",
    message: `${said} lies outside its own interval, ${ci[0]} to ${ci[1]}.${sign}`,
  }),
  swapped: ({ ci }, { symmetry, lostSign }, said, sign) => {
    const isEven = symmetry.scales.some(({ withinRounding }) => withinRounding);
    const swapped = isEven ? ` Exchanged, the limits have it in their middle.` : "";
    return {
      code: "EFFECT_ENDS_SWAPPED",
      message: `${said}: the lower limit, ${ci[0]}, is above the upper, ${ci[1]}.${isEven || lostSign === undefined ? swapped : sign}`,
    };
  },
  "below-zero": (_, __, said, sign) => ({
    code: "EFFECT_BELOW_ZERO",
    message: `${said}: a ratio and its limits cannot be below 0.${sign}`,
  }),
  "lost-sign": (_, { onScale }, said, sign) => ({
    code: "EFFECT_SIGN_LOST",
    message: `${said} is not in the middle of its interval, ${sidesInWords(onScale)}.${sign}`,
  }),
  "too-lopsided": (_, { onScale, bound }, said, sign) => ({
    code: "EFFECT_LOPSIDED",
    message: `${said} is far from the middle of its interval, ${sidesInWords(onScale)}; exact, score, profile and bootstrap intervals stay below ${bound!.toFixed(1)} times.${sign}`,
  }),
};

/** The figure that a lost sign or exchanged ends explain, or else the least that is no longer impossible. */
function changeOf(claim: EffectClaim, { lostSign, standing }: PrintedEffect): Change | undefined {
  if (lostSign !== undefined) {
    const { figure, printed, instead } = lostSign;
    return { label: figure === "estimate" ? figure : `ci (${figure})`, printed, instead };
  }
  if (standing === "swapped") return undefined;
  return smallestChange(
    claim,
    FIELDS,
    ({ measure, estimate, ci }) =>
      !IMPOSSIBLE.includes(printedEffect(measure, estimate, ci).standing),
    { steps: MOST_STEPS },
  );
}

function inWords({ measure, estimate, ci, level }: EffectClaim): string {
  const percent = level === undefined ? "" : `, ${level} %`;
  return `${measure} ${estimate} (${ci[0]} to ${ci[1]}${percent})`;
}

const ON = { natural: "", log: " on the log scale", logit: " on the logit scale" } as const;

function sidesInWords(onScale: ScaleSymmetry | undefined): string {
  if (onScale === undefined) return "whose sides differ";
  const { longerSide, lopsidedness, scale } = onScale;
  const times = Number.isFinite(lopsidedness)
    ? `at least ${lopsidedness.toFixed(1)} times as long as the other`
    : "the only one that is more than rounding";
  return `whose ${longerSide} side is ${times}${ON[scale]}`;
}

function short(x: number): string {
  return String(Number(x.toPrecision(4)));
}

function computedOf({ scale, midpoint, lopsidedness }: ScaleSymmetry): Computed[] {
  return [
    { label: `middle of the limits, ${scale} scale`, value: midpoint },
    { label: `longer side over shorter, at least, ${scale} scale`, value: lopsidedness },
  ].filter(({ value }) => Number.isFinite(value));
}
