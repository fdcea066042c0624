import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by reference.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("ciobotaru-2018");
});

/** The p-values of a figure's text, in its order, without the printed one beside each. */
const pValues = (text: string): string =>
  [...text.matchAll(/: (p [^;]*); printed/g)].map(([, p]) => p).join(" ");

describe("the notebook on Ciobotaru 2018", () => {
  it("prints the sources side by side", () => {
    expect(run.rows("tbl-printed")).toEqual([
      ["Patients, retrospective group", "55", "–", "–"],
      ["Patients, conventional imaging", "51", "–", "–"],
      ["Patients, 3D-guided", "21", "–", "–"],
      ["Patients, all", "–", "–", "76"],
      ["AUC of mismatch, 3D model", "0.88", "–", "0.88 (0.77 to 0.99), 15 leaks"],
      ["AUC of mismatch, TOE", "0.60", "–", "–"],
      ["AUC of mismatch, CT", "0.53", "–", "–"],
      ["Leak", "–", "5 % against 27 %, p <0.01", "15, 27 %"],
      ["Off-axis device", "5 % against 25 %, p <0.01", "–", "14, 25 %"],
      ["Prostheses per patient", "–", "1.05 ± 0.21 against 1.20 ± 0.52, p 0.04", "–"],
      [
        "Fluoroscopy time, min",
        "–",
        "13.5 against 19.0, p 0.012",
        "13.5 (11.1 to 15) against 19 (13.4 to 23), p 0.012",
      ],
      [
        "Fluoroscopy dose, mGy·cm²",
        '1978 against 7921, "threefold"',
        "–",
        "1978 (1548 to 4800) against 7291 (1811 to 12734), p 0.029",
      ],
    ]);
  });

  it("finds the counts and which groups make the abstract's total", () => {
    const text = run.text("counts-words");
    expect(text).toContain("5 % of 21 is 1 patient, 27 % of 51 is 14");
    expect(text).toContain("no other count does");
    expect(text).toContain("make 76, which is the number of patients that the abstract prints");
    expect(text).toContain("they would be 72, a number printed nowhere");
    expect(text).toContain("the 4 others would then hold 1 of the 15 leaks");
  });

  it("gives the areas R's standard errors and intervals", () => {
    const [, model, toe, ct] = run.text("fig-areas").split(/3D model: |TOE: |CT: /);
    const numbers = (text: string): string => text.split(".  ")[0]!.split("Dashed")[0]!;
    expectPrinted(numbers(model!), 0.88, 95, 0.7300745, 0.94876427, 95, 0.76154071, 0.99845929);
    expectPrinted(numbers(toe!), 0.6, 95, 0.4292482, 0.74640456, 95, 0.42634675, 0.77365325);
    expectPrinted(numbers(ct!), 0.53, 95, 0.3648731, 0.68776887, 95, 0.35598928, 0.70401072);
    expect(run.text("areas-words")).toContain("with a standard error of 0.056;");
    expect(run.text("areas-words")).toContain("it would be 0.060 and the interval 0.76 to 1.00");
  });

  it("compares the areas at each correlation of the mismatches", () => {
    // Correlation of the areas, difference, its limits, p: for TOE, then for CT
    const expected = [
      [-0.71537105, 0.28, 0.0086706, 0.5513294, 0.04311473],
      [-0.38525591, 0.28, 0.0349732, 0.5250268, 0.025109505],
      [0, 0.28, 0.06979045, 0.49020955, 0.009036235],
      [0.20527281, 0.28, 0.09094237, 0.46905763, 0.0036988377],
      [0.4173098, 0.28, 0.11562473, 0.44437527, 0.00084189456],
      [0.63481614, 0.28, 0.14557288, 0.41442712, 0.000044566391],
      [0.85239233, 0.28, 0.18450549, 0.37549451, 9.0936498e-9],
    ];
    const withCt = [
      [-0.7660184, 0.35, 0.07451407, 0.62548593, 0.01277073],
      [-0.39874011, 0.35, 0.10352294, 0.59647706, 0.0053830711],
      [0, 0.35, 0.13949505, 0.56050495, 0.0011189602],
      [0.20370912, 0.35, 0.16048972, 0.53951028, 0.00029484234],
      [0.40832581, 0.35, 0.18423347, 0.51576653, 0.000034992763],
      [0.61148719, 0.35, 0.21178663, 0.48821337, 6.9323542e-7],
      [0.80699388, 0.35, 0.24491478, 0.45508522, 6.6691467e-11],
    ];
    const rows = run.rows("tbl-comparison");
    expect(rows).toHaveLength(expected.length);
    for (const [i, row] of rows.entries()) {
      expectPrinted(row.slice(-6).join(" "), ...expected[i]!, ...withCt[i]!);
    }
  });

  it("says at which correlations the comparison is decided", () => {
    const [toe, ct, , worst, , any] = run.text("comparison-words").split("\n");
    expect(toe).toContain(
      "at every correlation above −0.83, and so at all that are possible (−0.72 to 0.85)",
    );
    // The worst case as printed, then over the rounding of the areas and both standard errors
    expectPrinted(toe!.split("worst possible case")[1]!, 0.0431147304, 0.052592015, 0.009036235);
    expect(ct).toContain("p is below 0.05 at every correlation.");
    expectPrinted(ct!.split("worst possible case")[1]!, 0.01277073, 0.016339864, 0.0011189602);
    expectPrinted(worst!.split("from 0 on")[1]!.split(", p")[1]!, 0.012239629, 0.024479258);
    // √(A(1 − A)/14) for both rivals, and the larger p with either standard error of the model
    expectPrinted(
      any!.split("at most")[1]!.replace("a correlation of 0", ""),
      ...[0.13093073, 0.13338987, 0.052179844, 0.016848604],
    );
  });

  it("gives the p of each test and finds Wald's z behind the printed ones", () => {
    // fisher.test, twice its tail, mid-p, chi-square plain, N − 1, Yates, G; last Wald's z. Barnard's
    // and Boschloo's are held against R elsewhere.
    const expected = [
      [
        0.0520238623, 0.0525083713, 0.0402766059, 0.031182242, 0.0323771192, 0.0664288787,
        0.0169143873,
      ],
      [
        0.0543865261, 0.07274634, 0.0382944635, 0.0426865651, 0.0440740621, 0.0882845594,
        0.0244480546,
      ],
    ];
    const wald = [0.0035739035, 0.0057308651];
    const groups = run
      .text("fig-tests")
      .split("Off-axis, against the retrospective group: Fisher, exact");
    for (const [i, group] of groups.entries()) {
      const all = pValues(i === 0 ? group : `Fisher, exact${group}`)
        .split("p ")
        .slice(1);
      expect(all).toHaveLength(10);
      expectPrinted(all.slice(0, 7).join(" "), ...expected[i]!);
      expectPrinted(all[9]!, wald[i]!);
    }
    const words = run.text("leak-words");
    expect(words).toContain("the printed p <0.01 is that of Wald's z and of no test that is fit");
    expectPrinted(words.split("Fisher's p would be")[1]!, 0.12546891);
  });

  it("gives the effects with their intervals", () => {
    // Difference with Newcombe's and Miettinen and Nurminen's limits, ratio with Koopman's, odds ratio
    const expected = [
      [
        -22.6890756, -36.7414979, -2.0124117, -37.5841444, -2.4549263, 0.17346939, 0.02973814,
        0.88846615, 0.13484997, 0.0029789, 1.01409647,
      ],
      [
        -22.5108225, -36.049114, -2.0043229, -36.8825459, -2.4292037, 0.17460317, 0.02999813,
        0.89026019, 0.13587058, 0.00301895, 1.00917292,
      ],
      [
        -20.6926407, -34.1236211, -0.3541691, -34.9424605, -0.7186409, 0.18707483, 0.03203875,
        0.95947082, 0.14909608, 0.00330085, 1.11693065,
      ],
    ];
    for (const [i, row] of run.rows("tbl-leak").entries()) {
      expectPrinted(row.slice(3).join(" "), ...expected[i]!);
    }
  });

  it("asks how low the risk of the guided patients would have to have been", () => {
    const shown = [...run.text("fig-easier").matchAll(/At a risk of \d+ %: (\d+ %)/g)];
    expectPrinted(
      shown.map(([, chance]) => chance).join(" "),
      // 100 * pbinom(1, 21, …)
      ...[71.69718448, 36.47299638, 15.50381243, 5.76460752, 1.90272716, 0.55854586],
    );
    const [others, turning] = run.text("easier-words").split("Had the guided");
    expectPrinted(others!, 100 * (14 / 51), 95, 15.892727, 41.744752);
    expectPrinted(turning!.split("or less")[0]!, 20.672538);
    expect(turning).toContain("That is a risk inside the interval of the others");
  });

  it("finds the prostheses behind means and SDs", () => {
    expect(run.rows("tbl-prostheses")).toEqual([
      ["3D-guided, 21 patients", "1.05 ± 0.21", "22", "none", "20 took 1, 1 took 2"],
      [
        "Conventional imaging, 51 patients",
        "1.20 ± 0.52",
        "61",
        "none",
        "44 took 1, 4 took 2, 3 took 3; or 43 took 1, 7 took 2, 1 took 4",
      ],
    ]);
    const shown = run.text("fig-prostheses").replaceAll(/ \(2 possible values\)/g, "");
    // t.test equal and unequal, one-sided; exact rank sum with ties; normal; Fisher: least and most
    expectPrinted(
      pValues(shown),
      ...[0.220124797, 0.096661787, 0.048330893, 0.250287811, 0.346816389],
      ...[0.202379808, 0.260724693, 0.267744373, 0.422990478],
    );
    const words = run.text("prostheses-words");
    expect(words).toContain("is that of no test tried on any of these data");
    expectPrinted(
      words.split("The means differ by")[1]!.split("prostheses")[0]!,
      ...[0.148459384, 95, -0.027381629, 0.324300397],
    );
  });

  it("converts medians by two routes", () => {
    // Mean and SD of both groups; difference; ratio of the means; ratio from logarithms; p
    const expected = [
      [
        13.2, 3.10063114, 18.46666667, 7.32350909, -5.26666667, -7.71708946, -2.81624388, 1.3989899,
        1.2063872, 1.6223421, 1.375982, 1.177689, 1.6076625, 0.00005697136,
      ],
      [
        13.176643, 2.8888889, 18.433882, 7.1111111, -5.2572395, -7.6077501, -2.9067289, 1.3989817,
        1.2144809, 1.6115114, 1.3747518, 1.1852758, 1.5945172, 0.000030420115,
      ],
      [
        2775.3333, 2585.4493, 7278.6667, 8332.7802, -4503.3333, -7090.3185, -1916.3482, 2.6226279,
        1.578951, 4.3561688, 2.2532565, 1.2709129, 3.9948961, 0.00090205145,
      ],
      [
        2837.4114, 2408.8889, 7277.9085, 8091.1111, -4440.4971, -6934.0567, -1946.9375, 2.5649817,
        1.5962732, 4.1215573, 2.1784608, 1.2628717, 3.7578569, 0.00070286293,
      ],
    ];
    for (const [i, row] of run.rows("tbl-converted").entries()) {
      expectPrinted(row.slice(1, 7).join(" "), ...expected[i]!);
    }
    expect(run.text("medians-words")).toContain("allow one reading of the quartiles only");
  });

  it("reads the threefold decrease in each way", () => {
    // 7921/1978 = 4.0046, (7921 − 1978)/1978 = 3.0046; 7291/1978 = 3.6861, 2.6861
    expect(run.rows("tbl-fold").map((row) => row.slice(2))).toEqual([
      ["3D-guided over conventional", "0.25", "no"],
      ["conventional over 3D-guided", "4.00", "no"],
      ["the fall, over 3D-guided", "3.00", "rounds to it"],
      ["the fall, over conventional", "0.75", "no"],
      ["3D-guided over conventional", "0.27", "no"],
      ["conventional over 3D-guided", "3.69", "if cut off"],
      ["the fall, over 3D-guided", "2.69", "rounds to it"],
      ["the fall, over conventional", "0.73", "no"],
    ]);
  });

  it("judges each published figure", () => {
    expect(run.rows("tbl-verdicts")).toHaveLength(17);
  });

  it("answers in one sentence with the interval", () => {
    expect(run.text("answer")).toBe(
      "It foresees leak better: the AUC of the model's mismatch exceeds TOE's by 0.28 (95 % CI 0.07 to 0.49) and CT's " +
        "by 0.35 (95 % CI 0.14 to 0.56) if the mismatches are unrelated, with p at most 0.012 and 0.002 wherever they are " +
        "not opposed (0.053 and 0.016 in the worst case that the printed figures allow); that printing prevents leak is " +
        "not shown: 1 of 21 guided patients leaked and 14 of 51 others, a difference of −23 (95 % CI −37 to −2) " +
        "percentage points (Fisher's p = 0.052, printed <0.01) between groups that were not drawn by lot.",
    );
  });
});
