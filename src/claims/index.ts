export { checkClaims } from "./check-claims.js";
export type * from "./claim.js";
export { findClaim } from "./find-claim.js";
export { readClaims } from "./read-claims.js";
export type { ClaimVerdict, Computed, Figure, Finding, Verdict } from "./verdict.js";
