import { enclosed, fraction, grouped, lowered, raised, root } from "./linear-math.ts";

/** What an EQ field draws, as text on one line, and what kind of thing it is. */
export type DrawnEquation = { readonly text: string; readonly kind: "formula" | "characters" | "reading" };

type Reader = {
  readonly code: string;
  at: number;
  depth: number;
  hasReading: boolean;
  isFormula: boolean;
  isInOverstrike: boolean;
};

const deepest = 24;
const isSpace = (sign: string): boolean => /\s/u.test(sign);

function skipSpace(reader: Reader): void {
  while (reader.at < reader.code.length && isSpace(reader.code.charAt(reader.at))) reader.at += 1;
}

/** The letters and digits of a switch, as `\up 8`; its sign is passed already. */
function readSwitch(reader: Reader): { readonly name: string; readonly value: number | null } {
  const [whole = "", name = "", value] =
    /^([a-z]{1,2})\s*([0-9]{0,4})/iu.exec(reader.code.slice(reader.at, reader.at + 12)) ?? [];
  reader.at += whole.length;
  return { name: name.toLowerCase(), value: value === undefined || value === "" ? null : Number(value) };
}

/** The parts between brackets, each as text; null where no bracket follows. */
function readParts(reader: Reader): readonly string[] | null {
  skipSpace(reader);
  if (reader.code.charAt(reader.at) !== "(") return null;
  reader.at += 1;
  const parts: string[] = [];
  for (;;) {
    parts.push(readText(reader));
    const sign = reader.code.charAt(reader.at);
    reader.at += 1;
    if (sign !== "," && sign !== ";" && sign !== "，") return parts.map((part) => part.trim());
  }
}

/** Text up to the end of a part, with the brackets that belong to it. */
function readText(reader: Reader): string {
  let text = "";
  let open = 0;
  reader.depth += 1;
  while (reader.at < reader.code.length) {
    const sign = reader.code.charAt(reader.at);
    if (open === 0 && (sign === ")" || (reader.depth > 1 && /[,;，]/u.test(sign)))) break;
    reader.at += 1;
    if (sign === "(") open += 1;
    if (sign === ")") open -= 1;
    text += sign === "\\" ? readCommand(reader) : sign;
  }
  reader.depth -= 1;
  return text;
}

const bracketOf: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/** `\b \lc\[ \rc\] (…)`: something in brackets of a kind. */
function readBrackets(reader: Reader): string {
  let left = "(";
  let right = ")";
  for (let option = nextOption(reader); option !== null; option = nextOption(reader)) {
    const sign = reader.code.charAt(reader.at).replace("\\", "") || reader.code.charAt(reader.at + 1);
    reader.at += reader.code.charAt(reader.at) === "\\" ? 2 : 1;
    if (option.name === "lc" || option.name === "bc") left = sign;
    if (option.name === "rc") right = sign;
    else if (option.name === "bc") right = bracketOf[sign] ?? sign;
  }
  return `${left}${(readParts(reader) ?? []).join(",")}${right}`;
}

/** The next switch of a command, before its brackets. */
function nextOption(reader: Reader): ReturnType<typeof readSwitch> | null {
  skipSpace(reader);
  if (reader.code.charAt(reader.at) !== "\\" || !/[a-z]/iu.test(reader.code.charAt(reader.at + 1))) return null;
  reader.at += 1;
  return readSwitch(reader);
}

function readOptions(reader: Reader): ReadonlyMap<string, number | null> {
  const options = new Map<string, number | null>();
  for (let option = nextOption(reader); option !== null; option = nextOption(reader))
    options.set(option.name, option.value);
  return options;
}

/** Signs one over the other: 带圈字符, 拼音指南, 合并字符. */
function readOverstrike(reader: Reader): string {
  const options = readOptions(reader);
  const start = reader.at;
  const around = reader.isInOverstrike;
  reader.isInOverstrike = true;
  const parts = readParts(reader) ?? [];
  reader.isInOverstrike = around;
  const ring = /^[○◯〇□△◇◎O0]$/u;
  if (options.has("ac") && parts.length === 2 && ring.test(parts[0] ?? "")) return enclosed(parts[1] ?? "");
  const isAbove = /^\(\s*\\s\s*\\up/iu.test(reader.code.slice(start, start + 20));
  const isSplit = /\\do\s*[0-9]{0,4}\s*\(/iu.test(reader.code.slice(start, reader.at));
  if (isAbove && !isSplit && parts.length === 2) {
    reader.hasReading = true;
    return parts[1] ?? "";
  }
  return parts.join("");
}

/** `\a \al \co2 (…)`: a matrix, row by row. */
function readArray(reader: Reader): string {
  const columns = Math.max(1, readOptions(reader).get("co") ?? 1);
  const parts = readParts(reader) ?? [];
  const rows = Array.from({ length: Math.ceil(parts.length / columns) }, (_, row) =>
    parts.slice(row * columns, (row + 1) * columns).join(", "),
  );
  // one below the other are words, side by side a matrix
  return columns === 1 ? rows.join(" ") : grouped(rows.join("; "));
}

/** `\i \su (from, to, what)`: ∑, ∏ or ∫. */
function readSum(reader: Reader): string {
  const options = readOptions(reader);
  const [from = "", to = "", ...what] = readParts(reader) ?? [];
  const sign = options.has("su") ? "∑" : options.has("pr") ? "∏" : "∫";
  return `${sign}${lowered(from)}${raised(to)}${what.join(",")}`;
}

/** `\s \up8(2)`: raised or lowered. Inside 合并字符 it only places half of a word. */
function readScript(reader: Reader): string {
  const options = readOptions(reader);
  const text = (readParts(reader) ?? []).join("");
  if (reader.isInOverstrike) return text;
  reader.isFormula = true;
  return options.has("do") ? lowered(text) : raised(text);
}

function readCommand(reader: Reader): string {
  const sign = reader.code.charAt(reader.at);
  if (!/[a-z]/iu.test(sign) || reader.depth > deepest) {
    reader.at += 1;
    return sign === "*" ? skipFormat(reader) : sign;
  }
  const { name } = readSwitch(reader);
  if (name !== "o" && name !== "s") reader.isFormula = true;
  switch (name) {
    case "f": {
      readOptions(reader);
      // 1,000 below a line is one number that was parted: nothing of it is left out
      const [above = "", ...below] = readParts(reader) ?? [];
      return fraction(above, below.join(","));
    }
    case "r": {
      const [first = "", ...others] = readParts(reader) ?? [];
      return others.length > 0 ? root(others.join(","), first) : root(first, "");
    }
    case "s":
      return readScript(reader);
    case "o":
      return readOverstrike(reader);
    case "a":
      return readArray(reader);
    case "b":
      return readBrackets(reader);
    case "i":
      return readSum(reader);
    case "d":
      readOptions(reader);
      return (readParts(reader) ?? []).join("");
    default:
      // \l lists, \x frames: their words as they stand
      readOptions(reader);
      return (readParts(reader) ?? []).join(",");
  }
}

/** `\* jc2 \* "Font:宋体" \* hps10`: how it looks. */
function skipFormat(reader: Reader): string {
  const rest = /^\s*(?:"[^"]{0,80}"|[a-z]+[0-9]*)/iu.exec(reader.code.slice(reader.at, reader.at + 100));
  reader.at += rest?.[0].length ?? 0;
  return "";
}

/** Reads the code of an EQ field. Null: it is none. */
export function drawEquation(code: string): DrawnEquation | null {
  const start = /^\s*eq\b/iu.exec(code);
  if (start === null) return null;
  const reader: Reader = {
    code,
    at: start[0].length,
    depth: 0,
    hasReading: false,
    isFormula: false,
    isInOverstrike: false,
  };
  let text = readText(reader);
  // brackets that nobody opened are words, too
  while (reader.at < code.length) {
    text += code.charAt(reader.at);
    reader.at += 1;
    text += readText(reader);
  }
  return {
    text: text.trim(),
    kind: reader.hasReading ? "reading" : reader.isFormula ? "formula" : "characters",
  };
}
