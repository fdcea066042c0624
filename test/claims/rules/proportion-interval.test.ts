import { describe, expect, it } from "vitest";
import type { RuleFinding } from "../../../src/claims/rule.js";
import { proportionInterval } from "../../../src/claims/rules/proportion-interval.js";
import { claimsOf, raw } from "../claim-files.js";

const find = (fields: Record<string, unknown>): RuleFinding =>
  proportionInterval.check(claimsOf(raw("proportion", { n: "20", ...fields }))[0]!, {
    sameQuantity: [],
  })[0]!;

describe("proportionInterval", () => {
  it("names the method behind an interval", () => {
    // R: binom.test(15, 20)$conf.int and prop.test(15, 20, correct = FALSE)$conf.int
    expect(find({ count: "15", ci: ["50.9", "91.3"] })).toMatchObject({
      code: "PROPORTION_INTERVAL_REPRODUCED",
      verdict: "reproduced",
      message: "The interval 50.9 to 91.3 of 15 of 20 is Clopper and Pearson's exact interval.",
    });
    expect(find({ percent: "75", ci: ["53.1", "88.8"] }).message).toContain(
      "Wilson's score interval",
    );
    expect(find({ percent: "75", ci: ["0.531", "0.888"] }).code).toBe(
      "PROPORTION_INTERVAL_REPRODUCED",
    );
  });

  it("reads limits of at most 1 as fractions or as per cent, whichever explains them", () => {
    // Wilson's 1 of 1000 is 0.018 to 0.564 %
    expect(find({ n: "1000", count: "1", ci: ["0.018", "0.564"] }).code).toBe(
      "PROPORTION_INTERVAL_REPRODUCED",
    );
    expect(find({ n: "1000", count: "1", ci: ["0.00018", "0.00564"] }).code).toBe(
      "PROPORTION_INTERVAL_REPRODUCED",
    );
  });

  it("is content with some of the counts that a percentage allows", () => {
    expect(find({ n: "1000", percent: "45", ci: ["41.9", "48.1"] })).toMatchObject({
      code: "PROPORTION_INTERVAL_OF_SOME_COUNT",
      verdict: "possible",
    });
    expect(find({ n: "20", percent: "77", ci: ["50", "90"] }).code).toBe("PROPORTION_OF_NO_COUNT");
  });

  it("leaves limits among those of the methods, or of another level, unexplained", () => {
    expect(find({ count: "15", ci: ["55", "90"] })).toMatchObject({
      code: "PROPORTION_INTERVAL_UNEXPLAINED",
      unexplained: true,
    });
    expect(find({ count: "15", ci: ["59.1", "90.9"] })).toMatchObject({
      code: "PROPORTION_INTERVAL_AT_ANOTHER_LEVEL",
      unexplained: true,
      message: expect.stringContaining("At a level of 90 %, Wald's interval would be so."),
    });
  });

  it("contradicts what no method gives", () => {
    expect(find({ count: "15", ci: ["30", "90"] })).toMatchObject({
      code: "PROPORTION_INTERVAL_CONTRADICTED",
      verdict: "contradicted",
      smallestChange: { label: "ci (lower)", printed: "30", instead: "51" },
    });
    expect(find({ count: "15", ci: ["80", "95"] })).toMatchObject({
      code: "PROPORTION_OUTSIDE",
      smallestChange: { label: "ci (lower)", instead: "56" },
    });
    expect(find({ count: "15", ci: ["95", "80"] }).code).toBe("PROPORTION_ENDS_SWAPPED");
    expect(find({ count: "2", ci: ["-15", "28"] }).verdict).toBe("contradicted");
  });

  it("asks at least that an interval hold its percentage where n is not printed", () => {
    expect(find({ n: undefined, percent: "45", ci: ["41.9", "58.1"] })).toMatchObject({
      code: "PROPORTION_INTERVAL_WITHOUT_N",
      verdict: "not-checkable",
    });
    expect(find({ n: undefined, percent: "45", ci: ["51.9", "58.1"] }).code).toBe(
      "PROPORTION_OUTSIDE",
    );
    expect(find({ n: undefined, percent: "45", ci: ["58.1", "41.9"] }).code).toBe(
      "PROPORTION_ENDS_SWAPPED",
    );
  });

  it("says nothing without an interval", () => {
    expect(find({ count: "15" })).toBeUndefined();
  });
});
