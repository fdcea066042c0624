import {
  accuracyPrecision,
  aucDesign,
  aucPrecision,
  blandAltmanDesign,
  blandAltmanPrecision,
  clusteredSize,
  correlationDesign,
  coxSnellFromAuc,
  enrolment,
  fisherDesign,
  iccDesign,
  iccPrecision,
  kappaDesign,
  kappaLowerLimit,
  kappaPrecision,
  mcNemarDesign,
  mcNemarExactDesign,
  oneProportionDesign,
  pairedAucDesign,
  pairedMeansDesign,
  powerCurve,
  predictionModelSize,
  proportionPrecision,
  twoMeansDesign,
  twoProportionsDesign,
  zeroEvents,
} from "../../../src/analysis/index.js";
import type { ValidCall } from "../../spoiled.js";

const plan = { alpha: 0.05, power: 0.8, sides: 2 };
const inGroups = { ...plan, ratio: 2 };
const level = { level: 0.95 };

/** Plans that no test can be made for, for a call whose last argument is the plan. */
function badPlans(...args: readonly unknown[]): Record<string, readonly unknown[]> {
  return {
    "alpha 0": [...args, { alpha: 0 }],
    "alpha 1": [...args, { alpha: 1 }],
    "power 1": [...args, { power: 1 }],
    "power at alpha": [...args, { alpha: 0.2, power: 0.2 }],
  };
}

const badSides = (...args: readonly unknown[]): Record<string, readonly unknown[]> => ({
  "three sides": [...args, { sides: 3 }],
});
const badRatio = (...args: readonly unknown[]): Record<string, readonly unknown[]> => ({
  "no second group": [...args, { ratio: 0 }],
});

const means: readonly ValidCall[] = [
  {
    fn: twoMeansDesign,
    args: [1, 1.5, inGroups],
    bad: {
      "no difference": [0, 1],
      "no spread": [1, 0],
      "a difference too small": [1e-9, 1],
      ...badPlans(1, 1.5),
      ...badSides(1, 1.5),
      ...badRatio(1, 1.5),
    },
  },
  {
    fn: pairedMeansDesign,
    args: [1, 2.2, plan],
    bad: {
      "no difference": [0, 1],
      "negative spread": [1, -1],
      ...badPlans(1, 2.2),
      ...badSides(1, 2.2),
    },
  },
  {
    fn: correlationDesign,
    args: [0.4, plan],
    bad: { "no correlation": [0], perfect: [1], ...badPlans(0.4), ...badSides(0.4) },
  },
];

const proportions: readonly ValidCall[] = [
  ...[twoProportionsDesign, fisherDesign].map((fn) => ({
    fn,
    args: [0.5, 0.2, inGroups],
    bad: {
      "no difference": [0.3, 0.3],
      percent: [30, 10],
      "below 0": [-0.1, 0.3],
      ...badPlans(0.5, 0.2),
      ...badSides(0.5, 0.2),
      ...badRatio(0.5, 0.2),
    },
  })),
  ...[mcNemarDesign, mcNemarExactDesign].map((fn) => ({
    fn,
    args: [0.2, 0.08, plan],
    bad: {
      "no difference": [0.1, 0.1],
      "more than all": [0.6, 0.5],
      "below 0": [-0.1, 0.3],
      ...badPlans(0.2, 0.08),
      ...badSides(0.2, 0.08),
    },
  })),
  {
    fn: oneProportionDesign,
    args: [0.9, 0.7, plan],
    bad: {
      "no difference": [0.9, 0.9],
      certain: [1, 0.7],
      ...badPlans(0.9, 0.7),
      ...badSides(0.9, 0.7),
    },
  },
  {
    fn: proportionPrecision,
    args: [0.9, 0.05, level],
    bad: { "half-width 0": [0.9, 0], "half of all": [0.9, 0.5], certain: [1, 0.1] },
  },
  {
    fn: accuracyPrecision,
    args: [0.9, 0.85, 0.3, 0.1, level],
    bad: { "nobody diseased": [0.9, 0.8, 0, 0.1], "half-width 0": [0.9, 0.8, 0.3, 0] },
  },
  { fn: zeroEvents, args: [36, level], bad: { nobody: [0], "half a patient": [10.5] } },
  {
    fn: clusteredSize,
    args: [200, 10, 0.02],
    bad: { nobody: [0, 10, 0.02], "half a centre": [200, 1.5, 0.02], "an icc of 1": [200, 10, 1] },
  },
  {
    fn: enrolment,
    args: [40, 0.1],
    bad: { "all lost": [40, 1], nobody: [0, 0.1], "below 0": [40, -0.1] },
  },
];

const agreement: readonly ValidCall[] = [
  {
    fn: iccDesign,
    args: [3, 0.7, 0.85, plan],
    bad: {
      "one rater": [1, 0.7, 0.85],
      "no difference": [3, 0.7, 0.7],
      "too alike": [3, 0.7, 0.7 + 1e-12],
      perfect: [3, 0.7, 1],
      "below what three raters can have": [3, -0.5, 0.5],
      ...badPlans(3, 0.7, 0.85),
      ...badSides(3, 0.7, 0.85),
    },
  },
  {
    fn: iccPrecision,
    args: [3, 0.85, 0.2, level],
    bad: { "no width": [3, 0.85, 0], "all of it": [3, 0.85, 2], "one rater": [1, 0.85, 0.2] },
  },
  {
    fn: kappaDesign,
    args: [0.4, 0.6, [0.3, 0.7], 3, plan],
    bad: {
      "one category": [0.4, 0.6, [1], 3],
      "shares below 1": [0.4, 0.6, [0.3, 0.6], 3],
      "no difference": [0.4, 0.4, [0.3, 0.7], 3],
      "perfect null": [1, 0.4, [0.3, 0.7], 3],
      "one rater": [0.4, 0.6, [0.3, 0.7], 1],
      ...badPlans(0.4, 0.6, [0.3, 0.7], 3),
      ...badSides(0.4, 0.6, [0.3, 0.7], 3),
    },
  },
  {
    fn: kappaLowerLimit,
    args: [0.7, 0.5, [0.3, 0.7], 3, level],
    bad: { "above kappa": [0.7, 0.8, [0.3, 0.7], 3], "a share of 0": [0.7, 0.5, [0, 1], 3] },
  },
  {
    fn: kappaPrecision,
    args: [0.7, 0.3, 0.1, level],
    bad: { perfect: [1, 0.3, 0.1], "negative kappa": [-0.1, 0.3, 0.1], "no share": [0.7, 0, 0.1] },
  },
  {
    fn: blandAltmanDesign,
    args: [0.3, 1.1, 3.5, { alpha: 0.05, power: 0.8, coverage: 0.95 }],
    bad: {
      "limits outside": [0.3, 1.1, 2],
      "no spread": [0.3, 0, 2],
      ...badPlans(0.3, 1.1, 3.5),
    },
  },
  {
    fn: blandAltmanPrecision,
    args: [1.1, 0.8, { level: 0.95, coverage: 0.95 }],
    bad: { "no spread": [0, 0.8], "half-width 0": [1.1, 0], "too narrow": [1, 1e-9] },
  },
];

const curves = { a: 2.6, b: 1 };
const areas: readonly ValidCall[] = [
  {
    fn: aucDesign,
    args: [0.8, inGroups],
    bad: {
      "no better than chance": [0.5],
      perfect: [1],
      ...badPlans(0.8),
      ...badSides(0.8),
      ...badRatio(0.8),
    },
  },
  {
    fn: aucPrecision,
    args: [0.8, 0.1, { level: 0.95, ratio: 2 }],
    bad: {
      perfect: [1, 0.1],
      "half-width 0": [0.8, 0],
      "too narrow": [0.8, 1e-9],
      ...badRatio(0.8, 0.1),
    },
  },
  {
    fn: pairedAucDesign,
    args: [
      curves,
      { a: 1.9, b: 1 },
      { events: 0.6, nonEvents: 0.6 },
      { ...inGroups, range: [0, 0.2] },
    ],
    bad: {
      "one curve twice": [curves, curves, { events: 0.6, nonEvents: 0.6 }],
      "no slope": [{ a: 1, b: 0 }, curves, { events: 0.6, nonEvents: 0.6 }],
      "correlation above 1": [curves, { a: 1.9, b: 1 }, { events: 1.1, nonEvents: 0.6 }],
      "range reversed": [
        curves,
        { a: 1.9, b: 1 },
        { events: 0.6, nonEvents: 0.6 },
        { range: [0.3, 0.1] },
      ],
    },
  },
  {
    fn: coxSnellFromAuc,
    args: [0.8, 0.3],
    bad: { perfect: [1, 0.3], "worse than chance": [0.4, 0.3], "nobody with the event": [0.8, 0] },
  },
  {
    fn: predictionModelSize,
    args: [0.2, 4, 0.3, { shrinkage: 0.9, optimism: 0.05, margin: 0.05 }],
    bad: {
      "R² above the largest": [0.72, 4, 0.3],
      "R² above the shrinkage": [0.6, 4, 0.3, { shrinkage: 0.5 }],
      "half a parameter": [0.2, 0.5, 0.3],
      "nobody with the outcome": [0.2, 4, 0],
    },
  },
  {
    fn: powerCurve,
    args: [{ name: "t test", powerAt: (n: number): number => 1 - 1 / n }, [10, 20, 30]],
    good: ["[0].name: unknown word"],
    bad: {
      "no design": [null, [10]],
      "no power": [{ name: "t test" }, [10]],
      "half a patient": [twoMeansDesign(1, 1), [10, 10.5]],
      "fewer than a test can have": [twoMeansDesign(1, 1), [1, 2]],
    },
  },
];

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [...means, ...proportions, ...agreement, ...areas];
