import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A file with this content in a folder of its own, which goes when the tests of the file are done. */
export function fileWith(content: string | Uint8Array, name = "data.csv"): string {
  const folder = mkdtempSync(join(tmpdir(), "ostia-test-"));
  folders.push(folder);
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
