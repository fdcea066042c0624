import { describe, expect, it } from "vitest";
import { remembering } from "../../src/numeric/remembering.js";

describe("remembering", () => {
  it("computes an answer once while it is kept, and tells arguments apart", () => {
    const asked: string[] = [];
    const sum = remembering((n, first, second) => {
      asked.push([n, first, second].join());
      return n + first + second;
    });
    expect([sum(1, 0.2, 0.3), sum(1, 0.2, 0.3), sum(1, 0.3, 0.2)]).toEqual([1.5, 1.5, 1.5]);
    expect(asked).toEqual(["1,0.2,0.3", "1,0.3,0.2"]);
    for (let n = 2; n < 200; n++) sum(n, 0.2, 0.3);
    expect(sum(1, 0.2, 0.3)).toBe(1.5);
    expect(asked).toHaveLength(2 + 198 + 1);
  });
});
