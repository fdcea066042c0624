import { InvalidInput } from "../numeric/invalid-input.js";
import { fixed } from "./decimal.js";

/** A printed p-value: the values that print so, and how many decimals it has. */
export interface PrintedP {
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
}

/**
 * Reads a p-value as printed: `0.04` stands for 0.035 to 0.045, `<0.01` for 0 to 0.01,
 * `>0.2` for 0.2 to 1.
 *
 * @throws InvalidInput on anything else
 */
export function readPrintedP(printed: string): PrintedP {
  const parts = /^\s*([<>=≤≥]?)\s*([01](?:\.(\d+))?|\.(\d+))\s*$/.exec(printed);
  const value = Number(parts?.[2]);
  if (parts === null || value > 1) {
    throw new InvalidInput("readPrintedP", `needs a p such as "0.04" or "<0.01"; got "${printed}"`);
  }
  const decimals = (parts[3] ?? parts[4] ?? "").length;
  if (parts[1] === "<" || parts[1] === "≤") return { low: 0, high: value, decimals };
  if (parts[1] === ">" || parts[1] === "≥") return { low: value, high: 1, decimals };
  // Through the decimal, so that 0.04 ± 0.005 is 0.035 and not 0.034999999999999996.
  const half = 0.5 * 10 ** -decimals;
  const end = (at: number): number => Number(fixed(at, decimals + 1));
  return { low: Math.max(0, end(value - half)), high: Math.min(1, end(value + half)), decimals };
}
