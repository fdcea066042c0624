import { describe, expect, it } from "vitest";
import { computedNumber, figureWords } from "../../src/publish/figure-words.js";
import { evidenceHtml, findingsHtml } from "../../src/publish/finding-html.js";
import { finding, linksTo } from "./checked.js";

const links = linksTo([]);
const wrong = finding({
  verdict: "contradicted",
  rule: "A percentage must be of a whole number <of patients>",
  message: "No number of 29 patients is 95 %.",
  figures: [
    { label: "percent (TOE)", printed: "95" },
    { label: "p", printed: "<0.01" },
  ],
  computed: [
    { label: "percent, 27 of 29", value: 93.10344827586206 },
    { label: "count & more", value: 27 },
  ],
  wouldBePossible: ["93 %", "97 %"],
  smallestChange: { label: "percent (TOE)", printed: "95", instead: "97" },
  source: "brown2017",
});

describe("evidenceHtml", () => {
  it("gives figures as printed, rounded numbers, what would be possible, the least change and the method", () => {
    const html = evidenceHtml(wrong, links);
    const entries = [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, dt, dd]) => [
      dt,
      dd!
        .replace(/<\/li><li>/g, "; ")
        .replace(/<[^>]+>/g, "")
        .replaceAll("\u00a0", " "),
    ]);
    expect(entries).toEqual([
      ["As printed", "percentage (TOE) 95; p &lt; 0.01"],
      ["Computed", "percent, 27 of 29: 93.10; count &amp; more: 27"],
      ["Possible instead", "93 %; 97 %"],
      ["Least change", "percentage (TOE) 97 instead of 95"],
      ["Method", "Brown &amp; Heathers 2017"],
    ]);
  });

  it("is nothing where a finding has nothing to show", () => {
    expect(evidenceHtml(finding({ verdict: "possible" }), links)).toBe("");
  });
});

describe("findingsHtml", () => {
  it("shows what decides with the rule's title to unfold, and folds the rest", () => {
    const html = findingsHtml("contradicted", [wrong, finding({ verdict: "possible" })], links);
    expect(html).toContain(
      "<summary>A percentage must be of a whole number &lt;of patients&gt;</summary>",
    );
    expect(html).toContain('<details class="more"><summary>One more check</summary>');
    expect(html).toContain('<li>A sentence.<p class="rule">A rule</p></li>');
  });
});

describe("figureWords", () => {
  it.each([
    [{ label: "n", printed: "29" }, "n 29"],
    [{ label: "sd (3D)", printed: "0.50" }, "SD (3D) 0.50"],
    [{ label: "ci (lower)", printed: "-0.1" }, "CI (lower) -0.1"],
    [{ label: "p", printed: "0.04" }, "p = 0.04"],
    [{ label: "p", printed: ">0.2" }, "p > 0.2"],
    [{ label: "percentile", printed: "3" }, "percentile 3"],
  ])("prints %j", (figure, words) => {
    expect(figureWords(figure)).toBe(words);
  });
});

describe("computedNumber", () => {
  it.each([
    [21, "21"],
    [93.10344, "93.10"],
    [0.0000012, "0.000001200"],
    [1.234e-9, "1.234\u00a0×\u00a010⁻⁹"],
    [Number.NaN, "–"],
    [-0.5, "−0.5000"],
  ])("prints %d", (value, words) => {
    expect(computedNumber({ label: "", value })).toBe(words);
  });
});
