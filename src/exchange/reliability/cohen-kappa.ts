import { type CohenKappa, cohenKappa, twoRaterAgreement } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel, matrix } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

/** Cohen's kappa of a table in three weightings, and what else two raters' table says. */
export const cohenKappaStatistic: Statistic = statistic(
  "cohen_kappa",
  z.object({ table: matrix, conf_level: confLevel }),
  ({ table, conf_level: level }) => {
    const unweighted = cohenKappa(table, "unweighted", { level });
    const other = twoRaterAgreement(table, { level });
    return {
      n: unweighted.n,
      po: unweighted.observed,
      pe: unweighted.expected,
      kappa: unweighted.kappa.value,
      unweighted: weighted(unweighted),
      linear: weighted(cohenKappa(table, "linear", { level })),
      quadratic: weighted(cohenKappa(table, "quadratic", { level })),
      kappa_max: other.largestKappa,
      pabak: other.brennanPrediger.value,
      scott_pi: other.scottPi.value,
      gwet_ac1: other.gwetAc1.value,
      specific_agreement: other.specific.map(({ value }) => value),
      specific_agreement_ci: other.specific.map(({ ci }) => limits(ci)),
      prevalence_index: other.prevalenceIndex,
      bias_index: other.biasIndex,
      degenerate: unweighted.note,
    };
  },
);

function weighted({ n, observed, expected, kappa, standardError, test }: CohenKappa): Answer {
  return {
    n,
    po: observed,
    pe: expected,
    kappa: kappa.value,
    se: standardError,
    ci: limits(kappa.ci),
    se_null: test.standardError,
    z_null: test.z,
    p_null: test.p,
  };
}
