import { posix } from "node:path";
import { ts } from "../typescript.js";
import { type JoinedCells, placeOfLine } from "./joined.js";
import type { LintRule } from "./problem.js";

type Identifier = ts.Identifier;
type Node = ts.Node;
type Program = ts.Program;
type SourceFile = ts.SourceFile;
type TypeChecker = ts.TypeChecker;

/** A breach in the joined module: its line from 0. */
export interface Finding {
  readonly line: number;
  readonly rule: LintRule;
  readonly message: string;
}

/** Endings of files that hold data. */
const DATA_FILE =
  /\.(csv|tsv|json|txt|xlsx?|stl|ply|obj|off|vtk|vtp|nrrd|mha|mhd|nii|nii\.gz|dcm)$/i;

/** Breaches that the code itself shows, in order of their lines. */
export function codeFindings(joined: JoinedCells, program: Program, file: SourceFile): Finding[] {
  const checker = program.getTypeChecker();
  const findings: Finding[] = [];
  const lineOf = (node: Node): number =>
    file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  const visit = (node: Node): void => {
    const found =
      reassigned(node, checker, (at) => placeOfLine(joined, lineOf(at)).cell.index) ??
      chanceOrClock(node) ??
      pathOutside(node) ??
      notAwaited(node, checker);
    if (found) findings.push({ line: lineOf(node), ...found });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings.sort((a, b) => a.line - b.line);
}

type Breach = Omit<Finding, "line"> | undefined;

/** A value of an earlier cell is replaced: functions that captured it would not see the new one. */
function reassigned(node: Node, checker: TypeChecker, cellOf: (node: Node) => number): Breach {
  for (const name of namesSetBy(node)) {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
    const declaration = symbol?.declarations?.[0];
    if (!declaration || declaration.getSourceFile() !== node.getSourceFile()) continue;
    const from = cellOf(declaration);
    if (from !== cellOf(node)) {
      return {
        rule: "reassigned",
        message: `"${name.text}" is declared in cell ${from}; what that cell and others made of it keeps the old value. Give the new value a name of its own`,
      };
    }
  }
  return undefined;
}

/** Names that a node itself gives a value: by an assignment, a step, a loop, or `var` once more. */
function namesSetBy(node: Node): Identifier[] {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return assigns ? assignedNames(node.left) : [];
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const steps =
      node.operator === ts.SyntaxKind.PlusPlusToken ||
      node.operator === ts.SyntaxKind.MinusMinusToken;
    return steps ? assignedNames(node.operand) : [];
  }
  if (ts.isForOfStatement(node) || ts.isForInStatement(node))
    return assignedNames(node.initializer);
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) return [node.name];
  return [];
}

function assignedNames(target: Node): Identifier[] {
  if (ts.isIdentifier(target)) return [target];
  if (ts.isParenthesizedExpression(target)) return assignedNames(target.expression);
  if (ts.isArrayLiteralExpression(target)) return target.elements.flatMap(assignedNames);
  if (ts.isSpreadElement(target)) return assignedNames(target.expression);
  if (ts.isObjectLiteralExpression(target)) {
    return target.properties.flatMap((property) => {
      if (ts.isPropertyAssignment(property)) return assignedNames(property.initializer);
      if (ts.isSpreadAssignment(property)) return assignedNames(property.expression);
      return ts.isShorthandPropertyAssignment(property) ? [property.name] : [];
    });
  }
  return [];
}

/** What to do instead of asking chance or the clock, by what is called. */
const CHANCE_OR_CLOCK: ReadonlyMap<string, string> = new Map([
  ["Math.random", "pass a seeded generator"],
  ["crypto.randomUUID", "pass a seeded generator"],
  ["crypto.getRandomValues", "pass a seeded generator"],
  ["Date.now", "write the date that counts as a parameter"],
  ["performance.now", "leave time to the run's log"],
  ["process.hrtime", "leave time to the run's log"],
]);

/** Outputs would differ from run to run. */
function chanceOrClock(node: Node): Breach {
  const found = (what: string, instead: string): Breach => ({
    rule: "chance-or-clock",
    message: `${what} gives other outputs in every run; ${instead}`,
  });
  for (const what of members(node)) {
    const instead = CHANCE_OR_CLOCK.get(what);
    if (instead) return found(what, instead);
  }
  const isDate = (callee: Node): boolean => ts.isIdentifier(callee) && callee.text === "Date";
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) {
    return found("new Date()", "write the date that counts as a parameter");
  }
  if (ts.isCallExpression(node) && isDate(node.expression)) {
    return found("Date()", "write the date that counts as a parameter");
  }
  return undefined;
}

/** Members that a node takes from a global object, in each way of writing: `Math.random`. */
function members(node: Node): string[] {
  if (ts.isPropertyAccessExpression(node)) {
    return [`${globalName(node.expression)}.${node.name.text}`];
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return [`${globalName(node.expression)}.${node.argumentExpression.text}`];
  }
  if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectBindingPattern(node.name)) {
    const from = globalName(node.initializer);
    return node.name.elements.map(
      ({ propertyName, name }) => `${from}.${(propertyName ?? name).getText()}`,
    );
  }
  return [];
}

/** `Math` of `Math` and of `globalThis.Math`. */
function globalName(node: Node): string {
  if (ts.isIdentifier(node)) return node.text;
  const isGlobal =
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "globalThis";
  return isGlobal ? node.name.text : "";
}

/** Data from elsewhere has no version and no source. */
function pathOutside(node: Node): Breach {
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return undefined;
  if (ts.isImportDeclaration(node.parent) || ts.isExternalModuleReference(node.parent)) {
    return undefined;
  }
  const { text } = node;
  const isPath =
    /^(\.{1,2}\/|~\/|\/[\w.-]+\/|[A-Za-z]:[\\/])/.test(text) ||
    (/^[\w./-]+$/.test(text) && DATA_FILE.test(text));
  if (!isPath || posix.normalize(text).startsWith("datasets/")) return undefined;
  return {
    rule: "path",
    message: `"${text}" stands outside datasets/; data that a notebook reads have their place, source and hash there`,
  };
}

/** What a promise shows would come too late, or its error would be lost. */
function notAwaited(node: Node, checker: TypeChecker): Breach {
  if (!ts.isExpressionStatement(node) || !ts.isSourceFile(node.parent)) return undefined;
  if (!ts.isCallExpression(node.expression)) return undefined;
  const type = checker.getTypeAtLocation(node.expression);
  if (!type.getProperty("then")) return undefined;
  return { rule: "not-awaited", message: "gives a promise; write await before it" };
}
