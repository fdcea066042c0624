import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite, shown } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { checkIccChoice, type IccChoice, type IccUnit, mcGrawWongName } from "./icc-choice.js";
import { iccInterval, iccQuantiles, iccValue } from "./icc-inference.js";
import type { RatingMeanSquares } from "./icc-mean-squares.js";

/** An intraclass correlation that is printed without its interval, read as one of the ten. */
export interface IccFromCoefficient {
  readonly method: "icc-from-coefficient";
  readonly choice: IccChoice;
  readonly name: string; // McGraw and Wong's
  readonly n: number;
  readonly k: number;
  readonly single: Estimate; // reliability of one rater
  readonly average: Estimate; // of the mean of the k raters
}

/**
 * The interval of an intraclass correlation from the coefficient alone, for the form it is taken to
 * be, and the reliability of one rater and of their mean that it means.
 *
 * The coefficient fixes the mean square of subjects over that of error, and that is all the intervals
 * of one-way designs and of consistency need. Agreement in two-way designs also depends on how much
 * the raters differ by constant offsets: `offsets` is their mean square over that of error, about 1
 * when there are none. The more they differ, the wider the interval.
 *
 * @param value - the coefficient, above 0 and below 1
 * @param ratings - n subjects, at least 2, by k raters, at least 2
 * @param choice - which of the ten the coefficient is taken to be
 * @param options.offsets - mean square of raters over that of error, at least 0; 1
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput when a number is out of its range or the choice is unknown
 * @source [@shrout1979], [@mcgraw1996]
 */
export function iccFromCoefficient(
  value: number,
  { n, k }: { readonly n: number; readonly k: number },
  choice: IccChoice,
  { offsets = 1, level = 0.95 }: { offsets?: number; level?: number } = {},
): IccFromCoefficient {
  const where = "iccFromCoefficient";
  checkIccChoice(where, choice);
  checkFinite(where, "coefficient", value);
  if (!(value > 0 && value < 1)) {
    const rule = `needs a coefficient above 0 and below 1; got ${value}`;
    throw new InvalidInput(where, rule, "icc");
  }
  for (const [name, size] of [["subjects", n] as const, ["raters", k] as const]) {
    if (!Number.isSafeInteger(size) || size < 2) {
      const rule = `needs at least 2 ${name}; got ${shown(size)}`;
      throw new InvalidInput(where, rule, "n_too_small");
    }
  }
  checkFinite(where, "offsets", offsets);
  if (offsets < 0) {
    throw new InvalidInput(where, `needs offsets of at least 0; got ${offsets}`, "offsets");
  }
  checkLevel(where, level);
  const ms = meanSquares(value, { n, k }, choice, offsets);
  const estimate = (unit: IccUnit): Estimate => {
    const form = { ...choice, unit };
    return { value: iccValue(ms, form), ci: iccInterval(ms, form, iccQuantiles(ms, form, level)) };
  };
  return {
    method: "icc-from-coefficient",
    choice,
    name: mcGrawWongName(choice),
    n,
    k,
    single: estimate("single"),
    average: estimate("average"),
  };
}

/** Mean squares, that of error being 1 (in one-way designs: within subjects), that give the coefficient. */
function meanSquares(
  value: number,
  { n, k }: { readonly n: number; readonly k: number },
  { model, type, unit }: IccChoice,
  offsets: number,
): RatingMeanSquares {
  const isOneWay = model === "one-way";
  const raters = isOneWay ? 1 : offsets;
  const within = (raters + (n - 1)) / n;
  const spread = unit === "single" ? k : 1;
  const bias = type === "agreement" && !isOneWay ? (spread * (raters - 1)) / n : 0;
  const subjects = (1 + (spread - 1) * value + value * bias) / (1 - value);
  return { n, k, subjects, raters, error: 1, within };
}
