import { CLAIM_KINDS, knownFields } from "../claims-schema.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { listOf } from "../wording.js";

/** A misspelt field would otherwise pass in silence. */
export const unusedFields: Rule = ruleFor({
  code: "unused-fields",
  title: "Every field of a claim should be one that its kind knows",
  kinds: CLAIM_KINDS.filter((kind) => kind !== "statement"),
  check: (claim): readonly RuleFinding[] => {
    const known = knownFields(claim.kind);
    const unused = Object.keys(claim).filter((field) => !known.has(field));
    if (unused.length === 0) return [];
    const fields = listOf(unused.map((field) => `"${field}"`));
    return [
      {
        code: "UNUSED_FIELD",
        verdict: "not-checkable",
        message: `No rule uses ${fields}: a claim of kind ${claim.kind} has no such field.`,
        figures: [],
      },
    ];
  },
});
