import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { kernelInstall, kernelUninstall } from "../../src/cli/kernel.js";
import { makeProject, type TestProject } from "../notebook/project.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let project: TestProject;
let terminal: SaidTerminal;
beforeEach(() => {
  project = makeProject();
  terminal = saidTerminal();
  vi.stubEnv("JUPYTER_DATA_DIR", join(project.root, "data"));
  vi.stubEnv("VIRTUAL_ENV", join(project.root, "venv"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  project.remove();
});

describe("kernel install and uninstall", () => {
  it.each([
    [false, "data/kernels/ostia"],
    [true, "venv/share/jupyter/kernels/ostia"],
  ])("with --sys-prefix %s in %s", (sysPrefix, folder) => {
    const options = { sysPrefix, json: false };
    expect(kernelInstall(options, terminal)).toBe(0);
    expect(project.has(`${folder}/kernel.json`)).toBe(true);
    expect(kernelUninstall(options, terminal)).toBe(0);
    expect(project.has(folder)).toBe(false);
    expect(kernelUninstall(options, terminal)).toBe(1);
    const place = join(project.root, folder);
    expect(terminal.notes).toEqual([
      `The kernel "Ostia (TypeScript)" stands in ${place}`,
      `Removed ${place}`,
      `There is no kernel in ${place}`,
    ]);
    expect(terminal.outs).toEqual([]);
  });

  it("say in JSON what they did", () => {
    const options = { sysPrefix: false, json: true };
    const folder = join(project.root, "data", "kernels", "ostia");
    kernelInstall(options, terminal);
    kernelUninstall(options, terminal);
    kernelUninstall(options, terminal);
    expect(terminal.outs.map((text) => JSON.parse(text))).toEqual([
      { installed: folder },
      { removed: folder },
      { removed: null },
    ]);
  });
});
