import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by reference.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("liu-2016");
});

describe("the notebook on Liu 2016", () => {
  it("gives R's intervals of 8 of 8", () => {
    const figure = run.text("fig-intervals");
    const lower = {
      "(Clopper–Pearson)": 63.058335,
      "(Wilson)": 67.559244,
      "(Jeffreys)": 73.778275,
    };
    for (const [method, value] of Object.entries(lower)) {
      const [, shown = ""] = /CI (\d+) to 100 %/.exec(figure.split(`${method}: `)[1]!) ?? [];
      expectPrinted(shown, value);
    }
    const words = run.text("intervals-words");
    expect(words).toContain("goes down to 63 %");
    expect(words).toContain("a one-sided one at 97.5 %; at 95 % it is 69 %");
    expect(words).toContain("up to 37 % of patients may be misses");
  });

  it("gives the chance of 8 of 8 for each truth, and the posterior probability of more", () => {
    // 100 * p^8; 100 * pbeta(p, 8.5, 0.5, lower.tail = FALSE)
    const expected = [
      [50, 0.390625, 99.928967],
      [55, 0.83733938, 99.83324381],
      [60, 1.679616, 99.633609],
      [70, 5.764801, 98.479979],
      [77, 12.357363, 96.227397],
      [80, 16.777216, 94.511659],
      [90, 43.046721, 81.2824],
      [95, 66.342043, 64.25512],
    ];
    const rows = run.rows("tbl-truth");
    expect(rows).toHaveLength(expected.length);
    for (const [i, [truth, chance, posterior]] of expected.entries()) {
      const cells = rows[i]!.filter((cell) => cell !== "");
      expectPrinted(cells[0]!, truth!);
      expectPrinted(cells.slice(-2).join(" "), chance!, posterior!);
    }
  });

  it("gives what guessing among the sizes of the chart would give", () => {
    expect(run.rows("tbl-chart").map(([, size]) => size)).toEqual(["21", "24", "27", "30", "33"]);
    const words = run.text("chance-words");
    expect(words).toContain("among all 5 sizes, all 8 would agree with a chance of < 0.001");
    expect(words).toContain("among two, all 8 would agree with a chance of 0.004");
    expect(words).toContain("right in 69 % of patients has all 8 right with a chance of 5 %");
    expect(words).toContain("each size covers 2.5 to 4.0 mm");
  });

  it("stands beside Hell without pooling", () => {
    const words = run.text("hell-words");
    expectPrinted(words.split("Hell, is ")[1]!.split(" percentage")[0]!, 4.5454545);
    expectPrinted(words.split("Newcombe, ")[1]!.split(";")[0]!, -28.1100067, 21.7980458);
    expect(run.text("fig-hell")).toContain("95 % CI exact 77 to 100 %");
  });

  // The first column is set to the right, so the lines begin with spaces.
  it("finds how many patients it would take", () => {
    expect(run.rows("tbl-sizes")).toEqual([
      ["", "80 %", "17", "26", "34", "41"],
      ["", "90 %", "36", "54", "70", "206"],
    ]);
  });

  it("repeats the intervals with one and two patients missed", () => {
    const expected = [
      [100, 63.058335, 100, 67.559244, 100],
      [87.5, 47.349033, 99.684028, 52.911182, 97.758251],
      [88.888889, 51.750349, 99.719086, 56.500029, 98.010911],
      [80, 44.390454, 97.478927, 49.016247, 94.331785],
    ];
    const rows = run.rows("tbl-one-patient");
    for (const [i, values] of expected.entries()) {
      expectPrinted(
        rows[i]!.slice(1)
          .join(" ")
          .replace(/^\d+ of \d+/, ""),
        ...values,
      );
    }
  });

  it("has a verdict for the published figure", () => {
    expect(run.rows("tbl-verdicts")).toHaveLength(1);
  });

  it("answers in one sentence with the interval", () => {
    expect(run.text("answer")).toBe(
      "Better than a blind guess, but how much better is open: the model's size equalled the selected device in 8 " +
        "of 8 patients (100 %, exact 95 % CI 63 to 100 %), which a method that is right in 69 % of patients would " +
        "reach in one of 20 such studies; 17 patients without a miss would show more than 80 %, 36 more than 90 %.",
    );
  });
});
