import { ts } from "../typescript.js";

/**
 * Writes names of properties so that tslab leaves them alone, on the same lines.
 *
 * tslab gives the names of earlier cells the prefix `exports.`. It leaves a shorthand property as it is, so
 * that `{ a }` passes its type check and then fails with a ReferenceError: it becomes `{ a: a }`. And it
 * takes the property of a pattern for a variable when an earlier cell declared its type, so that
 * `({ arms: { ct } }) => ct` does not even parse: it becomes `({ "arms": { ct } }) => ct`.
 */
export function spellOutProperties(source: string): string {
  if (!source.includes("{")) return source;
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isShorthandPropertyAssignment(node)) {
      const { end, text } = node.name;
      edits.push({ start: end, end, text: `: ${text}` });
    }
    const property = patternProperty(node);
    if (property && ts.isIdentifier(property)) {
      const text = JSON.stringify(property.text);
      edits.push({ start: property.getStart(file), end: property.end, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let spelt = source;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) {
    spelt = spelt.slice(0, start) + text + spelt.slice(end);
  }
  return spelt;
}

/** The name of a property that a pattern takes apart: `arms` in `{ arms: x }`. */
function patternProperty(node: ts.Node): ts.Node | undefined {
  if (ts.isBindingElement(node)) return node.propertyName;
  return ts.isPropertyAssignment(node) && isAssigned(node.parent) ? node.name : undefined;
}

/** Whether a literal stands on the left of an assignment, where it is a pattern. */
function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left === node;
  }
  const outer =
    ts.isPropertyAssignment(parent) && parent.initializer === node
      ? parent.parent
      : ts.isArrayLiteralExpression(parent)
        ? parent
        : undefined;
  return outer !== undefined && isAssigned(outer);
}
