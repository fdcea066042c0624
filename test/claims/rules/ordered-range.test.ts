import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

const find = (low: string, high: string): Finding =>
  checkClaims(claimsOf(raw("range", { low, high })))[0]!.findings[0]!;

describe("orderedRange", () => {
  it.each([
    ["24", "48"],
    ["48", "48"],
    ["-5", "3"],
    ["0.10", "0.1"],
    ["−5", "-4"],
  ])("has nothing to say of %s to %s", (low, high) => {
    expect(find(low, high)).toMatchObject({ verdict: "not-checkable" });
  });

  it("contradicts a range that falls", () => {
    const finding = find("200", "150");
    expect(finding).toMatchObject({ code: "RANGE_OUT_OF_ORDER", verdict: "contradicted" });
    expect(finding.wouldBePossible).toEqual(["150 to 200", "-200 to 150"]);
    // 200 → 150 is a quarter of it, 150 → 200 a third.
    expect(finding.smallestChange).toEqual({ label: "low", printed: "200", instead: "150" });
    expect(find("49", "48").code).toBe("RANGE_OUT_OF_ORDER");
  });

  it("thinks of a lost sign", () => {
    expect(find("0.8", "0.3").message).toContain("with a lost sign, from -0.8 to 0.3");
    expect(find("-3", "-4").message).not.toContain("sign");
    expect(find("0.3", "-0.8").message).not.toContain("sign");
  });
});
