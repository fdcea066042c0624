import { describe, expect, it } from "vitest";
import { checkClaims } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

describe("unusedFields", () => {
  it("names a field that no rule reads, and leaves the verdict alone", () => {
    const [verdict] = checkClaims(
      claimsOf(raw("proportion", { n: "22", count: "10", percent: "45", percnt: "46" })),
    );
    expect(verdict!.verdict).toBe("reproduced");
    expect(verdict!.findings.at(-1)).toMatchObject({
      code: "UNUSED_FIELD",
      message: 'No rule uses "percnt": a claim of kind proportion has no such field.',
    });
  });

  it("lets a statement have any field", () => {
    const [verdict] = checkClaims(claimsOf(raw("statement", { rank: "1" })));
    expect(verdict!.findings.map(({ code }) => code)).toEqual(["NOTHING_TO_HOLD_AGAINST"]);
  });
});
