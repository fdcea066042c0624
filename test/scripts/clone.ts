import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../src/notebook/project.js";

/**
 * A small stand-in for a clone: the true scripts, the compiler, and a command line that notes how it
 * was called in `calls` and fails where `OSTIA_FAILS` says.
 */
export function makeClone(): { readonly root: string; remove(): void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "ostia-clone-")));
  for (const part of ["scripts", "package.json", "package-lock.json", "tsconfig.json"]) {
    cpSync(join(PACKAGE_ROOT, part), join(root, part), { recursive: true });
  }
  for (const folder of ["src", "node_modules/@types"]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const name of ["typescript", "@typescript", "@types/node", "undici-types"]) {
    const target = join(PACKAGE_ROOT, "node_modules", name);
    symlinkSync(target, join(root, "node_modules", name));
  }
  writeFileSync(join(root, "node_modules", ".package-lock.json"), "{}"); // as npm leaves it
  writeFileSync(join(root, "src", "index.ts"), "export const one = 1;\n");
  mkdirSync(join(root, "src", "cli"));
  writeFileSync(
    join(root, "src", "cli", "main.ts"),
    `import { appendFileSync } from "node:fs";
export async function main([command]: readonly string[]): Promise<number> {
  appendFileSync("calls", command + "\\n");
  return command === process.env.OSTIA_FAILS ? 1 : 0;
}
`,
  );
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
