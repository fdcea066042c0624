import { mean, sampleStandardDeviation } from "../../../src/numeric/index.js";

/** A number as a source prints it; a half, told to twelve digits, goes up or to the even digit. */
export function print(
  value: number,
  decimals: number,
  rule: "half-up" | "half-even" = "half-up",
): string {
  const scaled = Math.abs(value) * 10 ** decimals;
  const below = Math.floor(scaled);
  const isHalf = Math.abs(scaled - below - 0.5) < 1e-12 * Math.max(1, scaled);
  const up = rule === "half-up" || below % 2 === 1;
  const digits = isHalf ? below + (up ? 1 : 0) : Math.round(scaled);
  const sign = value < 0 && digits > 0 ? "-" : "";
  return sign + (digits / 10 ** decimals).toFixed(decimals);
}

/** Mean and standard deviation of a sample, as a source prints them. */
export function printed(
  values: readonly number[],
  ofMean: number,
  ofSd: number,
  rule: "half-up" | "half-even" = "half-up",
): [string, string] {
  return [print(mean(values), ofMean, rule), print(sampleStandardDeviation(values), ofSd, rule)];
}
