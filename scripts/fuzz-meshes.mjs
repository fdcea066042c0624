/**
 * Spoils small mesh files of all six formats and reads them: each must end in a mesh or a message, within
 * ten seconds, and all within 2 GB. The tests do so with fewer.
 *
 *     node scripts/fuzz-meshes.mjs [mutations]
 */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const mutations = process.argv[2] ?? "10000";

const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "test/geometry/io/read-mesh.test.ts"],
  {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, OSTIA_FUZZ_MESHES: mutations },
  },
);
process.exitCode = status ?? 1;
