import type { Rule } from "./rule.ts";
import { bracketRules } from "./rules/bracket-rules.ts";
import { doctorRules } from "./rules/doctor-rules.ts";
import { headingRules } from "./rules/heading-rules.ts";
import { listRules, listsAcrossRules } from "./rules/list-rules.ts";
import { ordinalRules } from "./rules/ordinal-rules.ts";
import { punctuationRules } from "./rules/punctuation-rules.ts";
import { spanRules } from "./rules/span-rules.ts";

/** All rules of the checker. */
export const rules: readonly Rule[] = [
  ...doctorRules,
  ...punctuationRules,
  ...bracketRules,
  ...spanRules,
  ...headingRules,
  ...ordinalRules,
  ...listRules,
  ...listsAcrossRules,
];
