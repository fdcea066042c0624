import { metaRegression } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { InvalidInput } from "../../numeric/index.js";
import { column, completeRows, confLevel, matrix } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";

/** Effects on moderators by REML, without and with Knapp and Hartung. */
export const metaRegressionStatistic: Statistic = statistic(
  "meta_regression",
  z.object({ yi: column, vi: column, mods: matrix, conf_level: confLevel }),
  ({ yi, vi, mods, conf_level: level }) => {
    if (vi.length !== yi.length || mods.length !== yi.length) {
      const rule = `needs columns of one length; got ${yi.length}, ${vi.length} and ${mods.length}`;
      throw new InvalidInput("meta_regression", rule, "different_lengths");
    }
    const rows = completeRows(yi.map((y, i) => [y, vi[i]!, ...mods[i]!]));
    const effects = rows.map((row) => row[0]!);
    const variances = rows.map((row) => row[1]!);
    const moderators = rows.map((row) => row.slice(2));
    const normal = metaRegression(effects, variances, moderators, "reml", { level });
    const test = "hartung-knapp";
    const knapp = metaRegression(effects, variances, moderators, "reml", { level, test });
    return {
      coef: normal.coefficients.map(({ estimate }) => estimate.value),
      se: normal.coefficients.map(({ standardError }) => standardError),
      p: normal.coefficients.map(({ p }) => p),
      tau2: normal.tau2,
      QM: normal.moderators.statistic,
      QM_p: normal.moderators.p,
      QE: normal.residual.statistic,
      QE_p: normal.residual.p,
      R2_percent: normal.r2Percent,
      I2: normal.i2Percent,
      knha: {
        se: knapp.coefficients.map(({ standardError }) => standardError),
        p: knapp.coefficients.map(({ p }) => p),
        F: knapp.moderators.statistic,
        F_p: knapp.moderators.p,
      },
    };
  },
);
