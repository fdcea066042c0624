import type { CodeCell } from "./ipynb.js";
import { ts } from "./typescript.js";

type Node = ts.Node;
type SourceFile = ts.SourceFile;

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
        ts.isEnumDeclaration(statement) ||
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
 * Names whose value a cell changes in place, at its top level or in a block of it: `rows.push(…)`,
 * `rows[0] = …`. What a function that was declared elsewhere does to a value is not seen.
 */
export function changedNames(source: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (ts.isFunctionLike(node)) return; // declared here, called elsewhere
    if (ts.isExpressionStatement(node)) {
      const changed = changedBy(node.expression);
      if (changed) names.add(changed);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(source));
  return names;
}

function changedBy(node: Node): string | undefined {
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) {
    return changedBy(node.expression);
  }
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    return memberOf(node.operand);
  }
  if (ts.isCallExpression(node)) return memberOf(node.expression);
  return ts.isBinaryExpression(node) ? memberOf(node.left) : undefined;
}

/** `rows` of `rows.first.value`; none for a name alone. */
function memberOf(node: Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  return ts.isIdentifier(node.expression) ? node.expression.text : memberOf(node.expression);
}

/** The statements of a cell, as they are written. */
export function statementsOf(source: string): readonly string[] {
  return parse(source).statements.map((statement) => statement.getText());
}

/**
 * For every cell the positions of the cells that its values come from, directly or through others,
 * ascending: those that declared the names it mentions, and those that changed their values in place. A
 * cell that only imports makes no value and is left out.
 */
export function upstreamCells(cells: readonly CodeCell[]): Map<number, number[]> {
  const makers = new Map<string, readonly number[]>(); // name → cells that its value comes from
  const upstream = new Map<number, number[]>();
  for (const { index, source } of cells) {
    const above = new Set<number>();
    const declared = declaredNames(source);
    for (const name of mentionedNames(source)) {
      if (declared.has(name)) continue;
      for (const from of makers.get(name) ?? []) {
        above.add(from);
        for (const further of upstream.get(from) ?? []) above.add(further);
      }
    }
    upstream.set(
      index,
      [...above].sort((a, b) => a - b),
    );
    if (onlyImports(source)) continue;
    for (const name of changedNames(source)) {
      const earlier = makers.get(name);
      if (earlier) makers.set(name, [...earlier, index]);
    }
    for (const name of declared) makers.set(name, [index]);
  }
  return upstream;
}

function onlyImports(source: string): boolean {
  return parse(source).statements.every((statement) => ts.isImportDeclaration(statement));
}

/** Whether a name is that of a member or of an option, and so no mention of a value. */
function isPropertyName(node: Node): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) {
    return parent.propertyName === node;
  }
  const named =
    ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isAccessor(parent) ||
    ts.isEnumMember(parent);
  return named && parent.name === node;
}

function parse(source: string): SourceFile {
  return ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
}
