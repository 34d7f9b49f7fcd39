import { readFileSync } from "node:fs";

/** Rows of a table of sentences in tests/fixtures/rollover: the sentence, and what is expected of it. */
export function readRows(name: string): readonly (readonly [string, readonly string[]])[] {
  return readFileSync(new URL(`../fixtures/rollover/${name}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const at = line.lastIndexOf("|");
      const expected = line.slice(at + 1);
      return [line.slice(0, at), expected === "-" ? [] : expected.split("/")] as const;
    });
}
