import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

const isOn = ({ isOff }: Rule): boolean => isOff !== true;

/**
 * The rules that a list of words names: ids (`PU-01` with all its kinds, or `TY-3.bookmark`), `default` and `all`.
 * @returns the first word that names none, where there is one
 */
export function chooseRules(words: readonly string[]): readonly Rule[] | { readonly unknown: string } {
  const chosen = new Set<Rule>();
  for (const word of words) {
    const named = rules.filter(
      (rule) =>
        word === "all" || (word === "default" && isOn(rule)) || rule.id === word || rule.id.startsWith(`${word}.`),
    );
    if (named.length === 0) return { unknown: word };
    for (const rule of named) chosen.add(rule);
  }
  return rules.filter((rule) => chosen.has(rule));
}

/** Rules by their ids; an id that no rule has counts for nothing. */
export const rulesById = (ids: readonly string[]): readonly Rule[] => rules.filter(({ id }) => ids.includes(id));

/**
 * The rules that are on: the default ones, with the house's own switches.
 * @param switches by the ids of the rules; an id that no rule has counts for nothing
 */
export const rulesOn = (switches: Readonly<Record<string, boolean>>): readonly Rule[] =>
  rules.filter((rule) => switches[rule.id] ?? isOn(rule));
