/** The process that Jupyter starts: `node jupyter-main.js <connection file>`. */
import { resolve } from "node:path";
import { findProjectRoot } from "../project.js";
import { OstiaServer } from "./jupyter-server.js";
import { startKernel } from "./kernel.js";

const [connectionFile] = process.argv.slice(2);
if (connectionFile === undefined) {
  process.stderr.write("This is a Jupyter kernel; Jupyter starts it with a connection file.\n");
  process.exit(2);
}
const connection = resolve(connectionFile);
// Jupyter starts a kernel in the notebook's folder; paths in notebooks count from the project's root.
const kernel = startKernel(findProjectRoot(process.cwd()));
const jupyter = process.ppid;
// When Jupyter itself is killed nobody tells the kernel; it notices that it has another parent.
setInterval(() => process.ppid === jupyter || process.exit(1), 1000).unref();
process.on("SIGINT", () => kernel.executor.interrupt());
void new OstiaServer(kernel, connection).init();
