import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by reference.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("goitein-2017");
});

// Limits of the Amplatzer's and of the Watchman's concordance: any shift; p of the concordance; p of
// Pearson's r with the shift in the means, and in scale.
const AMPLATZER = [
  [0.39734187, 0.93022776],
  [0.3974785, 0.93020591],
  [0.4250812, 0.92558867],
  [0.47083945, 0.91693325],
];
const WATCHMAN = [
  [-0.17805567, 0.6816272],
  [-0.17415638, 0.67946685],
  [-0.16373026, 0.67364703],
  [-0.16115342, 0.67219884],
];

describe("the notebook on Goitein 2017", () => {
  it("prints the sources side by side", () => {
    expect(run.rows("tbl-printed")).toEqual([
      ["Patients", "29", "29", "12 + 17"],
      ["Cardiologists", "3", "–", "–"],
      ["Predicted against implanted size, Amplatzer", "–", "0.78", "0.778 (n 12, p 0.001)"],
      ["Predicted against implanted size, Watchman", "–", "0.32", "0.315 (n 17, p 0.203)"],
      ["Average ICC of the cardiologists, Amplatzer", "–", "–", "0.915 (n 12)"],
      ["Average ICC of the cardiologists, Watchman", "–", "–", "0.816 (n 17)"],
      ["Aborted procedures foreseen by all", "2 of 2", "–", "–"],
    ]);
    expect(run.text("n-words")).toContain("12 Amplatzer and 17 Watchman make 29, all the patients");
  });

  it("shows by the p-values that the coefficients are not Pearson's", () => {
    const [amplatzer, watchman] = run.text("which-words").split("\n");
    const numbers = (line: string): string => line.split("patients has ")[1]!;
    expectPrinted(numbers(amplatzer!), ...[0.00288526316, 0.00180329526, 0.0010030661, 0.001]);
    expectPrinted(numbers(watchman!), ...[0.21813488, 0.22242539, 0.20661513, 0.203]);
    expect(run.text("which-words")).toContain(
      "speak for the abstract and against the review's table",
    );
  });

  it("gives the intervals under each reading of the printed p", () => {
    const rows = run.rows("tbl-intervals");
    const factors = [
      [0.82330483, 0.94497198, 0.3412695, 1.40443453],
      [0.32505155, 0.96907706, 0.25262492, 1.28654192],
    ];
    for (const [d, limits] of [AMPLATZER, WATCHMAN].entries()) {
      const value = [0.778, 0.315][d]!;
      for (const [i, ends] of limits.entries()) {
        const row = rows[4 * d + i]!;
        expectPrinted(row[2]!, value, ...ends);
        if (i > 1) expectPrinted(row.slice(3).join(" "), ...factors[d]!);
      }
    }
  });

  it("gives MOVER's interval of the difference, and Fisher's z", () => {
    const expected = [
      [0.463, -0.065503655, 0.979020523],
      [0.463, -0.063908621, 0.975289565],
      [0.463, -0.040169327, 0.963964149],
      [0.463, -0.0081036153, 0.9590085997],
    ];
    const shown = run.text("fig-difference").split(": ").slice(1);
    for (const [i, values] of expected.entries()) {
      expectPrinted(shown[i + 1]!.split(").")[0]!.replace("95 % CI ", ""), ...values);
    }
    const words = run.text("difference-words");
    expectPrinted(words.split("z has ")[1]!.split(" over")[0]!, 0.079214102, 0.080218768);
    expect(words).toContain("No reading excludes that the devices do not differ");
    expectPrinted(words.split("would take ")[1]!.split(" of each")[0]!, 33); // 32.78, rounded up
    expectPrinted(words.split("sizes that are ")[1]!.split(" times")[0]!, 2.760598961);
  });

  it("gives the exact limits of the ICC in each form, and of one rater's", () => {
    const single = [
      [0.79828278, 0.97212575, 0.64467585, 0.92174347],
      [0.79827914, 0.97212594, 0.64465928, 0.92174534],
      [0.79422118, 0.97233566, 0.64128163, 0.92212161],
    ];
    const average = [
      [
        0.78014816, 0.97320741, 0.54188106, 0.92371023, 0.59149432, 0.92756387, 0.32553144,
        0.81018985,
      ],
      [
        0.78011145, 0.97320891, 0.54182793, 0.92371429, 0.59132139, 0.92757648, 0.32537433,
        0.8102187,
      ],
      [
        0.77501757, 0.97341296, 0.53450783, 0.92426597, 0.58636558, 0.92793305, 0.32089727,
        0.81103537,
      ],
    ];
    const rows = run.rows("tbl-icc");
    for (const [i, [aLower, aUpper, wLower, wUpper]] of single.entries()) {
      const [amplatzer, watchman] = [
        [0.915, aLower!, aUpper!],
        [0.816, wLower!, wUpper!],
      ];
      expectPrinted(
        rows[i]!.slice(1).join(" "),
        ...[amplatzer!, amplatzer!, watchman!, watchman!].flat(),
      );
    }
    for (const [i, limits] of average.entries()) {
      const values = [0.915, 0.78205128, 0.816, 0.59649123].flatMap((value, j) => [
        value,
        ...limits.slice(2 * j, 2 * j + 2),
      ]);
      expectPrinted(rows[3 + i]!.slice(1).join(" "), ...values);
    }
  });

  it("sets the raters' agreement as a ceiling of the agreement with the device", () => {
    const words = run.text("raters-words");
    expectPrinted(
      words.split("A rating of reliability ")[1]!.split("; the concordance")[0]!,
      ...[0.59649123, 0.59649123, 0.77232845, 0.816, 0.90332718],
    );
    expectPrinted(
      words.split("correlation of ")[1]!.split(". Whether")[0]!,
      ...[0.32505155, 0.35983811, 0.42087217],
    );
  });

  it("says how little 2 of 2 is", () => {
    const [aborted] = run.text("aborted-words").split(". How often");
    expectPrinted(aborted!, 2, 2, 100, 95, 15.811388, 100, 34.238023, 100, 22.36068);
  });

  it("takes the aborted procedures out of the pairs", () => {
    const expected = [
      [12, 17, 0.397341874, 0.930227762, -0.178055665, 0.681627201, -0.065503655, 0.979020523],
      [12, 15, 0.397341874, 0.930227762, -0.214143184, 0.701212912, -0.079273936, 1.013604941],
      [11, 16, 0.368738407, 0.934604813, -0.195198411, 0.691021906, -0.092776507, 0.996692314],
      [10, 17, 0.33400695, 0.93943712, -0.17805567, 0.6816272, -0.11279973, 0.98181194],
    ];
    const rows = run.rows("tbl-fewer");
    for (const [i, [a, w, aLower, aUpper, wLower, wUpper, lower, upper]] of expected.entries()) {
      expectPrinted(rows[i]![0]!, a!, w!);
      expectPrinted(rows[i]![1]!, 0.778, aLower!, aUpper!);
      expectPrinted(rows[i]![2]!, 0.315, wLower!, wUpper!);
      expectPrinted(rows[i]![3]!, 0.463, lower!, upper!);
    }
  });

  it("has a verdict for each published figure", () => {
    expect(run.rows("tbl-verdicts")).toHaveLength(10);
  });

  it("answers in one sentence with the intervals", () => {
    expect(run.text("answer")).toBe(
      "With the Amplatzer's size they agree, with the Watchman's it is not shown, and the two devices are not shown " +
        "to differ: the concordance is 0.78 (95 % CI 0.40 to 0.93) with the Amplatzer (12 patients) and 0.32 " +
        "(95 % CI −0.18 to 0.68) with the Watchman (17 patients), a difference of 0.46 (−0.07 to 0.98); that the " +
        "cardiologists agree with each other (ICC 0.915 and 0.816) does not say that they agree with the device; " +
        "both aborted procedures were foreseen (2 of 2 (100 %), exact 95 % CI 16 to 100 %).",
    );
  });
});
