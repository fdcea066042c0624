import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import type { Interval } from "../estimate.js";
import { clipped, logitInterval, waldInterval } from "./area-intervals.js";
import { areaCovariance, type Placements, placements } from "./placements.js";
import { checkScored, type Direction, type Outcomes } from "./scored.js";

/** An area under a ROC curve of subjects that come in clusters, such as devices in patients. */
export interface ClusteredArea {
  readonly method: "clustered-area";
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly nClusters: number;
  readonly value: number;
  /** Obuchowski's sums of squares and products of the clusters' placements. */
  readonly components: {
    readonly events: number; // S₁₀
    readonly nonEvents: number; // S₀₁
    readonly product: number; // S₁₁
  };
  readonly variance: number;
  readonly standardError: number;
  readonly standardErrorUnclustered: number; // DeLong's, as if there were no clusters
  readonly intervals: {
    readonly wald: Interval; // cut to [0, 1]
    readonly waldUnclipped: Interval;
    readonly logit: Interval;
  };
  /**
   * "few-clusters": all events or all non-events come from one cluster, so that there is no variance
   * between clusters and intervals read NaN.
   */
  readonly note?: "few-clusters";
}

/**
 * The area under the ROC curve of clustered subjects, with a variance between clusters.
 *
 * A cluster may hold events, non-events or both. Clusters of one subject each give DeLong's
 * variance, but for factors I/(I − 1).
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param clusters - (n) the cluster of each subject, by a number or a name
 * @param direction - which scores speak for the event
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput as `areaUnderCurve`, unless there is one cluster for each score, or for one
 *   cluster in all
 * @source [@obuchowski1997]
 */
export function clusteredArea(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  clusters: ArrayLike<number | string>,
  direction: Direction,
  { level = 0.95 }: { level?: number } = {},
): ClusteredArea {
  const { oriented, outcomes } = checkScored("clusteredArea", scores, events, direction);
  const { cluster, nClusters } = checkClusters("clusteredArea", clusters, oriented.length);
  checkLevel("clusteredArea", level);
  const placed = placements(oriented, outcomes);
  const { nEvents, nNonEvents } = outcomes;
  const { components, variance } = clusteredVariance(placed, outcomes, cluster, nClusters);
  const standardError = Math.sqrt(Math.max(0, variance));
  const wald = waldInterval(placed.area, standardError, level);
  return {
    method: "clustered-area",
    direction,
    nEvents,
    nNonEvents,
    nClusters,
    value: placed.area,
    components,
    variance,
    standardError,
    standardErrorUnclustered: Math.sqrt(areaCovariance(placed, placed, outcomes)),
    intervals: {
      wald: clipped(wald),
      waldUnclipped: wald,
      logit: logitInterval(placed.area, standardError, level),
    },
    ...(Number.isNaN(variance) ? { note: "few-clusters" as const } : {}),
  };
}

function clusteredVariance(
  placed: Placements,
  { isEvent, nEvents, nNonEvents }: Outcomes,
  cluster: Uint32Array,
  nClusters: number,
): { components: ClusteredArea["components"]; variance: number } {
  const excessEvents = new Float64Array(nClusters); // placements minus the area, summed
  const excessOthers = new Float64Array(nClusters);
  const hasEvents = new Uint8Array(nClusters);
  const hasOthers = new Uint8Array(nClusters);
  for (let i = 0; i < cluster.length; i++) {
    const c = cluster[i]!;
    if (isEvent[i] === 1) {
      excessEvents[c]! += placed.twiceWins[i]! / (2 * nNonEvents) - placed.area;
      hasEvents[c] = 1;
    } else {
      excessOthers[c]! += placed.twiceWins[i]! / (2 * nEvents) - placed.area;
      hasOthers[c] = 1;
    }
  }
  const withEvents = hasEvents.reduce((total, one) => total + one, 0);
  const withOthers = hasOthers.reduce((total, one) => total + one, 0);
  let [squaresEvents, squaresOthers, products] = [0, 0, 0];
  for (let c = 0; c < nClusters; c++) {
    squaresEvents += excessEvents[c]! ** 2;
    squaresOthers += excessOthers[c]! ** 2;
    products += excessEvents[c]! * excessOthers[c]!;
  }
  const factor = (count: number): number => (count > 1 ? count / (count - 1) : Number.NaN);
  const components = {
    events: (factor(withEvents) * squaresEvents) / nEvents,
    nonEvents: (factor(withOthers) * squaresOthers) / nNonEvents,
    product: factor(nClusters) * products,
  };
  const variance =
    components.events / nEvents +
    components.nonEvents / nNonEvents +
    (2 * components.product) / (nEvents * nNonEvents);
  return { components, variance };
}

/** Clusters by their number, in the order in which they appear. */
function checkClusters(
  where: string,
  clusters: ArrayLike<number | string>,
  n: number,
): { cluster: Uint32Array; nClusters: number } {
  const isColumn =
    Array.isArray(clusters) || (ArrayBuffer.isView(clusters) && "length" in clusters);
  if (!isColumn) {
    const rule = `needs an array of clusters; got ${shown(clusters)}`;
    throw new InvalidInput(where, rule, "not_a_column");
  }
  if (clusters.length !== n) {
    const rule = `needs one cluster for each score; got ${n} scores and ${clusters.length} clusters`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  const numbers = new Map<number | string, number>();
  const cluster = Uint32Array.from(clusters as ArrayLike<unknown>, (name, i) => {
    const isName = typeof name === "string" || (typeof name === "number" && Number.isFinite(name));
    if (!isName) {
      const rule = `needs clusters that are numbers or words; cluster ${i} is ${shown(name)}`;
      throw new InvalidInput(where, rule, "cluster");
    }
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  });
  if (numbers.size < 2) {
    throw new InvalidInput(where, "needs at least 2 clusters; got 1", "few_clusters");
  }
  return { cluster, nClusters: numbers.size };
}
