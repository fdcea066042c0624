import { parsePrinted } from "../analysis/index.js";
import type { Change } from "./verdict.js";

/**
 * The p that a source would have printed for the nearest of some computed ones: with its own
 * decimals, and two at least.
 *
 * @param p - as printed, "0.04" or "<0.05"
 * @param computed - the range of p that is possible
 */
export function nearestP(
  p: string,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): Change {
  const { value, decimals } = parsePrinted(p.replace(/^[<>≤≥=\s]+/, ""));
  const nearest = Math.min(upper, Math.max(lower, value));
  const digits = Math.max(2, decimals);
  const rounded = nearest.toFixed(digits);
  const instead = Number(rounded) === 0 ? `<${(10 ** -digits).toFixed(digits)}` : rounded;
  return { label: "p", printed: p, instead };
}
