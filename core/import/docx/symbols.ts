/** Signs of the fonts Wingdings and Symbol, which name no character, and the character that looks like each. */
const wingdings: Readonly<Record<number, string>> = {
  0x6c: "●",
  0x6d: "❍",
  0x6e: "■",
  0x6f: "□",
  0x70: "□",
  0x71: "❑",
  0x72: "❒",
  0x74: "◆",
  0x75: "◆",
  0x76: "❖",
  0x77: "◆",
  0x9f: "•",
  0xa7: "▪",
  0xa8: "□",
  0xd8: "➢",
  0xe0: "→",
  0xdf: "←",
  0xe8: "➔",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};
const wingdings2: Readonly<Record<number, string>> = {
  0x4f: "✗",
  0x50: "✓",
  0x51: "☒",
  0x52: "☑",
  0x53: "☒",
  0xa3: "□",
  0x97: "●",
  0x98: "●",
};
const symbol: Readonly<Record<number, string>> = {
  0xb7: "•",
  0xb4: "×",
  0xb8: "÷",
  0xb1: "±",
  0xa3: "≤",
  0xb3: "≥",
  0xb9: "≠",
  0xb0: "°",
  0xd7: "⋅",
  0xae: "→",
  0x61: "α",
  0x62: "β",
  0x6d: "μ",
};

/** ① to ⑩ in Wingdings, white and black. */
function wingdingsNumber(code: number): string | undefined {
  if (code >= 0x81 && code <= 0x8a) return String.fromCharCode(0x2460 + code - 0x81);
  if (code >= 0x8c && code <= 0x95) return String.fromCharCode(0x2776 + code - 0x8c);
  return undefined;
}

/**
 * The character that a sign of a symbol font stands for. Null where none is known.
 * @param code as in the file; symbol fonts lie at U+F000–F0FF, too
 */
export function symbolCharacter(font: string, code: number): string | null {
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const low = isPrivate ? code - 0xf000 : code;
  if (/^Wingdings 2/iu.test(font)) return wingdings2[low] ?? null;
  if (/^Wingdings/iu.test(font)) return wingdings[low] ?? wingdingsNumber(low) ?? null;
  if (/^Symbol/iu.test(font)) return symbol[low] ?? null;
  return isPrivate || code < 0x20 || code > 0xfffd ? null : String.fromCharCode(code);
}
