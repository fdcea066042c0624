import { overlap, printedBounds } from "../analysis/consistency/printed.js";
import { parsePrinted, parsePrintedP } from "../analysis/index.js";
import type { Claim } from "./claim.js";
import { knownFields } from "./claims-schema.js";
import type { ComparedFigure } from "./compared-figure.js";
import { comparedShares } from "./proportions/compared-shares.js";
import { readTestName } from "./test-names.js";

/** Two claims of one quantity, figure by figure, or why they cannot be compared. */
export type Comparison =
  | { readonly reason: string }
  | {
      readonly figures: readonly ComparedFigure[];
      /** The word in which the sources differ on what they computed. */
      readonly differentStatistic?: {
        readonly field: string;
        readonly here: string;
        readonly there: string;
      };
    };

/** Counts of people: no rounding reconciles 22 and 23. */
const WHOLE: ReadonlySet<string> = new Set(["n", "count", "counts", "cases", "raters"]);

/** Fields that say what a figure is, and are no figures themselves. */
const WORDS: ReadonlySet<string> = new Set([
  ...["id", "study", "source", "kind", "label", "unit", "note", "arms"],
  ...["test", "sided", "spread", "coefficient", "measure", "statistic"],
  ...["integer", "minimum", "maximum", "level", "df"],
]);

/** Fields that name the statistic; with another name the figures need not agree. */
const NAMES_OF_STATISTICS = ["coefficient", "measure", "statistic"];

type Fields = Readonly<Record<string, unknown>>;

/** Holds the figures of a claim against those of another source of the same quantity. */
export function compareFigures(claim: Claim, other: Claim): Comparison {
  const here = claim as unknown as Fields;
  const there = other as unknown as Fields;
  if (claim.kind !== other.kind) {
    return { reason: `one is of kind ${claim.kind}, the other of kind ${other.kind}` };
  }
  if (claim.unit !== undefined && other.unit !== undefined && claim.unit !== other.unit) {
    return { reason: `one is in ${claim.unit}, the other in ${other.unit}` };
  }
  const order = orderOfArms(here, there);
  if (order === undefined) return { reason: "they compare different arms" };

  const field = NAMES_OF_STATISTICS.find((name) => here[name] !== there[name]);
  const all = commonFields(claim, other)
    .filter((name) => name !== "p" || sameTest(here, there))
    .flatMap((name) => compareField(name, here[name], there[name], order, here));
  const shares = field === undefined ? comparedShares(claim, other, order) : [];
  const figures =
    field === undefined
      ? [...all, ...shares]
      : all.filter((one) => one.agrees || WHOLE.has(one.field));
  if (field === undefined && figures.length === 0) {
    return { reason: "they print no figure in common" };
  }
  return {
    figures: figures.map(({ field: _, ...figure }: ComparedFigure & { field?: string }) => figure),
    ...(field === undefined
      ? {}
      : { differentStatistic: { field, here: String(here[field]), there: String(there[field]) } }),
  };
}

/** Figures that both print; of a statement every field, otherwise those that the kind knows. */
function commonFields(claim: Claim, other: Claim): string[] {
  const known = knownFields(claim.kind);
  return Object.keys(claim)
    .filter((field) => !WORDS.has(field) && (claim.kind === "statement" || known.has(field)))
    .filter((field) => (other as unknown as Fields)[field] !== undefined)
    .sort();
}

/** Positions of the other claim's arms in this one's order; undefined when the arms differ. */
function orderOfArms(here: Fields, there: Fields): readonly [number, number] | undefined {
  const [a, b] = [here.arms, there.arms] as [(readonly string[])?, (readonly string[])?];
  if (a === undefined || b === undefined) return [0, 1];
  if (a[0] === b[0] && a[1] === b[1]) return [0, 1];
  return a[0] === b[1] && a[1] === b[0] ? [1, 0] : undefined;
}

/** A p of another test, or of another number of sides, is another p. */
function sameTest(here: Fields, there: Fields): boolean {
  const nameOf = (test: unknown): unknown => readTestName(String(test)).name ?? test;
  const bothNamed = here.test !== undefined && there.test !== undefined;
  const differ = bothNamed && nameOf(here.test) !== nameOf(there.test);
  return !differ && (here.sided ?? "two") === (there.sided ?? "two");
}

function compareField(
  field: string,
  here: unknown,
  there: unknown,
  order: readonly [number, number],
  claim: Fields,
): (ComparedFigure & { field: string })[] {
  const arms = claim.arms as readonly string[] | undefined;
  const flat = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  // Limits of an interval are no arms: they keep their order.
  const ofArms = arms !== undefined && Array.isArray(here) && !/ci$/i.test(field);
  const mine = flat(here).flat();
  const theirs = (ofArms ? order.map((arm) => flat(there)[arm]) : flat(there)).flat();
  return mine.flatMap((one, i) => {
    const two = theirs[i];
    if (!isFigure(one) || !isFigure(two)) return [];
    const label = ofArms
      ? `${field} (${arms[i]})`
      : mine.length > 1
        ? `${field} (${i + 1})`
        : field;
    const agrees = agree(field, String(one), String(two));
    return [{ field, label, here: String(one), there: String(two), agrees }];
  });
}

const FIGURE = /^[<>≤≥=]*\s*[+\-−]?(?:\d+(?:\.\d*)?|\.\d+)$/;

function isFigure(value: unknown): value is string | number {
  return typeof value === "number" || (typeof value === "string" && FIGURE.test(value));
}

function agree(field: string, here: string, there: string): boolean {
  if (here === there) return true;
  if (WHOLE.has(field)) return Number(here) === Number(there);
  const bounds = (text: string) =>
    field === "p" ? parsePrintedP(text).bounds : printedBounds(parsePrinted(text));
  const bounded = field !== "p" && [here, there].some((text) => /[<>≤≥=]/.test(text));
  return bounded ? false : overlap(bounds(here), bounds(there));
}
