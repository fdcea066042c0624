import type { Cell, Notebook } from "../ipynb.js";
import { ts } from "../typescript.js";
import { type JoinedCells, placeOfLine } from "./joined.js";
import type { LintProblem } from "./problem.js";

type Node = ts.Node;
type Program = ts.Program;
type SourceFile = ts.SourceFile;

/** What a cell of each kind owes its readers, by the beginning of its label. */
const OWED: Readonly<Record<string, readonly string[]>> = {
  fig: ["fig-cap", "fig-alt"],
  tbl: ["tbl-cap"],
};

/** Breaches of the rules on labels, captions and cell options. */
export function captionProblems(name: string, notebook: Notebook): LintProblem[] {
  const problems: LintProblem[] = [];
  const labels = new Map<string, number>();
  notebook.cells.forEach((cell, i) => {
    const at = { notebook: name, cell: i + 1 };
    const { label } = cell.metadata;
    const add = (rule: LintProblem["rule"], line: number, message: string): void => {
      problems.push({ ...at, ...(label === undefined ? {} : { label }), line, rule, message });
    };
    if (cell.cell_type === "code") {
      cell.source.split("\n").forEach((text, line) => {
        if (/^\s*(#|\/\/)\|/.test(text)) {
          add(
            "cell-option",
            line + 1,
            "cell options stand in the cell's metadata: Quarto does not read them here",
          );
        }
      });
    }
    if (label === undefined) return;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(label)) {
      add("label", 1, `label "${label}" may hold lower-case letters, digits and single hyphens`);
    }
    const earlier = labels.get(label);
    if (earlier !== undefined) add("label", 1, `label "${label}" already names cell ${earlier}`);
    labels.set(label, earlier ?? i + 1);
    for (const option of OWED[label.split("-")[0] ?? ""] ?? []) {
      if (!isText(cell, option)) add("caption", 1, `"${label}" has no ${option} in its metadata`);
    }
  });
  notebook.cells.forEach((cell, i) => {
    if (cell.cell_type !== "markdown") return;
    cell.source.split("\n").forEach((text, line) => {
      for (const [, label = ""] of text.matchAll(/(?<![\w.])@((?:fig|tbl)-[a-z0-9-]*[a-z0-9])/g)) {
        if (labels.has(label)) continue;
        const message = `@${label} refers to a label that no cell has`;
        problems.push({ notebook: name, cell: i + 1, line: line + 1, rule: "label", message });
      }
    });
  });
  return problems;
}

/** Cells that show a figure or a table, by `show` or as their last value, without a label that says so. */
export function unlabelledShows(
  joined: JoinedCells,
  program: Program,
  file: SourceFile,
): LintProblem[] {
  const checker = program.getTypeChecker();
  const placeOf = (node: Node): ReturnType<typeof placeOfLine> =>
    placeOfLine(joined, file.getLineAndCharacterOfPosition(node.getStart(file)).line);
  const problems: LintProblem[] = [];

  function check(shown: Node, at: Node): void {
    const kind = checker.getTypeAtLocation(shown).getProperty("kind");
    const kindType = kind && checker.getTypeOfSymbolAtLocation(kind, shown);
    const prefix = kindType?.isStringLiteral() && { figure: "fig-", table: "tbl-" }[kindType.value];
    if (!prefix) return;
    const { cell, line } = placeOf(at);
    if (cell.label?.startsWith(prefix)) return;
    const what = prefix === "fig-" ? "figure" : "table";
    problems.push({
      notebook: joined.name,
      cell: cell.index,
      ...(cell.label === undefined ? {} : { label: cell.label }),
      line,
      rule: "caption",
      message: `shows a ${what}; a cell that does has a label that begins with "${prefix}" and its caption`,
    });
  }

  const visit = (node: Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const shown = node.arguments[0];
    if (node.expression.text === "show" && shown) check(shown, node);
  };
  visit(file);
  file.statements.forEach((statement, i) => {
    const next = file.statements[i + 1];
    const isLast = !next || placeOf(next).cell !== placeOf(statement).cell;
    if (isLast && ts.isExpressionStatement(statement)) check(statement.expression, statement);
  });
  return problems;
}

function isText(cell: Cell, option: string): boolean {
  const value = cell.metadata[option];
  return typeof value === "string" && value.trim() !== "";
}
