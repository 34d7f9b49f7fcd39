import { twipToPt } from "../../layout/units.ts";
import type { Bytes } from "./bytes.ts";
import type { DocumentItem } from "../word/document-items.ts";
import type { PictureTaker } from "../word/picture-taker.ts";

const recordHead = 8;
const entryLength = 36;
const records = { entry: 0xf007, jpeg: 0xf01d, png: 0xf01e, jpegCmyk: 0xf02a } as const;
/** Instances of records that hold two checksums before the picture. */
const twoChecksums: ReadonlySet<number> = new Set([0x6e1, 0x46b, 0x6e3]);
const mostRecords = 1000;

/** A record of a drawing ([MS-ODRAW] 2.2.1). */
export type DrawingRecord = {
  readonly type: number;
  readonly instance: number;
  readonly at: number;
  readonly content: Bytes;
};

/** The records that follow one another; the last may be cut off. */
export function readRecords(bytes: Bytes): readonly DrawingRecord[] {
  const found: DrawingRecord[] = [];
  let at = 0;
  while (at + recordHead <= bytes.length && found.length < mostRecords) {
    const length = Math.min(bytes.u32(at + 4), bytes.length - at - recordHead);
    const content = bytes.part(at + recordHead, length);
    found.push({ type: bytes.u16(at + 2), instance: bytes.u16(at) >> 4, at, content });
    at += recordHead + length;
  }
  return found;
}

/** The file of a picture inside its record. Null: of a kind that a report does not take. */
export function pictureFile({ type, instance, content }: DrawingRecord, delayed: Bytes | null): Uint8Array | null {
  if (type === records.entry) {
    const inside = entryLength + (content.length > 33 ? content.u8(33) : 0);
    if (content.length > inside + recordHead) {
      const [record] = readRecords(content.part(inside, content.length - inside));
      return record === undefined || record.type === records.entry ? null : pictureFile(record, null);
    }
    const place = content.length >= entryLength ? content.u32(28) : 0;
    if (delayed === null || place === 0 || place + recordHead > delayed.length) return null;
    const length = Math.min(delayed.u32(place + 4) + recordHead, delayed.length - place);
    const [record] = readRecords(delayed.part(place, length));
    return record === undefined || record.type === records.entry ? null : pictureFile(record, null);
  }
  if (type !== records.jpeg && type !== records.png && type !== records.jpegCmyk) return null;
  const start = (twoChecksums.has(instance) ? 32 : 16) + 1;
  return start < content.length ? content.raw(start, content.length - start) : null;
}

const nameFollows = 0x66;

/** The picture that stands in the line (PICFAndOfficeArtData, [MS-DOC] 2.9.192). */
export function readInlinePicture(data: Bytes | null, at: number, taker: PictureTaker): readonly DocumentItem[] {
  if (data === null || at < 0 || at + 0x44 > data.length) return taker.take(null, null);
  const length = Math.min(data.u32(at), data.length - at);
  let start = data.u16(at + 4);
  if (data.u16(at + 6) === nameFollows && start < length) start += 1 + data.u8(at + start);
  if (start >= length) return taker.take(null, null);
  const widthPt = twipToPt((data.u16(at + 0x1c) * data.u16(at + 0x20)) / 1000);
  const pictures = readRecords(data.part(at + start, length - start)).filter(
    ({ type }) => type === records.entry || (type >= 0xf018 && type <= 0xf117),
  );
  const [picture] = pictures;
  return taker.take(picture === undefined ? null : pictureFile(picture, null), widthPt);
}
