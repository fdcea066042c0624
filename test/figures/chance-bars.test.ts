import { describe, expect, it } from "vitest";
import { chanceBars } from "../../src/figures/chance-bars.js";
import { COLOURS } from "../../src/figures/theme.js";

// R: dbinom(0:4, 4, .5)
const coin = [0.0625, 0.25, 0.375, 0.25, 0.0625];
const drawn = chanceBars(coin, { observed: 3, axis: "Right calls" });

describe("chanceBars", () => {
  it("draws one bar a count and fills those from the observed count on", () => {
    const [bars] = drawn.data;
    expect(bars).toMatchObject({ type: "bar", x: [0, 1, 2, 3, 4], y: coin });
    expect((bars!.marker as { color: string[] }).color).toEqual([
      COLOURS.rest,
      COLOURS.rest,
      COLOURS.rest,
      COLOURS.accent,
      COLOURS.accent,
    ]);
  });

  it("says in words the chance of every count, and of as many or more", () => {
    // R: sum(dbinom(3:4, 4, .5)) = 0.3125
    expect(drawn.text.replaceAll("\u00a0", " ")).toBe(
      "Chance of each count. Axis: Right calls. 0: 6.3 %; 1: 25.0 %; 2: 37.5 %; 3: 25.0 %; 4: 6.3 %. " +
        "Observed: 3; as many or more have a chance of 0.31.",
    );
  });

  it("names the filled bars in the drawing, and the chance as a bound where it is small", () => {
    const textOf = (chances: number[], observed: number): string => {
      const { layout } = chanceBars(chances, { observed, axis: "Right calls" });
      return (layout.annotations as { text: string }[])[0]!.text.replaceAll("\u00a0", " ");
    };
    expect(textOf(coin, 3)).toBe("3 or more:<br>chance 0.31");
    expect(textOf([0.9999, 0.0001], 1)).toBe("1 or more:<br>chance &lt; 0.001");
  });

  it("names only every second count of many on a narrow screen", () => {
    const many = new Array(17).fill(1 / 17);
    const { layout, narrow } = chanceBars(many, { observed: 8, axis: "Right calls" });
    expect((layout.xaxis as { dtick: number }).dtick).toBe(1);
    expect((narrow!.layout.xaxis as { dtick: number }).dtick).toBe(2);
  });

  it("prints the chances in per cent, with the decimals that the ticks need", () => {
    const ticks = (chances: number[]): string[] => {
      const { layout } = chanceBars(chances, { observed: 0, axis: "Right calls" });
      const { ticktext } = layout.yaxis as { ticktext: string[] };
      return ticktext.map((text) => text.replace("\u00a0", " "));
    };
    expect(ticks(coin)).toEqual(["0 %", "10 %", "20 %", "30 %", "40 %"]);
    expect(ticks(new Array(50).fill(1 / 50))).toEqual([
      "0.0 %",
      "0.5 %",
      "1.0 %",
      "1.5 %",
      "2.0 %",
    ]);
  });

  it("refuses what is no distribution, and a count that it does not hold", () => {
    expect(() => chanceBars([0.5, -0.1], { observed: 0, axis: "x" })).toThrow("got -0.1");
    expect(() => chanceBars([0.5, 0.4], { observed: 0, axis: "x" })).toThrow(
      "add up to 1; got 0.9",
    );
    expect(() => chanceBars([0.5, 0.5], { observed: 2, axis: "x" })).toThrow("from 0 to 1; got 2");
  });
});
