import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by reference.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("eng-2018");
});

describe("the notebook on Eng 2018", () => {
  it("finds the only counts that give the printed percentages", () => {
    expect(run.rows("tbl-counts")).toEqual([
      ["First device right", "abstract", "92 %", "11 of 12", "27 %", "3 of 11"],
      ["First device right", "review, text", "90 %", "9 of 10", "27 %", "3 of 11"],
      ["Single device used", "review, table", "92 %", "11 of 12", "27 %", "3 of 11"],
      ["Right after upsizing", "abstract", "92 %", "11 of 12", "64 %", "7 of 11"],
      ["Procedure success", "abstract", "100 %", "all of any number", "92 %", "11 of 12"],
    ]);
    expect(run.text("counts-words")).toContain("24 patients were randomised, 12 of them to 3D-CT");
    expect(run.text("counts-words")).toContain("So 1 of its patients is missing");
  });

  it("gives R's intervals of both arms", () => {
    // binom.test(x, n)$conf.int, prop.test(x, n, correct = FALSE)$conf.int; per cent
    const [, ct, toe] = run.text("fig-first").split(/3D-CT: |TOE: /);
    expectPrinted(ct!, 91.666667, 95, 61.520383, 99.789241, 95, 64.612009, 98.513491);
    expectPrinted(toe!, 27.272727, 95, 6.0217734, 60.974256, 95, 9.7460593, 56.5645301);
  });

  it("gives difference, ratio and odds ratio with two intervals each", () => {
    const [difference, ratio, odds] = run.rows("tbl-first").map((row) => row.slice(1).join(" "));
    expectPrinted(difference!, 64.393939, 24.519584, 83.210504, 25.376545, 85.845027);
    expectPrinted(ratio!, 3.3611111, 1.5294573, 9.4987813, 1.261485, 8.9553722);
    // fisher.test()$estimate; the limits solved to full precision, exact and mid-p
    expectPrinted(odds!, 23.931911, 2.0443534, 1414.9509, 2.6087173, 706.01979);
  });

  it("gives the p of each test and holds it against the printed one", () => {
    const p = (group: string, test: string): string =>
      run.text("fig-tests").split(`${group}: ${test}: p `)[1]!.split(";")[0]!;
    // fisher.test, twice its smaller tail, mid-p, chisq.test plain, times (N − 1)/N, with Yates, G
    const expected = {
      "First device right": [
        ...[0.0027594562, 0.0049804819, 0.0015479876, 0.0015728308],
        ...[0.0019920158, 0.0062713116, 0.0009042312],
      ],
      "Right after upsizing": [
        ...[0.154952599, 0.262830991, 0.09610984, 0.103522484],
        ...[0.111333824, 0.261859121, 0.095429761],
      ],
    };
    const names = [
      ...["Fisher, exact", "Fisher, one-sided doubled", "Fisher, mid-p", "Chi-square"],
      ...["Chi-square, N − 1", "Chi-square, Yates", "Likelihood ratio"],
    ];
    for (const [group, values] of Object.entries(expected)) {
      for (const [i, value] of values.entries()) expectPrinted(p(group, names[i]!), value);
    }
    const [first, upsizing] = run.text("tests-words").split("\n");
    expect(first).toMatch(/The printed p is that of: Chi-square, Yates\.$/);
    expect(upsizing).toMatch(/No two-sided test gives the printed p\.$/);
  });

  it("gives R's tests of the means from mean ± SD, and ± as SEM", () => {
    // difference and Welch's limits; p by Welch, Student, and Welch with SD = ± · √12
    const expected = [
      [-1.2, -2.043547062, -0.356452938, 0.0079198232, 0.0067145892, 0.39925776],
      [-1.17, -2.013547062, -0.326452938, 0.0093061248, 0.0079797391, 0.41091453],
      [-0.7, -1.20829575, -0.1917042501, 0.0114270608, 0.0061355774, 0.400276],
      [-18, -35.720642673, -0.279357327, 0.046818458, 0.0455139, 0.54748362],
    ];
    const rows = run.rows("tbl-means");
    for (const [i, [value, lower, upper, welch, student, sem]] of expected.entries()) {
      const [, , , difference, , welchCell, studentCell, semCell] = rows[i]!;
      expectPrinted(difference!, value!, lower!, upper!);
      expectPrinted(welchCell!.split(" (")[0]!, welch!);
      expectPrinted(studentCell!.split(" (")[0]!, student!);
      expectPrinted(semCell!, sem!);
    }
  });

  it("gives the range of p inside the rounding of procedure time", () => {
    // The corners of 54.5–55.5 ± 16.5–17.5 against 72.5–73.5 ± 23.5–24.5; Welch's range may be a little wider.
    const [, , , , , welch, student] = run.rows("tbl-means")[3]!;
    expectPrinted(welch!.split(" (")[1]!, 0.033036543, 0.064652941);
    expectPrinted(student!.split(" (")[1]!, 0.03183021, 0.063288217);
    expect(run.text("means-words")).toContain("possible and not certain");
    // The same with n = 11 in the TOE arm
    expectPrinted(run.text("means-words").split("values give p")[1]!, 0.054400305);
  });

  it("gives Hedges's g with exact intervals", () => {
    // Limits from pt(t, 22, ncp), all times the exact correction
    const expected = [
      [1.17936347, 0.32158826, 2.01484651],
      [1.14987939, 0.29580114, 1.98204675],
      [1.19468424, 0.33496091, 2.03192143],
      [0.835621359, 0.016458255, 1.637594519],
    ];
    const shown = [...run.text("fig-effects").matchAll(/: (\d\.\d+ \(95 % CI [^)]*\))/g)];
    expect(shown).toHaveLength(expected.length);
    for (const [i, [value, lower, upper]] of expected.entries()) {
      expectPrinted(shown[i]![1]!, value!, 95, lower!, upper!);
    }
  });

  it("repeats the tests on all whole numbers that print so", () => {
    // Every sample by brute force; t.test, exact rank sum with ties: least and most p of Welch, Student, ranks
    const [devices, catheters] = run.text("integers-words").split("\n");
    expect(devices).toContain(
      "in one way only (9 with 1, 2 with 2, 1 with 3), 2.5 ± 1.2 in 16 ways",
    );
    expect(catheters).toContain("1 ± 0 can be shared out in 5 ways, 1.7 ± 0.8 in 2 ways");
    const ranges = (text: string): string =>
      [...text.matchAll(/p from (.*?)[;.](?:\s|$)/g)].map(([, range]) => range).join(" ");
    expectPrinted(
      ranges(devices!),
      ...[0.0075861048, 0.0105816309, 0.0062590209, 0.0087023623, 0.00021152626, 0.020104609],
    );
    expectPrinted(
      ranges(catheters!),
      ...[0.0054593801, 0.2255395141, 0.0022995968, 0.223158235, 0.004576659, 0.3692286983],
      ...[0.0054593801, 0.0128258312, 0.0022995968, 0.0071264781, 0.004576659, 0.0137299771],
    );
  });

  it("finds how many patients the mean and SD leave with a single device", () => {
    const [ct, toe] = run.text("single-words").split("In the TOE arm");
    expect(ct).toContain("only if exactly 9 of them took a single device (10 if");
    expect(ct).toContain("cannot be right together with the mean and the SD");
    expect(toe).toContain("0, 1, 2, 3 or 4 are possible, the derived 3 among them");
    expectPrinted(toe!.split("Fisher's")[1]!, 0.039125701);
  });

  it("repeats four tests with one patient turned over", () => {
    // fisher.test, mid-p, chisq.test(correct = FALSE), chisq.test
    const expected = [
      [0.0027594562, 0.0015479876, 0.0015728308, 0.0062713116],
      [0.00033651905, 0.00016825952, 0.00025407531, 0.00128233151],
      [0.0122781378, 0.007518797, 0.0067450832, 0.0221285412],
      [0.0094225333, 0.0053843048, 0.0054076175, 0.019104733],
      [0.0006441936, 0.00035574871, 0.00038345651, 0.0017469031],
      [0.154952599, 0.09610984, 0.103522484, 0.261859121],
      [0.037267081, 0.01863354, 0.021543313, 0.080518684],
      [0.37070938, 0.26283099, 0.28255011, 0.5489723],
      [0.31677019, 0.20496894, 0.23128935, 0.51801786],
      [0.0686498856, 0.0411899314, 0.0428444252, 0.1211617022],
    ];
    const rows = run.rows("tbl-one-patient");
    expect(rows).toHaveLength(expected.length);
    for (const [i, values] of expected.entries()) {
      expectPrinted(rows[i]!.slice(3).join(" "), ...values);
    }
  });

  it("adds the patient who is not counted", () => {
    // Newcombe's difference and limits, per cent; fisher.test, mid-p, chisq.test plain and with Yates
    const expected = [
      [
        64.39393939, 24.51958396, 83.21050359, 0.0027594562, 0.0015479876, 0.0015728308,
        0.0062713116,
      ],
      [66.66666667, 27.5652916, 84.16743406, 0.0027594562, 0.00141338, 0.00092527404, 0.0037522101],
      [
        58.33333333, 19.68154687, 79.02055395, 0.0094225333, 0.0048795262, 0.0031627638,
        0.0114120364,
      ],
      [28.030303, -6.3393685, 57.1042509, 0.154952599, 0.09610984, 0.103522484, 0.261859121],
      [33.3333333, -1.7531098, 60.5895177, 0.154952599, 0.084341288, 0.059346439, 0.157299207],
      [25, -8.3622033, 53.4409052, 0.316770186, 0.177018634, 0.13158676, 0.314776783],
    ];
    const rows = run.rows("tbl-missing");
    for (const [i, values] of expected.entries()) {
      expectPrinted(rows[i]!.slice(2).join(" "), ...values);
    }
    expect(run.text("sensitivity-words")).toContain("stays below 0.05");
    expect(run.text("sensitivity-words")).toContain("follows from no test, with or without");
  });

  it("puts the readings of the percentages side by side", () => {
    // Difference, Newcombe's limits, Miettinen and Nurminen's; percentage points
    const expected = [
      [64.393939, 24.519584, 83.210504, 25.376545, 85.845027],
      [62.727273, 20.500716, 82.082563, 20.688049, 85.203027],
      [66.666667, 27.565292, 84.167434, 28.57121, 86.781149],
      [58.333333, 19.681547, 79.020554, 20.296314, 81.527628],
      [47.7272727, 7.0459166, 71.5302547, 6.0108711, 75.2730769],
      [28.030303, -6.3393685, 57.1042509, -7.2156789, 59.3175865],
      [33.3333333, -1.7531098, 60.5895177, -2.2918843, 62.8089943],
      [25, -8.3622033, 53.4409052, -9.3215345, 55.5687495],
    ];
    const rows = [...run.text("fig-readings").matchAll(/: (−?\d+ \(95 % CI [^)]*\))/g)];
    expect(rows).toHaveLength(expected.length);
    for (const [i, [value, lower, upper, ...score]] of expected.entries()) {
      expectPrinted(rows[i]![1]!, value!, 95, lower!, upper!, 95, ...score);
    }
  });

  it("says how many patients a further trial needs", () => {
    // Fisher's by its exact power, t tests by power.t.test
    expect(run.rows("tbl-settle").map((row) => row.at(-1))).toEqual(["11", "38", "13", "22"]);
  });

  it("judges each published figure", () => {
    expect(run.rows("tbl-verdicts")).toHaveLength(11);
  });

  it("answers in one sentence with the interval", () => {
    expect(run.text("answer")).toBe(
      "Yes: the first device was right in 11 of 12 patients with 3D-CT and in 3 of 11 with TOE, a difference of 64 " +
        "(95 % CI 25 to 83) percentage points (Fisher's p = 0.003), which neither one patient nor the uncounted one " +
        "overturns; the devices per case (Welch's p = 0.009) point the same way but leave 9 patients with a single " +
        "device in the 3D-CT arm, and the saving of time hangs on the rounding of the printed values " +
        "(p from 0.033 to 0.065).",
    );
  });
});
