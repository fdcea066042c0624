import type { Claim } from "../../src/claims/index.js";
import { parseClaims } from "../../src/claims/read-claims.js";

/** A claim of this kind with the common fields filled in; `fields` override them, undefined takes one out. */
export function raw(kind: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  const all = { id: "s/q/text", study: "s", source: "text", label: "l", kind, ...fields };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Claims as they would be read from a file. */
export function claimsOf(...claims: Record<string, unknown>[]): readonly Claim[] {
  return parseClaims("test", claims);
}
