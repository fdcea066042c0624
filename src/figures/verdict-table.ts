import { InvalidInput } from "../numeric/invalid-input.js";
import { type TableSpec, table } from "./table.js";

/** What the table says of a published figure; a claim of the claims layer is one. */
export interface JudgedFigure {
  readonly id: string;
  readonly label: string;
  /** Where it is printed, words joined by hyphens. */
  readonly source: string;
}

/** What was found about a published figure; a verdict of the claims layer is one. */
export interface FigureVerdict {
  readonly id: string;
  /** In one word or some joined by hyphens. */
  readonly verdict: string;
  /** What each rule says, with what it says by itself; the deciding one first. */
  readonly findings: readonly { readonly verdict: string; readonly message: string }[];
}

/**
 * Published figures with their verdicts and, as reasons, the findings that say the same.
 *
 * @param figures - those to list, in their order
 * @param verdicts - of these figures and possibly of others
 * @throws InvalidInput when a figure has no verdict
 */
export function verdictTable(
  figures: readonly JudgedFigure[],
  verdicts: readonly FigureVerdict[],
): TableSpec {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  return table({
    columns: [
      { key: "figure", label: "Published figure" },
      { key: "source", label: "Printed in" },
      { key: "verdict", label: "Verdict" },
      { key: "reason", label: "Reasons" },
    ],
    rows: figures.map(({ id, label, source }) => {
      const found = byId.get(id);
      if (found === undefined) {
        throw new InvalidInput("verdictTable", `needs a verdict of each figure; "${id}" has none`);
      }
      const { verdict, findings } = found;
      const deciding = findings.filter((finding) => finding.verdict === verdict);
      const reasons = deciding.length > 0 ? deciding : findings.slice(0, 1);
      const reason = reasons.map(({ message }) => message).join(" ");
      return { figure: label, source: inWords(source), verdict: inWords(verdict), reason };
    }),
  });
}

function inWords(joined: string): string {
  return joined.replaceAll("-", " ");
}
