import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { checkPromise, type Packing } from "./promised-bytes.js";

/** What an NRRD or MetaImage file says of its voxels, before they are read. */
export interface ImageHeader {
  readonly dims: readonly [number, number, number];
  readonly issues: readonly GeometryIssue[];
}

/** The fields of a header of text, and where the voxels begin. */
interface Fields {
  readonly values: ReadonlyMap<string, string>;
  readonly end: number; // bytes
  readonly fileBytes: number;
}

const MOST_HEADER_BYTES = 2 ** 16;

/**
 * Reads the header of an NRRD file and holds its promise of voxels against the file.
 *
 * @throws InvalidInput when it is none, does not hold one volume of scalars, or cannot hold as many
 */
export function nrrdHeader(path: string): ImageHeader {
  const fields = fieldsOf(path, /^NRRD000\d\s*$/, /^([^:#=]+):(?!=)\s*(.*)$/, /^\s*$/);
  const { values } = fields;
  if (values.has("data file") || values.has("datafile")) throw detached(path);
  const get = (name: string): string => values.get(name) ?? "";
  const dims = sizesOf(path, get("dimension"), get("sizes"));
  const width = NRRD_BYTES.find(([pattern]) => pattern.test(get("type")))?.[1];
  if (width === undefined) throw notScalar(path, `type "${get("type")}"`);
  const packing = NRRD_PACKING.get(get("encoding"));
  if (packing === undefined) {
    const said = `needs its voxels raw, gzip, hex or ascii; got "${get("encoding")}"`;
    throw new InvalidInput(path, said, "unreadable");
  }
  const count = dims[0] * dims[1] * dims[2];
  const promised = packing === "text" ? count : count * width;
  checkPromise(path, promised, fields.fileBytes - fields.end, packing);
  const units = get("space units").match(/"([^"]*)"/g) ?? [];
  checkUnits(
    path,
    units.map((unit) => unit.slice(1, -1)),
  );
  const isPlaced = values.has("space") && values.has("space directions");
  return { dims, issues: isPlaced ? [] : [unplaced("space directions")] };
}

/**
 * Reads the header of a MetaImage file and holds its promise of voxels against the file.
 *
 * @throws InvalidInput when it is none, does not hold one volume of scalars, or cannot hold as many
 */
export function metaImageHeader(path: string): ImageHeader {
  const fields = fieldsOf(path, /^\w+\s*=/, /^\s*(\w+)\s*=\s*(.*)$/, /^\s*ElementDataFile\s*=/i);
  const { values } = fields;
  const get = (name: string): string => values.get(name) ?? "";
  if (get("elementdatafile").toUpperCase() !== "LOCAL") throw detached(path);
  const dims = sizesOf(path, get("ndims"), get("dimsize"));
  const channels = values.get("elementnumberofchannels") ?? "1";
  if (channels !== "1") throw notScalar(path, `${channels} channels`);
  const width = META_BYTES.get(get("elementtype"));
  if (width === undefined) throw notScalar(path, `element type "${get("elementtype")}"`);
  const packing: Packing = isTrue(get("compresseddata"))
    ? "deflated"
    : isTrue(values.get("binarydata") ?? "True")
      ? "plain"
      : "text";
  const count = dims[0] * dims[1] * dims[2];
  const promised = packing === "text" ? count : count * width;
  checkPromise(path, promised, fields.fileBytes - fields.end, packing);
  checkUnits(path, values.has("distanceunits") ? [get("distanceunits")] : []);
  const isPlaced = ["transformmatrix", "rotation", "orientation"].some((name) => values.has(name));
  return { dims, issues: isPlaced ? [] : [unplaced("TransformMatrix")] };
}

const NRRD_BYTES: readonly (readonly [RegExp, number])[] = [
  [/^(?:signed char|int8|int8_t|uchar|unsigned char|uint8|uint8_t)$/, 1],
  [/^(?:(?:signed |unsigned )?short(?: int)?|ushort|u?int16(?:_t)?)$/, 2],
  [/^(?:(?:signed |unsigned )?int|uint|u?int32(?:_t)?|float)$/, 4],
  [/^(?:(?:signed |unsigned )?long long(?: int)?|u?longlong|u?int64(?:_t)?|double)$/, 8],
];
const NRRD_PACKING: ReadonlyMap<string, Packing> = new Map([
  ["raw", "plain"],
  ["gzip", "deflated"],
  ["gz", "deflated"],
  ["hex", "hex"],
  ["ascii", "text"],
  ["text", "text"],
  ["txt", "text"],
]);
const META_BYTES: ReadonlyMap<string, number> = new Map([
  ["MET_CHAR", 1],
  ["MET_UCHAR", 1],
  ["MET_SHORT", 2],
  ["MET_USHORT", 2],
  ["MET_INT", 4],
  ["MET_UINT", 4],
  ["MET_LONG", 4], // of ITK
  ["MET_ULONG", 4],
  ["MET_LONG_LONG", 8],
  ["MET_ULONG_LONG", 8],
  ["MET_FLOAT", 4],
  ["MET_DOUBLE", 8],
]);

/** @param last - the line after which the voxels begin */
function fieldsOf(path: string, first: RegExp, field: RegExp, last: RegExp): Fields {
  const file = openSync(path, "r");
  try {
    const fileBytes = fstatSync(file).size;
    const start = Buffer.alloc(Math.min(fileBytes, MOST_HEADER_BYTES));
    readSync(file, start, 0, start.length, 0);
    const text = start.toString("latin1");
    const values = new Map<string, string>();
    for (let from = 0; from < text.length; ) {
      const to = text.indexOf("\n", from);
      const line = text.slice(from, to < 0 ? text.length : to).replace(/\r$/, "");
      if (from === 0 && !first.test(line)) break;
      const [, name, value] = field.exec(line) ?? [];
      if (name !== undefined) {
        const key = name.trim().toLowerCase();
        if (values.has(key)) {
          throw new InvalidInput(path, `names "${key}" twice in its header`, "unreadable");
        }
        values.set(key, value!.trim());
      }
      if (to < 0) break;
      from = to + 1;
      if (last.test(line)) return { values, end: from, fileBytes };
    }
  } finally {
    closeSync(file);
  }
  throw new InvalidInput(path, "has no header of its format, or none that ends", "unreadable");
}

function sizesOf(
  path: string,
  dimension: string,
  sizes: string,
): readonly [number, number, number] {
  const values = sizes.split(/\s+/).map(Number);
  const sound = values.every((size) => Number.isSafeInteger(size) && size > 0);
  if (dimension.trim() !== "3" || values.length !== 3 || !sound) {
    throw notScalar(path, `${dimension || "no"} dimensions of sizes ${sizes || "unknown"}`);
  }
  return [values[0]!, values[1]!, values[2]!];
}

function notScalar(path: string, got: string): InvalidInput {
  const said = `needs a volume of 3 dimensions and one number a voxel; got ${got}`;
  return new InvalidInput(path, said, "not_scalar_volume");
}

function detached(path: string): InvalidInput {
  const said = "keeps its voxels in another file: not read; save header and voxels as one file";
  return new InvalidInput(path, said, "detached_header");
}

function unplaced(field: string): GeometryIssue {
  const message = `it says not how its axes lie (no ${field}): taken as left, posterior, superior`;
  return { code: "no_orientation", message };
}

function checkUnits(path: string, units: readonly string[]): void {
  const other = units.find((unit) => !/^(?:mm|millimet(?:er|re)s?|\?|)$/i.test(unit));
  if (other === undefined) return;
  throw new InvalidInput(path, `needs lengths in mm; got "${other}"`, "units");
}

function isTrue(value: string): boolean {
  return /^(?:true|t|1|yes|y)$/i.test(value);
}
