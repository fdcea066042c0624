import type { TableSpec } from "../figures/index.js";
import { fileReads } from "./file-reads.js";
import { OSTIA_VERSION } from "./project.js";

/**
 * What the outputs above were made from: the version of Ostia and every file read so far with its SHA-256.
 * The version of Node is in the run's record and not here, so that outputs are the same on each.
 */
export function session(): TableSpec {
  const files = fileReads()?.hashes() ?? [];
  return {
    kind: "table",
    columns: [
      { key: "source", label: "Source", align: "left" },
      { key: "version", label: "Version or SHA-256", align: "left" },
    ],
    rows: [
      { source: "ostia", version: OSTIA_VERSION },
      ...files.map(({ path, sha256 }) => ({ source: path, version: sha256 })),
    ],
    rowHeader: "source",
  };
}
