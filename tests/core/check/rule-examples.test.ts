import { describe, expect, it } from "vitest";
import type { Rule } from "../../../core/check/rule.ts";
import { rules } from "../../../core/check/rules.ts";
import { checked } from "./checked.ts";

const plain = (sentence: string): string => sentence.replaceAll(/[‹›]/gu, "");

/** What an example says is found: the words in ‹›, from the first mark to the last. */
const marked = (sentence: string): string => plain(/‹([^]*)›/u.exec(sentence)?.[1] ?? "");

const rows = rules.map((rule): [string, Rule] => [rule.id, rule]);

describe("every rule", () => {
  it("has an id of its own", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rows)("%s finds what its examples mark", (_, rule) => {
    for (const example of rule.yes) {
      const [sentence, fix] = typeof example === "string" ? [example, undefined] : example;
      const found = checked(plain(sentence), rule);
      const texts = found.map(({ text }) => text);
      expect(texts.map((text) => [sentence, text])).toContainEqual([
        sentence,
        expect.stringContaining(marked(sentence)),
      ]);
      if (fix !== undefined) expect(found.map((finding) => finding.fix?.text)).toContain(fix);
    }
  });

  it.each(rows)("%s leaves alone what only looks alike", (_, rule) => {
    for (const sentence of rule.no) {
      expect(checked(sentence, rule).map(({ text }) => ({ sentence, text }))).toEqual([]);
    }
  });
});
