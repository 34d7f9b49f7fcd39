/** What a command is called with, checked against what it takes. */
export type Arguments = {
  /** The FILE, for commands that take one. */
  readonly file: string;
  /** The second FILE, for commands that take two. */
  readonly secondFile: string;
  readonly values: ReadonlyMap<string, string>;
  /** Values of options that may be given several times, in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlySet<string>;
};

/** What a command prints on stdout. */
export type Output =
  { readonly kind: "json"; readonly value: unknown } | { readonly kind: "text"; readonly text: string };

export type Command = {
  readonly name: string;
  /** One line of help: how it is called, and what for. */
  readonly usage: string;
  readonly summary: string;
  readonly takesFile: boolean;
  readonly takesSecondFile?: true;
  /** Options with a value; those of `required` must be given. */
  readonly values: readonly string[];
  /** Options with a value that may be given several times. */
  readonly repeated?: readonly string[];
  readonly required: readonly string[];
  readonly flags: readonly string[];
  /** `signal`: its user has had enough (Ctrl+C). What is written is written whole or not at all. */
  readonly run: (given: Arguments, signal: AbortSignal) => Promise<Output>;
};

export const json = (value: unknown): Output => ({ kind: "json", value });
