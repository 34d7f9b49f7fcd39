import { expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { readRows } from "./sentence-rows.ts";

it.each(readRows("figure-sentences"))("what can go stale in: %s", (text, items) => {
  const found = findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 });
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(items);
});
