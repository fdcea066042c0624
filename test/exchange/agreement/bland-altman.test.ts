import { describe, expect, it } from "vitest";
import { type Answer, answer } from "../../../src/exchange/index.js";

const asked = (id: string, input: object): Answer =>
  answer(id, { conf_level: 0.9, loa_level: 0.9, ...input });

describe("the statistics of the Bland–Altman family", () => {
  it("leave out pairs that miss a value, and count them", () => {
    const whole = asked("bland_altman", { x: [1, 3, 8, 2], y: [2, 2, 5, 3] });
    const holed = asked("bland_altman", {
      x: [1, null, 3, 8, 7, 2],
      y: [2, 4, 2, 5, null, 3],
    });
    expect(holed).toEqual({ ...whole, n_missing: 2 });
  });

  it("leave out rows that miss a subject or a value", () => {
    const whole = { subject: [1, 1, 2, 2, 3], x: [3, 4, 6, 8, 9], y: [3, 3, 5, 5, 9] };
    const holed = {
      subject: [1, null, 1, 2, 2, 3, 3],
      x: [3, 77, 4, 6, 8, null, 9],
      y: [3, 1, 3, 5, 5, 4, 9],
    };
    expect(asked("bland_altman_repeated_linked", holed)).toEqual(
      asked("bland_altman_repeated_linked", whole),
    );
    const { error, ...found } = asked("measurement_error", {
      subject: holed.subject,
      value: holed.x,
    });
    expect(error).toBeUndefined();
    expect(found).toEqual(asked("measurement_error", { subject: whole.subject, value: whole.x }));
  });

  it("know a subject by number as by word", () => {
    const [x, y] = [
      [3, 4, 6, 8, 9],
      [3, 2, 5, 5, 9],
    ];
    const found = asked("bland_altman_repeated_unlinked", {
      subject_x: [1, 1, 2, 2, 3],
      x,
      subject_y: ["1", "2", "2", "3", "3"],
      y,
    });
    expect(found.error).toBeUndefined();
    expect(found.n_subjects).toBe(3);
  });

  it("refuse columns of unequal lengths rather than cut the longer one", () => {
    const input = { x: [1, 2, 3], y: [1, 2], at: [1], delta: 1, p: 0.9, coverage: 0.9 };
    for (const id of [
      "bland_altman",
      "bland_altman_log",
      "bland_altman_percent",
      "bland_altman_regression",
      "bland_altman_nonparametric",
      "lin_ccc",
      "tdi_cp",
      "tolerance_interval",
    ]) {
      expect(asked(id, input).error, id).toBe("different_lengths");
    }
    const subject = [1, 1];
    for (const [id, columns] of [
      ["bland_altman_repeated_linked", { subject, x: [1, 2, 3], y: [1, 2, 3] }],
      ["measurement_error", { subject, value: [1, 2, 3] }],
    ] as const) {
      expect(asked(id, columns).error, id).toBe("different_lengths");
    }
  });

  it("answer without what was not asked for, or is not defined for so few", () => {
    const two = asked("bland_altman", { x: [1, 2], y: [2, 2] });
    expect([two.proportional_bias, two.shapiro_wilk]).toEqual([undefined, undefined]);
    const plain = asked("bland_altman_nonparametric", { x: [1, 2], y: [2, 2] });
    expect(plain.within_delta).toBeUndefined();
    expect(asked("bland_altman", { x: [3, 4], y: [1, 2] }).degenerate).toBe("zero-variance");
  });
});
