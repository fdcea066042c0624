import { describe, expect, it } from "vitest";
import { sha256OfFile } from "../../src/data/index.js";
import { fileWith } from "./in-folder.js";

describe("sha256OfFile", () => {
  it("gives the test vectors of FIPS 180-2", () => {
    expect(sha256OfFile(fileWith("abc"))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(sha256OfFile(fileWith(""))).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("refuses a file that is not there", () => {
    expect(() => sha256OfFile("no/such.csv")).toThrow("no/such.csv: cannot be read");
  });
});
