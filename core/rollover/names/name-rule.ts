/** A row of a table: a pattern with examples that it fits and that it must not fit. */
export type WordRule = {
  readonly name: string;
  readonly pattern: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
};

export const anyRule = (rules: readonly WordRule[]): string => rules.map(({ pattern }) => `(?:${pattern})`).join("|");
