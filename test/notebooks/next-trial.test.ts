import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by next-trial.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("next-trial");
});

describe("the notebook that plans the next trial", () => {
  it("starts from the printed leaks with exact intervals", () => {
    const shares = run.text("fig-rates").split(/ of \d+: |Both: /);
    expectPrinted(shares[1]!.split(")")[0]!, 14.28571, 95, 3.04889676, 36.342399);
    expectPrinted(shares[2]!.split(")")[0]!, 27.4509804, 95, 15.8927265, 41.7447523);
    expectPrinted(shares[3]!.split(")")[0]!, 23.6111111, 95, 14.3966064, 35.0900034);
    expectPrinted(shares[4]!.split(")")[0]!, 0, 95, 0, 16.1097615);
    expectPrinted(shares[5]!.split(")")[0]!, 4.76190476, 95, 0.120488345, 23.81599099);
    expectPrinted(shares[6]!.split(")")[0]!, 2.380952381, 95, 0.0602623302, 12.5658557);
  });

  it("gives R's sizes by chi-square, corrected, and Fisher", () => {
    expect(run.rows("tbl-leak").map((row) => row.slice(1))).toEqual([
      ["14.4 %", "7.2 %", "291", "318", "313"],
      ["23.6 %", "11.8 %", "163", "180", "177"],
      ["35.1 %", "17.5 %", "98", "109", "108"],
    ]);
    const size = run.text("fig-leak-size");
    expect(size).toContain(
      "0.70 times the risk: 949 patients in each arm at the lowest rate, 315 at the",
    );
    expect(size).toContain(
      "0.25 times the risk: 127 patients in each arm at the lowest rate, 45 at the",
    );
    // Fisher's exact power of 21 and 21 is 0.0979
    expect(run.text("leak-words")).toContain("21 patients in each arm, would find it in 10 %");
  });

  it("gives pROC's sizes for two areas of the same patients", () => {
    const figure = run.text("fig-auc");
    expect(figure).toContain("Area 0.88: 53 patients without correlation, 20 at 0.80");
    expect(figure).toContain("Area 0.77: 198 patients without correlation, 65 at 0.80");
    expect(figure).toContain("Area 0.70: 611 patients without correlation, 175 at 0.80");
    const words = run.text("auc-words");
    expect(words).toContain(
      "33 patients suffice, 9 of them with a leak; Ciobotaru had 55, with 15",
    );
    expect(words).toContain("it takes 116 patients, and 341 for an area of 0.70");
    // 22 with a leak and 57 without
    expect(words).toContain("better than chance takes 79");
  });

  it("holds limits of agreement against one step of the device", () => {
    const words = run.text("agreement-words");
    expectPrinted(words.split("is below ")[1]!.split(" mm with")[0]!, 1.53064037, 1.27553364);
    expect(words).toContain("85 patients show it; 48 give the limits' intervals");
    expectPrinted(words.split("p 0.014): ")[1]!.split(" mm if")[0]!, 5.24938029);
    expectPrinted(words.split("with limits ")[1]!.split(" steps")[0]!, 6.85906421);
    expect(words).toContain("not the manufacturer's own page");
    expect(words).toContain("not to treat patients");
  });

  it("gives the sizes of a share by Wilson, Wald and the exact test", () => {
    expect(run.text("fig-share")).toContain("Share 80 %: 245 patients");
    expect(run.text("fig-share")).toContain("Share 90 %: 141 patients");
    const words = run.text("share-words");
    expect(words).toContain("83 of them give the share within 5 percentage points");
    expect(words).toContain("would ask for 73. To rule out 85 % by the exact test takes 75");
    expect(words).toContain("from 84 on every number does");
  });

  it("spreads the patients over centres and adds those who will be lost", () => {
    expect(run.rows("tbl-enrolment").map((row) => row.slice(1))).toEqual([
      ["354", "1.00", "394", "20"],
      ["116", "1.28", "167", "9"],
      ["85", "1.18", "123", "7"],
      ["83", "1.18", "112", "6"],
    ]);
    expect(run.text("enrolment-words")).toContain("no number of patients tells more than 500");
    expect(run.text("enrolment-words")).toContain("its 354 would become 1190, before drop-out");
  });

  it("answers in one sentence", () => {
    expect(run.text("answer")).toBe(
      "To show that 3D models bring the risk of a leak to 0.50 times what it is takes 177 patients in each arm if 24 % " +
        "leak without a model (108 to 313 over that rate's exact 95 % CI, 14 to 35 %); an area of 0.77 against 0.60 " +
        "takes 116 patients (33 if 0.88 is true), limits of agreement within one device step 85 and a share of 95 % " +
        "within 5 points 83, each before drop-out and each only as good as the assumptions in its parameters.",
    );
  });

  it("follows its parameters", async () => {
    const other = await execute(
      "next-trial",
      "--param",
      "relativeRisk=0.25",
      "--param",
      "centres=4",
    );
    expect(other.rows("tbl-leak")[1]!.slice(1, 3)).toEqual(["23.6 %", "5.9 %"]);
    expect(other.text("enrolment-words")).toContain("tells more than 200");
  });
});
