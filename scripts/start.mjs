/** `npm start`: set-up, every notebook that is not fresh, the site. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, say, setUp } from "./setup.mjs";

setUp();
process.chdir(ROOT);
// In this process, so that whoever ends it ends the commands with it.
const { main } = await import("../dist/cli/main.js");
const code = (await main(["run"])) || (await main(["report"]));
if (code === 0) {
  say(`\nThe report: ${pathToFileURL(join(ROOT, "reports", "_site", "index.html")).href}`);
}
process.exitCode = code;
