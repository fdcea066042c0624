import {
  areaUnderCurve,
  bootstrapAreaTest,
  bootstrapAreaUnderCurve,
  bootstrapCutoff,
  bootstrapPartialArea,
  deLongTest,
  deLongUnpairedTest,
  type RocSample,
  type RocWindow,
} from "../../src/analysis/index.js";
import {
  integrate,
  normalCdf,
  normalQuantile,
  normalSurvival,
  type Random,
} from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const SHARE_OF_EVENTS = 0.4;
const REPLICATES = 300; // a percentile needs few, and 2,000 samples take as many bootstraps

/** n subjects, two fifths of them with the event, which shifts normal scores of SD 1. */
function sample(random: Random, n: number, shift: number): RocSample {
  const nEvents = Math.round(SHARE_OF_EVENTS * n);
  const events = Uint8Array.from({ length: n }, (_, i) => (i < nEvents ? 1 : 0));
  const scores = Float64Array.from(events, (event) => random.normal() + event * shift);
  return { scores, events, direction: "higher" };
}

/** The shift of normal scores that has an area under the curve. */
function shiftOf(area: number): number {
  return Math.SQRT2 * normalQuantile(area);
}

function area(truth: number): CoverageScenario {
  return {
    statistic: "area under the ROC curve",
    population: `normal scores, area ${truth}, 40 % events`,
    truth,
    intervals: (random, n) => areaIntervals(random, sample(random, n, shiftOf(truth))),
  };
}

function areaIntervals(
  random: Random,
  { scores, events, direction }: RocSample,
): ReturnType<CoverageScenario["intervals"]> {
  const { deLong, logit, hanleyMcNeil, newcombe } = areaUnderCurve(
    scores,
    events,
    direction,
  ).intervals;
  const options = { replicates: REPLICATES };
  const { percentile, bca } = bootstrapAreaUnderCurve(scores, events, direction, {
    random,
    ...options,
  });
  return { deLong, logit, hanleyMcNeil, newcombe, percentile, bca };
}

const RATED_SHIFT = 1.2;
const RATING_LIMITS = [-0.5, 0.5, 1, 1.8]; // of five ratings

/** Area of the ratings, ties counting half. */
function ratedArea(): number {
  const limits = [Number.NEGATIVE_INFINITY, ...RATING_LIMITS, Number.POSITIVE_INFINITY];
  const shares = (shift: number): number[] =>
    limits.slice(1).map((to, i) => normalCdf(to - shift) - normalCdf(limits[i]! - shift));
  const [events, others] = [shares(RATED_SHIFT), shares(0)];
  let below = 0;
  return events.reduce((sum, share, i) => {
    const won = share * (below + others[i]! / 2);
    below += others[i]!;
    return sum + won;
  }, 0);
}

const rated: CoverageScenario = {
  statistic: "area under the ROC curve",
  population: "five ordered ratings of normal scores, shift 1.2, 40 % events",
  truth: ratedArea(),
  intervals: (random, n) => {
    const { scores, events, direction } = sample(random, n, RATED_SHIFT);
    const ratings = Float64Array.from(
      scores,
      (score) => RATING_LIMITS.filter((limit) => score > limit).length,
    );
    return areaIntervals(random, { scores: ratings, events, direction });
  },
};

const FIRST = 0.85;
const SECOND = 0.75;

const pairedDifference: CoverageScenario = {
  statistic: "difference of two areas, paired",
  population: "normal scores, areas 0.85 and 0.75, correlation 0.5, 40 % events",
  truth: FIRST - SECOND,
  intervals: (random, n) => {
    const one = sample(random, n, shiftOf(FIRST));
    const second = Float64Array.from(one.scores, (score, i) => {
      const event = one.events[i] === 1 ? 1 : 0;
      const common = score - event * shiftOf(FIRST);
      return 0.5 * common + Math.sqrt(0.75) * random.normal() + event * shiftOf(SECOND);
    });
    const two = { scores: second, direction: one.direction };
    const options = { replicates: REPLICATES };
    return {
      deLong: deLongTest(one, two, one.events).difference.ci,
      percentile: bootstrapAreaTest(one, two, one.events, { random, ...options }).difference.ci,
    };
  },
};

const unpairedDifference: CoverageScenario = {
  statistic: "difference of two areas, unpaired",
  population: "normal scores, areas 0.85 and 0.75, n subjects each, 40 % events",
  truth: FIRST - SECOND,
  intervals: (random, n) => {
    const one = sample(random, n, shiftOf(FIRST));
    const two = sample(random, n, shiftOf(SECOND));
    return { deLong: deLongUnpairedTest(one, two).difference.ci };
  },
};

const WINDOW: RocWindow = { focus: "specificity", from: 0.8, to: 1 };

const partialArea: CoverageScenario = {
  statistic: "partial area, specificity 0.8 to 1",
  population: "normal scores, area 0.85, 40 % events",
  truth: integrate(
    (specificity) => normalSurvival(normalQuantile(specificity) - shiftOf(FIRST)),
    WINDOW.from,
    WINDOW.to,
  ).value,
  intervals: (random, n) => {
    const { scores, events, direction } = sample(random, n, shiftOf(FIRST));
    const options = { replicates: REPLICATES };
    const { area } = bootstrapPartialArea(scores, events, direction, WINDOW, {
      random,
      ...options,
    });
    return { percentile: area.ci };
  },
};

/** Intervals of what Youden's index chooses, against what it would choose in the population. */
function youden(
  statistic: string,
  truth: number,
  of: (found: ReturnType<typeof bootstrapCutoff>) => ReturnType<CoverageScenario["intervals"]>,
): CoverageScenario {
  return {
    statistic,
    population: "normal scores, area 0.85, 40 % events",
    truth,
    intervals: (random, n) => {
      const { scores, events, direction } = sample(random, n, shiftOf(FIRST));
      const rule = { criterion: "youden" } as const;
      const options = { replicates: REPLICATES };
      return of(bootstrapCutoff(scores, events, direction, rule, { random, ...options }));
    },
  };
}

/** Interval methods of this folder of src/analysis. */
export const SCENARIOS: readonly CoverageScenario[] = [
  area(0.7),
  area(0.85),
  area(0.95),
  rated,
  pairedDifference,
  unpairedDifference,
  partialArea,
  youden("cut-off by Youden's index", shiftOf(FIRST) / 2, ({ cutoff }) => ({
    percentile: cutoff.ci,
  })),
  youden(
    "sensitivity at the cut-off by Youden's index",
    normalCdf(shiftOf(FIRST) / 2),
    (found) => ({
      inBag: found.sensitivity.ci,
      outOfBag: found.sensitivity.outOfBag.ci,
    }),
  ),
];
