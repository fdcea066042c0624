import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  installKernelSpec,
  kernelSpecFolder,
  uninstallKernelSpec,
} from "../../src/notebook/kernel-spec.js";
import { makeProject, type TestProject } from "./project.js";

describe("kernelSpecFolder", () => {
  it.each([
    ["linux", {}, "/home/ada/.local/share/jupyter/kernels/ostia"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/jupyter/kernels/ostia"],
    ["linux", { XDG_DATA_HOME: "" }, "/home/ada/.local/share/jupyter/kernels/ostia"],
    ["darwin", {}, "/home/ada/Library/Jupyter/kernels/ostia"],
    ["win32", { APPDATA: "/roaming" }, "/roaming/jupyter/kernels/ostia"],
    ["linux", { JUPYTER_DATA_DIR: "/jd", XDG_DATA_HOME: "/data" }, "/jd/kernels/ostia"],
  ] as const)("is, for a user on %s with %j, %s", (platform, env, folder) => {
    expect(kernelSpecFolder("user", env, platform, "/home/ada")).toBe(folder);
  });

  it.each([
    [{ VIRTUAL_ENV: "/venv", CONDA_PREFIX: "/conda" }, "/venv/share/jupyter/kernels/ostia"],
    [{ CONDA_PREFIX: "/conda" }, "/conda/share/jupyter/kernels/ostia"],
  ])("is, in the environment %j, %s", (env, folder) => {
    expect(kernelSpecFolder("sys-prefix", env, "linux", "/home/ada")).toBe(folder);
  });
});

describe("installKernelSpec", () => {
  let project: TestProject;
  beforeEach(() => {
    project = makeProject();
  });
  afterEach(() => project.remove());

  it("writes a specification that starts the kernel with this Node, and removes it again", () => {
    const folder = join(project.root, "kernels", "ostia");
    project.write("kernels/ostia/leftover.txt", "");
    installKernelSpec(folder);
    const spec = JSON.parse(project.read("kernels/ostia/kernel.json"));
    expect(spec).toMatchObject({
      display_name: "Ostia (TypeScript)",
      language: "typescript",
      interrupt_mode: "signal",
    });
    expect(spec.argv[0]).toBe(process.execPath);
    expect(spec.argv.at(-2)).toMatch(/notebook\/kernel\/jupyter-main\.js$/);
    expect(spec.argv.at(-1)).toBe("{connection_file}");
    expect(project.has("kernels/ostia/leftover.txt")).toBe(false);
    expect(uninstallKernelSpec(folder)).toBe(true);
    expect(project.has("kernels/ostia")).toBe(false);
    expect(uninstallKernelSpec(folder)).toBe(false);
  });
});
