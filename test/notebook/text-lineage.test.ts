import { describe, expect, it } from "vitest";
import type { CodeCell } from "../../src/notebook/ipynb.js";
import { cellsBuiltOn, mayBe, statementsIn } from "../../src/notebook/text-lineage.js";

const cellsOf = (sources: Readonly<Record<number, string>>): CodeCell[] =>
  Object.entries(sources).map(([index, source], i) => ({
    index: Number(index),
    count: i + 1,
    label: undefined,
    tags: [],
    source,
  }));

describe("statementsIn", () => {
  it("finds texts in quotes and the written parts of templates, also within others", () => {
    const [statement] = statementsIn(
      cellsOf({
        3: `const a = [find('s/n/t'), find(\`s/n\`), (k) => find(\`s/\${k}/\${\`x-\${k}\`}/t\`)];`,
      }),
    );
    expect(statement!.cell).toBe(3);
    expect([...statement!.declares]).toEqual(["a"]);
    expect(statement!.texts).toEqual([["s/n/t"], ["s/n"], ["s/", "/", "/t"], ["x-", ""]]);
  });

  it("leaves imports out, and keeps what only looks like one", () => {
    const statements = statementsIn(
      cellsOf({ 1: 'import { a } from "s/n/t";\nimport "x";', 2: 'await import("s/n/t");' }),
    );
    expect(statements.map(({ cell }) => cell)).toEqual([2]);
  });
});

describe("cellsBuiltOn", () => {
  const statements = statementsIn(
    cellsOf({
      2: 'const a = find("x");\nconst b = find("y");',
      4: "const derived = a.map(double);",
      5: "show(b);",
      7: "function drawn() { return derived; }",
      8: "show(drawn());",
      9: "show({ a: 1 });",
    }),
  );

  it("follows the names that a statement declares through others, and not those of its neighbours", () => {
    expect(cellsBuiltOn(statements, statements[0]!)).toEqual([2, 4, 7, 8]);
    expect(cellsBuiltOn(statements, statements[1]!)).toEqual([2, 5]);
  });
});

describe("mayBe", () => {
  it.each([
    [["s/n/text"], "s/n/text", true],
    [["s/n/text"], "s/n/text2", false],
    [["s/agreement-", "/text"], "s/agreement-3d/text", true],
    [["s/", "/text"], "s/agreement/of/text", true],
    [["s/agreement-", "/text"], "s/agreement-/text", false],
    [["s/", "/", "/t"], "s/a/b/t", true],
    [["s/", "/", "/t"], "s/a/t", false],
    [["", "/n/text"], "s/n/text", true],
    [["s/n/", ""], "s/n/text", true],
    [["s/n/", ""], "s/n/", false],
    [["aa", "aa"], "aaa", false],
  ])("%j and %s: %s", (parts, text, is) => {
    expect(mayBe(parts, text)).toBe(is);
  });
});
