import { parsePrinted } from "../analysis/index.js";
import type { Change } from "./verdict.js";

/** A number beyond this has no decimals to print. */
const LARGEST = 1e15;

/** Of some changes that would each do, the least relative to the size of its figure. */
export function leastChange(candidates: readonly (Change | undefined)[]): Change | undefined {
  return candidates
    .filter((one) => one !== undefined)
    .map((change) => ({ change, size: sizeOf(change) }))
    .sort((a, b) => a.size - b.size)[0]?.change;
}

/** A p as printed, changed to the nearest of some computed ones, in its own decimals. */
export function changeOfP(printed: string, computed: readonly number[]): Change | undefined {
  const { value, decimals } = numberOf(printed);
  const finite = computed.filter((p) => !Number.isNaN(p));
  if (finite.length === 0) return undefined;
  const nearest = finite.reduce((a, b) => (Math.abs(b - value) < Math.abs(a - value) ? b : a));
  const rounded = nearest.toFixed(decimals);
  const isBound = /^[\s p]*[<>≤≥]/i.test(printed);
  const instead =
    Number(rounded) === 0
      ? `<${decimals === 0 ? "1" : `0.${"1".padStart(decimals, "0")}`}`
      : isBound && Number(rounded) === value
        ? pLonger(nearest, value, decimals)
        : rounded;
  return { label: "p", printed, instead };
}

/** A figure changed to the nearest number of a range, in its own decimals; undefined when none prints so. */
export function changeInto(
  label: string,
  printed: string,
  range: { readonly lower: number; readonly upper: number },
): Change | undefined {
  const { value, decimals } = numberOf(printed);
  const wanted = Math.min(range.upper, Math.max(range.lower, value));
  if (!(Math.abs(wanted) < LARGEST)) return undefined;
  const instead = wanted.toFixed(decimals);
  return Number(instead) === value ? undefined : { label, printed, instead };
}

/** With so many more decimals that it is told from the bound. */
function pLonger(p: number, bound: number, decimals: number): string {
  for (let more = decimals + 1; more < decimals + 12; more++) {
    const text = p.toFixed(more);
    if (Number(text) !== bound) return text;
  }
  return String(p);
}

function sizeOf({ printed, instead }: Change): number {
  const [from, to] = [numberOf(printed).value, numberOf(instead).value];
  return from === 0 ? Number.POSITIVE_INFINITY : Math.abs(to - from) / Math.abs(from);
}

function numberOf(printed: string): { value: number; decimals: number } {
  return parsePrinted(printed.replace(/^[\s<>≤≥=p]+/i, ""));
}
