import type { Warning } from "../../contract.ts";
import { AppError } from "../../result.ts";

/** What a text without a word may hold all the same, which a writer would look for in it. */
const elsewhere: ReadonlySet<string> = new Set([
  "docx-tracked-changes",
  "docx-comments",
  "docx-struck",
  "docx-hidden-text",
  "docx-images",
  "docx-objects",
  "docx-controls",
  "docx-page-text",
  "docx-unknown",
]);

/**
 * Refuses a file in whose text no word stands, and says what stands beside it: a form whose words are all in its header,
 * a text that is deleted as a whole, a lone chart.
 * @throws {AppError} file-empty
 */
export function refuseWithoutText(warnings: readonly Warning[]): never {
  const told = warnings.filter(({ code }) => elsewhere.has(code)).map(({ message }) => message);
  throw new AppError("file-empty", told.length === 0 ? {} : { reason: told.join("") });
}
