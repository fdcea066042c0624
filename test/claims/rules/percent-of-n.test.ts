import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { sizesOfShare } from "../../../src/claims/proportions/sizes-of-share.js";
import { claimsOf, raw } from "../claim-files.js";

const find = (fields: Record<string, unknown>, kind = "proportion"): readonly Finding[] =>
  checkClaims(claimsOf(raw(kind, fields)))[0]!.findings;

describe("percentOfN", () => {
  it.each([
    ["10", "22", "45", "PERCENT_REPRODUCED"],
    ["21", "22", "95.5", "PERCENT_REPRODUCED"],
    ["21", "22", "95.45", "PERCENT_REPRODUCED"],
    ["21", "22", "95.4", "PERCENT_BY_TRUNCATION"], // 95.454…
    ["21", "22", "95.3", "PERCENT_NOT_OF_COUNT"],
    ["1", "8", "12.5", "PERCENT_REPRODUCED"],
    ["1", "8", "13", "PERCENT_REPRODUCED"], // 12.5 with the half away from zero
    ["1", "8", "12", "PERCENT_REPRODUCED"], // 12.5 with the half to the even digit
    ["0", "9", "0", "PERCENT_REPRODUCED"],
    ["9", "9", "100", "PERCENT_REPRODUCED"],
    ["2", "3", "66", "PERCENT_BY_TRUNCATION"], // 66.67
    ["2", "3", "65", "PERCENT_NOT_OF_COUNT"],
  ])("holds %s of %s against %s %%: %s", (count, n, percent, code) => {
    expect(find({ count, n, percent })[0]!.code).toBe(code);
  });

  it("says which count a wrong percentage would be, and when digits were cut off", () => {
    const [finding] = find({ count: "2", n: "3", percent: "66" });
    expect(finding).toMatchObject({ verdict: "possible", unexplained: true });
    expect(finding!.message).toBe(
      "2 of 3 patients is 66.67 %, which rounds to 67 %; it is printed as 66 % with its decimals cut off instead of rounded.",
    );
    const [other] = find({ count: "3", n: "12", percent: "33" });
    expect(other!.wouldBePossible).toEqual(["25 % (3 of 12)", "33 % (4 of 12)"]);
    // 7/11 = 63.64
    const [cut] = find({ n: "11", percent: "63" });
    expect(cut).toMatchObject({ code: "PERCENT_BY_TRUNCATION", unexplained: true });
    expect(cut!.message).toBe(
      "No number of 11 patients rounds to 63 %, but 7 of 11 is 63.64 %, which prints so with its decimals cut off instead of rounded.",
    );
  });

  it("names the rule that a count takes, where the rules differ", () => {
    expect(find({ count: "1", n: "8", percent: "13" })[0]!.message).toBe(
      "1 of 8 patients is 12.50 %, printed as 13 % with a half rounded up.",
    );
    expect(find({ count: "1", n: "8", percent: "12" })[0]!.message).toBe(
      "1 of 8 patients is 12.50 %, printed as 12 % with a half rounded to the even digit.",
    );
    // 65/200 = 32.5, 66/200 = 33, 67/200 = 33.5
    expect(find({ n: "200", percent: "33" })[0]!.message).toBe(
      "33 % of 200 patients is 65 (with a half rounded up), 66 or 67 (with decimals cut off) of 200.",
    );
  });

  it("does not list the counts of a sample so large that many print alike", () => {
    // 58.5 and 59.5 % of 2751 are 1609.3 and 1636.8; 1648/2751 = 59.905
    const [possible] = find({ n: "2751", percent: "59" });
    expect(possible!.message).toBe("59 % of 2751 patients is 1610 to 1636.");
    expect(find({ n: "2751", percent: "59", count: "1636" })[0]!.code).toBe("PERCENT_REPRODUCED");
    expect(find({ n: "2751", percent: "59", count: "1648" })[0]!.code).toBe(
      "PERCENT_BY_TRUNCATION",
    );
    const [wrong] = find({ n: "2751", percent: "59", count: "1609" });
    expect(wrong).toMatchObject({
      code: "PERCENT_NOT_OF_COUNT", // 1609/2751 = 58.488
      smallestChange: { label: "count", printed: "1609", instead: "1610" },
    });
  });

  it("names the least change: the percentage, the count or n", () => {
    // 27 → 25 is 2/27 = 0.074, 12 → 11 is 1/12 = 0.083.
    expect(find({ n: "12", percent: "27" })[0]!.smallestChange).toEqual({
      label: "percent",
      printed: "27",
      instead: "25",
    });
    // 27.3 → 25.0 is 0.084, 12 → 11 (3/11 = 27.27) 0.083.
    expect(find({ n: "12", percent: "27.3" })[0]!.smallestChange).toEqual({
      label: "n",
      printed: "12",
      instead: "11",
    });
    // 45 → 50 is 0.11; 11 of 22 → 10 is 0.091; 22 → 24 (11/24 = 45.8) no, 25 (44) no.
    expect(find({ count: "11", n: "22", percent: "45" })[0]!.smallestChange).toEqual({
      label: "count",
      printed: "11",
      instead: "10",
    });
    const [arm] = find(
      { arms: ["3D", "TOE"], n: ["12", "12"], percent: ["27", "25"] },
      "two-proportions",
    );
    expect(arm!.smallestChange).toMatchObject({ label: "percent (3D)", instead: "25" });
  });

  it("asks without n whether any number of patients gives the count and the percentage", () => {
    const found = (count: string, percent: string) =>
      checkClaims(claimsOf(raw("proportion", { count, percent })))[0]!.findings.find(({ code }) =>
        code.startsWith("PERCENT"),
      )!;
    expect(found("7", "53.8")).toMatchObject({
      verdict: "not-checkable",
      message: "53.8 % is printed without the number of patients; 7 would be that share of 13.",
    });
    // 7 of 7 is 100 %, 7 of 8 is 87.5 %
    expect(found("7", "99")).toMatchObject({
      code: "PERCENT_OF_NO_SIZE",
      verdict: "contradicted",
      message:
        "7 patients are 99 % of no whole number of patients: 7 of 7 is 100.00 % and 7 of 8 is 87.50 %.",
    });
    expect(found("0", "12").verdict).toBe("contradicted");
    expect(found("0", "0").message).toBe("0 % is printed without the number of patients.");
    // every share of up to 60 patients, rounded or cut off, is possible
    for (let n = 1; n <= 60; n++) {
      for (let count = 0; count <= n; count++) {
        const share = (100 * count) / n;
        const cut = Math.floor(share * 10) / 10;
        for (const percent of [share.toFixed(0), share.toFixed(1), cut.toFixed(1)]) {
          const { least, most } = sizesOfShare(percent, count);
          expect(least <= n && n <= most, `${count} of ${n} as ${percent}`).toBe(true);
        }
      }
    }
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
        const isCut = Array.from({ length: n + 1 }, (_, k) => k).some(
          (k) => Math.floor((100 * k) / n + 1e-9) === percent,
        );
        const { code } = find({ n: String(n), percent: String(percent) })[0]!;
        const possible = printed.has(percent) || halfEven;
        expect([n, percent, code]).toEqual([
          n,
          percent,
          possible ? "PERCENT_POSSIBLE" : isCut ? "PERCENT_BY_TRUNCATION" : "PERCENT_IMPOSSIBLE",
        ]);
      }
    }
  });
});
