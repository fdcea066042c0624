import { ordinalAgreement, ordinalAssociation } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

/** Rank association of two ordinal ratings, and how many steps they are apart. */
export const ordinalAssociationStatistic: Statistic = statistic(
  "ordinal_association",
  z.object({ x: column, y: column, conf_level: confLevel }),
  ({ x, y, conf_level: level }) => {
    const [first, second] = completePairs(x, y);
    const association = ordinalAssociation(first, second, { level });
    const agreement = ordinalAgreement(first, second, { level });
    return {
      n: association.n,
      concordant: association.concordant,
      discordant: association.discordant,
      ties_x_only: association.tiedFirstOnly,
      ties_y_only: association.tiedSecondOnly,
      tau_b: association.tauB.value,
      tau_b_ci: limits(association.tauB.ci),
      spearman: association.spearman,
      gamma: association.gamma.value,
      gamma_ci: limits(association.gamma.ci),
      somers_d_y_given_x: association.somersD.value,
      somers_d_y_given_x_ci: limits(association.somersD.ci),
      exact_match: agreement.same.value,
      exact_match_ci: limits(agreement.same.ci),
      within_one: agreement.withinOne.value,
      within_one_ci: limits(agreement.withinOne.ci),
      over: agreement.over,
      under: agreement.under,
      sign_test_p: agreement.signTest,
      mean_step: agreement.meanStep,
      degenerate: association.note,
    };
  },
);
