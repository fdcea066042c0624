import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { code, makeProject, markdown, type Output, type TestProject, textOf } from "../project.js";

const PYTHON = "/usr/bin/python3";
const SCRIPT = fileURLToPath(new URL("./jupyter.py", import.meta.url));

/** Debian's python3-nbclient and what it needs. */
const hasJupyter = spawnSync(PYTHON, ["-c", "import nbclient, jupyter_client"]).status === 0;

const NOTEBOOK = [
  /* 2 */ code('import { readFileSync } from "node:fs";\nimport { markdown, show } from "ostia";'),
  /* 3 */ markdown("Words"),
  /* 4 */ code('const text: string = readFileSync("datasets/a.csv", "utf8");\ntext'),
  /* 5 */ code("const a: number = 1;"),
  /* 6 */ code("({ a })"),
  /* 7 */ code(
    'console.log("one");\nconsole.error("two");\nconsole.log("three");\nconsole.log("four");',
  ),
  /* 8 */ code("throw new RangeError('allowed');", { tags: ["raises-exception"] }),
  /* 9 */ code('"not skipped"'),
  /* 10 */ code(
    "const late: number = await new Promise<number>((r) => setTimeout(() => r(3), 20));\nlate",
  ),
  /* 11 */ code('await show(markdown("**bold**"));'),
  /* 12 */ code(" "),
  /* 13 */ code('for (let i = 0; i < 300; i++) console.log("line " + i);'),
  /* 14 */ code("console.log(new Error('printed'));"),
];

if (!hasJupyter) console.warn(`${PYTHON} has no nbclient: the tests under Jupyter are skipped`);

describe.skipIf(!hasJupyter)("the kernel under Jupyter (skipped without python3-nbclient)", () => {
  let project: TestProject;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    project = makeProject();
    const place = join(project.root, "jupyter");
    env = { ...process.env, JUPYTER_DATA_DIR: place, JUPYTER_RUNTIME_DIR: join(place, "runtime") };
    project.write("datasets/a.csv", "id\n001\n");
    project.notebook("n", NOTEBOOK);
    process.env.JUPYTER_DATA_DIR = place;
    expect(await project.ostia("kernel", "install")).toMatchObject({ code: 0 });
    delete process.env.JUPYTER_DATA_DIR;
  });
  afterAll(() => project.remove());

  const python = async (...args: string[]) => {
    const options = { env, cwd: project.root, maxBuffer: 1 << 26 };
    const { stdout } = await promisify(execFile)(PYTHON, [SCRIPT, ...args], options);
    return JSON.parse(stdout);
  };

  it("gives by nbclient the outputs that it gives by ostia run", async () => {
    const notebook = join(project.root, "notebooks", "n.ipynb");
    const [byJupyter, ended] = await Promise.all([
      python("run", notebook, join(project.root, "notebooks")),
      project.ostia("run", "n"),
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    const byOstia = JSON.parse(project.read("reports/notebooks/n.ipynb")).cells;
    expect(byJupyter.map(joined)).toEqual(
      byOstia.map(({ outputs = [], execution_count = null }) =>
        joined({ outputs, execution_count }),
      ),
    );
    expect(byOstia[12].outputs[0].text).toHaveLength(300);
  });

  it("runs the cells below one that fails, where errors are allowed", async () => {
    project.notebook("errors", [
      code("const a = 1;\nthrow new RangeError('allowed');"),
      code("const b: string = 5;"),
      code("'not skipped'"),
    ]);
    const notebook = join(project.root, "notebooks", "errors.ipynb");
    const cells: { outputs: Output[] }[] = await python("run", notebook, project.root);
    expect(cells[1]!.outputs).toMatchObject([
      { output_type: "error", ename: "RangeError", evalue: "allowed" },
    ]);
    expect(cells[2]!.outputs).toMatchObject([
      {
        output_type: "error",
        ename: "TypeScriptError",
        evalue: "Type 'number' is not assignable to type 'string'.",
      },
    ]);
    expect(textOf(cells[3]!.outputs[0])).toBe("'not skipped'");
  });

  it("answers requests, bears interrupts and ends when it is told to", async () => {
    const answers = await python("ask");
    expect(answers.info).toMatchObject({
      type: "kernel_info_reply",
      status: "ok",
      implementation: "ostia",
      language_info: { name: "typescript", file_extension: ".ts" },
    });
    expect(answers.complete).toMatchObject({ type: "complete_reply", matches: ["age", "sex"] });
    expect(answers.inspect.data["text/plain"]).toContain("age: number");
    expect(answers.is_complete.status).toBe("incomplete");
    expect(answers.comm_info).toMatchObject({ type: "comm_info_reply", comms: {} });
    expect(answers.unknown.map(({ type }: { type: string }) => type)).toEqual([
      "status",
      "execute_input",
      "execute_result",
    ]);
    for (const reply of answers.interrupted) expect(reply.status).toBe("error");
    expect(textOf(answers.then.at(-1))).toBe("70");
    expect([answers.behind.status, answers.later.status]).toEqual(["aborted", "ok"]);
    expect(answers.ended).toBe(true);
  });

  it("ends when Jupyter is killed, even in an endless loop", async () => {
    const jupyter: ChildProcess = spawn(PYTHON, [SCRIPT, "hold"], { env, cwd: project.root });
    const pid = await new Promise<number>((resolve, reject) => {
      jupyter.stdout!.once("data", (text: Buffer) => resolve(Number(text.toString())));
      jupyter.once("exit", () => reject(new Error("ended before the kernel began")));
    });
    await wait(1000); // the loop begins
    expect(isAlive(pid)).toBe(true);
    jupyter.kill("SIGKILL");
    for (let i = 0; i < 100 && isAlive(pid); i++) await wait(100);
    expect(isAlive(pid)).toBe(false);
  });
});

/** Whether a process runs; one that has ended and waits for its parent does not. */
function isAlive(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== "";
  } catch {
    return false;
  }
}

/** Texts as one string: files hold lists of lines, messages hold strings. */
function joined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner) =>
    Array.isArray(inner) && key !== "traceback" && inner.every((line) => typeof line === "string")
      ? inner.join("")
      : inner,
  );
}
