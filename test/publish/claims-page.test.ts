import { describe, expect, it } from "vitest";
import { claimsPage } from "../../src/publish/claims-page.js";
import type { Published } from "../../src/publish/published.js";
import type { Report } from "../../src/publish/report.js";
import { checked, finding, linksTo } from "./checked.js";

const study = (id: string, name: string) => ({
  id,
  name,
  topic: "t",
  question: "Q?",
  design: undefined,
  printing: undefined,
  citation: undefined,
});
const CLAIMS = [
  checked("a-2016/n/review-text", "22", [finding({ verdict: "possible" })], {
    label: "patients <all>",
  }),
  checked("c/n/letter", "22", [
    finding({
      verdict: "contradicted",
      message: "22 is not 29 & never was",
      source: "brown2017",
    }),
  ]),
];
const PUBLISHED: Published = {
  studies: [study("a-2016", "A"), study("b-2017", "B")],
  claims: CLAIMS,
  file: undefined,
  references: new Map(),
  listed: new Set(["brown2017"]),
};
const links = linksTo(CLAIMS, {
  consistency: new Map([
    ["a-2016", "consistency-a-2016"],
    ["c", "consistency-c"],
  ]),
  cells: new Map([["c/n/letter", { slug: "c-2018", index: 7, label: "fig-n" }]]),
});
const reports = [{ slug: "c-2018", frontMatter: { study: "c" } } as unknown as Report];

describe("claimsPage", () => {
  const { markdown } = claimsPage(PUBLISHED, reports, links);

  it("lists every claim with study, source, figure, verdict in words, and findings", () => {
    expect(markdown.match(/<tr role="row" id="claim-/g)).toHaveLength(2);
    expect(markdown).toContain(
      'data-study="a-2016" data-source="review-text" data-verdict="possible"',
    );
    expect(markdown).toContain('data-heading="Study">A 2016</td>');
    expect(markdown).toContain("patients &lt;all&gt;");
    expect(markdown).toMatch(
      /<\/svg>Contradicted<\/span><ul class="findings"><li>22 is not 29 &amp; never was/,
    );
    expect(markdown).toContain("n\u00a0=\u00a022");
  });

  it("offers only studies and sources that have figures, also those that the list of studies does not know", () => {
    const options = [...markdown.matchAll(/<option value="([^"]*)">/g)].map((match) => match[1]);
    expect(options).toEqual(["", "a-2016", "c", "", "review-text", "letter"]);
  });

  it("hides the filter until its script shows it, so that without one the full table stands", () => {
    expect(markdown).toMatch(/<form id="claim-filter"[^>]* hidden>/);
    expect(markdown).not.toMatch(/<tr[^>]* hidden/);
    expect(markdown).toMatch(/aria-live="polite" tabindex="-1">2 published figures/);
  });

  it("leads from each number of the matrix to the filter, and from each study to its reports", () => {
    expect(markdown).toContain('href="#study=c&amp;source=letter&amp;verdict=contradicted"');
    expect(markdown).toContain('href="#verdict=contradicted"');
    expect(markdown).toContain(
      '<a href="c-2018.html">notebook</a> · <a href="consistency-c.html">consistency report</a>',
    );
  });

  it("leads from a figure to the cell of the notebook that shows it", () => {
    expect(markdown).toContain('Notebook: <a href="c-2018.html#cell-7">cell 7, fig-n</a>');
  });

  it("has the methods' sources in its list of references", () => {
    expect(markdown).toMatch(/^nocite: "?@brown2017"?$/m);
    expect(markdown).toContain('href="claims.html#ref-brown2017"');
  });
});
