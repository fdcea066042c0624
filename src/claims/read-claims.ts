import {
  checkJson,
  type JsonFault,
  jsonPath,
  oneMessage,
  readJsonValue,
} from "../data/read-json.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import type { Claim } from "./claim.js";
import { claimFaults } from "./claim-faults.js";
import { anyClaimSchema, claimsSchema } from "./claims-schema.js";

/**
 * Reads a file of claims.
 *
 * @param path - a JSON array of claims; figures are strings as printed
 * @throws InvalidInput when the file cannot be read, is not JSON or holds what is no claim: every
 *   fault at once, by id and field
 */
export function readClaims(path: string): readonly Claim[] {
  return parseClaims(path, readJsonValue(path));
}

/**
 * The claims of a JSON value.
 *
 * @param where - what a message calls the source
 * @throws InvalidInput as `readClaims`
 */
export function parseClaims(where: string, value: unknown): readonly Claim[] {
  const checked = checkJson(value, claimsSchema);
  const shape = "faults" in checked ? checked.faults : [];
  const faults = [
    ...shape,
    ...faultsOfUnknownKinds(value, shape),
    ...between(value),
    ...idFaults(value),
  ];
  if ("value" in checked && faults.length === 0) return checked.value;
  const lines = faults
    .map((fault) => ({ fault, at: typeof fault.path[0] === "number" ? fault.path[0] : -1 }))
    .sort((a, b) => a.at - b.at)
    .map(({ fault }) => `${placeOf(fault, value)}: ${fault.message}`);
  throw new InvalidInput(where, oneMessage(lines));
}

/** A claim of an unknown kind is not looked at by its schema; what every claim needs, it may lack too. */
function faultsOfUnknownKinds(value: unknown, found: readonly JsonFault[]): JsonFault[] {
  if (!Array.isArray(value)) return [];
  const unknown = found.filter(({ path }) => path.length === 2 && path[1] === "kind");
  return unknown.flatMap(({ path: [index] }) => {
    const checked = checkJson(value[index as number], anyClaimSchema);
    return "faults" in checked ? checked.faults.map((fault) => under(index!, fault)) : [];
  });
}

/** What is wrong between the fields of each claim. */
function between(value: unknown): JsonFault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((claim: unknown, index) =>
    claimFaults(claim).map((fault) => under(index, fault)),
  );
}

function under(index: string | number, { path, message }: JsonFault): JsonFault {
  return { path: [index, ...path], message };
}

/** Ids that are there twice, or do not begin with their study. */
function idFaults(value: unknown): JsonFault[] {
  if (!Array.isArray(value)) return [];
  const first = new Map<string, number>();
  return value.flatMap((claim: unknown, index): JsonFault[] => {
    const id = textOf(claim, "id");
    const study = textOf(claim, "study");
    if (id === undefined) return [];
    const faults: JsonFault[] = [];
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      const message = `expected an id that no other claim has; claim ${before + 1} has it`;
      faults.push({ path: [index, "id"], message });
    }
    if (study !== undefined && id.includes("/") && !id.startsWith(`${study}/`)) {
      const message = `expected an id that begins with its study, "${study}/"`;
      faults.push({ path: [index, "id"], message });
    }
    return faults;
  });
}

/** `claim "hell-2017/n/text", n`; the number of the claim where it has no id. */
function placeOf({ path }: JsonFault, value: unknown): string {
  const [index, ...field] = path;
  if (!Array.isArray(value)) return "the file, an array of claims";
  if (typeof index !== "number") return jsonPath(path);
  const id = textOf(value[index], "id");
  const claim = id === undefined ? `claim ${index + 1}` : `claim "${id}"`;
  return field.length === 0 ? claim : `${claim}, ${jsonPath(field).replace(/^\$\.?/, "")}`;
}

function textOf(claim: unknown, field: string): string | undefined {
  const value =
    typeof claim === "object" && claim !== null
      ? (claim as Record<string, unknown>)[field]
      : undefined;
  return typeof value === "string" ? value : undefined;
}
