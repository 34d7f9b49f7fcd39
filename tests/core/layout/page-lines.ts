import type { Line, Page } from "../../../core/layout/pages/page.ts";

const textOf = (line: Line): string => line.runs.map(({ text }) => text).join("");

/** What a page shows, line by line, page number and stamp included. */
export const linesOf = (page: Page | undefined): readonly string[] =>
  (page?.items ?? []).flatMap((item) => (item.kind === "line" ? [textOf(item)] : []));
