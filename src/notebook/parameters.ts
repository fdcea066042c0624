import { InvalidInput } from "../numeric/invalid-input.js";
import { type CodeCell, codeCells, type Notebook } from "./ipynb.js";
import type { Overrides } from "./overrides.js";
import type { ParameterLiteral, ParameterValue } from "./record.js";
import { ts } from "./typescript.js";

type Expression = ts.Expression;
type TypeNode = ts.TypeNode;

interface Declaration {
  readonly name: string;
  readonly type: string;
  readonly typeNode: TypeNode;
  readonly value: ParameterLiteral;
  /** Where the default stands in the cell's source. */
  readonly start: number;
  readonly end: number;
}

/** A notebook with the values that a run uses written into its parameters cell. */
export interface Parameterised {
  readonly notebook: Notebook;
  readonly parameters: readonly ParameterValue[];
  /** Overrides that this notebook does not declare. */
  readonly unknown: readonly string[];
}

/**
 * Replaces the values of a notebook's parameters.
 *
 * The cell tagged `parameters` declares them as typed constants with literal values. An override takes
 * the place of the literal itself: an assignment in a later cell would not reach what an earlier one
 * has captured.
 *
 * @param name - the notebook, as errors shall name it
 * @throws InvalidInput when the parameters cell declares anything but typed constants with literal
 *   values, or when an override is not of the declared type
 */
export function applyParameters(
  notebook: Notebook,
  overrides: Overrides,
  name: string,
): Parameterised {
  const tagged = codeCells(notebook).filter(({ tags }) => tags.includes("parameters"));
  if (tagged.length > 1) {
    const where = tagged.map(({ index }) => index).join(" and ");
    throw new InvalidInput(name, `one cell may be tagged "parameters"; cells ${where} are`);
  }
  const cell = tagged[0];
  const declared = cell ? declarations(cell, name) : [];
  const unknown = Object.keys(overrides).filter((key) => !declared.some((d) => d.name === key));
  let source = cell?.source ?? "";
  const parameters: ParameterValue[] = [];
  for (const declaration of [...declared].reverse()) {
    const { name: parameter, type, typeNode, start, end } = declaration;
    const given = overrides[parameter];
    let value = declaration.value;
    if (given !== undefined) {
      const parsed = parseValue(given, typeNode);
      if (parsed === undefined) {
        throw new InvalidInput(name, `--param ${parameter} needs a ${type}; got "${given}"`);
      }
      value = parsed;
      source = source.slice(0, start) + JSON.stringify(value) + source.slice(end);
    }
    parameters.unshift({ name: parameter, type, value, default: declaration.value });
  }
  const cells = notebook.cells.map((each, i) =>
    cell && i === cell.index - 1 ? { ...each, source } : each,
  );
  return { notebook: { ...notebook, cells }, parameters, unknown };
}

function declarations(cell: CodeCell, name: string): Declaration[] {
  const file = ts.createSourceFile("cell.ts", cell.source, ts.ScriptTarget.ES2022, true);
  const refuse = (at: number, rule: string): never => {
    const { line } = file.getLineAndCharacterOfPosition(at);
    throw new InvalidInput(`${name}, cell ${cell.index} (parameters), line ${line + 1}`, rule);
  };
  return file.statements.flatMap((statement) => {
    const constant =
      ts.isVariableStatement(statement) &&
      (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
    if (!constant) {
      return refuse(
        statement.getStart(file),
        "only constants may stand here: const name: type = value;",
      );
    }
    return statement.declarationList.declarations.map((declaration): Declaration => {
      const { name: identifier, type, initializer } = declaration;
      const at = declaration.getStart(file);
      const value = initializer && literalValue(initializer);
      if (!ts.isIdentifier(identifier) || !type || !initializer || value === undefined) {
        return refuse(
          at,
          "a parameter has a type and a literal value: const level: number = 0.95;",
        );
      }
      if (!matches(value, type)) {
        return refuse(at, `${identifier.text} is declared ${type.getText(file)}`);
      }
      return {
        name: identifier.text,
        type: type.getText(file),
        typeNode: type,
        value,
        start: initializer.getStart(file),
        end: initializer.end,
      };
    });
  });
}

/** The value of a literal, `undefined` for any other expression. */
function literalValue(node: Expression): ParameterLiteral | undefined {
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll("_", ""));
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const value = literalValue(node.operand);
    return typeof value === "number" ? -value : undefined;
  }
  if (ts.isArrayLiteralExpression(node)) {
    const values = node.elements.map(literalValue);
    return values.every((value) => value !== undefined) ? values : undefined;
  }
  return undefined;
}

/** What was typed, read as the declared type; `undefined` where it is not of that type. */
function parseValue(given: string, type: TypeNode): ParameterLiteral | undefined {
  const candidates: ParameterLiteral[] = [given];
  try {
    const json: unknown = JSON.parse(given);
    if (json !== null && (typeof json !== "object" || Array.isArray(json))) {
      candidates.unshift(json as ParameterLiteral);
    }
  } catch {
    // Not JSON: it can still be text.
  }
  return candidates.find((candidate) => matches(candidate, type));
}

/** Whether a value is of a type made of number, string, boolean, literals, unions and arrays. */
function matches(value: unknown, type: TypeNode): boolean {
  if (ts.isParenthesizedTypeNode(type)) return matches(value, type.type);
  if (ts.isUnionTypeNode(type)) return type.types.some((member) => matches(value, member));
  if (ts.isTypeOperatorNode(type)) return matches(value, type.type); // readonly T[]
  if (ts.isArrayTypeNode(type)) {
    return Array.isArray(value) && value.every((element) => matches(element, type.elementType));
  }
  if (ts.isLiteralTypeNode(type)) {
    const { literal } = type;
    return ts.isExpression(literal) && literalValue(literal) === value;
  }
  if (type.kind === ts.SyntaxKind.NumberKeyword) {
    return typeof value === "number" && Number.isFinite(value);
  }
  if (type.kind === ts.SyntaxKind.StringKeyword) return typeof value === "string";
  return type.kind === ts.SyntaxKind.BooleanKeyword && typeof value === "boolean";
}
