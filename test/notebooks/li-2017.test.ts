import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by reference.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("li-2017");
});

const LEAKS = [
  [0.231707317, 0.115853659, 0.164149797, 0.072266736],
  [0.60600375, 0.3564728, 0.44079909, 0.29311396],
  [0.48780488, 0.24390244, 0.32696722, 0.14729914],
  [0.106941839, 0.053470919, 0.055904123, 0.035498131],
  [0.047842402, 0.023921201, 0.023449049, 0.017201714],
];

describe("the notebook on Li 2017", () => {
  it("prints the sources side by side", () => {
    expect(run.rows("tbl-printed")).toEqual([
      ["Patients randomised", "42", "44"],
      ["… to the 3D print", "21", "–"],
      ["Leak at follow-up, 3D print against control", "0 of 21 against 3 of 21", "–"],
      ["Successful implantation", "–", "100 %"],
      [
        "Radiation, mGy, 3D print against control",
        "–",
        "561.4 ± 25.3 against 651.6 ± 32.1, p <0.05",
      ],
    ]);
    expect(run.text("n-words")).toContain("21 and 21 patients add up to its 42");
    expect(run.text("n-words")).toContain("44 is 2 more");
  });

  it("gives R's intervals of the leaks and of their difference", () => {
    const figure = run.text("fig-leak");
    expect(figure).toContain("3D print: 0 % (95 % CI exact 0 to 16 %; 95 % CI score 0 to 15 %)");
    expect(figure).toContain("Control: 14 % (95 % CI exact 3 to 36 %; 95 % CI score 5 to 35 %)");
    const [difference, odds] = run.rows("tbl-leak");
    expectPrinted(
      difference!.slice(1).join(" "),
      ...[-14.2857143, -34.6360603, 3.7617159, -34.9223463, 2.6393191],
    );
    expectPrinted(odds!.slice(1).join(" "), 0, 0, 2.3477026, 0, 1.6504274);
  });

  it("gives R's p of every test", () => {
    const figure = run.text("fig-tests");
    const expected = {
      "Fisher, exact": 0.231707317,
      "Fisher, mid-p": 0.115853659,
      "Chi-square": 0.072266736,
      "Chi-square, N − 1": 0.075748225,
      "Chi-square, Yates": 0.23080438,
      "Likelihood ratio": 0.036152848,
      Boschloo: 0.164149797,
    };
    for (const [test, p] of Object.entries(expected)) {
      const [, shown = ""] = /p = ([\d.]+)/.exec(figure.split(`${test}: `)[1]!) ?? [];
      expectPrinted(shown.replace(/\.$/, ""), p);
    }
    expect(run.text("leak-words")).toContain("only likelihood ratio is below 0.05");
    const [none] = run.text("leak-words").split(". The difference");
    expectPrinted(none!.split("if ")[1]!, 13.294591, 5, 21, 14.265392);
  });

  it("repeats the tests with some leaks more and fewer", () => {
    const rows = run.rows("tbl-fragility");
    expect(rows).toHaveLength(LEAKS.length);
    for (const [i, values] of LEAKS.entries())
      expectPrinted(rows[i]!.slice(3).join(" "), ...values);
    expect(run.text("fragility-words")).toContain("With 5 leaks in the control arm instead of 3");
    expect(run.text("fragility-words")).toContain("2 patients decide");
  });

  it("reads ± as SD, as half an interval and as SEM", () => {
    // SDs with their share of the mean in per cent; Welch's difference and limits; Hedges's g and limits; p
    const expected = [
      [25.3, 4.5065907, 32.1, 4.9263352, -90.2, -108.25657, -72.14343],
      [55.580631, 9.9003618, 70.519299, 10.822483, -90.2, -129.86781, -50.532191],
      [115.939165, 20.651793, 147.10068, 22.575304, -90.2, -172.945601, -7.454399],
    ];
    const hedges = [
      [-3.0620831, -3.9473222, -2.159267, 2.5470645e-12, 1.3941417e-12, 0.04],
      [-1.3938435, -2.0538772, -0.71992684, 4.5581279e-5, 4.1489052e-5, 0.04],
      [-0.668201308, -1.275386845, -0.053147135, 0.033446859, 0.033122457, 0.04],
    ];
    const rows = run.rows("tbl-radiation");
    expect(rows).toHaveLength(expected.length);
    for (const [i, values] of expected.entries()) {
      expectPrinted(rows[i]!.slice(1).join(" "), ...values, ...hedges[i]!);
    }
    expect(run.text("radiation-words")).toContain("follows from every reading");
  });

  it("says what 100 % success leaves possible", () => {
    const expected = [
      [21, 83.890238, 100, 84.536098, 100, 13.294591, 14.265392],
      [42, 91.5916145, 100, 91.6201209, 100, 6.8842608, 7.1326959],
      [44, 91.958006, 100, 91.9704396, 100, 6.5818771, 6.8084824],
    ];
    for (const [i, values] of expected.entries()) {
      expectPrinted(run.rows("tbl-success")[i]!.slice(1).join(" "), ...values);
    }
  });

  it("gives the power of Fisher's test and the sizes that reach 80 %", () => {
    // sum over all tables of their chance where Fisher's p is at most 0.05; power.prop.test for the formula
    const expected = [
      [0, 14.2857143, 17.094969, 54, 50],
      [3.5714286, 14.2857143, 8.802967, 122, 111],
      [7.1428571, 14.2857143, 4.4755513, 316, 294],
    ];
    for (const [i, values] of expected.entries()) {
      expectPrinted(run.rows("tbl-power")[i]!.slice(1).join(" "), ...values);
    }
    expect(run.text("power-words")).toContain("35 patients an arm find it with 80 % power");
  });

  it("adds the patients that may be missing in every way", () => {
    const expected = [
      [-13.04347826, -32.12748227, 4.60535234, 0.234143763, 0.167283298, 0.195934835, 0.086434563],
      [-17.3913043, -37.13764764, 1.25153766, 0.109317795, 0.076702934, 0.07591015, 0.045033319],
      [-21.7391304, -41.903483, -2.1192026, 0.049721549, 0.03422949, 0.035684597, 0.023239658],
      [-13.6363636, -33.3349872, 3.6832173, 0.23255814, 0.11627907, 0.174171281, 0.072765311],
      [-18.1818182, -38.5166074, 0.2368381, 0.107770845, 0.053885423, 0.058282126, 0.035938931],
      [-9.0909091, -29.141152, 10.3162306, 0.60692002, 0.35734543, 0.45138084, 0.2942661],
      [-13.6363636, -34.311956, 6.7576572, 0.3448667, 0.19668179, 0.219222, 0.15414257],
      [-14.2857143, -34.6360603, 2.7847614, 0.100422833, 0.050211416, 0.075091876, 0.060408546],
      [-9.9378882, -30.6000638, 9.1298299, 0.33465683, 0.22198732, 0.26937631, 0.25206879],
      [-5.5900621, -26.8866695, 14.7618268, 0.65754396, 0.50262337, 0.54932354, 0.55950398],
    ];
    const rows = run.rows("tbl-missing");
    expect(rows).toHaveLength(expected.length);
    for (const [i, values] of expected.entries()) {
      expectPrinted(rows[i]!.slice(2).join(" "), ...values);
    }
    expect(run.text("missing-words")).toContain("only with 0 of 21 (0 %) against 5 of 23 (22 %)");
  });

  it("has a verdict for each published figure", () => {
    expect(run.rows("tbl-verdicts")).toHaveLength(6);
  });

  it("answers in one sentence with the intervals", () => {
    expect(run.text("answer")).toBe(
      "Not shown for leaks: 0 of 21 against 3 of 21, a difference of −14 percentage points (95 % CI −35 to 4; " +
        "Fisher's p = 0.23); the mean radiation was 90 mGy lower (95 % CI 7 to 173 if ± is the standard error, " +
        "72 to 108 if it is the standard deviation); 21 patients an arm had a chance of 17 % to show that the print " +
        "prevents every leak.",
    );
  });
});
