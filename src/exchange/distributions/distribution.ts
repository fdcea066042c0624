import { z } from "../../data/schema.js";
import * as numeric from "../../numeric/index.js";
import { number } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";

type Numbers = (...args: number[]) => number;

/** The functions of the format by their names; arguments in R's order. */
const FUNCTIONS: Readonly<Record<string, Numbers>> = {
  "normal.cdf": numeric.normalCdf,
  "normal.sf": numeric.normalSurvival,
  "normal.logcdf": numeric.normalLogCdf,
  "normal.logsf": numeric.normalLogSurvival,
  "normal.quantile": numeric.normalQuantile,
  "normal.isf": numeric.normalUpperQuantile,
  "t.cdf": numeric.tCdf,
  "t.sf": numeric.tSurvival,
  "t.logsf": numeric.tLogSurvival,
  "t.quantile": numeric.tQuantile,
  "t.isf": numeric.tUpperQuantile,
  "F.cdf": numeric.fCdf,
  "F.sf": numeric.fSurvival,
  "F.logsf": numeric.fLogSurvival,
  "F.quantile": numeric.fQuantile,
  "F.isf": numeric.fUpperQuantile,
  "chi2.cdf": numeric.chiSquareCdf,
  "chi2.sf": numeric.chiSquareSurvival,
  "chi2.logsf": numeric.chiSquareLogSurvival,
  "chi2.quantile": numeric.chiSquareQuantile,
  "chi2.isf": numeric.chiSquareUpperQuantile,
  "beta.cdf": numeric.betaCdf,
  "beta.sf": numeric.betaSurvival,
  "beta.quantile": numeric.betaQuantile,
  "beta.isf": numeric.betaUpperQuantile,
  "gamma.cdf": numeric.gammaCdf,
  "gamma.sf": numeric.gammaSurvival,
  "gamma.quantile": numeric.gammaQuantile,
  "gamma.isf": numeric.gammaUpperQuantile,
  "binomial.pmf": numeric.binomialPmf,
  "binomial.cdf": numeric.binomialCdf,
  "binomial.sf": numeric.binomialSurvival,
  "binomial.logcdf": numeric.binomialLogCdf,
  "binomial.logsf": numeric.binomialLogSurvival,
  "binomial.quantile": numeric.binomialQuantile,
  "poisson.pmf": numeric.poissonPmf,
  "poisson.cdf": numeric.poissonCdf,
  "poisson.sf": numeric.poissonSurvival,
  "poisson.quantile": numeric.poissonQuantile,
  "hypergeometric.pmf": numeric.hypergeometricPmf,
  "hypergeometric.cdf": numeric.hypergeometricCdf,
  "hypergeometric.sf": numeric.hypergeometricSurvival,
  "hypergeometric.quantile": numeric.hypergeometricQuantile,
  "nct.cdf": numeric.noncentralTCdf,
  "nct.sf": numeric.noncentralTSurvival,
  "nct.quantile": numeric.noncentralTQuantile,
  "ncchi2.cdf": numeric.noncentralChiSquareCdf,
  "ncchi2.sf": numeric.noncentralChiSquareSurvival,
  "ncchi2.quantile": numeric.noncentralChiSquareQuantile,
  "ncF.cdf": numeric.noncentralFCdf,
  "ncF.sf": numeric.noncentralFSurvival,
  "ncF.quantile": numeric.noncentralFQuantile,
  "studentized_range.cdf": numeric.studentizedRangeCdf,
  "studentized_range.sf": numeric.studentizedRangeSurvival,
  "studentized_range.quantile": numeric.studentizedRangeQuantile,
  "ranksum.cdf": numeric.rankSumCdf,
  "ranksum.sf": numeric.rankSumSurvival,
  "ranksum.quantile": numeric.rankSumQuantile,
  "signrank.cdf": numeric.signedRankCdf,
  "signrank.sf": numeric.signedRankSurvival,
  "signrank.quantile": numeric.signedRankQuantile,
  "kendall.cdf": numeric.kendallCdf,
  "kendall.sf": numeric.kendallSurvival,
  "kendall.quantile": numeric.kendallQuantile,
  "bivariate_normal.cdf": numeric.bivariateNormalCdf,
  lgamma: numeric.lgamma,
  digamma: numeric.digamma,
  erf: numeric.erf,
  erfc: numeric.erfc,
  log_choose: numeric.logChoose,
};

const schema = z.object({
  cases: z.array(z.object({ fn: z.enum(Object.keys(FUNCTIONS)), args: z.array(number) })),
});

/** Values of distribution functions and special functions, in the order of the cases. */
export const distribution: Statistic = statistic("distribution", schema, ({ cases }) => ({
  values: cases.map(({ fn, args }) => FUNCTIONS[fn]!(...args)),
}));
