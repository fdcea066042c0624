import { describe, expect, it } from "vitest";
import { readClaims } from "../../src/claims/index.js";
import { parseClaims } from "../../src/claims/read-claims.js";
import { fileWith } from "../data/in-folder.js";
import { raw } from "./claim-files.js";

const two = { arms: ["a", "b"] };
/** The least that each kind needs. */
const LEAST: readonly [string, Record<string, unknown>][] = [
  ["sample-size", { n: "22" }],
  ["proportion", {}],
  ["two-proportions", two],
  ["two-means", { ...two, mean: ["1.3", "2.5"], sd: ["0.7", "1.2"] }],
  ["two-means-paired", { ...two, n: "22", mean: ["25", "22"], sd: ["3", "4"] }],
  ["mean", { n: "22", mean: "25", sd: "3" }],
  ["two-medians", { ...two, median: ["13.5", "19.0"] }],
  ["correlation", { r: "-0.78", coefficient: "spearman" }],
  ["reliability", { n: "12", raters: "3", icc: "0.915" }],
  ["auc", { n: "55", auc: "0.88" }],
  ["effect", { measure: "logOR", estimate: "-0.5", ci: ["-1.2", "0.2"] }],
  ["test", { statistic: "F", value: "3.1", df: ["2", "40"], p: "0.06" }],
  ["bland-altman", { bias: "-0.4", limits: ["-3.1", "2.3"] }],
  [
    "two-by-two",
    {
      counts: [
        ["6", "3"],
        ["2", "5"],
      ],
      sensitivity: "67",
    },
  ],
  ["range", { low: "24", high: "48" }],
  ["statement", { rank: 2, anything: { at: "all" } }],
];

const faultsOf = (...claims: unknown[]): string => {
  try {
    parseClaims("claims.json", claims);
  } catch (error) {
    return (error as Error).message;
  }
  return "none";
};

describe("readClaims", () => {
  it("reads the figures of the review", () => {
    const claims = readClaims("datasets/published/claims.json");
    expect(claims).toHaveLength(71);
    expect(claims[0]).toMatchObject({ id: "hell-2017/n/text", kind: "sample-size", n: "22" });
  });

  it.each(LEAST)("takes a claim of kind %s with its required fields", (kind, fields) => {
    expect(parseClaims("x", [raw(kind, fields)])).toEqual([raw(kind, fields)]);
  });

  it.each(LEAST.filter(([kind]) => !["proportion", "statement"].includes(kind)))(
    "refuses a claim of kind %s without any one of them",
    (kind, fields) => {
      for (const left of Object.keys(fields).filter((field) => field !== "sensitivity")) {
        const { [left]: _, ...others } = fields;
        expect(faultsOf(raw(kind, others))).toContain(`claim "s/q/text", ${left}: expected`);
      }
    },
  );

  it("refuses a number where a string is due, naming id and field", () => {
    expect(faultsOf(raw("sample-size", { n: 22 }))).toBe(
      'claims.json: claim "s/q/text", n: expected a string such as "22", got the number 22',
    );
    expect(faultsOf(raw("auc", { n: "55", auc: 0.6, ci: ["0.5", 0.7] }))).toBe(
      [
        "claims.json: 2 faults",
        'claim "s/q/text", auc: expected a string such as "0.88", got the number 0.6',
        'claim "s/q/text", ci[1]: expected a string such as "0.60", got the number 0.7',
      ].join("\n  "),
    );
  });

  it("names an unknown kind and the known ones", () => {
    expect(faultsOf(raw("median", {}))).toContain(
      'claim "s/q/text", kind: unknown kind "median"; known kinds are sample-size, proportion, two-proportions,',
    );
    const { kind: _, ...without } = raw("x");
    expect(faultsOf(without)).toContain("unknown kind (none)");
  });

  it("refuses what no figure can be", () => {
    const p = { ...two, mean: ["1", "2"], sd: ["1", "1"] };
    expect(faultsOf(raw("proportion", { n: "9", count: "10" }))).toContain(
      "count: expected at most n, which is 9, got 10",
    );
    expect(
      faultsOf(raw("two-proportions", { ...two, n: ["9", "7"], count: ["9", "8"] })),
    ).toContain("count[1]: expected at most n, which is 7, got 8");
    expect(faultsOf(raw("auc", { n: "9", cases: "10", auc: "0.5" }))).toContain(
      "cases: expected at",
    );
    expect(faultsOf(raw("two-means", { ...p, p: "1.3" }))).toContain(
      'p: expected a p from 0 to 1, got the string "1.3"',
    );
    expect(faultsOf(raw("two-means", { ...p, p: "ns" }))).toContain(
      'p: expected a p such as "0.04" or "<0.01", got the string "ns"',
    );
    expect(faultsOf(raw("two-means", { ...p, sd: ["1", "-3"] }))).toContain(
      'sd[1]: expected a number of at least 0, got the string "-3"',
    );
    expect(faultsOf(raw("proportion", { percent: "101" }))).toContain("a percentage from 0 to 100");
    expect(faultsOf(raw("proportion", { n: "0" }))).toContain(
      "n: expected a whole number of at least 1",
    );
    expect(faultsOf(raw("correlation", { r: "1.1", coefficient: "pearson" }))).toContain("-1 to 1");
    expect(faultsOf(raw("two-means", { ...p, arms: ["a"] }))).toContain(
      "an array of two, one an arm",
    );
    expect(faultsOf(raw("sample-size", { n: "twenty" }))).toContain('got the string "twenty"');
  });

  it("refuses a test whose degrees of freedom or sign are not its statistic's", () => {
    const test = (fields: object): string =>
      faultsOf(raw("test", { statistic: "t", value: "2.1", df: ["40"], p: "0.04", ...fields }));
    expect(test({})).toBe("none");
    expect(test({ df: ["2", "40"] })).toBe(
      'claims.json: claim "s/q/text", df: expected 1 degrees of freedom of t, got 2',
    );
    expect(test({ statistic: "F" })).toContain("df: expected 2 degrees of freedom of F, got 1");
    expect(test({ statistic: "chi2", df: [] })).toContain("of chi2, got 0");
    expect(test({ statistic: "z" })).toContain("df: expected no degrees of freedom of z, got 1");
    expect(test({ statistic: "z", df: [] })).toBe("none");
    expect(test({ df: [0] })).toContain("df[0]: expected degrees of freedom above 0, got 0");
    expect(test({ df: [1e-7] })).toContain("df[0]: expected degrees of freedom such as 17.7");
    expect(test({ statistic: "F", df: [2, "−40"] })).toContain("df[1]: expected degrees of");
    expect(test({ statistic: "F", df: [2, 40], value: "−3.1" })).toContain(
      "value: expected F of at least 0, got −3.1",
    );
    expect(test({ statistic: "chi2", value: "-3.1" })).toContain("chi2 of at least 0");
    expect(test({ value: "-2.1" })).toBe("none");
  });

  it("tells of one thing once, and what it should be", () => {
    const p = { ...two, mean: ["1", "2"], sd: ["1", "1"] };
    const only = (kind: string, fields: Record<string, unknown>, fault: string) =>
      expect(faultsOf(raw(kind, fields))).toBe(`claims.json: claim "s/q/text", ${fault}`);
    only(
      "proportion",
      { percent: "-3" },
      'percent: expected a percentage from 0 to 100, got the string "-3"',
    );
    only(
      "proportion",
      { percent: "50%" },
      'percent: expected a string such as "95", got the string "50%"',
    );
    only(
      "proportion",
      { count: "-2" },
      'count: expected a whole number of at least 0, got the string "-2"',
    );
    only(
      "sample-size",
      { n: "5.5" },
      'n: expected a whole number of at least 1, got the string "5.5"',
    );
    only("two-means", { ...p, p: "-0.1" }, 'p: expected a p from 0 to 1, got the string "-0.1"');
    only(
      "two-means",
      { ...p, p: "p<0.05" },
      'p: expected a p such as "0.04" or "<0.01", got the string "p<0.05"',
    );
    only("two-means", { ...p, minimum: "low" }, 'minimum: expected a number, got the string "low"');
    only(
      "mean",
      { n: "5", mean: "1", sd: "1", ci: ["1"] },
      "ci: expected an array of two, the lower and the upper end, got an array of 1",
    );
    only(
      "bland-altman",
      { bias: "1", limits: "3" },
      'limits: expected an array of two, the lower and the upper end, got the string "3"',
    );
    only(
      "auc",
      { n: "9", auc: "-0.5" },
      'auc: expected an area under the curve from 0 to 1, got the string "-0.5"',
    );
    only(
      "sample-size",
      { n: "9".repeat(12) },
      `n: expected at most 1000000000, got the string "${"9".repeat(12)}"`,
    );
    only(
      "range",
      { low: "1", high: "9".repeat(400) },
      "high: expected at most 20 characters, got 400 of them",
    );
  });

  it("tells what is wrong between fields also where a field is wrong by itself", () => {
    const message = faultsOf(raw("proportion", { n: "9", count: "10", percent: 5 }));
    expect(message).toContain("count: expected at most n, which is 9, got 10");
    expect(message).toContain("percent: expected a string");
    expect(message).toContain("2 faults");
  });

  it("tells what a claim of an unknown kind lacks beside it", () => {
    const message = faultsOf({ id: "s/q/text", kind: "median", study: "t", note: 5 });
    for (const fault of [
      "kind: unknown",
      "source: expected text",
      "label: expected text",
      "note: expected text",
      "id: expected an id that begins",
    ]) {
      expect(message).toContain(`claim "s/q/text", ${fault}`);
    }
    expect(message).toContain("5 faults");
  });

  it("takes bounds, typographic signs and figures without a leading zero", () => {
    const p = { ...two, mean: ["−0.5", ".2"], sd: ["1", "1"] };
    for (const bound of ["<0.01", "< .01", "≤0.05", ">0.2", "=0.04", "0.04", ".04", "1"]) {
      expect(faultsOf(raw("two-means", { ...p, p: bound }))).toBe("none");
    }
  });

  it("refuses ids that are repeated, misshapen or of another study", () => {
    const claim = raw("sample-size", { n: "22" });
    expect(faultsOf(claim, claim)).toBe(
      'claims.json: claim "s/q/text", id: expected an id that no other claim has; claim 1 has it',
    );
    expect(faultsOf({ ...claim, id: "s" })).toContain(
      'study/quantity/source such as "hell-2017/n/text"',
    );
    expect(faultsOf({ ...claim, id: "t/q/text" })).toContain('begins with its study, "s/"');
    const { id: _, ...without } = claim;
    expect(faultsOf(without)).toBe("claims.json: claim 1, id: expected text, got nothing");
  });

  it("reports the faults of all claims at once, in the file's order", () => {
    const message = faultsOf(
      raw("sample-size", { id: "s/a/t", n: 1 }),
      raw("nonsense", { id: "s/b/t" }),
      raw("sample-size", { id: "s/a/t", n: "1" }),
      raw("proportion", { id: "s/c/t", n: "1", count: "2" }),
    );
    expect(message.match(/claim "s\/[abc]\/t"/g)).toEqual([
      'claim "s/a/t"',
      'claim "s/b/t"',
      'claim "s/a/t"',
      'claim "s/c/t"',
    ]);
  });

  it("refuses files that are no array of claims", () => {
    expect(() => readClaims(fileWith('{"id": 1}'))).toThrow(
      "the file, an array of claims: expected an array, got an object",
    );
    expect(() => readClaims(fileWith("[1]"))).toThrow(
      "claim 1: expected an object, got the number 1",
    );
    expect(() => readClaims(fileWith("[{,}]"))).toThrow("expected JSON");
    expect(() => readClaims("no/such.json")).toThrow("there is no such file");
  });
});
