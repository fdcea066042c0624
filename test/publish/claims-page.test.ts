import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/index.js";
import { claimsPage } from "../../src/publish/claims-page.js";
import type { Published } from "../../src/publish/published.js";

const claim = (id: string, study: string, label: string): Claim => ({
  id,
  study,
  source: "review-text",
  kind: "sample-size",
  label,
  n: "22",
});

const PUBLISHED: Published = {
  studies: [
    { id: "a-2016", name: "A", topic: "t", question: "Q?", design: undefined, printing: undefined },
    { id: "b-2017", name: "B", topic: "t", question: "Q?", design: undefined, printing: undefined },
  ],
  claims: [
    {
      claim: claim("a-2016/n/text", "a-2016", "patients <all>"),
      verdict: "possible",
      findings: [],
    },
    {
      claim: claim("c/n/text", "c", "models"),
      verdict: "contradicted",
      findings: [
        {
          code: "N",
          rule: "r",
          verdict: "contradicted",
          message: "22 is not 29 & never was",
          figures: [],
        },
      ],
    },
  ],
};

describe("claimsPage", () => {
  const { markdown } = claimsPage(PUBLISHED);

  it("lists every claim with study, source, figure, verdict in words, and findings", () => {
    expect(markdown.match(/<tr role="row" id="claim-/g)).toHaveLength(2);
    expect(markdown).toContain('data-study="a-2016" data-verdict="possible"');
    expect(markdown).toContain('data-heading="Study">A 2016</td>');
    expect(markdown).toContain("patients &lt;all&gt;");
    expect(markdown).toMatch(
      /<\/svg>Contradicted<\/span><ul class="findings"><li>22 is not 29 &amp; never was/,
    );
    expect(markdown).toContain("n\u00a0=\u00a022");
  });

  it("offers only studies that have figures, also those that the list of studies does not know", () => {
    const options = [...markdown.matchAll(/<option value="([^"]*)">/g)].map((match) => match[1]);
    expect(options).toEqual(["", "a-2016", "c"]);
  });

  it("hides the filter until its script shows it, so that without one the full table stands", () => {
    expect(markdown).toMatch(/<form id="claim-filter"[^>]* hidden>/);
    expect(markdown).not.toMatch(/<tr[^>]* hidden/);
    expect(markdown).toMatch(/aria-live="polite">2 published figures/);
  });
});
