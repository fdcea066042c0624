import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";

/**
 * Which intraclass correlation is meant.
 *
 * - `model`: "one-way" when each subject may have raters of its own; "two-way-random" when the same
 *   raters, a sample of those to come, rate all; "two-way-mixed" when these raters are the only ones.
 * - `type`: whether a rater's constant offset counts as disagreement ("agreement") or not
 *   ("consistency"). One-way designs cannot tell, so there it is always agreement.
 * - `unit`: reliability of one rater ("single") or of the mean of the k raters ("average").
 */
export type IccChoice =
  | { readonly model: "one-way"; readonly type: "agreement"; readonly unit: IccUnit }
  | {
      readonly model: "two-way-random" | "two-way-mixed";
      readonly type: "agreement" | "consistency";
      readonly unit: IccUnit;
    };

/** Reliability of one rating, or of the mean of the k ratings of a subject. */
export type IccUnit = "single" | "average";

const UNITS: readonly IccUnit[] = ["single", "average"];

/** The ten coefficients of McGraw and Wong, in the order of their table 4. */
export const ICC_CHOICES: readonly IccChoice[] = [
  ...UNITS.map((unit) => ({ model: "one-way", type: "agreement", unit }) as const),
  ...(["two-way-random", "two-way-mixed"] as const).flatMap((model) =>
    (["consistency", "agreement"] as const).flatMap((type) =>
      UNITS.map((unit) => ({ model, type, unit })),
    ),
  ),
];

/** McGraw and Wong's name of a coefficient: ICC(1), ICC(k), ICC(A,1), ICC(C,k) … */
export function mcGrawWongName({ model, type, unit }: IccChoice): string {
  const raters = unit === "single" ? "1" : "k";
  if (model === "one-way") return `ICC(${raters})`;
  return `ICC(${type === "agreement" ? "A" : "C"},${raters})`;
}

/**
 * Shrout and Fleiss's name, where they have one: they pair random raters with agreement, fixed raters
 * with consistency.
 */
export function shroutFleissName({ model, type, unit }: IccChoice): string | undefined {
  const raters = unit === "single" ? "1" : "k";
  if (model === "one-way") return `ICC(1,${raters})`;
  if (model === "two-way-random") return type === "agreement" ? `ICC(2,${raters})` : undefined;
  return type === "consistency" ? `ICC(3,${raters})` : undefined;
}

/**
 * Refuses what is none of the ten.
 *
 * @throws InvalidInput (`unknown_model`)
 */
export function checkIccChoice(where: string, choice: IccChoice): void {
  const { model, type, unit } = choice ?? {};
  const known = ICC_CHOICES.some(
    (one) => one.model === model && one.type === type && one.unit === unit,
  );
  if (!known) {
    const got = `model ${shown(model)}, type ${shown(type)}, unit ${shown(unit)}`;
    throw new InvalidInput(
      where,
      `needs one of the ten intraclass correlations; got ${got}`,
      "unknown_model",
    );
  }
}
