import { type Bytes, bytesOf } from "./bytes.ts";
import { shortCodes } from "./property-changes.ts";
import { AppError } from "../../result.ts";

/** A stretch of characters that lie one behind the other in the file. */
type Piece = {
  /** Counted in characters. */
  readonly start: number;
  readonly end: number;
  /** Byte of its first character. */
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Changes that a fast save put on all of it. */
  readonly changes: Bytes;
};

/** All characters of a file in order, and where each stands in it. */
export type Pieces = {
  readonly text: string;
  /** The piece that holds a character. */
  readonly at: (place: number) => Piece;
};

const isCompressedMark = 0x40000000;
const descriptorLength = 8;
const noChanges = bytesOf(new Uint8Array());

/** Characters of one byte that are none of Latin-1 ([MS-DOC] 2.9.73). */
const special: Readonly<Record<number, string>> = {
  0x80: "€",
  0x82: "‚",
  0x83: "ƒ",
  0x84: "„",
  0x85: "…",
  0x86: "†",
  0x87: "‡",
  0x88: "ˆ",
  0x89: "‰",
  0x8a: "Š",
  0x8b: "‹",
  0x8c: "Œ",
  0x8e: "Ž",
  0x91: "‘",
  0x92: "’",
  0x93: "“",
  0x94: "”",
  0x95: "•",
  0x96: "–",
  0x97: "—",
  0x98: "˜",
  0x99: "™",
  0x9a: "š",
  0x9b: "›",
  0x9c: "œ",
  0x9e: "ž",
  0x9f: "Ÿ",
};
const singleByteText = (raw: Uint8Array): string =>
  Array.from(raw, (byte) => special[byte] ?? String.fromCharCode(byte)).join("");

/** What a piece changes: by name in a list of the table, or one single change in itself. */
function changesOf(modifier: number, lists: readonly Bytes[]): Bytes {
  if ((modifier & 1) === 1) return lists[modifier >> 1] ?? noChanges;
  const code = shortCodes[(modifier >> 1) & 0x7f];
  return code === undefined ? noChanges : bytesOf(Uint8Array.of(code & 0xff, code >> 8, modifier >> 8));
}

/** The descriptors of all pieces, and the lists of changes that they refer to (Clx, [MS-DOC] 2.9.38). */
function splitTable(table: Bytes): { readonly descriptors: Bytes; readonly lists: readonly Bytes[] } {
  const lists: Bytes[] = [];
  let at = 0;
  while (table.u8(at) === 1) {
    const length = table.u16(at + 1);
    lists.push(table.part(at + 3, length));
    at += 3 + length;
  }
  if (table.u8(at) !== 2) throw new AppError("file-damaged");
  return { descriptors: table.part(at + 5, Math.min(table.u32(at + 1), table.length - at - 5)), lists };
}

/**
 * Puts the text together.
 * @throws {AppError} file-damaged
 */
export function readPieces(document: Bytes, table: Bytes): Pieces {
  const { descriptors, lists } = splitTable(table);
  const count = Math.floor((descriptors.length - 4) / (4 + descriptorLength));
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  for (let index = 0; index < count; index += 1) {
    const start = descriptors.u32(index * 4);
    const end = descriptors.u32((index + 1) * 4);
    // every character takes a byte of its own
    if (start !== length || end < start || end > document.length) throw new AppError("file-damaged");
    const descriptor = (count + 1) * 4 + index * descriptorLength;
    const place = descriptors.u32(descriptor + 2);
    const isCompressed = (place & isCompressedMark) !== 0;
    const offset = isCompressed ? (place & (isCompressedMark - 1)) >> 1 : place & (isCompressedMark - 1);
    texts.push(isCompressed ? singleByteText(document.raw(offset, end - start)) : document.text(offset, end - start));
    const changes = changesOf(descriptors.u16(descriptor + 6), lists);
    if (end > start) pieces.push({ start, end, offset, bytesPerCharacter: isCompressed ? 1 : 2, changes });
    length = end;
  }
  return { text: texts.join(""), at: createFinder(pieces) };
}

function createFinder(pieces: readonly Piece[]): Pieces["at"] {
  return (place) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.start ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    if (piece === undefined || place < piece.start || place >= piece.end) throw new AppError("file-damaged");
    return piece;
  };
}
