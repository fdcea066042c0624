import type { Claim } from "../claims/claim.js";
import type { CodeCell } from "../notebook/ipynb.js";
import {
  cellsBuiltOn,
  mayBe,
  type NamedText,
  type Statement,
  statementsIn,
} from "../notebook/text-lineage.js";
import { isShown } from "./cell-markdown.js";
import type { ExecutedCell } from "./executed-notebook.js";
import type { Report } from "./report.js";

/** The cell of a report that shows a published figure or what follows from it. */
export interface ClaimCell {
  /** The report's page. */
  readonly slug: string;
  readonly index: number;
  readonly label: string | undefined;
}

/** Cells by the id of the claim. */
export type ClaimCells = ReadonlyMap<string, ClaimCell>;

/**
 * For each claim the cell that a reader of its verdict wants to see.
 *
 * A notebook names a claim by its id, whole or as a template with gaps. Of the cells that show what that
 * statement made, the first with a figure or table is taken, else the first that the page shows. The
 * notebook of the claim's own study comes before others, and a whole id before a template.
 */
export function claimCells(reports: readonly Report[], claims: readonly Claim[]): ClaimCells {
  const sources = reports.map(sourceOf);
  return new Map(
    claims.flatMap((claim): [string, ClaimCell][] => {
      const own = sources.filter(({ report }) => report.frontMatter.study === claim.study);
      const others = sources.filter((source) => !own.includes(source));
      for (const source of [...own, ...others]) {
        const cell = cellIn(source, claim);
        if (cell !== undefined) return [[claim.id, cell]];
      }
      return [];
    }),
  );
}

interface Source {
  readonly report: Report;
  readonly statements: readonly Statement[];
  /** Each text that may be an id, with its statement. */
  readonly texts: readonly { readonly text: NamedText; readonly statement: Statement }[];
  /** Cells to show by the statement that they build on; filled as they are asked for. */
  readonly shown: Map<Statement, ClaimCell | undefined>;
}

function sourceOf(report: Report): Source {
  const code = report.cells
    .filter(({ type, source }) => type === "code" && source.trim() !== "")
    .map(
      ({ index, label, source }, i): CodeCell => ({ index, count: i + 1, label, tags: [], source }),
    );
  const statements = statementsIn(code);
  const texts = statements.flatMap((statement) =>
    statement.texts.filter(mayBeId).map((text) => ({ text, statement })),
  );
  return { report, statements, texts, shown: new Map() };
}

/** A text with a slash between words may be an id; one whose words are all put in could be anything. */
function mayBeId(text: NamedText): boolean {
  const written = text.join("");
  return written.includes("/") && /[\p{L}\d]/u.test(written);
}

function cellIn(source: Source, claim: Claim): ClaimCell | undefined {
  const named = source.texts.filter(({ text }) => mayBe(text, claim.id));
  const whole = named.filter(({ text }) => text.length === 1);
  for (const { statement } of [...whole, ...named]) {
    const cell = shownFor(source, statement);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

function shownFor({ report, statements, shown }: Source, from: Statement): ClaimCell | undefined {
  if (shown.has(from)) return shown.get(from);
  const built = new Set(cellsBuiltOn(statements, from));
  const cells = report.cells.filter((cell) => built.has(cell.index) && isShown(cell));
  const found = cells.find(hasFloat) ?? cells[0];
  const cell = found && { slug: report.slug, index: found.index, label: found.label };
  shown.set(from, cell);
  return cell;
}

function hasFloat({ label, output, outputs }: ExecutedCell): boolean {
  return /^(fig|tbl)-/.test(label ?? "") && output && outputs.length > 0;
}
