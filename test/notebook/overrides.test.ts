import { describe, expect, it } from "vitest";
import { parseOverrides } from "../../src/notebook/overrides.js";

describe("parseOverrides", () => {
  it("splits at the first equals sign", () => {
    expect(parseOverrides(["level=0.9", "filter=age>=65", "empty="])).toEqual({
      level: "0.9",
      filter: "age>=65",
      empty: "",
    });
  });

  it.each([["level"], ["=0.9"], ["0level=1"], ["le vel=1"]])("refuses %j", (text) => {
    expect(() => parseOverrides([text])).toThrow(`--param: expected name=value; got "${text}"`);
  });

  it("refuses a name that comes twice, even one that every object has", () => {
    expect(() => parseOverrides(["a=1", "a=2"])).toThrow('"a" is given twice');
    expect(parseOverrides(["toString=1"])).toEqual({ toString: "1" });
  });
});
