import { describe, expect, it } from "vitest";
import { afterNameRules } from "../../../../core/rollover/names/after-names.ts";
import { beforeNameRules } from "../../../../core/rollover/names/before-names.ts";
import type { WordRule } from "../../../../core/rollover/names/name-rule.ts";
import { noNameRules } from "../../../../core/rollover/names/name-shapes.ts";
import {
  attendingRules,
  fieldRules,
  mannerRules,
  personalDoingRules,
} from "../../../../core/rollover/names/word-names.ts";

const tables: readonly (readonly [string, readonly WordRule[], (pattern: string) => RegExp])[] = [
  ["after a name", afterNameRules, (pattern) => new RegExp(`^(?:${pattern})`, "u")],
  ["before a name", beforeNameRules, (pattern) => new RegExp(`(?:${pattern})$`, "u")],
  ["where no word is a name", mannerRules, (pattern) => new RegExp(`^(?:${pattern})`, "u")],
  ["after a word that is a name", personalDoingRules, (pattern) => new RegExp(`^(?:${pattern})`, "u")],
  ["before a post where no word is a name", fieldRules, (pattern) => new RegExp(`^(?:${pattern})`, "u")],
  ["after a feat that is a name", attendingRules, (pattern) => new RegExp(`^(?:${pattern})`, "u")],
  ["instead of a name", noNameRules, (pattern) => new RegExp(`^(?:${pattern})`, "u")],
];

describe.each(tables)("what stands %s", (_, rules, compile) => {
  it.each(rules.flatMap(({ name, pattern, yes }) => yes.map((text) => [name, text, pattern] as const)))(
    "is %s: %s",
    (_name, text, pattern) => {
      expect(compile(pattern).test(text)).toBe(true);
    },
  );
  it.each(rules.flatMap(({ name, pattern, no }) => no.map((text) => [name, text, pattern] as const)))(
    "is not %s: %s",
    (_name, text, pattern) => {
      expect(compile(pattern).test(text)).toBe(false);
    },
  );
});
