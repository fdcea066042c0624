import { InvalidInput, normalSurvival } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import type { EstimateWithError } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { hanleyMcNeilError } from "./area-intervals.js";
import {
  type ClassSizes,
  checkClassSizes,
  checkCorrelation,
  checkPublishedArea,
} from "./class-sizes.js";

/** An area as published, with its standard error where one is known. */
export interface PublishedArea {
  readonly auc: number;
  /** From a printed interval, say; by Hanley and McNeil without. */
  readonly standardError?: number;
}

/** Two published areas of the same subjects compared; differences are first − second. */
export interface AucDifferenceFromSummaries {
  readonly method: "auc-difference-from-summaries";
  readonly first: Required<PublishedArea>;
  readonly second: Required<PublishedArea>;
  readonly correlation: number; // of the two areas, as supposed
  readonly difference: EstimateWithError;
  readonly z: number;
  readonly p: number; // two-sided
  /**
   * The interval leaves out 0 at correlations above this one: at all of them below −1, at none from
   * 1 on.
   */
  readonly decisiveAbove: number;
  /** "zero-variance": at this correlation the difference does not vary; z and p read NaN. */
  readonly note?: "zero-variance";
}

/**
 * The comparison of two published areas under ROC curves of the same subjects, at a supposed
 * correlation between the two areas, which papers do not print.
 *
 * z = (A₁ − A₂)/√(SE₁² + SE₂² − 2r·SE₁·SE₂). The correlation is that of the areas, not of the
 * scores: `areaCorrelation` gives the one from the other.
 *
 * @param first - area, and its standard error where one is known
 * @param second - of the same subjects
 * @param sizes - subjects with and without the event
 * @param correlation - of the two areas, from −1 to 1; 0 for different subjects
 * @param options.level - confidence level of the interval; 0.95
 * @throws InvalidInput when an area is not between 0 and 1, a standard error not above 0, a class
 *   empty, or correlation or level are none
 * @source [@hanley1983comparing]; [@hanley1982] standard errors
 */
export function aucDifferenceFromSummaries(
  first: PublishedArea,
  second: PublishedArea,
  sizes: ClassSizes,
  correlation: number,
  { level = 0.95 }: { level?: number } = {},
): AucDifferenceFromSummaries {
  checkClassSizes(WHERE, sizes);
  checkCorrelation(WHERE, correlation);
  checkLevel(WHERE, level);
  const one = withError(first, sizes);
  const two = withError(second, sizes);
  const value = one.auc - two.auc;
  const shared = 2 * one.standardError * two.standardError;
  const apart = one.standardError ** 2 + two.standardError ** 2;
  const variance = apart - correlation * shared;
  const isConstant = variance <= 4 * Number.EPSILON * apart; // equal errors and a correlation of 1
  const standardError = isConstant ? 0 : Math.sqrt(variance);
  const z = isConstant ? Number.NaN : value / standardError;
  const reach = criticalZ(level) * standardError;
  return {
    method: "auc-difference-from-summaries",
    first: one,
    second: two,
    correlation,
    difference: {
      value,
      standardError,
      ci: { lower: value - reach, upper: value + reach, level },
    },
    z,
    p: 2 * normalSurvival(Math.abs(z)),
    decisiveAbove: (apart - (value / criticalZ(level)) ** 2) / shared,
    ...(isConstant ? { note: "zero-variance" as const } : {}),
  };
}

const WHERE = "aucDifferenceFromSummaries";

function withError(
  area: PublishedArea,
  { events, nonEvents }: ClassSizes,
): Required<PublishedArea> {
  const { auc, standardError } = area ?? {};
  checkPublishedArea(WHERE, auc);
  if (standardError === undefined) {
    return { auc, standardError: hanleyMcNeilError(auc, events, nonEvents) };
  }
  if (!(Number.isFinite(standardError) && standardError > 0)) {
    const rule = `needs a standard error above 0; got ${shown(standardError)}`;
    throw new InvalidInput(WHERE, rule, "standard_error");
  }
  return { auc, standardError };
}
