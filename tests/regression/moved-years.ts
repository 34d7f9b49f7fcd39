import { findTokens } from "../../core/rollover/find-tokens.ts";
import { type TextRole, viewOf } from "../../core/rollover/text-view.ts";

const marked = /^\[(?<role>title|heading)\]/u;

/** What moves of a line of the report of 2024 when it is rolled to 2025; [title] and [heading] before it say what it is. */
export function movedYears(line: string, organs: readonly string[] = []): readonly string[] {
  const mark = marked.exec(line);
  const role = (mark?.groups?.["role"] ?? "body") as TextRole;
  const text = line.slice(mark?.[0].length ?? 0);
  return findTokens(viewOf(text, { role, organs }), { fromYear: 2024, toYear: 2025 })
    .filter(({ proposed }) => proposed !== null)
    .map(({ start, end }) => text.slice(start, end));
}
