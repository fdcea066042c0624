import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by reference.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("hell-2017");
});

describe("the notebook on Hell 2017", () => {
  it("prints the sources side by side", () => {
    expect(run.rows("tbl-printed")).toEqual([
      ["Patients", "22", "29", "22"],
      ["Agreement, 3D model", "21, 95 %", "95 %", "–"],
      ["Agreement, CT", "77 %", "77 %", "–"],
      ["Agreement, TOE", "55 %", "55 %", "–"],
      ["TOE undersized", "–", "–", "10, 45 %"],
      ["LAA ostium, CT against TOE, mm", "–", "–", "25 ± 3 against 22 ± 4"],
      ["… p", "–", "–", "0.014"],
      ["Device compression, 3D model against in vivo, %", "–", "–", "16 ± 3 against 18 ± 5"],
      ["… correlation (p)", "–", "–", "0.622 (0.003)"],
    ]);
  });

  it("finds the only counts of 22, and that 29 patients allow one percentage alone", () => {
    expect(run.rows("tbl-counts")).toEqual([
      ["3D model", "95 %", "21 of 22", "none (27 is 93 %, 28 is 97 %)"],
      ["CT", "77 %", "17 of 22", "none (22 is 76 %, 23 is 79 %)"],
      ["TOE", "55 %", "12 of 22", "16 of 29"],
    ]);
    expect(run.text("counts-words")).toContain("allow all three percentages are 22, 44, 56, 60.");
    expect(run.text("counts-words")).toContain("exactly one count");
  });

  it("adds TOE's agreement and undersizing up to all patients", () => {
    expect(run.text("raw-words")).toContain(
      "10 of 22 (45 %) undersized by TOE and the 12 of 22 (55 %)",
    );
    expect(run.text("raw-words")).toContain("add up to all patients");
  });

  it("gives R's exact and score intervals", () => {
    // binom.test(x, 22)$conf.int, prop.test(x, 22, correct = FALSE)$conf.int; per cent
    const expected = [
      [
        [21, 22, 95.454545],
        [77.15556, 99.884985],
        [78.201954, 99.193057],
      ],
      [
        [17, 22, 77.272727],
        [54.629638, 92.179374],
        [56.560047, 89.87696],
      ],
      [
        [12, 22, 54.545455],
        [32.210475, 75.613813],
        [34.659795, 73.079706],
      ],
    ];
    const rows = run.rows("tbl-agreement");
    for (const [i, columns] of expected.entries()) {
      for (const [j, values] of columns.entries()) expectPrinted(rows[i]![j + 1]!, ...values);
    }
    // As the figure's alternative text says: CT overlaps both others, 3D model and TOE do not.
    const [model, ct, toe] = expected.map(([, exact]) => exact!);
    expect(ct![1]! > model![0]! && ct![0]! < toe![1]! && toe![1]! < model![0]!).toBe(true);
  });

  it("gives McNemar's p of every table that the totals allow", () => {
    // 2 * pbinom(min(b, c), b + c, 0.5), less dbinom(min(b, c), b + c, 0.5) for mid-p
    const expected = [
      [12, 9, 0, 1, 0.00390625, 0.001953125],
      [11, 10, 1, 0, 0.01171875, 0.0063476563],
      [17, 4, 0, 1, 0.125, 0.0625],
      [16, 5, 1, 0, 0.21875, 0.125],
      [12, 5, 0, 5, 0.0625, 0.03125],
      [11, 6, 1, 4, 0.125, 0.0703125],
      [10, 7, 2, 3, 0.1796875, 0.109375],
      [9, 8, 3, 2, 0.2265625, 0.14599609],
      [8, 9, 4, 1, 0.2668457, 0.17956543],
      [7, 10, 5, 0, 0.30175781, 0.21011353],
    ];
    const rows = run.rows("tbl-splits");
    expect(rows).toHaveLength(expected.length);
    for (const [i, values] of expected.entries()) {
      expectPrinted(rows[i]!.slice(1).join(" "), ...values);
    }
  });

  it("multiplies the ranges by the three comparisons", () => {
    const [toe, ct, both] = run.text("mcnemar-words").split("\n");
    const adjusted = (line: string): string => line.split("(Bonferroni)")[1]!;
    expectPrinted(adjusted(toe!), 3 * 0.00390625, 3 * 0.01171875);
    expectPrinted(adjusted(ct!), 3 * 0.125, 3 * 0.21875);
    expectPrinted(adjusted(both!), 3 * 0.0625, 3 * 0.30175781);
    expect(toe).toContain("whichever table is true, it is below the threshold");
    expect(ct).toContain("no table brings it below the threshold");
    expect(both).toContain("no table brings it below the threshold");
  });

  it("repeats the ranges with one patient turned over", () => {
    const expected = [
      [0.00390625, 0.01171875, 0.125, 0.21875, 0.0625, 0.30175781],
      [0.001953125, 0.0625, 0.03125, 0.17956543],
      [0.0078125, 0.038574219, 0.25, 0.453125, 0.125, 0.454498291],
      [0.0078125, 0.021484375, 0.25, 0.375, 0.125, 0.423950195],
      [0.001953125, 0.0063476563, 0.0625, 0.125, 0.03125, 0.2101135254],
    ];
    const rows = run.rows("tbl-one-patient");
    for (const [i, values] of expected.entries()) {
      expectPrinted(rows[i]!.slice(1).join(" "), ...values);
    }
    expect(run.text("one-patient-words")).toBe(
      "Against TOE the model's advantage stays below the threshold in every row; against CT it reaches it in none.",
    );
  });

  it("finds the numbers of pairs that give the printed p of the correlation", () => {
    // p; r and its limits; concordance and its limits; bias and its limits
    const expected = [
      [20, 0.0034091678, 0.003, 0.622, 0.2476422275, 0.8347559404],
      [21, 0.0026077021, 0.003, 0.622, 0.260171713, 0.8306497097],
      [22, 0.0019967952, 0.003, 0.622, 0.2716217692, 0.8267905244],
    ];
    const implied = [
      [0.4883471074, 0.1803562942, 0.709126228, 2, 0.1669601712, 3.8330398288],
      [0.4884816754, 0.1895117568, 0.7045597532, 2, 0.21717085, 3.78282915],
      [0.4886034913, 0.1979440735, 0.7002834823, 2, 0.263463007, 3.736536993],
    ];
    const rows = run.rows("tbl-pairs");
    expect(rows).toHaveLength(expected.length);
    for (const [i, values] of expected.entries()) {
      expectPrinted(rows[i]!.join(" "), ...values, ...implied[i]!);
    }
    expect(run.text("pairs-words")).toContain("prints as 0.002 and not as 0.003");
    expect(run.text("pairs-words")).toContain("takes 20 or 21 pairs");
  });

  it("gives the limits of agreement that the summary implies, and what rounding makes of it", () => {
    const [bias, limits, , rounding, spread] = run.text("compression-words").split(/\. (?=[A-Z])/);
    expectPrinted(bias!, 2, 95, 0.263463007, 3.736536993);
    expectPrinted(limits!.split("(")[0]!, -5.6764561035, 9.6764561035);
    expectPrinted(rounding!, 0.37212675, 0.58450497, 1, 3, 6.9033106, 8.6346925);
    expect(spread).toContain("too little of a strong compression");
    expect(run.text("fig-limits")).toContain("−5.7 (95 % CI −9.5 to −3.4)");
    expect(run.text("fig-limits")).toContain("9.7 (95 % CI 7.4 to 13.5)");
  });

  it("gives the p of the ostium's difference by the correlation, and the correlation that p implies", () => {
    const figure = run.text("fig-ostium");
    const expected = [
      ["0.8", 1.3481248e-8, 0.0041312294],
      ["0.5", 5.7973085e-6, 0.032332318],
      ["0.2", 8.6653144e-5, 0.081065889],
      ["0.0", 0.00027340695, 0.11475157613],
      ["−0.2", 0.00064971519, 0.14696157361],
    ] as const;
    for (const [correlation, lower, upper] of expected) {
      const [, shown] = figure.split(`Paired test: correlation ${correlation}: `);
      expectPrinted(shown!.split(" (")[0]!, lower, upper);
    }
    const words = run.text("ostium-words");
    expectPrinted(
      words.split("if the correlation is ")[1]!.split(". Two")[0]!,
      -0.1065,
      -1,
      0.64767,
    );
    expectPrinted(words.split("values would give ")[1]!.split(";")[0]!, 0.00081970685);
    expectPrinted(words.split("is at most about ")[1]!.split(" mm")[0]!, 2.25);
    expectPrinted(words.split("unpaired test would give ")[1]!.split(",")[0]!, 0.0074092491);
  });

  it("has a verdict for each published figure", () => {
    expect(run.rows("tbl-verdicts")).toHaveLength(12);
  });

  it("answers in one sentence with the interval and the ranges", () => {
    expect(run.text("answer")).toBe(
      "More often than TOE's, not demonstrably more often than CT's: the model's size equalled the implanted size " +
        "in 21 of 22 patients (95 %, 95 % CI 77 to 100 %), TOE's in 12 (McNemar, p from 0.004 to 0.012 over all " +
        "tables that the totals allow) and CT's in 17 (p from 0.13 to 0.22); whether the operator chose the device " +
        "independently of the model is not known.",
    );
  });
});
