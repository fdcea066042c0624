import { InvalidInput } from "../numeric/invalid-input.js";
import type { Claim, ClaimKind, ClaimOf } from "./claim.js";

/**
 * The claim of an id, typed by its kind.
 *
 * @param kind - what the claim must be, so that its fields are known
 * @param id - `study/quantity/source`
 * @throws InvalidInput when no claim has the id, or the one that has it is of another kind
 */
export function findClaim<K extends ClaimKind>(
  claims: readonly Claim[],
  kind: K,
  id: string,
): ClaimOf<K> {
  const found = claims.find((claim) => claim.id === id);
  if (found === undefined) {
    throw new InvalidInput(
      "findClaim",
      `needs the id of one of ${claims.length} claims; got "${id}"`,
    );
  }
  if (found.kind !== kind) {
    throw new InvalidInput(
      "findClaim",
      `needs a claim of kind "${kind}"; "${id}" is "${found.kind}"`,
    );
  }
  return found as ClaimOf<K>;
}
