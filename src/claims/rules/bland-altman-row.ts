import { type Rule, ruleFor } from "../rule.js";

/** Limits of agreement must stand evenly about the bias, as far as the standard deviation says. */
export const blandAltmanRow: Rule = ruleFor({
  code: "bland-altman-row",
  title:
    "Limits of agreement must stand evenly about the bias, as far as the standard deviation says",
  source: "bland1986",
  kinds: ["bland-altman"],
  check: () => [],
});
