import { AppError } from "../../result.ts";

/** A stretch of a file whose numbers are little-endian. Reading beyond its end is `file-damaged`. */
export type Bytes = {
  readonly length: number;
  readonly u8: (at: number) => number;
  readonly u16: (at: number) => number;
  readonly i16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly i32: (at: number) => number;
  /** `count` UTF-16 units. */
  readonly text: (at: number, count: number) => string;
  readonly raw: (at: number, length: number) => Uint8Array;
  readonly part: (at: number, length: number) => Bytes;
};

const mostUnitsAtOnce = 8192;

export function bytesOf(array: Uint8Array): Bytes {
  const view = new DataView(array.buffer, array.byteOffset, array.byteLength);
  const checked = (at: number, length: number): number => {
    if (at < 0 || length < 0 || at + length > array.length) throw new AppError("file-damaged");
    return at;
  };
  const raw = (at: number, length: number): Uint8Array => array.subarray(checked(at, length), at + length);
  const u16 = (at: number): number => view.getUint16(checked(at, 2), true);
  return {
    length: array.length,
    u8: (at) => view.getUint8(checked(at, 1)),
    u16,
    i16: (at) => view.getInt16(checked(at, 2), true),
    u32: (at) => view.getUint32(checked(at, 4), true),
    i32: (at) => view.getInt32(checked(at, 4), true),
    text: (at, count) => {
      checked(at, count * 2);
      const parts: string[] = [];
      for (let done = 0; done < count; done += mostUnitsAtOnce) {
        const length = Math.min(mostUnitsAtOnce, count - done);
        const units = Array.from({ length }, (_, index) => view.getUint16(at + (done + index) * 2, true));
        parts.push(String.fromCharCode(...units));
      }
      return parts.join("");
    },
    raw,
    part: (at, length) => bytesOf(raw(at, length)),
  };
}
