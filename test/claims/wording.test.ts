import { describe, expect, it } from "vitest";
import { listOf, pInWords, printedP } from "../../src/claims/wording.js";

describe("pInWords", () => {
  it.each([
    [0.0520239, "0.052"],
    [0.0499, "0.0499"],
    [0.00275946, "0.00276"],
    [3.2e-13, "3e-13"],
    [1, "1"],
    [0, "0"],
  ])("writes %d as %s", (p, words) => {
    expect(pInWords(p)).toBe(words);
  });
});

describe("printedP", () => {
  it("reads a number as an equation and a bound as it stands", () => {
    expect([printedP("0.04"), printedP("<0.01")]).toEqual(["p = 0.04", "p <0.01"]);
  });
});

describe("listOf", () => {
  it("joins words as a sentence does", () => {
    expect([listOf([]), listOf(["a"]), listOf(["a", "b"]), listOf(["a", "b", "c"], "or")]).toEqual([
      "",
      "a",
      "a and b",
      "a, b or c",
    ]);
  });
});
