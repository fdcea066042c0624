import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClone } from "./clone.js";

let clone: ReturnType<typeof makeClone>;
beforeAll(() => {
  clone = makeClone();
});
afterAll(() => clone.remove());

const at = (path: string): string => join(clone.root, path);

function build(): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [at("scripts/build.mjs")], {
    encoding: "utf8",
  });
  return { code: status, said: stderr };
}

/** One story: what the set-up does after each change of the clone. */
describe("the set-up", () => {
  it("builds what is not built, and says so", () => {
    expect(build()).toEqual({
      code: 0,
      said: "Building the library …\nReady: packages are installed and dist/ is built.\n",
    });
    expect(readFileSync(at("dist/index.js"), "utf8")).toContain("one = 1");
  });

  it("does nothing when nothing changed", () => {
    const before = statSync(at("dist/index.js")).mtimeMs;
    expect(build().said).toBe("Ready: packages are installed and dist/ is built.\n");
    expect(statSync(at("dist/index.js")).mtimeMs).toBe(before);
  });

  it("keeps the earlier build when the new one fails, and tries again the next time", () => {
    writeFileSync(at("src/index.ts"), 'export const one: number = "two";\n');
    for (const _ of [1, 2]) {
      const { code, said } = build();
      expect(code).toBe(2);
      expect(said).toMatch(/src\/index\.ts\(1,14\): error TS2322.*\nthe compiler failed/);
      expect(readFileSync(at("dist/index.js"), "utf8")).toContain("one = 1");
    }
    expect(existsSync(at(".ostia/build"))).toBe(false);
  });

  it("leaves nothing in the build of what is gone from src/", () => {
    writeFileSync(at("dist/gone.js"), "");
    writeFileSync(at("src/index.ts"), "export const one = 2;\n");
    expect(build().code).toBe(0);
    expect(readFileSync(at("dist/index.js"), "utf8")).toContain("one = 2");
    expect(existsSync(at("dist/gone.js"))).toBe(false);
  });
});
