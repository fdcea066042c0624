import { describe, expect, it } from "vitest";
import { decidingFirst, type Finding, type Verdict, weigh } from "../../src/claims/verdict.js";

const finding = (verdict: Verdict, unexplained?: true): Finding => ({
  code: `${verdict}${unexplained ? "!" : ""}`,
  rule: "r",
  verdict,
  message: "m",
  figures: [],
  ...(unexplained ? { unexplained } : {}),
});

describe("weigh", () => {
  it("lets one contradiction decide", () => {
    expect(weigh([finding("reproduced"), finding("contradicted")])).toBe("contradicted");
  });

  it("does not call reproduced what a tried test could not explain", () => {
    expect(weigh([finding("reproduced"), finding("possible", true)])).toBe("possible");
    expect(weigh([finding("reproduced"), finding("possible")])).toBe("reproduced");
  });

  it("falls back to possible and to not-checkable", () => {
    expect(weigh([finding("possible"), finding("not-checkable")])).toBe("possible");
    expect(weigh([finding("not-checkable")])).toBe("not-checkable");
    expect(weigh([])).toBe("not-checkable");
  });
});

describe("decidingFirst", () => {
  it("sorts by weight and keeps the rules' order within it", () => {
    const a = finding("possible");
    const b = { ...finding("possible"), message: "second" };
    const sorted = decidingFirst([finding("not-checkable"), a, b, finding("possible", true)]);
    expect(sorted.map(({ code }) => code)).toEqual([
      "possible!",
      "possible",
      "possible",
      "not-checkable",
    ]);
    expect(sorted[2]).toBe(b);
  });
});
