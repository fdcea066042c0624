import {
  diagnosticRates,
  type PrintedRates,
  readDifferenceInterval,
  readRatioInterval,
  sdFromInterval,
  sdFromStandardError,
  twoMeansCorners,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel, number } from "../input.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

const interval = { lower: number, upper: number, conf_level: confLevel };
const percent = z.string().optional();

const Input = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ci_to_sd"), ...interval, n: z.number() }),
  z.object({ kind: z.literal("se_to_sd"), se: number, n: z.number() }),
  z.object({
    kind: z.literal("difference_ci"),
    estimate: number,
    ...interval,
    df: number.nullish(),
  }),
  z.object({ kind: z.literal("ratio_ci"), estimate: number, ...interval }),
  z.object({
    kind: z.literal("t_from_rounded"),
    ...{ mean1: z.string(), sd1: z.string(), n1: z.number() },
    ...{ mean2: z.string(), sd2: z.string(), n2: z.number() },
  }),
  z.object({
    kind: z.literal("diagnostic_rates"),
    ...{ sens_percent: percent, spec_percent: percent, ppv_percent: percent },
    ...{ npv_percent: percent, accuracy_percent: percent },
    n_events: z.number(),
    n_non_events: z.number(),
  }),
]);

/** `summary_checks`: what printed summaries say beyond themselves, one kind at a time. */
export const summaryChecksStatistic: Statistic = statistic("summary_checks", Input, answerOf);

function answerOf(input: z.infer<typeof Input>): Answer {
  switch (input.kind) {
    case "ci_to_sd":
      return { sd: sdFromInterval(ciOf(input), input.n) };
    case "se_to_sd":
      return { sd: sdFromStandardError(input.se, input.n) };
    case "difference_ci": {
      const options = typeof input.df === "number" ? { df: input.df } : {};
      const got = readDifferenceInterval({ value: input.estimate, ci: ciOf(input) }, options);
      const { standardError, statistic: ratio, p, asymmetry } = got;
      return { se: standardError, statistic: ratio, p, asymmetry };
    }
    case "ratio_ci": {
      const got = readRatioInterval({ value: input.estimate, ci: ciOf(input) });
      const { standardError, statistic: ratio, p, midpoint, asymmetry } = got;
      return {
        se_log: standardError,
        z: ratio,
        p,
        geometric_midpoint: midpoint,
        asymmetry_log: asymmetry,
      };
    }
    case "t_from_rounded": {
      const { asPrinted, least, most } = twoMeansCorners(
        { mean: input.mean1, sd: input.sd1, n: input.n1 },
        { mean: input.mean2, sd: input.sd2, n: input.n2 },
      );
      return { t: asPrinted.t, p: asPrinted.p, p_corner_min: least, p_corner_max: most };
    }
    case "diagnostic_rates": {
      const { consistent, solutions } = diagnosticRates(
        ratesOf(input),
        input.n_events,
        input.n_non_events,
      );
      return {
        consistent,
        solutions: solutions.map((c) => ({
          tp: c.truePositive,
          fn: c.falseNegative,
          tn: c.trueNegative,
          fp: c.falsePositive,
        })),
      };
    }
  }
}

function ciOf(input: { lower: number; upper: number; conf_level: number }): {
  lower: number;
  upper: number;
  level: number;
} {
  return { lower: input.lower, upper: input.upper, level: input.conf_level };
}

function ratesOf(input: Readonly<Record<string, unknown>>): PrintedRates {
  const names = {
    sens: "sensitivity",
    spec: "specificity",
    ppv: "ppv",
    npv: "npv",
    accuracy: "accuracy",
  };
  const given = Object.entries(names).map(
    ([key, name]) => [name, input[`${key}_percent`]] as const,
  );
  return Object.fromEntries(given.filter(([, rate]) => rate !== undefined)) as PrintedRates;
}
