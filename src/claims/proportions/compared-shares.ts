import { parsePrinted } from "../../analysis/index.js";
import type { Claim } from "../claim.js";
import type { ComparedFigure } from "../compared-figure.js";

interface Share {
  readonly arm?: string | undefined;
  readonly percent?: string | undefined;
  readonly n?: string | undefined;
  readonly count?: string | undefined;
}

/** Rounded, a share is at most half a unit below its percentage; cut off, less than a unit above. */
const BELOW = 0.5;
const ABOVE = 1;
const SLACK = 1e-9;

/**
 * Holds the percentage of one source against the count and n of another that prints no percentage:
 * "95 %" in the text is "21 of 22" in the table.
 *
 * @param order - positions of the other claim's arms in this one's order
 */
export function comparedShares(
  claim: Claim,
  other: Claim,
  order: readonly [number, number],
): ComparedFigure[] {
  const there = sharesOf(other);
  return sharesOf(claim).flatMap((here, i) => {
    const theirs = there[there.length === 1 ? 0 : order[i]!];
    if (theirs === undefined || (here.percent !== undefined) === (theirs.percent !== undefined)) {
      return [];
    }
    const [printed, counted] = here.percent === undefined ? [theirs, here] : [here, theirs];
    const { n, count } = counted;
    const isPrintedWithCount = printed.count !== undefined && printed.n !== undefined;
    if (n === undefined || count === undefined || isPrintedWithCount) return [];
    const { value, decimals } = parsePrinted(printed.percent!);
    const share = (100 * Number(count)) / Number(n);
    const units = (share - value) * 10 ** decimals;
    const words = `${share.toFixed(Math.max(2, decimals + 1))} (${count} of ${n})`;
    const isHere = here === printed;
    return [
      {
        label: here.arm === undefined ? "percent" : `percent (${here.arm})`,
        here: isHere ? printed.percent! : words,
        there: isHere ? words : printed.percent!,
        agrees: units >= -BELOW - SLACK && units < ABOVE - SLACK,
      },
    ];
  });
}

function sharesOf(claim: Claim): Share[] {
  if (claim.kind === "proportion") return [claim];
  if (claim.kind !== "two-proportions") return [];
  return claim.arms.map((arm, i) => ({
    arm,
    percent: claim.percent?.[i],
    n: claim.n?.[i],
    count: claim.count?.[i],
  }));
}
