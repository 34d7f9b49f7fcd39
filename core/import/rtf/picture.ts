import { twipToPt } from "../../layout/units.ts";

/** The file of a picture, which stands in the text in digits of base 16 or as it is. */
export type Picture = {
  readonly readWord: (name: string, value: number | null) => void;
  readonly addDigits: (bytes: Uint8Array) => void;
  readonly addBytes: (bytes: Uint8Array) => void;
  /** Null: of a kind that a report does not take. */
  readonly file: () => Uint8Array | null;
  /** As it is shown; null: its natural size. */
  readonly widthPt: () => number | null;
};

/** The value of a digit of base 16; -1 for any other character. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 0x20;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function createPicture(): Picture {
  const parts: Uint8Array[] = [];
  let isTaken = false;
  let widthTwips = 0;
  let scalePercent = 100;
  /** A first digit whose second stands behind a line end. */
  let half = -1;
  return {
    readWord: (name, value) => {
      if (name === "pngblip" || name === "jpegblip") isTaken = true;
      else if (name === "picwgoal") widthTwips = value ?? 0;
      else if (name === "picscalex") scalePercent = value ?? 100;
    },
    addDigits: (bytes) => {
      if (!isTaken) return;
      const part = new Uint8Array((bytes.length + 1) >> 1);
      let length = 0;
      for (const code of bytes) {
        const digit = digitOf(code);
        if (digit < 0) continue;
        if (half < 0) half = digit;
        else {
          part[length] = half * 16 + digit;
          length += 1;
          half = -1;
        }
      }
      parts.push(part.subarray(0, length));
    },
    addBytes: (bytes) => void parts.push(bytes),
    file: () => (isTaken ? joined(parts) : null),
    widthPt: () => (widthTwips > 0 ? twipToPt((widthTwips * scalePercent) / 100) : null),
  };
}
