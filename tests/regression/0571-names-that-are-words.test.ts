import { expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { readRows } from "./sentence-rows.ts";

const namesOf = (text: string): readonly string[] =>
  findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 })
    .filter(({ kind }) => kind === "name")
    .map(({ start, end }) => text.slice(start, end));

it.each(readRows("name-words"))("people in: %s", (text, names) => {
  expect(namesOf(text)).toEqual(names);
});
