import { describe, expect, it } from "vitest";
import { consistencyPages, consistencySlugs } from "../../src/publish/consistency-page.js";
import type { Published } from "../../src/publish/published.js";
import type { Report } from "../../src/publish/report.js";
import { checked, disagreement, finding, linksTo } from "./checked.js";

const CLAIMS = [
  checked("a-2016/n/review-text", "22", [
    disagreement("22", "29", "a-2016/n/review-table"),
    finding({ verdict: "possible" }),
  ]),
  checked("a-2016/n/review-table", "29", [disagreement("29", "22", "a-2016/n/review-text")]),
  checked("a-2016/leak/letter", "9", [finding({ verdict: "reproduced", source: "brown2017" })]),
  checked("b <i>/m/letter", "3", []),
];
const PUBLISHED: Published = {
  studies: [
    {
      id: "a-2016",
      name: "A",
      topic: "t",
      question: undefined,
      design: undefined,
      printing: undefined,
      citation: {
        authors: [{ family: "A", initials: "B" }],
        authorsComplete: false,
        container: "J <b>",
        note: "authors unverified",
      },
    },
  ],
  claims: CLAIMS,
  file: { path: "claims & more.json", sha256: "e".repeat(64) },
  references: linksTo([]).references,
  listed: new Set(["brown2017"]),
};
const links = linksTo(CLAIMS, {
  consistency: consistencySlugs(PUBLISHED),
  cells: new Map([["a-2016/n/review-text", { slug: "a-2016", index: 7, label: undefined }]]),
});
const reports = [
  { slug: "a-2016", frontMatter: { study: "a-2016", title: "A & its leaks" } } as unknown as Report,
];

describe("consistencySlugs", () => {
  it("names a file for every study, another one for each", () => {
    const studies = ["Hell 2017", "hell-2017", "縮尺", "a/b", "../x"];
    const claims = studies.map((study) => checked(`${study}/n/t`, "1", [], { study }));
    expect([...consistencySlugs({ claims, studies: [] }).values()]).toEqual([
      "consistency-hell-2017",
      "consistency-hell-2017-2",
      "consistency",
      "consistency-a-b",
      "consistency-x",
    ]);
  });
});

describe("consistencyPages", () => {
  const [first, second] = consistencyPages(PUBLISHED, reports, links);
  const markdown = first!.markdown;

  it("makes a sheet for each study with figures", () => {
    expect([first!.slug, first!.layout]).toEqual(["consistency-a-2016", "sheet"]);
    expect(second!.markdown).toContain('title: "Consistency report: b <i>"');
  });

  it("cites the study and says what of the citation nobody has checked", () => {
    expect(markdown).toContain(
      '<p class="cited">A B, et al. J &lt;b&gt;. (authors unverified).</p>',
    );
  });

  it("puts contradictions first, as printed and where, and asks the authors", () => {
    const order = ["Contradictions", "The other figures", "How this was checked"].map((title) =>
      markdown.indexOf(`<h2>${title}</h2>`),
    );
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(markdown).toContain("<h3>n of a-2016</h3>");
    expect(markdown).toContain('<span class="printed">n\u00a0=\u00a029</span>');
    expect(markdown).toContain(
      '<p class="ask">Please check which is right: n 22 (review, text) or n 29 (review, table).</p>',
    );
    expect(markdown).toContain('href="claims.html#claim-a-2016/n/review-text"');
    expect(markdown).toContain('<a href="a-2016.html#cell-7">cell 7</a>');
  });

  it("says that a slip may be the review's, where a review is quoted, and so only there", () => {
    const slip = "a slip there may be the review’s and not the study’s";
    expect(markdown).toContain(slip);
    expect(second!.markdown).not.toContain(slip);
  });

  it("names the rules with their sources, and how to do it again, with the file's hash", () => {
    expect(markdown).toContain(
      '<li>A rule (<a class="cite" href="#ref-brown2017">Brown &amp; Heathers 2017</a>): 2 figures</li>',
    );
    expect(markdown).toMatch(/^nocite: "?@brown2017"?$/m);
    expect(markdown).toContain("npx ostia check claims &amp; more.json --html");
    expect(markdown).toContain("e".repeat(64));
  });

  it("says so when nothing is contradicted", () => {
    expect(second!.markdown).toContain("<p>The checks found none.</p>");
    expect(second!.markdown).toContain("<h2>The figures</h2>");
    expect(second!.markdown).not.toContain("Not explained");
  });

  it("leads on to the notebook and to every check", () => {
    expect(markdown).toContain('<a href="a-2016.html">A &amp; its leaks</a>');
    expect(second!.markdown).toContain('href="claims.html#study=b%20%3Ci%3E"');
  });
});
