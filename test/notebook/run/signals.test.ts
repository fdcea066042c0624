import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { code, makeProject, type TestProject, textOf } from "../project.js";

/** Numbers of the processes whose working directory is the project's root. */
function processesIn(root: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === root;
      } catch {
        return false; // gone by now, or not ours
      }
    })
    .map(Number);
}

async function until(what: string, holds: () => boolean, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(50)) {
    if (holds()) return;
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

function temporaryFiles({ root }: TestProject): string[] {
  const all = readdirSync(join(root, "reports"), { recursive: true }) as string[];
  return all.filter((name) => name.endsWith(".tmp"));
}

const MARK = 'import { writeFileSync } from "node:fs";\nwriteFileSync("at-work", "");';

describe.runIf(process.platform === "linux")("a run that is ended from outside", () => {
  it.concurrent.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGKILL", "SIGKILL"],
  ] as const)("by %s leaves no process and no half-written file", async (signal, exit) => {
    const project = makeProject();
    try {
      project.notebook("looped", [code('"before"')]);
      expect(await project.ostia("run")).toMatchObject({ code: 0 });
      const before = project.read("reports/notebooks/looped.ipynb");

      project.notebook("looped", [code(MARK), code("while (true) {}")]);
      const child = project.start("run");
      const ended = new Promise((resolve) => {
        child.on("close", (number, name) => resolve(number ?? name));
      });
      await until("the loop runs", () => project.has("at-work"), 120);
      await wait(200);
      expect(processesIn(project.root).length).toBeGreaterThan(1);
      child.kill(signal);
      expect(await ended).toBe(exit);
      await until("no process is left", () => processesIn(project.root).length === 0, 30);
      expect(project.read("reports/notebooks/looped.ipynb")).toBe(before);
      expect(temporaryFiles(project)).toEqual([]);

      project.notebook("looped", [code('"after"')]);
      expect(await project.ostia("run")).toMatchObject({ code: 0 });
      expect(textOf(project.outputs("looped")[1]![0])).toBe("'after'");
      expect(readdirSync(join(project.root, ".ostia", "drafts"))).toEqual([]);
    } finally {
      project.remove();
    }
  });
});
