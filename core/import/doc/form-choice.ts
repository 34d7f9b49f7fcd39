import type { Bytes } from "./bytes.ts";

const kinds = { box: 1, list: 2 } as const;
const version = 0xffffffff;
/** Nothing was chosen: the usual one counts. */
const undecided = 25;
const mostEntries = 200;

/** Passes over a text with its length in front and a zero behind it (Xstz). */
const behindText = (data: Bytes, at: number): number => at + 2 + data.u16(at) * 2 + 2;

/** An entry of a list (STTB, [MS-DOC] 2.2.4). */
function entryAt(data: Bytes, at: number, wanted: number): string {
  const count = data.u16(at + 2);
  if (data.u16(at) !== 0xffff || count > mostEntries || wanted >= count) return "";
  let entry = at + 6;
  for (let index = 0; index < wanted; index += 1) entry += 2 + data.u16(entry) * 2;
  return data.text(entry + 2, data.u16(entry));
}

/**
 * What is chosen in the field of a form (FFData, [MS-DOC] 2.9.78): a box, or the entry of a list. "" for a field of text,
 * whose words stand in the text.
 * @throws {AppError} file-damaged
 */
export function readFormChoice(data: Bytes | null, at: number): string {
  if (data === null || at < 0) return "";
  const start = at + data.u16(at + 4);
  if (data.u32(start) !== version) return "";
  const bits = data.u16(start + 4);
  const kind = bits & 3;
  if (kind !== kinds.box && kind !== kinds.list) return "";
  // flags, sizes and the name
  const usualAt = behindText(data, start + 10);
  const result = (bits >> 2) & 31;
  const chosen = result === undecided ? data.u16(usualAt) : result;
  if (kind === kinds.box) return chosen === 1 ? "☑" : "☐";
  // format, help, status, and the macros at entry and exit
  let listAt = usualAt + 2;
  for (let text = 0; text < 5; text += 1) listAt = behindText(data, listAt);
  return entryAt(data, listAt, chosen);
}
