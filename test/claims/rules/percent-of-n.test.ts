import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

const find = (fields: Record<string, unknown>, kind = "proportion"): readonly Finding[] =>
  checkClaims(claimsOf(raw(kind, fields)))[0]!.findings;

describe("percentOfN", () => {
  it.each([
    ["10", "22", "45", "PERCENT_REPRODUCED"],
    ["21", "22", "95.5", "PERCENT_REPRODUCED"],
    ["21", "22", "95.45", "PERCENT_REPRODUCED"],
    ["21", "22", "95.4", "PERCENT_NOT_OF_COUNT"],
    ["1", "8", "12.5", "PERCENT_REPRODUCED"],
    ["1", "8", "13", "PERCENT_REPRODUCED"], // 12.5 with the half away from zero
    ["1", "8", "12", "PERCENT_REPRODUCED"], // 12.5 with the half to the even digit
    ["0", "9", "0", "PERCENT_REPRODUCED"],
    ["9", "9", "100", "PERCENT_REPRODUCED"],
    ["2", "3", "66", "PERCENT_NOT_OF_COUNT"],
  ])("holds %s of %s against %s %%: %s", (count, n, percent, code) => {
    expect(find({ count, n, percent })[0]!.code).toBe(code);
  });

  it("says which count a wrong percentage would be, and when digits were cut off", () => {
    const [finding] = find({ count: "2", n: "3", percent: "66" });
    expect(finding!.message).toBe(
      "2 of 3 patients is 66.67 %, not the printed 66 %; no number of 3 patients is 66 %. With its decimals cut off instead of rounded, 2 of 3 would print so.",
    );
    const [other] = find({ count: "3", n: "12", percent: "33" });
    expect(other!.wouldBePossible).toEqual(["25 % (3 of 12)", "33 % (4 of 12)"]);
  });

  it("looks at each arm", () => {
    const findings = find(
      { arms: ["3D", "TOE"], n: ["12", "11"], percent: ["90", "27"] },
      "two-proportions",
    );
    expect(findings.map(({ code }) => code)).toEqual(["PERCENT_IMPOSSIBLE", "PERCENT_POSSIBLE"]);
    expect(findings[0]!.message).toMatch(/^3D: No number of 12 patients is 90 %/);
    expect(findings[0]!.figures).toEqual([
      { label: "percent (3D)", printed: "90" },
      { label: "n (3D)", printed: "12" },
    ]);
  });

  it("finds every percentage that a count of n gives possible, and none between", () => {
    for (let n = 1; n <= 60; n++) {
      const printed = new Set(
        Array.from({ length: n + 1 }, (_, k) => Math.floor((100 * k) / n + 0.5)),
      );
      for (let percent = 0; percent <= 100; percent++) {
        const halfEven = Array.from({ length: n + 1 }, (_, k) => k).some(
          (k) => 200 * k === (2 * percent + 1) * n && percent % 2 === 0,
        );
        const { code } = find({ n: String(n), percent: String(percent) })[0]!;
        const possible = printed.has(percent) || halfEven;
        expect([n, percent, code]).toEqual([
          n,
          percent,
          possible ? "PERCENT_POSSIBLE" : "PERCENT_IMPOSSIBLE",
        ]);
      }
    }
  });
});
