import { describe, expect, it } from "vitest";
import { consistencyOf } from "../../src/publish/consistency.js";
import { questionOnContradiction, questionOnUnexplained } from "../../src/publish/question.js";
import { checked, disagreement, finding } from "./checked.js";

const impossible = finding({
  verdict: "contradicted",
  figures: [
    { label: "percent", printed: "95" },
    { label: "n", printed: "29" },
  ],
  wouldBePossible: ["93 % (27 of 29)", "97 % (28 of 29)"],
  source: "brown2017",
});

const CLAIMS = [
  checked("s/n/review-text", "22", [disagreement("22", "29", "s/n/review-table")]),
  checked("s/n/review-table", "29", [
    disagreement("29", "22", "s/n/review-text"),
    disagreement("29", "22", "s/n/letter"),
  ]),
  checked("s/n/letter", "22", [disagreement("22", "29", "s/n/review-table")]),
  checked("s/agreement/review-text", "22", [disagreement("22", "29", "s/agreement/review-table")], {
    kind: "proportion",
    percent: "95",
  }),
  checked(
    "s/agreement/review-table",
    "29",
    [disagreement("29", "22", "s/agreement/review-text"), impossible],
    { kind: "proportion", percent: "95" },
  ),
  checked("s/time/letter", "9", [
    finding({ verdict: "possible", unexplained: true, figures: [{ label: "p", printed: "0.04" }] }),
  ]),
  checked("s/leak/letter", "9", [finding({ verdict: "reproduced", rule: "Another rule" })]),
];

describe("consistencyOf", () => {
  const found = consistencyOf(CLAIMS);
  const [sizes, agreement] = found.contradicted;

  it("sorts figures into contradicted, unexplained and all others", () => {
    expect(found.contradicted.map(({ label }) => label)).toEqual(["n of s", "agreement of s"]);
    expect(found.unexplained.map(({ label }) => label)).toEqual(["time of s"]);
    expect(found.others.map(({ claim }) => claim.id)).toEqual(["s/leak/letter"]);
  });

  it("tells a disagreement of two sources once", () => {
    const told = sizes!.findings.map(({ claim, finding: { otherClaim } }) => [
      claim.claim.source,
      otherClaim,
    ]);
    expect(told).toEqual([
      ["review-text", "s/n/review-table"],
      ["review-table", "s/n/letter"],
    ]);
  });

  it("tells different numbers of patients once, and where else they stand", () => {
    expect(sizes!.also.map(({ claim }) => claim.id)).toEqual(["s/agreement/review-text"]);
    expect(agreement!.findings.map(({ finding: { otherClaim } }) => otherClaim)).toEqual([
      undefined,
    ]);
  });

  it("drops a quantity of which nothing else is said", () => {
    const without = CLAIMS.filter(({ claim }) => !claim.id.startsWith("s/agreement/"));
    const only = [
      ...without,
      checked("s/a/x", "22", [disagreement("22", "29", "s/a/y")]),
      checked("s/a/y", "29", [disagreement("29", "22", "s/a/x")]),
    ];
    expect(consistencyOf(only).contradicted.map(({ label }) => label)).toEqual(["n of s"]);
  });

  it("keeps other figures apart, whatever they share", () => {
    const rates = (quantity: string) =>
      ["x", "y"].map((source, i) =>
        checked(`s/${quantity}/${source}`, "9", [
          {
            ...disagreement("5", "6", `s/${quantity}/${i === 0 ? "y" : "x"}`),
            figures: [{ label: "percent", printed: i === 0 ? "5" : "6" }],
            wouldBePossible: [`percent ${i === 0 ? "6" : "5"}`],
          },
        ]),
      );
    expect(consistencyOf([...rates("a"), ...rates("b")]).contradicted).toHaveLength(2);
  });

  it("names each rule with its sources and how many figures it could say something on", () => {
    expect(found.rules).toEqual([
      { title: "Sources of the same quantity must agree within rounding", sources: [], figures: 5 },
      { title: "A rule", sources: ["brown2017"], figures: 2 },
      { title: "Another rule", sources: [], figures: 1 },
    ]);
  });

  it("asks which source is right, and what cannot be within one", () => {
    expect(questionOnContradiction(sizes!)).toBe(
      "Please check which is right: n 22 (review, text; letter) or n 29 (review, table).",
    );
    expect(questionOnContradiction(agreement!)).toBe(
      "Please check, in review, table: percentage 95 and n 29, where 93 % (27 of 29) or 97 % (28 of 29) would be possible.",
    );
    const changed = {
      ...impossible,
      smallestChange: { label: "percent", printed: "95", instead: "97" },
    };
    const [item] = consistencyOf([checked("s/a/letter", "29", [changed])]).contradicted;
    expect(questionOnContradiction(item!)).toBe(
      "Please check, in letter: percentage 95 and n 29, which would be possible with 97 instead of 95.",
    );
    const bare = checked("s/a/letter", "29", [finding({ verdict: "contradicted" })]);
    expect(questionOnContradiction(consistencyOf([bare]).contradicted[0]!)).toBe(
      "Please check, in letter: the figures, not possible together as printed.",
    );
  });

  it("asks by which test an unexplained p was obtained, and how other figures were", () => {
    expect(questionOnUnexplained(found.unexplained[0]!)).toBe(
      "Please say by which test, and in how many patients, p = 0.04 (letter) was obtained.",
    );
    const figures = [{ label: "icc", printed: "0.9" }];
    const odd = checked("s/a/letter", "9", [
      finding({ verdict: "possible", unexplained: true, figures }),
    ]);
    expect(questionOnUnexplained(consistencyOf([odd]).unexplained[0]!)).toBe(
      "Please say how ICC 0.9 (letter) was obtained.",
    );
  });
});
