import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/notebook/project.js";

it("docs/statistics.md lists every function with what its doc comment says", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["scripts/write-statistics-docs.mjs", "--check"],
    { cwd: PACKAGE_ROOT, encoding: "utf8" },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
