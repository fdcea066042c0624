import type { CodeCell } from "./ipynb.js";
import { declaredNames, mentionedNames, statementsOf } from "./lineage.js";
import { ts } from "./typescript.js";

/** A statement at the top level of a cell. */
export interface Statement {
  /** Position of the cell among all cells, from 1. */
  readonly cell: number;
  readonly declares: ReadonlySet<string>;
  readonly mentions: ReadonlySet<string>;
  readonly texts: readonly NamedText[];
}

/**
 * A text in quotes, or a template: its written parts in order. Between two of them stands what the code
 * puts in; a text without such gaps has one part.
 */
export type NamedText = readonly string[];

/** The statements of a notebook's cells, in order; imports are left out. */
export function statementsIn(cells: readonly CodeCell[]): readonly Statement[] {
  return cells.flatMap(({ index, source }) =>
    statementsOf(source)
      .filter((text) => !/^import\b(?!\s*[.(])/.test(text))
      .map(
        (text): Statement => ({
          cell: index,
          declares: declaredNames(text),
          mentions: mentionedNames(text),
          texts: textsOf(text),
        }),
      ),
  );
}

/**
 * The cells that show what a statement made, in order: its own, and later ones with a statement that
 * mentions a name that it declares, or one that such a statement declares in turn.
 *
 * @param statements - of one notebook, in order
 * @param from - one of them
 */
export function cellsBuiltOn(statements: readonly Statement[], from: Statement): readonly number[] {
  const names = new Set(from.declares);
  const cells = new Set([from.cell]);
  for (const { cell, declares, mentions } of statements.slice(statements.indexOf(from) + 1)) {
    if (![...mentions].some((name) => names.has(name))) continue;
    cells.add(cell);
    for (const name of declares) names.add(name);
  }
  return [...cells];
}

/** Whether a text is one of those that a named text may come to; a gap takes a character at least. */
export function mayBe([head = "", ...rest]: NamedText, text: string): boolean {
  const tail = rest.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, at + 1);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - tail.length > at && text.endsWith(tail);
}

function textsOf(statement: string): NamedText[] {
  const found: NamedText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      found.push([node.text]);
    } else if (ts.isTemplateExpression(node)) {
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("statement.ts", statement, ts.ScriptTarget.ES2022, true));
  return found;
}
