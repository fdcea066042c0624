import { describe, expect, it } from "vitest";
import { signedRanks } from "../../../src/analysis/compare/signed-ranks.js";

describe("signedRanks", () => {
  it("ranks the sizes of the differences that are not 0", () => {
    // sizes 1, 2, 2, 4 have ranks 1, 2.5, 2.5, 4; n(n + 1)(2n + 1)/24 = 7.5, less (2³ − 2)/48
    const got = signedRanks(Float64Array.of(0, 1, -2, 2, 4));
    expect([...got.used]).toEqual([1, -2, 2, 4]);
    expect([...got.ranks]).toEqual([1, 2.5, 2.5, 4]);
    expect(got).toMatchObject({ hasTies: true, total: 10, vPlus: 7.5, distance: 2.5 });
    expect(got.sd).toBeCloseTo(Math.sqrt(7.5 - 6 / 48), 14);
  });

  it("is empty where no pair differs", () => {
    expect(signedRanks(Float64Array.of(0, 0))).toMatchObject({ total: 0, vPlus: 0, sd: 0 });
  });
});
