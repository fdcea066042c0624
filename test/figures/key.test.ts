import { describe, expect, it } from "vitest";
import { placeKey } from "../../src/figures/key.js";

const entry = (label: string) => ({ label, marker: { symbol: "circle" }, line: { width: 1 } });

describe("placeKey", () => {
  it("goes on in the next row where the width ends", () => {
    const entries = [entry("recomputed"), entry("printed"), entry("limit")];
    const wide = placeKey(entries, { left: 8, right: 600, top: 8 });
    expect(new Set(wide.texts.map(({ y }) => y)).size).toBe(1);
    const narrow = placeKey(entries, { left: 8, right: 190, top: 8 });
    expect(new Set(narrow.texts.map(({ y }) => y)).size).toBe(2);
    expect(narrow.texts[0]!.x).toBe(narrow.texts[2]!.x);
    expect(narrow.bottom).toBeGreaterThan(wide.bottom);
  });

  it("draws line and mark of each entry", () => {
    const { traces } = placeKey([entry("a"), { label: "b", line: {} }], {
      left: 0,
      right: 99,
      top: 0,
    });
    expect(traces.map(({ mode }) => mode)).toEqual(["lines", "markers", "lines"]);
  });

  it("takes no room without entries", () => {
    expect(placeKey([], { left: 8, right: 600, top: 8 })).toMatchObject({ bottom: 8, texts: [] });
  });
});
