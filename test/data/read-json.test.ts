import { describe, expect, it } from "vitest";
import { jsonPath, readJson } from "../../src/data/read-json.js";
import { z } from "../../src/data/schema.js";
import { fileWith } from "./in-folder.js";

const schema = z.array(
  z.strictObject({ id: z.string(), kind: z.enum(["a", "b"]), n: z.array(z.string()).optional() }),
);
const read = (text: string) => readJson(fileWith(text, "x.json"), schema);

describe("readJson", () => {
  it("gives the typed value", () => {
    expect(read('[{"id": "x", "kind": "a"}]')).toEqual([{ id: "x", kind: "a" }]);
  });

  it("lists every fault with its path, what was expected and what came", () => {
    const text = '[{"id": 1, "kind": "c"}, {"id": "y", "kind": "b", "n": ["1", null], "m": 2}]';
    expect(() => read(text)).toThrow(
      [
        "$[0].id: expected a string, got the number 1",
        '$[0].kind: expected one of "a", "b", got the string "c"',
        "$[1].n[1]: expected a string, got null",
        '$[1]: unknown field "m"',
      ].join("\n  "),
    );
    expect(() => read("{}")).toThrow("$: expected an array, got an object");
    expect(() => read('[{"kind": "a"}]')).toThrow("$[0].id: expected a string, got nothing");
  });

  it("says where a text stops being JSON", () => {
    expect(() => read('[\n  {"id": "x",}\n]')).toThrow(/x\.json, line 2, column 14: expected JSON/);
    expect(() => readJson("no/such.json", schema)).toThrow("there is no such file");
  });
});

describe("jsonPath", () => {
  it("quotes names that are not plain", () => {
    expect(jsonPath([3, "n", "a b"])).toBe('$[3].n["a b"]');
  });
});
