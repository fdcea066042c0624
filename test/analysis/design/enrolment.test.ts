import { describe, expect, it } from "vitest";
import { enrolment } from "../../../src/analysis/index.js";

describe("enrolment", () => {
  it("leaves at least n after the drop-out, with nobody too many", () => {
    for (let n = 1; n <= 500; n++) {
      const enrolled = enrolment(n, 0.15);
      expect(enrolled * 0.85).toBeGreaterThan(n - 1e-6);
      expect((enrolled - 1) * 0.85).toBeLessThan(n);
    }
  });

  it("does not add a patient for rounding in doubles", () => {
    expect(enrolment(63, 0.1)).toBe(70); // 63/(1 − 0.1) is 70 exactly
    expect(enrolment(40, 0)).toBe(40);
  });
});
