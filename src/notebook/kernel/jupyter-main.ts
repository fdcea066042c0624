/** The process that Jupyter starts: `node jupyter-main.js <connection file>`. */
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { findProjectRoot } from "../project.js";
import { createCompiler } from "./compiler.js";
import { OstiaServer } from "./jupyter-server.js";
import { startKernel } from "./kernel.js";

const [connectionFile] = process.argv.slice(2);
if (connectionFile === undefined) {
  process.stderr.write("This is a Jupyter kernel; Jupyter starts it with a connection file.\n");
  process.exit(2);
}
const connection = resolve(connectionFile);
// Jupyter starts a kernel in the notebook's folder; paths in notebooks count from the project's root.
const root = findProjectRoot(process.cwd());
process.chdir(root);
const compiler = createCompiler();
const kernel = startKernel(root, async (...cell) => compiler.compile(...cell));
new Worker(new URL("./parent-watch.js", import.meta.url)).unref();
process.on("SIGINT", () => kernel.executor.interrupt());
void new OstiaServer(kernel, compiler, connection).init();
