import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/claims/check-claims.js";
import { checkClaims, readClaims } from "../../src/claims/index.js";
import { claimsOf, raw } from "./claim-files.js";
import { manyClaims } from "./many-claims.js";

describe("checkClaims", () => {
  it("gives one verdict a claim, in the order of the claims, whatever that order is", () => {
    const claims = readClaims("datasets/published/claims.json").filter(
      ({ study }) => study === "hell-2017" || study === "qian-2017",
    );
    const expected = new Map(checkClaims(claims).map((one) => [one.id, one]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...claims], { minLength: claims.length }), (shuffled) => {
        const got = checkClaims(shuffled);
        expect(got.map(({ id }) => id)).toEqual(shuffled.map(({ id }) => id));
        for (const one of got) expect(one).toEqual(expected.get(one.id));
      }),
      { numRuns: 20 },
    );
  });

  it("says nothing of no claims, and why a lonely figure cannot be checked", () => {
    expect(checkClaims([])).toEqual([]);
    const [lonely] = checkClaims(claimsOf(raw("sample-size", { n: "22" })));
    expect(lonely).toMatchObject({
      verdict: "not-checkable",
      findings: [{ code: "NOTHING_TO_HOLD_AGAINST", verdict: "not-checkable", figures: [] }],
    });
  });

  it("says what a claim lacks where no rule bears on it", () => {
    const claims = claimsOf(
      raw("mean", { id: "s/1/t", n: "9", mean: "1", sd: "1" }),
      raw("correlation", { id: "s/2/t", r: "0.5", coefficient: "pearson" }),
      raw("two-medians", { id: "s/3/t", arms: ["a", "b"], median: ["1", "2"] }),
    );
    for (const { verdict, findings } of checkClaims(claims)) {
      expect([verdict, findings[0]!.code]).toEqual(["not-checkable", "NOTHING_TO_HOLD_AGAINST"]);
    }
  });

  it("takes 1,000 claims of all kinds in a fraction of 10 s", () => {
    const claims = claimsOf(...manyClaims(1000, 20240611));
    const before = process.cpuUsage();
    const verdicts = checkClaims(claims);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(10);
    for (const verdict of ["reproduced", "possible", "contradicted", "not-checkable"]) {
      expect(verdicts.filter((one) => one.verdict === verdict).length).toBeGreaterThan(50);
    }
  });

  it("puts the deciding finding first", () => {
    const [verdict] = checkClaims(
      claimsOf(
        raw("proportion", { id: "s/q/a", n: "22", count: "21", percent: "95" }),
        raw("proportion", { id: "s/q/b", n: "29" }),
      ),
    );
    expect(verdict!.findings.map((one) => one.verdict)).toEqual(["contradicted", "reproduced"]);
  });

  it("gives each finding the title of its rule, and each rule a name of its own", () => {
    const titles = new Set(RULES.map(({ title }) => title));
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
    expect(titles.size).toBe(RULES.length);
    const [verdict] = checkClaims(claimsOf(raw("proportion", { percent: "95", n: "29" })));
    expect(titles).toContain(verdict!.findings[0]!.rule);
  });
});
