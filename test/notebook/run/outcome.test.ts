import { describe, expect, it } from "vitest";
import { failureOf, lintFailure } from "../../../src/notebook/run/outcome.js";

const place = { index: 5, count: 3, label: "fig-roc" };

describe("failureOf", () => {
  it("names notebook, cell, label, line, the error and where it came from", () => {
    const error = {
      ename: "InvalidInput",
      evalue: "blandAltman: needs pairs",
      line: 2,
      traceback: [
        "InvalidInput: blandAltman: needs pairs",
        "    at In [3], line 2: blandAltman(…)",
      ],
    };
    expect(failureOf("notebooks/n.ipynb", { status: "failed", place, error }, 1.5)).toEqual({
      notebook: "notebooks/n.ipynb",
      status: "failed",
      message:
        "notebooks/n.ipynb, cell 5 (fig-roc), line 2: InvalidInput: blandAltman: needs pairs\n    at In [3], line 2: blandAltman(…)",
      seconds: 1.5,
      cell: place,
    });
  });

  it("leaves out a label and a line that there are not", () => {
    const error = { ename: "Thrown", evalue: "x", traceback: ["Thrown: x"] };
    const unlabelled = { index: 2, count: 1, label: undefined };
    const { message } = failureOf("n", { status: "failed", place: unlabelled, error }, 1);
    expect(message).toBe("n, cell 2: Thrown: x");
  });

  it("says which cell ran too long, or that the kernel did not start", () => {
    const timeout = (at: typeof place) =>
      failureOf("n", { status: "timeout", place: at, seconds: 10 }, 11).message;
    expect(timeout(place)).toBe(
      "n, cell 5 (fig-roc): ran longer than 10 s and was ended (--timeout)",
    );
    expect(timeout({ index: 0, count: 0, label: "" })).toMatch(
      /^n, before its first cell: the kernel did not start in 10 s/,
    );
  });

  it("says how a process died, and where", () => {
    const died = failureOf("n", { status: "died", place, how: "by signal SIGABRT: heap" }, 1);
    expect(died.message).toBe(
      "n, cell 5 (fig-roc): the kernel's process ended by signal SIGABRT: heap",
    );
    const early = failureOf("n", { status: "died", place: undefined, how: "with exit code 1" }, 1);
    expect(early.message).toBe("n: the kernel's process ended with exit code 1");
    expect(early).not.toHaveProperty("cell");
  });

  it("calls a refused notebook invalid and a stopped one stopped", () => {
    expect(failureOf("n", { status: "refused", message: "why" }, 1)).toEqual({
      notebook: "n",
      status: "invalid",
      message: "why",
    });
    expect(failureOf("n", { status: "stopped" }, 1).status).toBe("stopped");
  });
});

describe("lintFailure", () => {
  it("gives every problem on a line of its own", () => {
    const problem = { notebook: "n", cell: 2, line: 1, rule: "path", message: "m" } as const;
    const { status, message, problems } = lintFailure("n", [
      problem,
      { ...problem, cell: 3, label: "a" },
    ]);
    expect(status).toBe("failed");
    expect(message).toBe("n, cell 2, line 1: m [path]\nn, cell 3 (a), line 1: m [path]");
    expect(problems).toHaveLength(2);
  });
});
