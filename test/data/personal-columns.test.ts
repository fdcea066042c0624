import { describe, expect, it } from "vitest";
import { personalKind } from "../../src/data/personal-columns.js";

describe("personalKind", () => {
  it.each([
    ["name", "a name"],
    ["Patient Name", "a name"],
    ["patientName", "a name"],
    ["last_name", "a name"],
    ["DOB", "a date of birth"],
    ["date_of_birth", "a date of birth"],
    ["BirthDate", "a date of birth"],
    ["MRN", "a record number"],
    ["hospital-number", "a record number"],
    ["nhs_number", "a record number"],
    ["postcode", "an address"],
  ])("takes %j for %s", (name, kind) => {
    expect(personalKind(name)).toBe(kind);
  });

  it.each(["patient", "id", "filename", "age_years", "leak", "dobutamine", "stillbirths", "n"])(
    "finds nothing in %j",
    (name) => {
      expect(personalKind(name)).toBeUndefined();
    },
  );
});
