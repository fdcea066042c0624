import {
  bartlettTest,
  flignerTest,
  gamesHowellComparisons,
  kruskalWallis,
  leveneTest,
  type MeanComparison,
  oneWayAnova,
  tukeyComparisons,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { column, confLevel, names } from "../input.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

const INPUT = z.object({ y: column, group: names, conf_level: confLevel });

/** `k_groups`: k independent groups, in the order of their names. */
export const kGroups: Statistic = statistic(
  "k_groups",
  INPUT,
  ({ y, group, conf_level: level }): Answer => {
    if (y.length !== group.length) {
      const got = `${y.length} values and ${group.length} groups`;
      throw new InvalidInput("k_groups", `needs pairs; got ${got}`, "different_lengths");
    }
    const named = byName(y, group);
    const labels = [...named.keys()];
    const groups = [...named.values()];
    const anova = oneWayAnova(groups);
    const known = {
      n: groups.map((values) => values.length),
      mean: anova.groups.map(({ mean }) => mean),
      sd: anova.groups.map(({ sd }) => sd),
    };
    if (anova.note !== undefined) return { ...known, error: "zero_variance" };
    const ranks = kruskalWallis(groups);
    const levene = leveneTest(groups, "median");
    const fligner = flignerTest(groups);
    const tukey = tukeyComparisons(groups, { level });
    return {
      ...known,
      anova: {
        f: anova.f,
        df1: anova.df1,
        df2: anova.df2,
        p: anova.p,
        eta2: anova.eta2,
        omega2: anova.omega2,
      },
      welch: anova.welch,
      kruskal: { h: ranks.h, df: ranks.df, p: ranks.p },
      ...needingTwoEach(groups, level),
      brown_forsythe: { f: levene.f, p: levene.p },
      fligner: { chi2: fligner.statistic, p: fligner.p },
      tukey: {
        pair: tukey.map(({ first, second }) => `${labels[first]}-${labels[second]}`),
        ...columns(tukey),
      },
    };
  },
);

/** What is defined only when every group has two values. */
function needingTwoEach(groups: readonly number[][], level: number): Answer {
  if (groups.some((values) => values.length < 2)) return {};
  const bartlett = bartlettTest(groups);
  return {
    bartlett: { k2: bartlett.statistic, p: bartlett.p },
    games_howell: columns(gamesHowellComparisons(groups, { level })),
  };
}

function columns(comparisons: readonly MeanComparison[]): Answer {
  return {
    diff: comparisons.map(({ difference }) => difference.value),
    lower: comparisons.map(({ difference }) => difference.ci.lower),
    upper: comparisons.map(({ difference }) => difference.ci.upper),
    df: comparisons.map(({ df }) => df),
    p: comparisons.map(({ p }) => p),
  };
}

/** The values of each group; numbers as names in their order, then words in theirs. */
function byName(
  y: readonly number[],
  group: readonly (string | number | null)[],
): Map<string | number, number[]> {
  const found = new Map<string | number, number[]>();
  for (const [i, name] of group.entries()) {
    if (name === null || Number.isNaN(y[i])) continue;
    found.set(name, [...(found.get(name) ?? []), y[i]!]);
  }
  const isBefore = (a: string | number, b: string | number): boolean =>
    typeof a === typeof b ? a < b : typeof a === "number";
  return new Map([...found].sort(([a], [b]) => (isBefore(a, b) ? -1 : 1)));
}
