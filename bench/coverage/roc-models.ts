import {
  binormalMoments,
  binormalRatings,
  clusteredArea,
  type Interval,
  type RocBand,
  rocBand,
} from "../../src/analysis/index.js";
import { normalCdf, normalQuantile, type Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const A = 1.2;
const B = 0.8;
const AREA = normalCdf(A / Math.hypot(1, B));

/** Scores of n subjects, a third of them events: N(0, 1) without the event, N(A/B, 1/B²) with it. */
function binormalSample(random: Random, n: number): { scores: number[]; events: number[] } {
  const nEvents = Math.round(n / 3);
  const events = Array.from({ length: n }, (_, i) => (i < nEvents ? 1 : 0));
  return {
    scores: events.map((event) => (event === 1 ? (A + random.normal()) / B : random.normal())),
    events,
  };
}

const clustered: CoverageScenario = {
  statistic: "area under the curve of clustered subjects",
  population: "n subjects in clusters of 3 that share a third of the variance, equal variances",
  truth: normalCdf(1 / Math.SQRT2),
  intervals: (random, n) => {
    const [scores, events, clusters]: number[][] = [[], [], []];
    for (let cluster = 0; cluster < n / 3; cluster++) {
      const shared = Math.sqrt(1 / 3) * random.normal();
      for (let device = 0; device < 3; device++) {
        const event = (cluster + device) % 3 === 0 ? 1 : 0;
        scores!.push(event + shared + Math.sqrt(2 / 3) * random.normal());
        events!.push(event);
        clusters!.push(cluster);
      }
    }
    const { intervals } = clusteredArea(scores!, events!, clusters!, "higher");
    return { "Obuchowski, normal": intervals.waldUnclipped, "Obuchowski, logit": intervals.logit };
  },
};

const moments: CoverageScenario = {
  statistic: "binormal area under the curve",
  population: "n subjects, a third of them events, a 1.2, b 0.8",
  truth: AREA,
  intervals: (random, n) => {
    const { scores, events } = binormalSample(random, n);
    return { "means and SDs": binormalMoments(scores, events, "higher").areaInterval.ci };
  },
};

const CUTS = [-0.3, 0.4, 1, 1.8]; // of the latent scores

const ratings: CoverageScenario = {
  statistic: "binormal area under the curve of ratings in five categories",
  population: "n events and n non-events, a 1.2, b 0.8",
  truth: AREA,
  intervals: (random, n) => {
    const drawn = (score: () => number): number[] => {
      const counts = [0, 0, 0, 0, 0];
      for (let i = 0; i < n; i++) {
        const latent = score();
        counts[CUTS.filter((cut) => latent > cut).length]!++;
      }
      return counts;
    };
    const events = drawn(() => (A + random.normal()) / B);
    const others = drawn(() => random.normal());
    return { "Dorfman and Alf, through Φ": binormalRatings(events, others).areaInterval.ci };
  },
};

const REPLICATES = 200;

/** As an interval that holds 0 when the whole curve lies inside the band. */
function heldBy(band: RocBand, slope: number): Interval {
  const { falsePositiveRates: x, sensitivities: y, width, level } = band;
  let farthest = 0;
  let j = 0;
  for (let k = 1; k < 200; k++) {
    const rate = k / 200;
    const truth = normalCdf(A + B * normalQuantile(rate));
    const along = slope * rate + truth;
    const place = (i: number): number => slope * x[i]! + y[i]!;
    while (j + 2 < x.length && place(j + 1) < along) j++;
    const share = (along - place(j)) / (place(j + 1) - place(j));
    const height = y[j]! + share * (y[j + 1]! - y[j]!);
    farthest = Math.max(farthest, Math.abs(height - truth) * Math.hypot(1 / slope, 1));
  }
  return { lower: farthest - width, upper: Number.POSITIVE_INFINITY, level };
}

const wholeCurve: CoverageScenario = {
  statistic: "whole ROC curve at once",
  population: "n subjects, a third of them events, a 1.2, b 0.8",
  truth: 0,
  intervals: (random, n) => {
    const { scores, events } = binormalSample(random, n);
    const nEvents = events.filter((event) => event === 1).length;
    const band = rocBand(scores, events, "higher", { random, replicates: REPLICATES });
    return { "Campbell's fixed-width band": heldBy(band, Math.sqrt((n - nEvents) / nEvents)) };
  },
};

/** Interval methods of the models of ROC curves in src/analysis/roc. */
export const SCENARIOS: readonly CoverageScenario[] = [clustered, moments, ratings, wholeCurve];
