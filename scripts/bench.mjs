/** `npm run bench -- <name> [arguments]`: compiles bench/ beside the library and runs bench/<name>.ts. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT, say, setUp } from "./setup.mjs";

const [name = "", ...args] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name) || !existsSync(join(ROOT, "bench", `${name}.ts`))) {
  say(`bench: expected the name of a file bench/<name>.ts; got "${name}"`);
  process.exit(2);
}
setUp();
const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
const compiled = spawnSync(process.execPath, [tsc, "-p", "tsconfig.bench.json"], {
  cwd: ROOT,
  stdio: "inherit",
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, ".ostia", "bench", "bench", `${name}.js`), ...args],
  { cwd: ROOT, stdio: "inherit" },
);
process.exitCode = status ?? 1;
