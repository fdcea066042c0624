import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type FigureSpec, figure } from "../../../src/figures/figure.js";
import { renderFigure } from "../../../src/figures/static/render.js";

const root = join(import.meta.dirname, "../../..");

/** Lines, bars, a box, a title, two lines of annotation: what Plotly draws in different ways. */
const input = {
  data: [
    { type: "scatter", mode: "lines+markers", x: [1, 2, 3], y: [2.125, 5.3, 1.7], name: "line" },
    { type: "bar", x: [1, 2, 3], y: [2, 5, 1], name: "bar" },
    { type: "box", x: [5, 5, 5, 5], y: [1, 2, 3, 9], name: "box" },
    { type: "histogram", x: [6, 6, 7], name: "counts" },
  ],
  layout: {
    title: { text: "Title" },
    xaxis: { title: { text: "Diameter (mm)" } },
    yaxis: { title: { text: "Count" } },
    annotations: [{ text: "two<br>lines", x: 2, y: 5 }],
  },
  text: "Line 2.1, 5.3, 1.7 mm.",
};
const spec = figure(input);

const idsOf = (markup: string): string[] =>
  [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
const wordsOf = (markup: string): string[] =>
  [...markup.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, words]) => words!);

describe("renderFigure", () => {
  it("draws tick labels, titles, annotations and the key", async () => {
    const words = wordsOf((await renderFigure(spec)).svg);
    for (const word of [
      "1",
      "8",
      "Diameter (mm)",
      "Count",
      "Title",
      "two",
      "lines",
      "line",
      "box",
    ]) {
      expect(words).toContain(word);
    }
  });

  it("keeps tick labels clear of the edge and of the axis title", async () => {
    const numbers = figure({
      data: [{ type: "scatter", x: [1, 2], y: [1000000, 9000000] }],
      layout: { yaxis: { title: { text: "Count" }, tickformat: "d" } },
      text: "1 000 000 and 9 000 000",
    });
    const { svg } = await renderFigure(numbers);
    const label =
      /<text transform="translate\(0,[\d.]+\)" x="([\d.]+)" y="[\d.]+" style="[^"]*text-anchor:end">8000000</.exec(
        svg,
      );
    // Seven digits at 13 px are 45 px wide; left of them stands the title, 18 px with its gap.
    expect(Number(label![1])).toBeGreaterThan(45 + 18);
  });

  it("gives the same bytes again, also when figures are drawn at once", async () => {
    const other = figure({ ...input, text: "another", height: 300 });
    const alone = await renderFigure(spec);
    const [first, between, second] = await Promise.all([
      renderFigure(spec),
      renderFigure(other),
      renderFigure(spec),
    ]);
    expect(first).toEqual(alone);
    expect(second).toEqual(alone);
    expect(between).toEqual(await renderFigure(other));
  });

  it("gives ids that are unique on a page and references that lead somewhere", async () => {
    const other = figure({ ...input, text: "another" });
    const page = (await renderFigure(spec)).html + (await renderFigure(other, { alt: "Alt" })).html;
    const ids = idsOf(page);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/url\(#([^)]+)\)|aria-describedby="([^"]+)"/g)) {
      if (id !== undefined) expect(ids).toContain(id);
    }
    expect(page).toMatch(/url\(#fig-/);
  });

  it("needs nothing outside: no script, no link, no class, no font file", async () => {
    const { html } = await renderFigure(spec);
    expect(html).not.toMatch(/<script|<link|@import|@font-face|class="(?!ostia-figure")/);
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:/);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });

  it("shrinks with the page and has a drawing for a telephone", async () => {
    const { html, svg } = await renderFigure(spec);
    expect(svg).toContain('width="680" height="400" viewBox="0 0 680 400"');
    expect(svg).toContain("width:100%;max-width:680px;height:auto");
    expect(html).toContain('viewBox="0 0 340 400"');
    const rule = /<style>(.*?)<\/style>/.exec(html)![1]!;
    const [wide, narrow] = [...html.matchAll(/<svg [^>]*?id="([^"]+)"/g)].map(([, id]) => id);
    expect(rule).toBe(
      `@media screen and (max-width:540px){#${wide}{display:none!important}#${narrow}{display:block!important}}`,
    );
  });

  it("lies on white paper, also on a dark page", async () => {
    const { html } = await renderFigure(spec);
    for (const [, size] of html.matchAll(/<svg [^>]*?(width="\d+" height="\d+")/g)) {
      expect(html).toContain(`<rect ${size} style="fill:#ffffff"/>`);
    }
  });

  it("has one drawing where a figure has no narrow one", async () => {
    const { narrow: _, ...single } = spec;
    const { html, svg } = await renderFigure(single as FigureSpec);
    expect(html).toBe(`<div class="ostia-figure">${svg}</div>`);
  });

  it("names the image by its alternative text and describes it by its own", async () => {
    const { svg } = await renderFigure(spec, { alt: 'Counts < "5"' });
    expect(svg).toContain(
      'role="img" aria-label="Counts &lt; &quot;5&quot;" aria-describedby="fig-',
    );
    expect(svg).toMatch(/<desc id="fig-[^"]+">Line 2\.1, 5\.3, 1\.7 mm\.<\/desc>/);
    const bare = (await renderFigure(spec)).svg;
    expect(bare).toContain('role="img" aria-label="Line 2.1, 5.3, 1.7 mm."');
    expect(bare).not.toContain("<desc");
  });

  it("leaves the process's own chance and globals alone, and draws again after an error", async () => {
    const chance = Math.random;
    const odd = figure({
      ...input,
      layout: {
        shapes: [
          {
            type: "line",
            layer: "between",
            xref: "x domain",
            yref: "y",
            x0: 0,
            x1: 1,
            y0: 1,
            y1: 1,
          },
        ],
      },
    });
    await expect(renderFigure(odd)).rejects.toThrow(/^Plotly could not draw the figure: .{5,200}$/);
    await expect(renderFigure(spec)).resolves.toBeDefined();
    expect(Math.random).toBe(chance);
    expect("window" in globalThis).toBe(false);
  });
});

describe("renderFigure in another process", () => {
  mkdirSync(join(root, ".ostia"), { recursive: true });
  const folder = mkdtempSync(join(root, ".ostia", "figures-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives the same bytes from any folder", async () => {
    const build = join(folder, "a", "longer path");
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    // Our sources, not a build that may be older; types are checked elsewhere.
    const options = ["-p", root, "--outDir", build, "--noCheck"];
    options.push("--declaration", "false", "--isolatedDeclarations", "false");
    execFileSync(process.execPath, [compiler, ...options]);
    const script = join(folder, "render.mjs");
    writeFileSync(
      script,
      `import { renderFigure } from ${JSON.stringify(`${build}/figures/static/render.js`)};
      const { svg, html } = await renderFigure(${JSON.stringify(spec)});
      process.stdout.write(JSON.stringify({ svg, html }));`,
    );
    const here = await renderFigure(spec);
    for (const cwd of [folder, root]) {
      const there = execFileSync(process.execPath, [script], { cwd, encoding: "utf8" });
      expect(JSON.parse(there)).toEqual(here);
    }
  });
});
