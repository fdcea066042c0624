import { z } from "../data/schema.js";
import { claimsSchema } from "./claims-schema.js";

/**
 * The JSON Schema (draft 2020-12) of a claims file, for editors and other programs.
 *
 * It holds shapes and fields; that ids are unique and counts at most n only `readClaims` checks.
 */
export function claimsJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(claimsSchema);
  return {
    $schema,
    title: "Published figures, as printed",
    description:
      "Numbers are strings as printed, because the precision counts. Ids are study/quantity/source and unique; claims of the same study and quantity are held against each other.",
    ...schema,
  };
}
