/** `node scripts/mutate-volumes.mjs [count] [seed]`: reads so many mutated volume files; 5,000 unless told. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, say, setUp } from "./setup.mjs";

const LONGEST_MS = 3_600_000;

const [count = "5000", seed = "1"] = process.argv.slice(2);
setUp();
const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
const { status, signal } = spawnSync(
  process.execPath,
  [vitest, "run", "test/geometry/io/mutated-volumes.test.ts"],
  {
    cwd: ROOT,
    stdio: "inherit",
    timeout: LONGEST_MS,
    env: { ...process.env, GEOMETRY_MUTANTS: count, GEOMETRY_MUTANTS_SEED: seed },
  },
);
if (signal !== null) say(`mutate-volumes: stopped by ${signal}: a file was read without end`);
process.exitCode = status ?? 1;
