import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexPage } from "../../src/publish/index-page.js";
import { readPublished } from "../../src/publish/published.js";
import { readReports } from "../../src/publish/report.js";
import { type FixtureProject, fixtureProject } from "./fixtures/project.js";

let project: FixtureProject;
let markdown: string;
beforeAll(() => {
  project = fixtureProject("index");
  ({ markdown } = indexPage(readReports(project.root).reports, readPublished(project.root)));
});
afterAll(() => project.remove());

describe("indexPage", () => {
  it("has a card a report, with question, answer and verdict counts", () => {
    expect(markdown.match(/\{\.card\}/g)).toHaveLength(2);
    expect(markdown).toContain(
      "### [Light through the printed root\\: Ripley 2016](ripley-2016.html)",
    );
    expect(markdown).toContain("Did light through the printed aortic root tell leak from no leak?");
    expect(markdown).toContain("Light found **6 of 9** leaks");
    expect(markdown).toContain('<ul class="counts"');
  });

  it("counts every claim of a study once", () => {
    const card = markdown.slice(markdown.indexOf("Light found"), markdown.indexOf("## What the"));
    const counts = [...card.matchAll(/<\/svg>(\d+) /g)].map((match) => Number(match[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it("explains the four verdicts", () => {
    for (const name of ["Reproduced", "Possible", "Contradicted", "Not checkable"]) {
      expect(markdown).toContain(`</svg>${name}</span></dt><dd>`);
    }
  });

  it("lists the studies without a report, with a link to their figures where there are any", () => {
    expect(markdown).toContain('<a href="claims.html#study=li-2017">Li 2017</a>');
    expect(markdown).toContain("<span>Annulus agreement</span>");
    expect(markdown).toContain("No figures printed.");
    expect(markdown).not.toContain("#study=hell-2017");
  });

  it("marks the card of synthetic data", () => {
    expect(markdown).toContain("LAA occlusion · synthetic data");
  });
});
