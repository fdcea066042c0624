export * from "./beta.js";
export * from "./binomial.js";
export { bivariateNormalCdf } from "./bivariate-normal.js";
export {
  type Bootstrap,
  type BootstrapOptions,
  bootstrap,
  type RowStatistic,
} from "./bootstrap.js";
export * from "./bootstrap-intervals.js";
export { brent } from "./brent.js";
export * from "./checks.js";
export * from "./chi-square.js";
export * from "./descriptive.js";
export * from "./fisher-f.js";
export { foldedNormalQuantile } from "./folded-normal.js";
export * from "./gamma.js";
export { harrellDavis } from "./harrell-davis.js";
export * from "./hypergeometric.js";
export { InvalidInput, inTheNameOf } from "./invalid-input.js";
export * from "./kendall.js";
export { kolmogorovSurvival } from "./kolmogorov.js";
export * from "./linear-algebra.js";
export { lowess } from "./lowess.js";
export { bfgs, type Minimum, nelderMead, type Objective } from "./minimise.js";
export * from "./noncentral-chi-square.js";
export * from "./noncentral-f.js";
export * from "./noncentral-t.js";
export * from "./normal.js";
export { type GroupStatistic, type PermutationTest, permutationTest } from "./permutation.js";
export * from "./poisson.js";
export {
  gaussHermite,
  gaussLegendre,
  type Integral,
  integrate,
  type QuadratureRule,
} from "./quadrature.js";
export { type Random, seeded } from "./random.js";
export * from "./rank-sum.js";
export * from "./ranks.js";
export type { Label } from "./resampling-plan.js";
export * from "./shapiro-wilk.js";
export * from "./signed-rank.js";
export { sortTagged } from "./sort-keys.js";
export * from "./special.js";
export * from "./student-t.js";
export * from "./studentized-range.js";
