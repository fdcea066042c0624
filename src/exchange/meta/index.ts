import type { Statistics } from "../statistic.js";
import { metaBias } from "./meta-bias.js";
import { metaBinaryStatistic } from "./meta-binary.js";
import { metaContinuousStatistic } from "./meta-continuous.js";
import { metaDtaBivariate } from "./meta-dta-bivariate.js";
import { metaGeneric } from "./meta-generic.js";
import { metaProportionsStatistic } from "./meta-proportions.js";
import { metaRegressionStatistic } from "./meta-regression.js";

/** The statistics of this area. */
export const META: Statistics = {
  meta_bias: metaBias,
  meta_binary: metaBinaryStatistic,
  meta_continuous: metaContinuousStatistic,
  meta_dta_bivariate: metaDtaBivariate,
  meta_generic: metaGeneric,
  meta_proportions: metaProportionsStatistic,
  meta_regression: metaRegressionStatistic,
};
