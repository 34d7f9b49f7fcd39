import { divideLong, dividedMessage } from "../document/divide-long.ts";
import type { ImportedText } from "./imported-text.ts";

/** What is brought in is read for its form alone; every year has four digits. */
const ANY_YEAR = 2000;

/** The same import with paragraphs divided that are too long for the window, and a warning that says which. */
export function withoutEndlessParagraphs<T extends ImportedText>(imported: T): T {
  const { blocks, divided } = divideLong(imported.blocks, ANY_YEAR);
  if (divided.length === 0) return imported;
  const warning = { code: "paragraph-divided", message: dividedMessage(divided) };
  return { ...imported, blocks, warnings: [warning, ...imported.warnings] };
}
