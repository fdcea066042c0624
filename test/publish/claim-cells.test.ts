import { describe, expect, it } from "vitest";
import { claimCells } from "../../src/publish/claim-cells.js";
import type { ExecutedCell } from "../../src/publish/executed-notebook.js";
import type { Report } from "../../src/publish/report.js";
import { claimsOf, raw } from "../claims/claim-files.js";

const cell = (index: number, source: string, fields: Partial<ExecutedCell> = {}): ExecutedCell => ({
  index,
  type: "code",
  source,
  label: undefined,
  caption: undefined,
  alt: undefined,
  echo: true,
  output: true,
  include: true,
  outputs: [{ kind: "stream", text: "x" }],
  ...fields,
});

const report = (slug: string, study: string | undefined, cells: ExecutedCell[]): Report =>
  ({ slug, frontMatter: { study }, cells }) as unknown as Report;

const claim = (id: string) =>
  claimsOf(raw("sample-size", { id, study: id.split("/")[0]!, n: "9" }))[0]!;

const own = report("own-2017", "s", [
  cell(2, `const n = find("s/n/text");\nconst other = find(\`s/\${key}/table\`);`),
  cell(3, "console.log(n);"),
  cell(4, "show(n);", { label: "tbl-hidden", include: false }),
  cell(5, "show(n);", { label: "fig-n", echo: false }),
  cell(6, "show(other);", { echo: false }),
  cell(7, 'show(find("s/once/text"));', { include: false }),
  cell(8, `const path = "datasets/x"; show(\`\${a}/\${b}\`);`),
]);
const pooled = report("pooled", undefined, [
  cell(1, 'const all = [find("s/once/text"), find("t/n/text"), find("s/n/text")];'),
  cell(2, "show(all);", { label: "tbl-all" }),
]);

describe("claimCells", () => {
  const cells = claimCells(
    [pooled, own],
    ["s/n/text", "s/n/table", "s/leak/table", "s/once/text", "t/n/text", "t/n/table"].map(claim),
  );

  it("takes the first shown figure or table that builds on what names the claim", () => {
    expect(cells.get("s/n/text")).toEqual({ slug: "own-2017", index: 5, label: "fig-n" });
  });

  it("takes the naming cell where no figure follows, also for a template", () => {
    const named = { slug: "own-2017", index: 2, label: undefined };
    expect(cells.get("s/n/table")).toEqual(named);
    expect(cells.get("s/leak/table")).toEqual(named);
  });

  it("goes to another notebook where the study's own has none or shows nothing", () => {
    const table = { slug: "pooled", index: 2, label: "tbl-all" };
    expect(cells.get("s/once/text")).toEqual(table);
    expect(cells.get("t/n/text")).toEqual(table);
  });

  it("has no cell for a claim that no notebook names", () => {
    expect(cells.has("t/n/table")).toBe(false);
  });
});
