import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by reference.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("qian-2017");
});

/** Whether a share of 4000 simulated studies can have this chance; both per cent. */
function expectSimulated(shown: number, chance: number): void {
  const error = 100 * Math.sqrt(((chance / 100) * (1 - chance / 100)) / 4000);
  expect(Math.abs(shown - chance), `${shown} against ${chance}`).toBeLessThan(4 * error + 0.5);
}

describe("the notebook on Qian 2017", () => {
  it("prints the statements of both sources and their ranks", () => {
    expect(run.rows("tbl-printed").map((row) => [row[1], row.at(-1)])).toEqual([
      ["review, text", "–"],
      ["review, text", "2"],
      ["abstract", "1"],
      ["review, text", "–"],
    ]);
    expect(run.text("printed-words")).toContain(
      "The review ranks the index second, the abstract first.",
    );
  });

  it("gives Newcombe's interval of supposed areas", () => {
    const [best, second] = run.text("fig-width").split("Area 0.75:");
    expectPrinted(
      best!.replaceAll(/\d with a leak/g, ""),
      ...[0.85, 0.48261929, 0.96767089, 0.56201164, 0.95712452, 0.58017301, 0.95428349],
    );
    expectPrinted(
      second!.replaceAll(/\d with a leak/g, ""),
      ...[0.3925148, 0.92677238, 0.46043296, 0.90706753, 0.47633839, 0.90197451],
    );
  });

  it("finds the areas that a test needs", () => {
    // By pwilcox; by Obuchowski's formula on a grid of 0.001
    const expected: Record<string, readonly [number, number]> = {
      "6 and 12": [0.80555556, 0.869],
      "3 and 15": [0.88888889, 0.937],
      "9 and 9": [0.79012346, 0.849],
    };
    for (const [, compared, , , critical, findable] of run.rows("tbl-divisions")) {
      expectPrinted(`${critical} ${findable}`, ...expected[compared!]!);
    }
    expectPrinted(
      run.text("fig-critical").split("8 with a leak: ")[1]!.split("9 with")[0]!,
      0.7875,
      0.852,
    );
    expectPrinted(
      run.text("one-words").split("an observed area below")[1]!.split("is not")[0]!,
      0.7875,
    );
    expectPrinted(run.text("one-words").split("Of 9, divided evenly,")[1]!, 0.95);
  });

  it("gives the chance of the wrong order, by the normal distribution and by simulation", () => {
    const expected = [
      [2.44514746, 4.50063614, 7.61754075, 12.0839054, 18.2182957, 26.369008, 36.885678, 50],
      [0.66366256, 1.60145421, 3.42594084, 6.6774744, 12.0899861, 20.586485, 33.114829, 50],
      [0.11394696, 0.35470061, 0.97110374, 2.4247715, 5.6748657, 12.642527, 26.592552, 50],
    ];
    const curves = run
      .text("fig-order")
      .split(/Correlation [\d.]+: /)
      .slice(1);
    for (const [i, curve] of curves.entries()) {
      const places = [...curve.matchAll(/, (\d+ %) \(simulated (\d+) %\)/g)];
      expectPrinted(places.map(([, chance]) => chance).join(" "), ...expected[i]!);
      // The normal distribution is a few per cent off at most.
      for (const [j, [, , simulated]] of places.entries()) {
        expect(Math.abs(Number(simulated) - expected[i]![j]!)).toBeLessThan(3);
      }
    }
    // R's own simulation of 40 000 studies, for 0.85 against 0.75
    const at = (curve: string): number =>
      Number(/area 0.75, \d+ % \(simulated (\d+) %/.exec(curve)![1]);
    for (const [i, chance] of [26.165, 19.79125, 11.235].entries())
      expectSimulated(at(curves[i]!), chance);
  });

  it("gives the chance that one of two equal predictors alone is significant", () => {
    // R's own simulation of 40 000 studies: exactly one, both
    const [one, both] = run.text("only-words").split("and both in");
    const shares = (text: string): number[] =>
      [...text.matchAll(/(\d+) %/g)].map(([, share]) => Number(share));
    for (const [i, chance] of [49.8725, 35.0375, 23.2875].entries())
      expectSimulated(shares(one!)[i]!, chance);
    for (const [i, chance] of [29.2875, 37.045, 42.645].entries())
      expectSimulated(shares(both!)[i]!, chance);
  });

  it("gives the power of the comparison", () => {
    const expected = [
      [56.112606, 34.666917, 16.982182, 5.7150754],
      [76.633248, 51.958233, 25.00162, 6.9435211],
      [91.985743, 73.369736, 38.24954, 8.8567692],
    ];
    for (const [i, curve] of run
      .text("fig-power")
      .split(/Correlation [\d.]+: /)
      .slice(1)
      .entries()) {
      const shown = [...curve.matchAll(/, (\d+ %)/g)].map(([, power]) => power).join(" ");
      expectPrinted(shown, ...expected[i]!);
    }
    const [difference] = run.text("power-words").split(". The smallest");
    expectPrinted(difference!.split("a power of")[1]!, 10.514656, 14.441267, 21.057866);
  });

  it("varies the number of leaks and the second area", () => {
    const expected = [
      [17.7326746, 11.7800827, 5.9404241],
      [30.866147, 25.818803, 18.300327],
      [39.560179, 36.49431, 31.056465],
      [12.0839054, 6.6774744, 2.4247715],
      [26.369008, 20.586485, 12.642527],
      [36.885678, 33.114829, 26.592552],
      [10.7150799, 5.5775975, 1.8188698],
      [25.131794, 19.197356, 11.260026],
      [36.12211, 32.159703, 25.363115],
    ];
    for (const [i, row] of run.rows("tbl-sensitivity").entries()) {
      expectPrinted(row.slice(-3).join(" "), ...expected[i]!);
    }
  });

  it("says how many patients would settle it", () => {
    expect(run.rows("tbl-settle").map((row) => row.slice(1))).toEqual([
      ["81", "81", "81"],
      ["116", "67", "35"],
      ["401", "258", "161"],
    ]);
  });

  it("judges each published figure", () => {
    expect(run.rows("tbl-verdicts")).toHaveLength(4);
  });

  it("answers in one sentence with the interval", () => {
    expect(run.text("answer")).toBe(
      "It cannot be told: no area is printed, the two sources rank the index differently, and among 18 patients an area " +
        "of 0.85 with 6 leaks would have had an interval from 0.56 to 0.96 (95 % CI), a truly second predictor with 0.75 " +
        "would have ranked first in 12 % to 27 % of such studies, and their difference would have been found in 11 % to 21 %.",
    );
  });
});
