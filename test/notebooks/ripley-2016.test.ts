import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by reference.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("ripley-2016");
});

describe("the notebook on Ripley 2016", () => {
  it("reads the sixteen patients without an issue and counts as the review does", () => {
    expect(run.text("data-words")).toContain("16 patients, 0 of them without a finding");
    expect(run.text("data-words")).toContain("raised no issue");
    expect(run.rows("tbl-counts")).toEqual([
      ["Leak", "6", "3", "9", "6 of 9", "6 of 9"],
      ["No leak", "2", "5", "7", "5 of 7", "5 of 7"],
    ]);
  });

  it("gives R's exact and score intervals", () => {
    // binom.test(x, n)$conf.int, prop.test(x, n, correct = FALSE)$conf.int; per cent
    const expected = [
      [
        [6, 9, 66.666667],
        [29.929506, 92.514537],
        [35.420214, 87.941618],
      ],
      [
        [5, 7, 71.428571],
        [29.042086, 96.330743],
        [35.893445, 91.778108],
      ],
      [
        [6, 8, 75],
        [34.914421, 96.814597],
        [40.927543, 92.852079],
      ],
      [
        [5, 8, 62.5],
        [24.486322, 91.476659],
        [30.574239, 86.315571],
      ],
      [
        [11, 16, 68.75],
        [41.337936, 88.983005],
        [44.404356, 85.835356],
      ],
    ];
    const rows = run.rows("tbl-accuracy");
    for (const [i, columns] of expected.entries()) {
      for (const [j, values] of columns.entries()) expectPrinted(rows[i]![j + 1]!, ...values);
    }
    // Every interval of the figure crosses the coin's line, as its alternative text says.
    for (const [, exact, score] of expected) {
      for (const [lower, upper] of [exact!, score!]) expect(lower! < 50 && upper! > 50).toBe(true);
    }
  });

  it("gives Koopman's intervals of the likelihood ratios", () => {
    const [positive, negative] = run.rows("tbl-accuracy").slice(5);
    expectPrinted(positive![1]!, 2.3333333);
    expectPrinted(positive![3]!, 0.8001132, 8.5631487);
    expectPrinted(negative![1]!, 0.46666667);
    expectPrinted(negative![3]!, 0.15812399, 1.25397182);
  });

  it("gives R's Fisher test, mid-p and conditional odds ratio", () => {
    // fisher.test, and its limits solved to full precision
    const [tests, odds] = run.text("fisher-words").split("The odds");
    expectPrinted(tests!, 0.31468531, 0.17762238);
    expectPrinted(odds!.split(" times")[0]!, 4.4736822, 95, 0.4086587, 75.971496);
    expect(odds).toContain("both intervals hold 1");
  });

  it("says what a coin and what saying leak to everybody would do", () => {
    // qbinom(c(0.025, 0.975), 16, 0.5); 1 - pbinom(10, 16, 0.5); binom.test(11, 16)$p.value
    const [, coin, always] = run.text("coin-words").split(/right\. |Saying/);
    expectPrinted(coin!, 95, 4, 12, 0.10505676, 0.21011353);
    // 2 * pbinom(3, 8, 0.5)
    expectPrinted(always!.split("disagree")[1]!, 8, 5, 3, 0.7265625);
    const bars = run.text("fig-coin").matchAll(/\d+: ([\d.]+) %/g);
    expectPrinted(
      [...bars].map(([, chance]) => chance).join(" "),
      // 100 * dbinom(0:16, 16, 0.5)
      ...[0.0015258789, 0.0244140625, 0.1831054688, 0.8544921875, 2.7770996094, 6.6650390625],
      ...[12.2192382813, 17.4560546875, 19.6380615234, 17.4560546875, 12.2192382813],
      ...[6.6650390625, 2.7770996094, 0.8544921875, 0.1831054688, 0.0244140625, 0.0015258789],
    );
  });

  it("carries sensitivity and specificity over to other prevalences", () => {
    const numbers = run
      .text("fig-prevalence")
      .split(/(?:Positive|Negative) predictive value: /)
      .slice(1);
    const expected = [
      [10.9375, 3.3690981, 30.1950114],
      [20.5882353, 6.8558941, 47.7312004],
      [36.842105, 14.208143, 67.263253],
      [50, 22.112673, 77.887327],
      [70, 39.847712, 89.152466],
      [97.6027397, 93.5271793, 99.1358653],
      [95.0704225, 87.2519958, 98.193065],
      [89.552239, 75.259406, 96.024196],
      [83.333333, 63.957016, 93.372547],
      [68.181818, 43.197472, 85.791493],
    ];
    expect(numbers).toHaveLength(expected.length);
    for (const [i, [value, lower, upper]] of expected.entries()) {
      const [, estimate] = numbers[i]!.split("%: ");
      expectPrinted(estimate!, value!, 95, lower!, upper!);
    }
  });

  it("repeats the tests with one patient turned over", () => {
    // fisher.test, mid-p, binom.test
    const expected = [
      [0.31468531, 0.17762238, 0.21011353],
      [0.126223776, 0.093181818, 0.076812744],
      [0.35751748, 0.24187063, 0.45449829],
      [0.61451049, 0.48601399, 0.45449829],
      [0.06013986, 0.034440559, 0.076812744],
    ];
    const rows = run.rows("tbl-one-patient");
    for (const [i, values] of expected.entries()) {
      for (const [j, value] of values.entries()) expectPrinted(rows[i]![j + 4]!, value);
    }
    expect(run.text("one-patient-words")).toContain(
      "in 0 of the 4 changes, its mid-p version in 1",
    );
  });

  it("reads the denominators the other way, with the same answer", () => {
    const [, other] = run
      .text("fig-reading")
      .split("Denominators: light and no light: Sensitivity");
    const [sensitivity, specificity] = other!.split("Specificity");
    const numbers = (text: string): string => text.split(/Denominators|Positive/)[0]!;
    expectPrinted(
      numbers(sensitivity!),
      ...[75, 95, 34.914421, 96.814597, 95, 40.927543, 92.852079],
    );
    expectPrinted(
      numbers(specificity!),
      ...[62.5, 95, 24.486322, 91.476659, 95, 30.574239, 86.315571],
    );
    expect(run.text("reading-words")).toContain("are the same under both");
  });

  it("says what so few patients could have found, and how many would settle it", () => {
    // Every table of 9 and 7 patients with its chance, rejected by fisher.test
    const shown = [...run.text("fig-power").matchAll(/power (\d+ %)/g)];
    expectPrinted(
      shown.map(([, power]) => power).join(" "),
      7.3380586,
      26.003196,
      61.1988631,
      93.5152438,
    );
    expect(run.text("power-words")).toContain("right in about 86 % of patients of either kind");
    expect(run.rows("tbl-settle").map((row) => row.slice(1))).toEqual([
      ["86", "79", "180"],
      ["33", "26", "59"],
      ["–", "–", "56"],
    ]);
  });

  it("judges each published figure", () => {
    expect(run.rows("tbl-verdicts")).toHaveLength(5);
  });

  it("answers in one sentence with the interval", () => {
    expect(run.text("answer")).toBe(
      "Not shown: light called 11 of 16 (69 %) right (95 % CI 41 to 89 %), as many as a coin reaches or exceeds " +
        "with a chance of 0.11; it found 6 of 9 leaks (30 to 93 %) and excluded 5 of 7 (29 to 96 %; Fisher's p = 0.31).",
    );
    expect(run.media("answer")).toContain("text/markdown");
  });

  it("takes another level as a parameter", async () => {
    const other = await execute("ripley-2016", "--param", "level=0.9");
    // binom.test(11, 16, conf.level = 0.9)$conf.int
    expect(other.text("answer")).toContain("(90 % CI 45 to 87 %)");
  });
});
