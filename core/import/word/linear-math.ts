/** Signs of mathematics as text on one line: 3/4, x², √(a+b). */

const raisedSigns: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
  "=": "⁼",
  "(": "⁽",
  ")": "⁾",
  n: "ⁿ",
  i: "ⁱ",
};
const loweredSigns: Readonly<Record<string, string>> = {
  "0": "₀",
  "1": "₁",
  "2": "₂",
  "3": "₃",
  "4": "₄",
  "5": "₅",
  "6": "₆",
  "7": "₇",
  "8": "₈",
  "9": "₉",
  "+": "₊",
  "-": "₋",
  "−": "₋",
  "=": "₌",
  "(": "₍",
  ")": "₎",
  a: "ₐ",
  e: "ₑ",
  i: "ᵢ",
  j: "ⱼ",
  k: "ₖ",
  m: "ₘ",
  n: "ₙ",
  o: "ₒ",
  x: "ₓ",
};

function translated(text: string, signs: Readonly<Record<string, string>>, mark: string): string {
  if (text === "") return "";
  const found = Array.from(text, (sign) => signs[sign]);
  return found.every((sign) => sign !== undefined) ? found.join("") : `${mark}${grouped(text)}`;
}

/** One number, letter or word needs no brackets. */
const isSingle = (text: string): boolean =>
  /^(?:[\p{L}\p{M}]+|[0-9]+(?:[.．][0-9]+)?%?|\p{L}?[⁰¹²³⁴-⁹₀-₉]+|[（(][^（()）]*[)）])$/u.test(text);

/** In brackets where it consists of more than one thing. */
export const grouped = (text: string): string => (text === "" || isSingle(text) ? text : `(${text})`);

export const raised = (text: string): string => translated(text, raisedSigns, "^");
export const lowered = (text: string): string => translated(text, loweredSigns, "_");
export const fraction = (above: string, below: string): string => `${grouped(above)}/${grouped(below)}`;

/** @param degree "" or 2: the square root */
export function root(text: string, degree: string): string {
  const sign =
    degree === "" || degree === "2" ? "√" : degree === "3" ? "∛" : degree === "4" ? "∜" : `${raised(degree)}√`;
  return `${sign}${/^[\p{L}0-9]$|^[0-9.]+$/u.test(text) ? text : text.startsWith("(") && isSingle(text) ? text : `(${text})`}`;
}

/** 带圈字符: ① where Unicode has it, otherwise in brackets. */
export function enclosed(inside: string): string {
  const text = inside.trim();
  const value = /^[0-9]{1,2}$/u.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  if (value >= 36) return value <= 50 ? String.fromCharCode(0x32b1 + value - 36) : `（${text}）`;
  const chinese = "一二三四五六七八九十".indexOf(text);
  if (text.length === 1 && chinese >= 0) return String.fromCharCode(0x3280 + chinese);
  return `（${text}）`;
}
