import { expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { readRows } from "./sentence-rows.ts";

const found = (text: string) => findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 });

it.each(readRows("name-sentences-2"))("people in: %s", (text, names) => {
  const people = found(text).filter(({ kind }) => kind === "name");
  expect(people.map(({ start, end }) => text.slice(start, end))).toEqual(names);
});

it.each(readRows("figure-sentences-2"))("what can go stale in: %s", (text, items) => {
  expect(found(text).map(({ start, end }) => text.slice(start, end))).toEqual(items);
});
