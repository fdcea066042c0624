import { describe, expect, it } from "vitest";
import { agreementBars } from "../../src/figures/agreement-bars.js";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const rows = [
  { label: "3D model", counts: [21, 1] },
  { label: "TOE", counts: [12, 10] },
];
const spec = agreementBars(rows, { parts: ["equal", "different"] });
const words = (data: typeof spec.data): string[] => data.at(-1)!.text as string[];

describe("agreementBars", () => {
  it("stacks each part's share of its row", () => {
    const bars = spec.data.filter(({ type }) => type === "bar");
    expect(bars.map(({ x }) => x)).toEqual([
      [21 / 22, 12 / 22],
      [1 / 22, 10 / 22],
    ]);
    expect(spec.layout.barmode).toBe("stack");
  });

  it("writes counts into parts that have room for them", () => {
    expect(words(spec.data)).toEqual(expect.arrayContaining(["21", "1", "12", "10"]));
    const crowded = agreementBars([{ label: "x", counts: [999, 1] }], { parts: ["a", "b"] });
    expect(words(crowded.data)).toContain("999");
    expect(words(crowded.data)).not.toContain("1");
  });

  it("says the numbers beside the bars and in words", () => {
    expect(words(spec.data).map(plain)).toContain("21 of 22 (95 %)");
    expect(plain(spec.text)).toBe(
      "Shares of a whole. 3D model: equal 21 of 22 (95 %); different 1 of 22 (5 %). " +
        "TOE: equal 12 of 22 (55 %); different 10 of 22 (45 %).",
    );
    const finer = agreementBars(rows, { parts: ["equal", "different"], decimals: 1 });
    expect(plain(finer.text)).toContain("21 of 22 (95.5 %)");
  });

  it("refuses one part, and counts that are no counts", () => {
    expect(() => agreementBars(rows, { parts: ["equal"] })).toThrow("needs 2 to 4 names; got 1");
    expect(() => agreementBars([{ label: "CT", counts: [0, 0] }], { parts: ["a", "b"] })).toThrow(
      'agreementBars: "CT" needs 2 whole counts, not all 0; got 0, 0',
    );
  });
});
