import { describe, expect, it } from "vitest";
import {
  describeDiagnostics,
  describeStray,
  describeThrown,
} from "../../../src/notebook/kernel/cell-error.js";

function errorWithStack(stack: string): Error {
  const error = new RangeError("too far");
  error.stack = stack;
  return error;
}

describe("describeThrown", () => {
  it("names the line in the failing cell, not in the cell that it called", () => {
    const error = errorWithStack(
      [
        "RangeError: too far",
        "    at In [2], line 4: throw new RangeError(…)",
        "    at blandAltman (ostia: analysis/agreement.js)",
        "    at In [3], line 7: f();",
        "    at node:internal/process/task_queues:95:5",
      ].join("\n"),
    );
    expect(describeThrown(error, 3)).toEqual({
      ename: "RangeError",
      evalue: "too far",
      line: 7,
      traceback: [
        "RangeError: too far",
        "    at In [2], line 4: throw new RangeError(…)",
        "    at blandAltman (ostia: analysis/agreement.js)",
        "    at In [3], line 7: f();",
      ],
    });
  });

  it.each([
    ["a text", "a text"],
    [{ code: 5 }, "{ code: 5 }"],
    [undefined, "undefined"],
  ])("describes %j, which is no error", (thrown, evalue) => {
    expect(describeThrown(thrown, 1)).toEqual({
      ename: "Thrown",
      evalue,
      traceback: [`Thrown: ${evalue}`],
    });
  });
});

describe("describeStray", () => {
  it("says that nobody awaited it", () => {
    const { traceback } = describeStray("late", 1);
    expect(traceback.at(-1)).toContain("did not await");
  });
});

describe("describeDiagnostics", () => {
  it("gives every message with its line, the first as the error", () => {
    const found = describeDiagnostics(
      [
        { line: 2, messageText: "';' expected." },
        { line: 3, messageText: "Cannot find name 'b'." },
      ],
      4,
      "const a = 1;\nconst c =\n  b",
    );
    expect(found).toMatchObject({ ename: "TypeScriptError", evalue: "';' expected.", line: 2 });
    expect(found.traceback).toContain("    at In [4], line 3: Cannot find name 'b'.\n      b");
  });

  it("names a file that is not the cell, and no line that is not known", () => {
    const elsewhere = describeDiagnostics(
      [{ line: 7, file: "other.ts", messageText: "not there" }],
      1,
      "",
    );
    expect(elsewhere).not.toHaveProperty("line");
    expect(elsewhere.traceback[1]).toBe("    in other.ts, line 7: not there");
    const lost = describeDiagnostics([{ messageText: "Debug Failure." }], 1, "");
    expect(lost.traceback[1]).toBe("    at In [1]: Debug Failure.");
  });
});
