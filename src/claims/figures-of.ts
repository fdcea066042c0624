import type { Claim } from "./claim.js";
import type { Figure } from "./verdict.js";

/** Where a printed figure stands in a claim: its field, and its position in each array below it. */
export interface FigurePlace extends Figure {
  readonly field: string;
  readonly path: readonly number[];
}

/** Fields whose two figures are the ends of an interval, not two arms. */
const ENDS: ReadonlySet<string> = new Set(["ci", "biasCi", "limits"]);

/** The printed figures of some fields of a claim, in the order of the fields; what is not printed is left out. */
export function figuresOf<C extends Claim>(
  claim: C,
  fields: readonly (keyof C & string)[],
): readonly Figure[] {
  return placesOf(claim, fields).map(({ label, printed }) => ({ label, printed }));
}

/** The printed figures of some fields of a claim, with where each stands. */
export function placesOf<C extends Claim>(
  claim: C,
  fields: readonly (keyof C & string)[],
): readonly FigurePlace[] {
  const arms = (claim as { readonly arms?: readonly string[] }).arms;
  return fields.flatMap((field) =>
    leavesOf(claim[field], []).map(({ path, printed }): FigurePlace => {
      const [first] = path;
      const name =
        first === undefined
          ? ""
          : ENDS.has(field)
            ? ` (${first === 0 ? "lower" : "upper"})`
            : ` (${(path.length === 1 && arms?.[first]) || path.map((i) => i + 1).join(", ")})`;
      return { label: `${field}${name}`, printed, field, path };
    }),
  );
}

/** The claim with another figure in one place. */
export function withFigure<C extends Claim>(
  claim: C,
  { field, path }: FigurePlace,
  printed: string,
): C {
  return { ...claim, [field]: replaced(claim[field as keyof C], path, printed) };
}

function leavesOf(
  value: unknown,
  path: readonly number[],
): { path: readonly number[]; printed: string }[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => leavesOf(one, [...path, i]));
  return typeof value === "string" ? [{ path, printed: value }] : [];
}

function replaced(value: unknown, [first, ...rest]: readonly number[], printed: string): unknown {
  if (first === undefined) return printed;
  return (value as readonly unknown[]).map((one, i) =>
    i === first ? replaced(one, rest, printed) : one,
  );
}
