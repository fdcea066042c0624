import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../../src/publish/publish.js";
import { type FixtureProject, fixtureProject } from "./fixtures/project.js";

let project: FixtureProject;
let twin: FixtureProject;
beforeAll(async () => {
  project = fixtureProject("here");
  twin = fixtureProject("there-in-a-longer-folder");
  await publish(project.root, { stale: [] });
  await publish(twin.root, { stale: [] });
});
afterAll(() => {
  project.remove();
  twin.remove();
});

function siteFiles({ root }: FixtureProject): Map<string, Buffer> {
  const site = join(root, "reports", "_site");
  const names = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(site, name))]));
}

/** Pages of the consistency reports: one for each study with figures. */
const CONSISTENCY = [
  "consistency-hell-2017",
  "consistency-li-2017",
  "consistency-ripley-2016",
] as const;

const page = (name: string): string =>
  readFileSync(join(project.root, "reports", "_site", `${name}.html`), "utf8");

describe("publish", () => {
  it("writes the pages flat, with all that they load in assets", () => {
    const names = [...siteFiles(project).keys()];
    expect(names.filter((name) => !name.startsWith("assets/"))).toEqual([
      "claims.html",
      "colophon.html",
      ...CONSISTENCY.map((name) => `${name}.html`),
      "demo-sizing.html",
      "index.html",
      "ripley-2016.html",
    ]);
    expect(names).toContain("assets/ripley-2016.ipynb");
    expect(names).toContain("assets/source-sans-3-latin-400-normal.woff2");
    expect(names).toContain("assets/source-sans-3-LICENSE.txt");
  });

  it("gives the same bytes in another folder", () => {
    const [here, there] = [siteFiles(project), siteFiles(twin)];
    expect([...there.keys()]).toEqual([...here.keys()]);
    for (const [name, bytes] of here) expect(there.get(name)!.equals(bytes), name).toBe(true);
  });

  it("names no place of this machine and no time of day", () => {
    for (const [name, bytes] of siteFiles(project)) {
      if (!/\.(html|css|js)$/.test(name)) continue;
      expect(bytes.includes(tmpdir()), name).toBe(false);
      expect(bytes.toString("utf8"), name).not.toMatch(/\d\d:\d\d:\d\d/);
    }
  });

  it("has the version of Node on one line of all", () => {
    const lines = [...siteFiles(project).values()].flatMap((bytes) =>
      bytes
        .toString("utf8")
        .split("\n")
        .filter((line) => line.includes("20.99.7")),
    );
    expect(lines).toEqual(['<tr><th scope="row">Node</th><td>20.99.7</td></tr>']);
  });

  it("numbers figures and tables, and refers to them", () => {
    const html = page("ripley-2016");
    expect(html).toContain('<a href="#fig-accuracy" class="crossref">Figure\u00a01</a>');
    expect(html).toMatch(/<figure id="fig-accuracy" class="float float-fig">/);
    expect(html).toMatch(/<span class="float-label">Table\u00a01<\/span>: Accuracy of light/);
    expect(page("demo-sizing")).toMatch(/Figure\u00a01<\/a> and <a href="#fig-image"[^>]*>2<\/a>/);
  });

  it("keeps a reference and a citation that stand together apart", () => {
    const [text] = /The intervals are in .*/.exec(page("ripley-2016")) ?? [];
    expect(text?.replace(/<[^>]+>/g, "")).toBe(
      "The intervals are in Figure\u00a01 [1], the counts in Table\u00a01; both are shown Table\u00a01 [1].",
    );
  });

  it("cites by number and marks what nobody has checked", () => {
    const html = page("ripley-2016");
    expect(html).toMatch(/\[<a href="#ref-ripley2016"[^>]*>1<\/a>\]/);
    expect(html).toContain("<em>unverified</em>");
    expect(html).toMatch(/<h2 [^>]*id="bibliography">References<\/h2>/);
    expect(page("index")).not.toContain("bibliography");
  });

  it("folds code, and every trace leads to a cell that is there", () => {
    const html = page("ripley-2016");
    expect(html).toContain("<summary>Code of cell 10, fig-accuracy</summary>");
    const targets = [...html.matchAll(/href="#(cell-\d+-code)"/g)].map((match) => match[1]);
    expect(targets).toEqual(["cell-9-code", "cell-10-code"]);
    for (const target of targets) expect(html).toContain(`id="${target}"`);
    expect(page("colophon")).toContain('id="data-datasets-published-ripley-2016-csv"');
  });

  it("has no identifier twice on a page, and one heading of the first level", () => {
    for (const name of ["index", "claims", "colophon", ...CONSISTENCY, "ripley-2016"]) {
      const ids = [...page(name).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size, name).toBe(ids.length);
      expect(page(name).match(/<h1/g), name).toHaveLength(1);
    }
  });

  it("cites the methods of the checks in the list of references, and leads there", () => {
    for (const name of ["claims", "consistency-hell-2017"]) {
      expect(page(name), name).toMatch(/<div id="ref-brown2017"/);
    }
    expect(page("consistency-hell-2017")).toContain('href="#ref-brown2017"');
    expect(page("claims")).toContain('href="claims.html#ref-brown2017"');
  });

  it("leads from a published figure to the cell that shows it, and back", () => {
    expect(page("claims")).toContain('<a href="ripley-2016.html#cell-9">cell 9, tbl-accuracy</a>');
    expect(page("ripley-2016")).toContain('<div id="cell-9" class="cell">');
    expect(page("ripley-2016")).toContain(
      '<a href="ripley-2016.html#cell-9">cell 9, tbl-accuracy</a>',
    );
    expect(page("ripley-2016")).toContain('href="consistency-ripley-2016.html"');
  });

  it("allows the style elements of its drawings by their hashes, and no others", () => {
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(page("ripley-2016")) ?? [];
    const styles = [...page("ripley-2016").matchAll(/<style>([^<]*)<\/style>/g)];
    expect(styles).toHaveLength(1);
    const hash = createHash("sha256").update(styles[0]![1]!).digest("base64");
    expect(policy).toContain(`style-src 'self' file: 'sha256-${hash}';`);
    expect(policy).toContain("default-src 'none'");
    expect(page("index")).toContain("style-src 'self' file:;");
  });

  it("writes a Quarto project that holds the same pages", () => {
    const reports = readdirSync(join(project.root, "reports"));
    expect(reports.filter((name) => name.endsWith(".qmd"))).toEqual([
      "claims.qmd",
      "colophon.qmd",
      ...CONSISTENCY.map((name) => `${name}.qmd`),
      "demo-sizing.qmd",
      "index.qmd",
      "ripley-2016.qmd",
    ]);
    expect(
      existsSync(join(project.root, "reports", "_figures", "ripley-2016", "fig-accuracy.png")),
    ).toBe(true);
    expect(reports.filter((name) => name.startsWith(".site"))).toEqual([]);
  });

  it("does nothing when nothing has changed, in well under a second", async () => {
    const before = performance.now();
    expect(await publish(project.root, { stale: [] })).toMatchObject({
      rendered: false,
      pages: 5 + CONSISTENCY.length,
    });
    expect(performance.now() - before).toBeLessThan(900);
  });

  it("refuses what is stale by name and reason, and leaves the site", async () => {
    const before = page("ripley-2016");
    const stale = [{ notebook: "notebooks/ripley-2016.ipynb", reason: "the library changed" }];
    await expect(publish(project.root, { stale })).rejects.toThrow(
      "notebooks/ripley-2016.ipynb: the library changed",
    );
    expect(page("ripley-2016")).toBe(before);
  });
});

describe("publish, when something changes", () => {
  let changing: FixtureProject;
  beforeAll(() => {
    changing = fixtureProject("changing", ["ripley-2016"]);
  });
  afterAll(() => changing.remove());
  const site = (): string => join(changing.root, "reports", "_site");

  it("renders again, also when a page of the site was touched, and drops reports that are gone", async () => {
    const qmd = join(changing.root, "reports", "gone.qmd");
    const own = join(changing.root, "reports", "own.qmd");
    await publish(changing.root, { stale: [] });
    writeFileSync(qmd, readFileSync(join(changing.root, "reports", "index.qmd")));
    writeFileSync(own, "---\ntitle: Mine\n---\n");
    rmSync(join(site(), "claims.html"));
    expect((await publish(changing.root, { stale: [] })).rendered).toBe(true);
    expect(existsSync(join(site(), "claims.html"))).toBe(true);
    expect(existsSync(qmd)).toBe(false);
    expect(existsSync(own)).toBe(true);
  });

  it("refuses a reference that leads nowhere and keeps the site", async () => {
    changing.edit("ripley-2016", (text) => text.replace("@fig-accuracy", "@fig-nowhere"));
    await expect(publish(changing.root, { stale: [] })).rejects.toThrow(
      /ripley-2016\.html: .*fig-nowhere not found/,
    );
    expect(readFileSync(join(site(), "ripley-2016.html"), "utf8")).toContain("#fig-accuracy");
    expect(
      readdirSync(join(changing.root, "reports")).filter((name) => name.startsWith(".site")),
    ).toEqual([]);
  });

  it("says that nothing has been run where nothing has", async () => {
    const empty = fixtureProject("empty", []);
    await expect(publish(empty.root, { stale: [] })).rejects.toThrow("run `ostia run` first");
    empty.remove();
  });
});

describe("publish with Quarto", () => {
  let quartoProject: FixtureProject;
  let bin: string;
  const path = process.env.PATH;
  beforeAll(() => {
    quartoProject = fixtureProject("quarto", ["ripley-2016"]);
    bin = mkdtempSync(join(tmpdir(), "ostia-bin-"));
    process.env.PATH = `${bin}${delimiter}${path}`;
  });
  afterAll(() => {
    process.env.PATH = path;
    quartoProject.remove();
    rmSync(bin, { recursive: true });
  });

  function fakeQuarto(script: string): void {
    writeFileSync(join(bin, "quarto"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, "quarto"), 0o755);
  }

  it("lets it render into a folder of its own and adds the assets", async () => {
    fakeQuarto(
      'mkdir -p "$6"; for page in *.qmd; do echo "by quarto" > "$6/$(basename "$page" .qmd).html"; done',
    );
    const done = await publish(quartoProject.root, { stale: [] });
    expect(done).toMatchObject({
      renderer: "quarto",
      rendered: true,
      pages: 4 + CONSISTENCY.length,
    });
    expect(readFileSync(join(done.site, "index.html"), "utf8")).toBe("by quarto\n");
    expect(existsSync(join(done.site, "assets", "tokens.css"))).toBe(true);
    expect((await publish(quartoProject.root, { stale: [] })).rendered).toBe(false);
  });

  it("does not take it at its word when a page is missing", async () => {
    fakeQuarto('mkdir -p "$6"; echo "by quarto, again" > "$6/index.html"');
    await expect(publish(quartoProject.root, { stale: [] })).rejects.toThrow(
      /wrote no ripley-2016\.html/,
    );
    const index = join(quartoProject.root, "reports", "_site", "index.html");
    expect(readFileSync(index, "utf8")).toBe("by quarto\n");
  });
});
