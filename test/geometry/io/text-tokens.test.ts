import { describe, expect, it } from "vitest";
import { TextTokens } from "../../../src/geometry/io/text-tokens.js";
import { bytesOf } from "./mesh-samples.js";

const tokens = (text: string, options = {}): TextTokens =>
  new TextTokens("a.off", bytesOf(text), options);

describe("TextTokens", () => {
  it("gives words across lines, and knows the line of each", () => {
    const words = tokens("one  two\r\n\n\tthree");
    expect([words.next(), words.next(), words.line]).toEqual(["one", "two", 1]);
    expect([words.next(), words.line]).toEqual(["three", 3]);
    expect(words.next()).toBeUndefined();
  });

  it("stops at the end of the line when asked", () => {
    const words = tokens("a b\nc");
    expect([words.nextOnLine(), words.nextOnLine(), words.nextOnLine()]).toEqual([
      "a",
      "b",
      undefined,
    ]);
    expect(words.next()).toBe("c");
  });

  it("gives the rest of a line, and passes over comments", () => {
    const words = tokens("# all\na  b c \nd # e\nf", { comment: "#" });
    expect([words.next(), words.restOfLine()]).toEqual(["a", "b c"]);
    expect([words.next(), words.next()]).toEqual(["d", "f"]);
  });

  it("reads numbers in double and single precision, and counts", () => {
    const words = tokens("0.1 0.1 12");
    expect([words.number("x"), words.single("x"), words.count("n")]).toEqual([
      0.1,
      Math.fround(0.1),
      12,
    ]);
  });

  it("begins where it is told, and says where it stands", () => {
    const words = tokens("abc def", { from: 4 });
    expect([words.next(), words.position]).toEqual(["def", 7]);
  });

  it.each([
    ["1.5", "count", 'a.off: line 1: needs it; got "1.5"'],
    ["-1", "count", 'got "-1"'],
    ["1e999", "number", 'got "1e999"'],
    ["\n\n x", "number", 'line 3: needs it; got "x"'],
    ["", "number", "got the end of the file"],
  ] as const)("refuses %j as a %s", (text, kind, message) => {
    expect(() => tokens(text)[kind]("it")).toThrow(message);
  });
});
