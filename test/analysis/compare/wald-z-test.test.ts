import { describe, expect, it } from "vitest";
import { waldZTestP } from "../../../src/analysis/compare/wald-z-test.js";

describe("waldZTestP", () => {
  // R 4.2.2: p <- a/n; q <- b/m; 2 * pnorm(-abs(p - q) / sqrt(p*(1-p)/n + q*(1-q)/m))
  it.each([
    [{ count: 1, n: 21 }, { count: 14, n: 51 }, 3.57390347497843e-3],
    [{ count: 1, n: 21 }, { count: 14, n: 55 }, 5.73086513858893e-3],
    [{ count: 11, n: 12 }, { count: 3, n: 11 }, 3.74574367048192e-5],
  ])("gives R's p for %o against %o", (first, second, p) => {
    expect(waldZTestP(first, second) / p).toBeCloseTo(1, 10);
    expect(waldZTestP(second, first)).toBe(waldZTestP(first, second));
  });

  it("is not defined where neither arm varies", () => {
    expect(waldZTestP({ count: 0, n: 5 }, { count: 7, n: 7 })).toBeNaN();
  });

  it("refuses an empty arm", () => {
    expect(() => waldZTestP({ count: 0, n: 0 }, { count: 1, n: 7 })).toThrow("waldZTestP");
  });
});
