/** `npm start`: set-up, every notebook that is not fresh, the site. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, say, setUp } from "./setup.mjs";

setUp();
const code = (await ostia("run")) || (await ostia("report"));
if (code === 0) {
  say(`\nThe report: ${pathToFileURL(join(ROOT, "reports", "_site", "index.html")).href}`);
}
process.exitCode = code;

/** Runs one command of Ostia; Ctrl-C and a kill reach it, and its exit code is ours. */
function ostia(command) {
  const child = spawn(process.execPath, [join(ROOT, "bin", "ostia.js"), command], {
    cwd: ROOT,
    stdio: "inherit",
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, forward);
  return new Promise((resolve) => {
    child.on("close", (status, signal) => resolve(status ?? (signal === "SIGINT" ? 130 : 143)));
  });
}
