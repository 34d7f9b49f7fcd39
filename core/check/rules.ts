import type { Rule } from "./rule.ts";
import { arithmeticAcrossRules, arithmeticRules } from "./rules/arithmetic-rules.ts";
import { bracketRules } from "./rules/bracket-rules.ts";
import { damageRules } from "./rules/damage-rules.ts";
import { dateRules, futureRules } from "./rules/date-rules.ts";
import { doctorRules } from "./rules/doctor-rules.ts";
import { headingRules } from "./rules/heading-rules.ts";
import { listRules, listsAcrossRules } from "./rules/list-rules.ts";
import { nameRules } from "./rules/name-rules.ts";
import { numberRules } from "./rules/number-rules.ts";
import { ordinalRules } from "./rules/ordinal-rules.ts";
import { namedRules, phraseRules } from "./rules/phrase-rules.ts";
import { punctuationRules } from "./rules/punctuation-rules.ts";
import { repeatRules } from "./rules/repeat-rules.ts";
import { residueAcrossRules, residueRules } from "./rules/residue-rules.ts";
import { sectionRules } from "./rules/section-rules.ts";
import { organNameRules } from "./rules/organ-name-rules.ts";
import { shortNameRules } from "./rules/short-name-rules.ts";
import { spanRules } from "./rules/span-rules.ts";
import { staleRules } from "./rules/stale-rules.ts";
import { ownWordRules } from "./rules/own-word-rules.ts";
import { wordRules } from "./rules/word-rules.ts";
import { writingRules } from "./rules/writing-rules.ts";

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
  ...numberRules,
  ...writingRules,
  ...dateRules,
  ...futureRules,
  ...wordRules,
  ...ownWordRules,
  ...phraseRules,
  ...namedRules,
  ...shortNameRules,
  ...organNameRules,
  ...repeatRules,
  ...sectionRules,
  ...staleRules,
  ...residueRules,
  ...residueAcrossRules,
  ...nameRules,
  ...damageRules,
  ...arithmeticRules,
  ...arithmeticAcrossRules,
];
