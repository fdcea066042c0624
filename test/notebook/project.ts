import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PACKAGE_ROOT } from "../../src/notebook/project.js";

/** What a command of Ostia came to. */
export interface Ended {
  /** Exit code, or the signal that ended the process. */
  readonly code: number | NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small project in a temporary folder. */
export interface TestProject {
  readonly root: string;
  /** Writes a file by its path from the root. */
  write(path: string, content: string): void;
  read(path: string): string;
  has(path: string): boolean;
  /** Writes `notebooks/<slug>.ipynb`. */
  notebook(slug: string, cells: readonly TestCell[]): void;
  /** Outputs of an executed notebook, one list a cell. */
  outputs(slug: string): Output[][];
  /** Runs a command to its end. */
  ostia(...args: string[]): Promise<Ended>;
  /** Starts a command. */
  start(...args: string[]): ChildProcess;
  remove(): void;
}

export interface TestCell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: string;
}

export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: readonly string[];
  readonly data?: Readonly<Record<string, readonly string[] | string>>;
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: readonly string[];
  readonly execution_count?: number;
}

export function code(source: string, metadata: Record<string, unknown> = {}): TestCell {
  return { cell_type: "code", metadata, source };
}

export function markdown(source: string): TestCell {
  return { cell_type: "markdown", metadata: {}, source };
}

/** A cell tagged `parameters`. */
export function parameters(source: string): TestCell {
  return code(source, { tags: ["parameters"] });
}

/** A notebook as Jupyter stores it; its first cell is front matter, so that `cells[0]` is cell 2. */
export function notebookJson(cells: readonly TestCell[], kernel = "ostia"): object {
  const front: TestCell = {
    cell_type: "raw",
    metadata: {},
    source: "---\ntitle: Test\ndescription: Does it run?\n---",
  };
  return {
    cells: [front, ...cells].map(({ cell_type, metadata, source }, i) => ({
      cell_type,
      ...(cell_type === "code" ? { execution_count: null, outputs: [] } : {}),
      id: `cell-${i + 1}`,
      metadata,
      source: source.match(/[^\n]*\n|[^\n]+$/g) ?? [],
    })),
    metadata: {
      kernelspec: { display_name: "Ostia (TypeScript)", language: "typescript", name: kernel },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

/**
 * Makes a project with `notebooks/` and `datasets/` that uses the built library of this repository.
 *
 * @param ownLibrary - gives the project a copy of `dist/`, as a clone of the repository has, to change it
 */
export function makeProject({ ownLibrary = false } = {}): TestProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "ostia-test-")));
  const packages = join(PACKAGE_ROOT, "node_modules");
  let main = join(PACKAGE_ROOT, "bin", "ostia.js");
  if (ownLibrary) {
    main = join(root, "bin", "ostia.js");
    for (const part of ["package.json", "bin", "dist"]) {
      cpSync(join(PACKAGE_ROOT, part), join(root, part), { recursive: true });
    }
    mkdirSync(join(root, "node_modules"));
    for (const name of readdirSync(packages)) {
      const target = name === "ostia" ? root : join(packages, name);
      symlinkSync(target, join(root, "node_modules", name));
    }
  } else {
    symlinkSync(packages, join(root, "node_modules"));
    writeFileSync(join(root, "package.json"), '{ "name": "test-project", "private": true }\n');
  }
  writeFileSync(join(root, "package-lock.json"), "{}\n");
  mkdirSync(join(root, "notebooks"));
  mkdirSync(join(root, "datasets"));
  const project: TestProject = {
    root,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    read: (path) => readFileSync(join(root, path), "utf8"),
    has: (path) => existsSync(join(root, path)),
    notebook: (slug, cells) => {
      project.write(`notebooks/${slug}.ipynb`, JSON.stringify(notebookJson(cells)));
    },
    outputs: (slug) => {
      const { cells } = JSON.parse(project.read(`reports/notebooks/${slug}.ipynb`));
      return cells.map((cell: { outputs?: Output[] }) => cell.outputs ?? []);
    },
    start: (...args) => spawn(process.execPath, [main, ...args], { cwd: root }),
    ostia: (...args) =>
      new Promise((resolve, reject) => {
        const child = project.start(...args);
        let stdout = "";
        let stderr = "";
        child.stdout?.setEncoding("utf8").on("data", (text: string) => {
          stdout += text;
        });
        child.stderr?.setEncoding("utf8").on("data", (text: string) => {
          stderr += text;
        });
        child.on("error", reject);
        child.on("close", (exit, signal) => {
          resolve({ code: exit ?? signal ?? -1, stdout, stderr });
        });
      }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  return project;
}

/** Text of an output: what a stream wrote, or the plain text of what was shown. */
export function textOf(output: Output | undefined): string {
  const text = output?.text ?? output?.data?.["text/plain"] ?? "";
  return typeof text === "string" ? text : text.join("");
}
