import { z } from "../../data/schema.js";
import { mean, median, permutationTest } from "../../numeric/index.js";
import { column, present } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({ x: column, y: column });
const MOST_ALLOCATIONS = 5_000_000; // two groups of 12; some ten seconds

/** Permutation tests of the difference of two means and of two medians, by all allocations. */
export const permutationExact: Statistic = statistic("permutation_exact", schema, (input) => {
  const [x, y] = [present(input.x), present(input.y)];
  const options = { exactUpTo: MOST_ALLOCATIONS };
  const means = permutationTest((a, b) => mean(a) - mean(b), x, y, options);
  const medians = permutationTest((a, b) => median(a) - median(b), x, y, options);
  return {
    n_permutations: means.allocations,
    diff_means: means.statistic,
    p_two_sided: means.pTwoSided,
    p_greater: means.pGreater,
    p_less: means.pLess,
    diff_medians: medians.statistic,
    p_two_sided_medians: medians.pTwoSided,
  };
});
