import { ts } from "../typescript.js";
import { type JoinedCells, placeOfLine } from "./joined.js";
import type { LintRule } from "./problem.js";

type Node = import("@tslab/typescript-for-tslab").Node;
type Program = import("@tslab/typescript-for-tslab").Program;
type SourceFile = import("@tslab/typescript-for-tslab").SourceFile;
type TypeChecker = import("@tslab/typescript-for-tslab").TypeChecker;

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
  const target =
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
      ? node.left
      : (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
          (node.operator === ts.SyntaxKind.PlusPlusToken ||
            node.operator === ts.SyntaxKind.MinusMinusToken)
        ? node.operand
        : undefined;
  if (!target) return undefined;
  for (const name of assignedNames(target)) {
    const declaration = checker.getSymbolAtLocation(name)?.declarations?.[0];
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

function assignedNames(target: Node): import("@tslab/typescript-for-tslab").Identifier[] {
  if (ts.isIdentifier(target)) return [target];
  if (ts.isParenthesizedExpression(target)) return assignedNames(target.expression);
  if (ts.isArrayLiteralExpression(target)) return target.elements.flatMap(assignedNames);
  if (ts.isSpreadElement(target)) return assignedNames(target.expression);
  if (ts.isObjectLiteralExpression(target)) {
    return target.properties.flatMap((property) =>
      ts.isPropertyAssignment(property)
        ? assignedNames(property.initializer)
        : ts.isShorthandPropertyAssignment(property)
          ? [property.name]
          : [],
    );
  }
  return [];
}

/** Outputs would differ from run to run. */
function chanceOrClock(node: Node): Breach {
  const message = (what: string, instead: string): Breach => ({
    rule: "chance-or-clock",
    message: `${what} gives other outputs in every run; ${instead}`,
  });
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const called = `${node.expression.text}.${node.name.text}`;
    if (called === "Math.random") return message(called, "pass a seeded generator");
    if (called === "Date.now" || called === "performance.now") {
      return message(called, "write the date that counts as a parameter");
    }
  }
  const isDate = (callee: Node): boolean => ts.isIdentifier(callee) && callee.text === "Date";
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) {
    return message("new Date()", "write the date that counts as a parameter");
  }
  if (ts.isCallExpression(node) && isDate(node.expression)) {
    return message("Date()", "write the date that counts as a parameter");
  }
  return undefined;
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
  if (!isPath || (text.startsWith("datasets/") && !text.includes(".."))) return undefined;
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
