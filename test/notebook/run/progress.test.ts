import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { barProgress, lineProgress } from "../../../src/notebook/run/progress.js";

describe("lineProgress", () => {
  it("writes a line when a notebook begins and one when it ends", () => {
    const lines: string[] = [];
    const progress = lineProgress((line) => lines.push(line));
    progress.cell("a", 0, 0, undefined);
    progress.cell("a", 2, 5, "fig-roc");
    progress.cell("b", 0, 0, undefined);
    progress.ended("a", "✓ a");
    progress.close();
    expect(lines).toEqual(["running a", "running b", "✓ a"]);
  });
});

describe("barProgress", () => {
  it("shows how far each notebook is, and finished ones above", () => {
    const stream = new PassThrough() as unknown as NodeJS.WriteStream;
    let written = "";
    stream.on("data", (chunk: Buffer) => {
      written += chunk.toString();
    });
    const progress = barProgress(2, stream);
    progress.cell("a", 0, 0, undefined);
    expect(written).toContain("░░░░░░░░░░░░░░░░░░░░ a: starting");
    progress.cell("a", 6, 10, "fig-roc");
    expect(written).toContain("██████████░░░░░░░░░░ a: cell 6 of 10 (fig-roc)");
    written = "";
    progress.ended("a", "✓ a (1.0 s)");
    expect(written).toContain("✓ a (1.0 s)\n");
    expect(written).toContain("1 of 2 notebooks finished");
    expect(written).not.toContain("a: cell");
    progress.close();
  });
});
