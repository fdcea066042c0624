import { type CheckedP, parsePrinted } from "../../analysis/index.js";
import type { TwoProportionsClaim } from "../claim.js";
import { type FigurePlace, placesOf, withFigure } from "../figures-of.js";
import { changeOfP, leastChange } from "../least-change.js";
import type { Change } from "../verdict.js";
import { type AskedTests, countsOfArms, explainP, quickOf } from "./asked-tests.js";

/**
 * The least change that reconciles a p with two proportions: another p that some test gives, or
 * one patient more or fewer with the outcome, where one printed figure says it.
 *
 * @param tested - every p that was computed
 */
export function proportionsPChange(
  claim: TwoProportionsClaim,
  p: string,
  asked: AskedTests,
  tested: readonly CheckedP[],
): Change | undefined {
  const other = changeOfP(
    p,
    tested.map((one) => one.p),
  );
  return leastChange([other, ...onePatient(claim, p, asked)]);
}

/** The claim with one patient more or fewer in one arm, where some quick test then gives the p. */
function onePatient(claim: TwoProportionsClaim, p: string, asked: AskedTests): Change[] {
  const quick = quickOf(asked, asked.sides);
  const isBoth = claim.count !== undefined && claim.percent !== undefined;
  const arms = countsOfArms(claim);
  if (isBoth || arms === undefined || quick.tests?.length === 0) return [];
  return placesOf(claim, ["count", "percent"]).flatMap((place) => {
    const { n, counts } = arms[place.path[0]! as 0 | 1];
    return [counts[0]! - 1, counts.at(-1)! + 1]
      .filter((count) => count >= 0 && count <= n)
      .map((count) => changed(place, count, n))
      .filter(({ instead }) => {
        const after = countsOfArms(withFigure(claim, place, instead));
        return after !== undefined && explainP(after, p, quick).agrees;
      });
  });
}

function changed({ field, label, printed }: FigurePlace, count: number, n: number): Change {
  const { decimals } = parsePrinted(printed);
  const instead = field === "count" ? String(count) : ((100 * count) / n).toFixed(decimals);
  return { label, printed, instead };
}
