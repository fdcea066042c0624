import { describe, expect, it } from "vitest";
import { checkClaims } from "../../../src/claims/index.js";
import { type Random, seeded } from "../../../src/numeric/index.js";
import { someArea, someRow, someShare } from "../../analysis/consistency/made-intervals.js";
import { claimsOf, raw } from "../claim-files.js";

/** Claims of so many figures that were computed from data, and those of them that are contradicted. */
function contradicted(
  many: number,
  seed: number,
  make: (random: Random) => Record<string, unknown>,
) {
  const random = seeded(seed);
  const claims = Array.from({ length: many }, (_, i) => ({ ...make(random), id: `s/q${i}/text` }));
  return checkClaims(claimsOf(...claims)).filter(({ verdict }) => verdict === "contradicted");
}

describe("the rules on intervals", () => {
  it("never contradict an area under the curve with the interval of its scores", () => {
    const claims = contradicted(4000, 1, (random) => {
      const { auc, ci, cases, n } = someArea(random);
      return raw("auc", { n: String(n), cases: String(cases), auc, ci });
    });
    expect(claims).toEqual([]);
  });

  it("never contradict a Bland–Altman row", () => {
    const claims = contradicted(4000, 2, (random) => {
      const { truePairs: _, n, ...row } = someRow(random);
      return raw("bland-altman", { ...row, n: n === undefined ? undefined : String(n) });
    });
    expect(claims).toEqual([]);
  });

  it("never contradict a proportion with its interval", () => {
    const claims = contradicted(4000, 3, (random) => {
      const { share, ci } = someShare(random, random.uniform() < 0.1);
      const count = share.count === undefined ? undefined : String(share.count);
      return raw("proportion", { n: String(share.n), count, percent: share.percent, ci });
    });
    expect(claims).toEqual([]);
  });
});
