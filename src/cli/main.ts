import { Command, CommanderError } from "commander";
import { findProjectRoot, OSTIA_VERSION } from "../notebook/project.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import { processTerminal } from "./terminal.js";

/** Signals that end a run; the exit code is 128 and the signal's number, as shells have it. */
const ENDING_SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * The command line: `ostia <command>`. Each command is loaded when it is called.
 *
 * @param args - the arguments after the program's name
 * @returns the exit code: 0 done, 1 the answer is no, 2 the caller erred
 */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  let code = 0;
  const program = commands((result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has spoken
    if (!(error instanceof InvalidInput)) throw error;
    terminal.note(error.message);
    return 2;
  }
}

function commands(finish: (code: number) => void): Command {
  const terminal = processTerminal();
  const root = findProjectRoot(process.cwd());
  const program = new Command("ostia")
    .description("Re-runs trial analyses from versioned data and publishes them.")
    .version(OSTIA_VERSION)
    .exitOverride()
    .showHelpAfterError("(ostia --help lists the commands)");
  const add = (usage: string, description: string, parent: Command = program): Command =>
    parent
      .command(usage)
      .description(description)
      .option("--json", "print one JSON document on standard output", false)
      .exitOverride()
      .allowExcessArguments(false);

  add("run [notebook...]", "run the notebooks that are not fresh, in parallel")
    .option("--jobs <n>", "processes at once (default: one a core)")
    .option("--timeout <seconds>", "longest time for one cell (default: 600)")
    .option(
      "--param <name=value>",
      "replace the value of a parameter; may be repeated",
      (text: string, before: string[]) => [...before, text],
      [] as string[],
    )
    .option("--force", "run what is fresh, too", false)
    .action(async (notebooks, options) => {
      const { run } = await import("./run.js");
      finish(await endable((signal) => run(root, notebooks, options, terminal, signal)));
    });

  add("status [notebook...]", "say which notebooks are fresh, and why others are not").action(
    async (notebooks, options) => {
      const { status } = await import("./status.js");
      finish(status(root, notebooks, options, terminal));
    },
  );

  add("lint [notebook...]", "check strict types and the notebook rules").action(
    async (notebooks, options) => {
      const { lint } = await import("./lint.js");
      finish(lint(root, notebooks, options, terminal));
    },
  );

  add("check <claims.json>", "test published figures for consistency")
    .option("--html", "print one HTML document with a consistency report for each study", false)
    .option("--output <file>", "write the HTML document there, not on standard output")
    .action(async (path, options) => {
      const { check } = await import("./check.js");
      finish(await check(path, options, terminal));
    });

  add(
    "stat [id] [input.json]",
    "compute one statistic from a JSON input (- is standard input)",
  ).action(async (id, path, options) => {
    const { stat } = await import("./stat.js");
    finish(stat(id, path, options, terminal));
  });

  add("report", "publish the executed notebooks as a site")
    .option("--to <formats>", "html, docx, jats; several with commas between", "html")
    .option("--force", "render even if nothing has changed", false)
    .action(async (options) => {
      const { report } = await import("./report.js");
      finish(await report({ ...options, root }, terminal));
    });

  const several = (text: string, before: string[]): string[] => [...before, text];
  add("measure <mesh>", "measure a mesh, and a section of it")
    .option("--plane <nx,ny,nz,px,py,pz>", "cut by the plane with this normal through this point")
    .option("--hinge <file>", "cut by the plane through the three points of a JSON or CSV file")
    .action(async (path, options) => {
      const { measure } = await import("./measure.js");
      finish(measure(path, options, terminal));
    });

  add("segment <volume>", "make the surface of what hangs together with a seed in a volume")
    .option("--threshold <lo,hi>", "values inside, such as HU")
    .option("--otsu", "values above Otsu's threshold instead", false)
    .option("--seed <i,j,k>", "a voxel inside; may be repeated", several, [] as string[])
    .option("--resample", "take a tilted or uneven DICOM series, on a regular grid", false)
    .requiredOption("-o, --output <mesh>", "where to write the surface")
    .action(async (path, options) => {
      const { segment } = await import("./segment.js");
      finish(await segment(path, options, terminal));
    });

  add("wall <lumen>", "make a hollow wall about a lumen")
    .requiredOption("--thickness <mm>", "of the wall")
    .option("--inward", "into the surface, which becomes the outer face", false)
    .option(
      "--open <nx,ny,nz,px,py,pz>",
      "cut an end by a plane whose normal points out of the lumen; may be repeated",
      several,
      [] as string[],
    )
    .option("--spacing <mm>", "of the grid (default: a quarter of the thickness, at most 0.5)")
    .requiredOption("-o, --output <mesh>", "where to write the wall")
    .action(async (path, options) => {
      const { wall } = await import("./wall.js");
      finish(await wall(path, options, terminal));
    });

  add("printcheck <mesh>", "check whether a model prints, and estimate material and time")
    .option("--build <w,d,h>", "room of the printer, mm (default: 250,210,210)")
    .option("--least-wall <mm>", "thinnest wall that prints (default: 0.8)")
    .option("--layer <mm>", "height of a layer (default: 0.2)")
    .option("--flow <mm3/s>", "material a second (default: 5)")
    .option("--density <g/cm3>", "of the material (default: 1.24)")
    .action(async (path, options) => {
      const { printcheck } = await import("./printcheck.js");
      finish(printcheck(path, options, terminal));
    });

  const kernel = program
    .command("kernel")
    .description("register the kernel with Jupyter (JupyterLab, VS Code)")
    .exitOverride();
  const sysPrefix = ["--sys-prefix", "in the Python environment in use, not for the user"] as const;
  add("install", "register it", kernel)
    .option(...sysPrefix, false)
    .action(async (options) => {
      const { kernelInstall } = await import("./kernel.js");
      finish(kernelInstall(options, terminal));
    });
  add("uninstall", "remove it", kernel)
    .option(...sysPrefix, false)
    .action(async (options) => {
      const { kernelUninstall } = await import("./kernel.js");
      finish(kernelUninstall(options, terminal));
    });
  return program;
}

/**
 * Does a long command that Ctrl-C and a kill may end.
 *
 * @returns what the command gives, or the exit code of the signal that came meanwhile
 */
async function endable(command: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController();
  let endedBy: number | undefined;
  // A signal may come twice (from the terminal and from npm), so it is heard to the end.
  const hear = (name: NodeJS.Signals): void => {
    endedBy = ENDING_SIGNALS[name as keyof typeof ENDING_SIGNALS];
    controller.abort();
  };
  for (const name of Object.keys(ENDING_SIGNALS)) process.on(name, hear);
  try {
    const code = await command(controller.signal);
    return endedBy ?? code;
  } finally {
    for (const name of Object.keys(ENDING_SIGNALS)) process.off(name, hear);
  }
}
