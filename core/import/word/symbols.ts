/** Signs of the fonts Wingdings and Symbol, which name no character, and the character that looks like each. */
const wingdings: Readonly<Record<number, string>> = {
  0x21: "✏",
  0x22: "✂",
  0x28: "☎",
  0x2a: "✉",
  0x36: "⌛",
  0x3f: "✍",
  0x45: "☜",
  0x46: "☞",
  0x47: "☝",
  0x48: "☟",
  0x4a: "☺",
  0x4c: "☹",
  0x51: "✈",
  0x6c: "●",
  0x6d: "❍",
  0x6e: "■",
  0x6f: "□",
  0x70: "□",
  0x71: "❑",
  0x72: "❒",
  0x73: "◆",
  0x74: "◆",
  0x75: "◆",
  0x76: "❖",
  0x77: "◆",
  0x78: "☒",
  0x80: "⓪",
  0x8b: "⓿",
  0x9e: "·",
  0x9f: "•",
  0xa0: "▪",
  0xa1: "○",
  0xa4: "◉",
  0xa5: "◎",
  0xa7: "▪",
  0xa8: "□",
  0xaa: "✦",
  0xab: "★",
  0xac: "✶",
  0xb5: "✪",
  0xb6: "✰",
  0xd8: "➢",
  0xdc: "➲",
  0xdf: "←",
  0xe0: "→",
  0xe1: "↑",
  0xe2: "↓",
  0xe3: "↖",
  0xe4: "↗",
  0xe5: "↙",
  0xe6: "↘",
  0xe8: "➔",
  0xef: "⇦",
  0xf0: "⇨",
  0xf1: "⇧",
  0xf2: "⇩",
  0xf3: "⇔",
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
const wingdings3: Readonly<Record<number, string>> = {
  0x66: "←",
  0x67: "→",
  0x68: "↑",
  0x69: "↓",
  0x70: "▲",
  0x71: "▼",
  0x72: "△",
  0x73: "▽",
  0x74: "◀",
  0x75: "▶",
  0x76: "◁",
  0x77: "▷",
  0x7d: "➤",
};

/** The font Symbol from U+0020 and from U+00A0 on; a blank stands for a sign that is not known. */
const symbolLow = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const symbolHigh = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

function symbolSign(code: number): string | null {
  if (code === 0x20) return " ";
  const sign = code >= 0xa0 ? symbolHigh.charAt(code - 0xa0) : symbolLow.charAt(code - 0x20);
  return sign.trim() === "" ? null : sign;
}

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
  if (/^Wingdings 3/iu.test(font)) return wingdings3[low] ?? null;
  if (/^Wingdings/iu.test(font)) return wingdings[low] ?? wingdingsNumber(low) ?? null;
  if (/^Symbol/iu.test(font)) return symbolSign(low);
  return isPrivate || code < 0x20 || code > 0xfffd ? null : String.fromCharCode(code);
}
