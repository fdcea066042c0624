import { ts } from "../typescript.js";

/**
 * Writes `{ a }` as `{ a: a }`, on the same line.
 *
 * tslab gives names of earlier cells the prefix `exports.`, but leaves a shorthand property as it is, so
 * that `{ a }` passes its type check and then fails with a ReferenceError. The long form has no such
 * trouble and means the same, in literals and in destructuring assignments.
 */
export function expandShorthand(source: string): string {
  if (!source.includes("{")) return source;
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, false);
  const ends: { at: number; name: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isShorthandPropertyAssignment(node)) {
      ends.push({ at: node.name.end, name: node.name.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let expanded = source;
  for (const { at, name } of ends.sort((a, b) => b.at - a.at)) {
    expanded = `${expanded.slice(0, at)}: ${name}${expanded.slice(at)}`;
  }
  return expanded;
}
