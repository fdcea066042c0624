import { describe, expect, it } from "vitest";
import { answer } from "../../../src/exchange/index.js";

describe("meta_regression", () => {
  it("refuses moderators of fewer studies than there are effects", () => {
    const input = { yi: [1, 2, 3, 4], vi: [1, 1, 1, 1], mods: [[1], [2], [4]] };
    expect(answer("meta_regression", input)).toMatchObject({ error: "different_lengths" });
  });
});
