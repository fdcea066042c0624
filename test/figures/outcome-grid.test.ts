import { describe, expect, it } from "vitest";
import type { Drawing } from "../../src/figures/figure.js";
import { outcomeGrid } from "../../src/figures/outcome-grid.js";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const outcomes = ["light seen", "no light"];
const groups = [
  { label: "Leak", counts: [6, 3] },
  { label: "No leak", counts: [2, 5] },
];
const spec = outcomeGrid(groups, { outcomes });

/** Marks of the patients by outcome, without those of the key. */
function marksOf({ data }: Drawing, count: number): { x: number[]; y: number[] }[] {
  const marks = data.filter(({ mode }) => mode === "markers");
  return marks.slice(-count) as unknown as { x: number[]; y: number[] }[];
}

describe("outcomeGrid", () => {
  it("draws every patient once, the first outcome first", () => {
    const [seen, unseen] = marksOf(spec, 2);
    expect(seen!.x).toHaveLength(8);
    expect(unseen!.x).toHaveLength(8);
    const places = [seen!, unseen!].flatMap(({ x, y }) => x.map((at, i) => `${at} ${y[i]}`));
    expect(new Set(places).size).toBe(16);
    expect(Math.max(...seen!.x.slice(0, 6))).toBeLessThan(Math.min(...unseen!.x.slice(0, 3)));
  });

  it("breaks lines at multiples of five on a telephone, within its width", () => {
    const many = outcomeGrid([{ label: "All", counts: [22, 0] }], { outcomes });
    const wide = marksOf(many, 1)[0]!;
    const narrow = marksOf(many.narrow!, 1)[0]!;
    expect(new Set(wide.y).size).toBe(1);
    expect(new Set(narrow.y).size).toBe(3);
    expect(narrow.y.filter((y) => y === narrow.y[0])).toHaveLength(10);
    expect(Math.max(...narrow.x)).toBeLessThan(340);
    expect(Math.max(...narrow.y)).toBeLessThan(many.narrow!.height);
  });

  it("draws large groups smaller", () => {
    const large = outcomeGrid([{ label: "All", counts: [150, 150] }], { outcomes });
    const [first] = marksOf(large, 2);
    expect(first!.x[1]! - first!.x[0]!).toBe(13);
  });

  it("says the numbers in words", () => {
    expect(plain(spec.text)).toBe(
      "Each mark is one patient. Leak (n = 9): light seen 6 of 9 (67 %); no light 3 of 9 (33 %). " +
        "No leak (n = 7): light seen 2 of 7 (29 %); no light 5 of 7 (71 %).",
    );
    const words = (spec.data.at(-1)!.text as string[]).map(plain);
    expect(words).toEqual(expect.arrayContaining(["Leak (n = 9)", "light seen: 6 of 9 (67 %)"]));
  });

  it("refuses counts that do not fit the outcomes", () => {
    expect(() => outcomeGrid([{ label: "Leak", counts: [6] }], { outcomes })).toThrow(
      'outcomeGrid: "Leak" needs 2 whole counts, not all 0; got 6',
    );
    expect(() => outcomeGrid(groups, { outcomes: [] })).toThrow("needs 1 to 4 names; got 0");
  });
});
