import { type Rule, ruleFor } from "../rule.js";

/** A p must follow from the test statistic and its degrees of freedom. */
export const testStatisticP: Rule = ruleFor({
  code: "test-statistic-p",
  title: "A p must follow from the test statistic and its degrees of freedom",
  source: "nuijten2016",
  kinds: ["test"],
  check: () => [],
});
