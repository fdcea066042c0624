import { beforeAll, describe, expect, it } from "vitest";
import type { Notebook } from "../../../src/notebook/ipynb.js";
import { lintNotebooks } from "../../../src/notebook/lint/lint.js";
import { type LintProblem, lintLine } from "../../../src/notebook/lint/problem.js";
import { PACKAGE_ROOT } from "../../../src/notebook/project.js";
import { code, markdown, notebookJson, type TestCell } from "../project.js";

const FIGURE = `const figure = (): FigureSpec => ({ kind: "figure" }) as FigureSpec;
const table = (): TableSpec => ({ kind: "table" }) as TableSpec;`;
const IMPORT = code('import { type FigureSpec, show, type TableSpec } from "ostia";');
const SHOWN = { label: "fig-a", "fig-cap": "A", "fig-alt": "A line." };

/** Cells and the problems to find in them, as `cell:line rule`; the cells begin with cell 2. */
const CASES: Record<string, readonly [readonly TestCell[], readonly string[]]> = {
  "a reassignment across cells that a captured value does not see": [
    [
      code("let alpha = 0.05;\nconst rule = (p: number): boolean => p < alpha;"),
      code("alpha = 0.01;\nrule(0.02)"),
    ],
    ["3:1 reassigned"],
  ],
  "a reassignment within a cell": [[code("let alpha = 0.05;\nalpha = 0.01;\nalpha")], []],
  "a step, a loop, destructuring and a compound assignment across cells": [
    [
      code("let a = 1, b = 2, c = 3, d = 4, e = 5, f: number[] = [];"),
      code("a++;\n[b] = [1];\n({ c } = { c: 1 });\nfor (d of [1, 2]);\ne += 1;\n[...f] = [1];"),
    ],
    [1, 2, 3, 4, 5, 6].map((line) => `3:${line} reassigned`),
  ],
  "names of an earlier cell that a function or a loop declares for itself": [
    [
      code("const a = 1;\nconst i = 2;"),
      code(
        "const f = (a: number): number => { a += 1; return a; };\nfor (let i = 0; i < 2; i++) f(i);",
      ),
    ],
    [],
  ],
  "a property of an earlier value": [[code("const a = { n: 1 };"), code("a.n = 2;\na.n++;")], []],
  "var once more in a later cell": [
    [code("var level = 0.95;"), code("var level = 0.9;")],
    ["3:1 reassigned"],
  ],
  "const once more in a later cell": [
    [code("const level = 0.95;"), code("const level = 0.9;")],
    ["2:1 type-error", "3:1 type-error"],
  ],

  "chance and the clock": [
    [
      code(
        [
          "const a = Math.random();",
          'const b = Math["random"]();',
          "const { random } = Math;",
          "const c = Date.now();",
          "const d = new Date();",
          "const e = Date();",
          "const f = globalThis.Math.random();",
          "const g = globalThis.performance.now();",
        ].join("\n"),
      ),
    ],
    [1, 2, 3, 4, 5, 6, 7, 8].map((line) => `2:${line} chance-or-clock`),
  ],
  "a date that is written out, and a generator of one's own": [
    [
      code(
        'const a = new Date("2016-03-01");\nconst rng = { random: (): number => 0.5 };\nrng.random();\nMath.max(1, 2);',
      ),
    ],
    [],
  ],

  "cell options as comments": [
    [code("#| label: fig-a\n1"), code("//| echo: false\n1")],
    ["2:1 cell-option", "3:1 cell-option"],
  ],
  "a comment with a bar in it": [[code("// a | b\nconst or = 1 | 2;")], []],
  "a line that begins with # and is no option": [[code("#\n1")], ["2:1 type-error"]],

  "a figure without caption and alternative text": [
    [code("1", { label: "fig-a" })],
    ["2:1 caption", "2:1 caption"],
  ],
  "a figure whose alternative text is blank": [
    [code("1", { ...SHOWN, "fig-alt": " " })],
    ["2:1 caption"],
  ],
  "a table without caption": [[code("1", { label: "tbl-a" })], ["2:1 caption"]],
  "a figure and a table that have what they owe": [
    [code("1", SHOWN), code("1", { label: "tbl-a", "tbl-cap": "A" })],
    [],
  ],
  "a figure and a table shown without a label": [
    [
      IMPORT,
      code(FIGURE),
      code("await show(figure());"),
      code("await show(table());", { label: "t" }),
    ],
    ["4:1 caption", "5:1 caption"],
  ],
  "a figure as the last value of a cell without a label": [
    [
      IMPORT,
      code(FIGURE),
      code("const n = 1;\nfigure()"),
      code("table()", { label: "tbl-a", "tbl-cap": "A" }),
    ],
    ["4:2 caption"],
  ],
  "a figure that is made and not shown": [
    [
      IMPORT,
      code(FIGURE),
      code("const made = figure();\nmade.kind"),
      code("await show(figure())", SHOWN),
    ],
    [],
  ],

  "labels: twice, ill-formed, unknown": [
    [
      code("1", { label: "first" }),
      code("2", { label: "first" }),
      code("3", { label: "Fig_1" }),
      markdown("See @first-one.\nSee @fig-none."),
    ],
    ["3:1 label", "4:1 label", "5:2 label"],
  ],
  "labels: referred to, citations, addresses": [
    [code("1", SHOWN), markdown("See @fig-a, [@bland1999] and mail@fig-b.org.")],
    [],
  ],

  "paths outside datasets/": [
    [
      code(
        [
          'const a = "/home/ada/a.csv";',
          'const b = "../other/a.csv";',
          'const c = "a.csv";',
          'const d = "datasets/../secret.csv";',
          'const e = "C:\\\\data\\\\a.csv";',
          "const f = `~/a.json`;",
        ].join("\n"),
      ),
    ],
    [1, 2, 3, 4, 5, 6].map((line) => `2:${line} path`),
  ],
  "paths in datasets/, imports, and text with strokes": [
    [
      code(
        'import { join } from "node:path";\nconst a = "datasets/published/a.csv";\nconst b = "./datasets/a.csv";\nconst c = "mm/s, 1/2, n/a";\nconst d = join("datasets", "x");',
      ),
    ],
    [],
  ],

  "a promise that nobody awaits": [
    [code("const f = async (): Promise<number> => 1;"), code("f();")],
    ["3:1 not-awaited"],
  ],
  "a promise that is awaited or kept": [
    [code("const f = async (): Promise<number> => 1;"), code("await f();\nconst p = f();\np")],
    [],
  ],

  "types that the kernel lets pass": [
    [
      code("const f = (x) => x;"),
      code("const found = [1].find((x) => x > 1);\nfound.toFixed();"),
      code('import { binomialCdf } from "ostia/numeric";\nbinomialCdf("1", 2, 0.5);'),
      code("const a: number = missing;"),
    ],
    ["2:1 type-error", "3:2 type-error", "4:2 type-error", "5:1 type-error"],
  ],
  "types that hold over cells": [
    [
      code("interface Row { readonly n: number }"),
      code("const rows: Row[] = [{ n: 1 }];"),
      code("rows.map(({ n }) => n).at(0)"),
      code("const buffer = Buffer.from(await Promise.resolve('x'));"),
    ],
    [],
  ],
};

function parsed(cells: readonly TestCell[]): Notebook {
  const json = notebookJson(cells) as { cells: { source: string[] }[] };
  const joined = json.cells.map((cell) => ({ ...cell, source: cell.source.join("") }));
  return { ...json, cells: joined } as unknown as Notebook;
}

let problems: LintProblem[];
beforeAll(() => {
  // All notebooks in one program, as `ostia lint` does; each is a module of its own.
  problems = lintNotebooks(
    PACKAGE_ROOT,
    Object.entries(CASES).map(([name, [cells]]) => ({ name, notebook: parsed(cells) })),
  );
});

describe("lintNotebooks", () => {
  it.each(Object.entries(CASES))("on %s", (name, [, expected]) => {
    const found = problems
      .filter(({ notebook }) => notebook === name)
      .map(({ cell, line, rule }) => `${cell}:${line} ${rule}`);
    expect(found).toEqual(expected);
  });

  it("says in which cell the replaced value was declared", () => {
    const found = problems.find(({ rule }) => rule === "reassigned")!;
    expect(found.message).toContain('"alpha" is declared in cell 2');
  });

  it("prints a problem as one line with its place", () => {
    const found = problems.find(({ label }) => label === "fig-a")!;
    expect(lintLine({ ...found, notebook: "notebooks/n.ipynb" })).toBe(
      'notebooks/n.ipynb, cell 2 (fig-a), line 1: "fig-a" has no fig-cap in its metadata [caption]',
    );
  });

  it("finds nothing in no notebooks and in one without code", () => {
    expect(lintNotebooks(PACKAGE_ROOT, [])).toEqual([]);
    expect(lintNotebooks(PACKAGE_ROOT, [{ name: "n", notebook: parsed([markdown("x")]) }])).toEqual(
      [],
    );
  });
});
