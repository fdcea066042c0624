import {
  type AgreementWeights,
  type AlphaMetric,
  agreementCoefficients,
  type Category,
  type Coefficient,
  categoryPositions,
  fleissKappa,
  type KrippendorffAlpha,
  krippendorffAlpha,
  lightKappa,
  type Ratings,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel, names } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

/** Agreement of several raters: Fleiss's and Light's kappa, Gwet's family, Krippendorff's alpha. */
export const multiRater: Statistic = statistic(
  "multi_rater",
  z.object({
    ratings: z.array(names),
    levels: z.array(z.union([z.string(), z.number()])),
    conf_level: confLevel,
  }),
  ({ ratings, levels, conf_level: level }) => {
    const coefficients = (weights: AgreementWeights): ReturnType<typeof agreementCoefficients> =>
      agreementCoefficients(ratings, levels, weights, { level });
    const alpha = alphaOf(ratings, levels, level);
    const [nominal, ordinal, interval] = [alpha("nominal"), alpha("ordinal"), alpha("interval")];
    const unweighted = coefficients("unweighted");
    const quadratic = coefficients("quadratic");
    const linear = coefficients("linear");
    const complete = ratings.filter((row) => !row.includes(null));
    return {
      n_subjects: ratings.length,
      n_complete: complete.length,
      n_raters: unweighted.raters,
      n_missing: unweighted.missing,
      percent_agreement: unweighted.percentAgreement.value,
      fleiss_kappa: unweighted.fleiss.value,
      krippendorff_alpha_nominal: nominal.alpha.value,
      ...(complete.length > 0 ? completeOnly(complete as Category[][], levels, level) : {}),
      with_missing: {
        percent_agreement: coefficient(unweighted.percentAgreement),
        fleiss: coefficient(unweighted.fleiss),
        gwet_ac1: coefficient(unweighted.gwet),
        brennan_prediger: coefficient(unweighted.brennanPrediger),
        conger: coefficient(unweighted.conger),
        krippendorff_nominal: alphaCoefficient(nominal),
        krippendorff_interval: alphaCoefficient(interval),
      },
      krippendorff_alpha: {
        nominal: nominal.alpha.value,
        ordinal: ordinal.alpha.value,
        interval: interval.alpha.value,
      },
      weighted_quadratic: {
        gwet_ac2: coefficient(quadratic.gwet),
        fleiss: coefficient(quadratic.fleiss),
        brennan_prediger: coefficient(quadratic.brennanPrediger),
      },
      weighted_linear: {
        gwet_ac2: coefficient(linear.gwet),
        fleiss: coefficient(linear.fleiss),
      },
      weighted_ordinal_gwet: { gwet_ac2: coefficient(coefficients("ordinal").gwet) },
      degenerate: unweighted.fleiss.note,
    };
  },
);

/** Words stand at equal distances on the interval scale, in the order of the levels. */
function alphaOf(
  ratings: Ratings,
  levels: readonly Category[],
  level: number,
): (metric: AlphaMetric) => KrippendorffAlpha {
  if (levels.every((one) => typeof one === "number")) {
    return (metric) => krippendorffAlpha(ratings, levels, metric, { level });
  }
  const positions = Array.from(categoryPositions(levels, levels));
  const place = new Map(levels.map((one, i) => [one, positions[i]!]));
  const placed = ratings.map((row) =>
    Array.from(row, (one) => (one === null ? null : (place.get(one) ?? one))),
  );
  return (metric) => krippendorffAlpha(placed, positions, metric, { level });
}

/** What needs every rating of a subject. */
function completeOnly(
  ratings: readonly Category[][],
  levels: readonly Category[],
  level: number,
): Answer {
  const fleiss = fleissKappa(ratings, levels, { level });
  const light = lightKappa(ratings, levels, "unweighted", { level });
  return {
    fleiss: {
      po: fleiss.observed,
      pe: fleiss.expected,
      kappa: fleiss.kappa.value,
      se_null: fleiss.test.standardError,
      z: fleiss.test.z,
      p: fleiss.test.p,
      per_category: {
        level: fleiss.categories.map(({ category }) => category),
        kappa: fleiss.categories.map(({ kappa }) => kappa),
        se_null: fleiss.categories[0]!.test.standardError,
      },
    },
    conger_kappa: agreementCoefficients(ratings, levels, "unweighted", { level }).conger.value,
    light_kappa: light.kappa.value,
    pairwise_kappa: light.pairs.map(({ kappa }) => kappa),
    pairs: light.pairs.map(({ first, second }) => `${first + 1}-${second + 1}`),
    light_quadratic: lightKappa(ratings, levels, "quadratic", { level }).kappa.value,
    percent_all_agree: fleiss.allAgree,
  };
}

function coefficient({ value, standardError, ci }: Coefficient): Answer {
  return { coef: value, se: standardError, ci: limits(ci) };
}

function alphaCoefficient({ alpha, standardError }: KrippendorffAlpha): Answer {
  return { coef: alpha.value, se: standardError, ci: limits(alpha.ci) };
}
