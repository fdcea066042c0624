// Writes datasets/hashes.json: the SHA-256 of every file under datasets/, in the order of their paths.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const datasets = new URL("../datasets/", import.meta.url);
const MANIFEST = "hashes.json";

/** @returns {string[]} paths of the files below a folder, relative to datasets/ */
function filesBelow(folder) {
  return readdirSync(new URL(folder, datasets), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    return entry.isDirectory() ? filesBelow(`${path}/`) : [path];
  });
}

const hashes = Object.fromEntries(
  filesBelow("./")
    .map((path) => path.slice("./".length))
    .filter((path) => path !== MANIFEST)
    .sort()
    .map((path) => [
      `datasets/${path}`,
      createHash("sha256")
        .update(readFileSync(new URL(path, datasets)))
        .digest("hex"),
    ]),
);
writeFileSync(new URL(MANIFEST, datasets), `${JSON.stringify(hashes, null, 2)}\n`);
console.log(`datasets/${MANIFEST}: ${Object.keys(hashes).length} files`);
