import { describe, expect, it } from "vitest";
import { isOfReview, sourceWords } from "../../src/publish/source-words.js";

describe("sourceWords", () => {
  it.each([
    ["review-text", "review, text"],
    ["review-table", "review, table"],
    ["primary-abstract", "abstract of the study"],
    ["primary-table", "table of the study"],
    ["letter", "letter"],
    ["review-table 2", "review-table 2"],
    ["constructor", "constructor"],
  ])("calls %s %s", (source, words) => {
    expect(sourceWords(source)).toBe(words);
  });
});

describe("isOfReview", () => {
  it("tells a review's figures from the study's own", () => {
    expect(isOfReview("review-table")).toBe(true);
    expect(isOfReview("review")).toBe(true);
    expect(isOfReview("reviewed-text")).toBe(false);
    expect(isOfReview("primary-abstract")).toBe(false);
  });
});
