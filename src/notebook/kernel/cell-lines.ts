import { ts } from "../typescript.js";

interface Token {
  readonly text: string;
  readonly line: number;
}

/** Tokens of a program with their lines, from 1; comments and white space left out. */
function tokenize(source: string): Token[] {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  const tokens: Token[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(file) > 0) {
      for (const child of node.getChildren(file)) visit(child);
    } else if (node.kind !== ts.SyntaxKind.EndOfFileToken) {
      const start = node.getStart(file);
      const text = source.slice(start, node.end);
      if (text !== "") {
        tokens.push({ text, line: file.getLineAndCharacterOfPosition(start).line + 1 });
      }
    }
  };
  visit(file);
  return tokens;
}

/** Pairs of tokens that are compared at most; of a cell beyond it (a table typed into it) no line is named. */
const MOST_PAIRS = 4e7;

/**
 * The lines of a cell that the lines of its compiled program came from.
 *
 * tslab compiles a cell in two passes without source maps; types vanish and export statements are added,
 * but what remains keeps its order. So the longest common subsequence of the two token sequences pairs
 * the lines: of the cell's tokens paired with tokens of a compiled line, the first names the line.
 *
 * @param source - the cell as written
 * @param compiled - the program that ran
 * @returns lines of the cell by lines of the program, both from 1
 */
export function sourceLines(source: string, compiled: string): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  const from = tokenize(source);
  const to = tokenize(compiled);
  if (from.length * to.length > MOST_PAIRS) return lines;
  const width = to.length + 1;
  const longest = new Uint32Array((from.length + 1) * width); // common tokens from (i, j) on
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        from[i]!.text === to[j]!.text
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < from.length && j < to.length; ) {
    if (from[i]!.text === to[j]!.text) {
      if (!lines.has(to[j]!.line)) lines.set(to[j]!.line, from[i]!.line);
      i++;
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) {
      i++;
    } else {
      j++;
    }
  }
  return lines;
}
