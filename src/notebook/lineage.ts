import type { CodeCell } from "./ipynb.js";
import { ts } from "./typescript.js";

type Node = import("@tslab/typescript-for-tslab").Node;
type SourceFile = import("@tslab/typescript-for-tslab").SourceFile;

/** Names that a cell declares at its top level, imports included. */
export function declaredNames(source: string): Set<string> {
  const file = parse(source);
  const names = new Set<string>();
  const bind = (name: Node): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) {
      for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
    }
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) bind(name);
    } else if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      if (clause?.name) bind(clause.name);
      if (clause?.namedBindings && ts.isNamespaceImport(clause.namedBindings)) {
        bind(clause.namedBindings.name);
      } else if (clause?.namedBindings && ts.isNamedImports(clause.namedBindings)) {
        for (const { name } of clause.namedBindings.elements) bind(name);
      }
    } else if (
      (ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement)) &&
      statement.name
    ) {
      bind(statement.name);
    }
  }
  return names;
}

/** Names that a cell mentions, but for names of properties. */
export function mentionedNames(source: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (ts.isIdentifier(node) && !isPropertyName(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(source));
  return names;
}

/**
 * For every cell the positions of the cells that its values come from, directly or through others,
 * ascending. A cell that only imports makes no value and is left out.
 */
export function upstreamCells(cells: readonly CodeCell[]): Map<number, number[]> {
  const maker = new Map<string, number>(); // name → cell that declared it last
  const upstream = new Map<number, number[]>();
  for (const { index, source } of cells) {
    const above = new Set<number>();
    for (const name of mentionedNames(source)) {
      const from = maker.get(name);
      if (from === undefined) continue;
      above.add(from);
      for (const further of upstream.get(from) ?? []) above.add(further);
    }
    upstream.set(
      index,
      [...above].sort((a, b) => a - b),
    );
    if (!onlyImports(source)) for (const name of declaredNames(source)) maker.set(name, index);
  }
  return upstream;
}

function onlyImports(source: string): boolean {
  return parse(source).statements.every((statement) => ts.isImportDeclaration(statement));
}

function isPropertyName(node: Node): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

function parse(source: string): SourceFile {
  return ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
}
