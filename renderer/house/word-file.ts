import { type OwnWord, readOwnWords, wordChanges, type WordChange } from "../../core/check/lists/own-words.ts";
import { AppError } from "../../core/result.ts";
import { describeError } from "../../core/error-wording.ts";

/** A file of 词表 is far smaller; a larger one is something else. */
const MOST_BYTES = 10_000_000;
const MARK = "\uFEFF";

/** What a file of another computer's 词表 would change here, or what is wrong with it. */
export async function changesOfWordFile(
  file: File,
  entries: readonly OwnWord[],
): Promise<{ readonly changes: readonly WordChange[]; readonly same: number } | string> {
  const wrong = `“${file.name}”不是年报台的词表文件，或已损坏，没有读入。请在另一台电脑的“本单位词表”里重新导出。`;
  if (file.size > MOST_BYTES) return wrong;
  try {
    const text = await file.text();
    const { entries: given } = readOwnWords(JSON.parse(text.startsWith(MARK) ? text.slice(1) : text));
    const changes = wordChanges(entries, given);
    return { changes, same: given.length - changes.length };
  } catch (error) {
    return error instanceof AppError ? describeError(error.code, { ...error.details, name: file.name }) : wrong;
  }
}
