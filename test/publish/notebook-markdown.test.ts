import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notebookPage } from "../../src/publish/notebook-markdown.js";
import type { Page } from "../../src/publish/page.js";
import { type Report, readReports } from "../../src/publish/report.js";
import { type FixtureProject, fixtureProject } from "./fixtures/project.js";

let project: FixtureProject;
let reports: readonly Report[];
let study: Page;
let demo: Page;
beforeAll(() => {
  project = fixtureProject("markdown");
  ({ reports } = readReports(project.root));
  demo = notebookPage(reports[0]!, []);
  study = notebookPage(reports[1]!, ["## Appendix\n"]);
});
afterAll(() => project.remove());

describe("notebookPage", () => {
  it("has title, question and answer in its front matter", () => {
    const [, front] = study.markdown.split("---\n");
    expect(front).toContain('title: "Light through the printed root: Ripley 2016"');
    expect(front).toContain("description: Did light through the printed aortic root");
    expect(front).toMatch(/abstract: \|\n {2}Light found \*\*6 of 9\*\*/);
    expect(front).toContain("engine: markdown");
  });

  it("leaves out the heading that repeats the title, and the answer's second printing", () => {
    expect(study.markdown).not.toContain("# Light through the printed root");
    expect(study.markdown.split("Light found").length - 1).toBe(1);
    expect(study.markdown).toContain("Sixteen patients with a SAPIEN prosthesis");
  });

  it("makes a cell of code as Quarto does", () => {
    expect(study.markdown).toContain(
      [
        ":::::: {#cell-7 .cell}",
        '``` {#cell-7-code .typescript .cell-code code-fold="true" code-summary="Code of cell 7"}',
        "const { table, issues } = readTable(data, schema);",
      ].join("\n"),
    );
  });

  it("makes a figure a cross-reference div, with drawing, image, alternative text and caption", () => {
    const div = study.markdown.slice(study.markdown.indexOf("::::: {#fig-accuracy}"));
    expect(div).toMatch(/when-format="html"\}\n``` \{=html\}\n<div class="figure-card">/);
    expect(div).toMatch(/<svg [^>]*role="img" aria-label="Three horizontal intervals: /);
    expect(div).toContain('![](_figures/ripley-2016/fig-accuracy.png){fig-alt="Three horizontal');
    expect(div).toContain(":::\n\nAccuracy with 95 % intervals; *n* = 16.\n:::::");
  });

  it("makes a table of the HTML for web pages and of the Markdown for the rest", () => {
    const start = study.markdown.indexOf("::::: {#tbl-accuracy}");
    const div = study.markdown.slice(start, study.markdown.indexOf(".trace", start));
    expect(div).toContain('role="region" aria-label="Accuracy of light against echocardiography');
    expect(div).toContain("| Sensitivity | 6 of 9 | 66.7 % |");
  });

  it("says under a figure which cell and which data made it", () => {
    expect(study.markdown).toContain(
      "Made by [cell 10](#cell-10-code) (`fig-accuracy`) of [ripley\\-2016\\.ipynb](assets/ripley-2016.ipynb) from " +
        "[datasets/published/ripley\\-2016\\.csv](colophon.html#data-datasets-published-ripley-2016-csv) (sha256 `34f2b5d9…`).",
    );
  });

  it("says so when no data were read", () => {
    expect(demo.markdown).toContain("without reading a data file.");
  });

  it("prints streams and plain results, and Markdown as Markdown", () => {
    expect(study.markdown).toContain(
      ".cell-output .cell-output-stdout}\n``` {.output}\n16 patients, 0 issues\n```",
    );
    expect(study.markdown).toContain("``` {.output}\n0\n```");
    expect(demo.markdown).toContain("\n*Markdown* from a cell, with a | pipe.\n");
  });

  it("marks synthetic data on the page and in every caption", () => {
    expect(demo.markdown).toContain('{.callout-warning title="Synthetic data" .synthetic}');
    expect(demo.markdown).toContain("Agreement with the implanted size. **Synthetic data.**");
    expect(demo.markdown).toContain("The same as an image. **Synthetic data.**");
    expect(study.markdown).not.toContain("ynthetic data");
  });

  it("honours echo and include", () => {
    expect(demo.markdown).not.toContain("cell-6-code");
    expect(demo.markdown).not.toContain("not for print");
  });

  it("gives web pages an image where there is no drawing, and Word all images", () => {
    expect(demo.figures.map(({ path }) => path)).toEqual([
      "_figures/demo-sizing/fig-agreement.png",
      "assets/demo-sizing-fig-image.png",
    ]);
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
    expect(Buffer.from(demo.figures[1]!.bytes).subarray(0, 4)).toEqual(png);
  });

  it("puts what it is given after the narrative", () => {
    expect(study.markdown.endsWith("## Appendix\n")).toBe(true);
  });

  it("opens and closes every div", () => {
    for (const { markdown } of [study, demo]) {
      const open: string[] = [];
      for (const line of markdown.split("\n")) {
        const [, fence, attributes] = /^(:{3,})( \{.*\})?$/.exec(line) ?? [];
        if (fence === undefined) continue;
        if (attributes === undefined) expect(open.pop()).toBe(fence);
        else open.push(fence);
      }
      expect(open).toEqual([]);
    }
  });
});
