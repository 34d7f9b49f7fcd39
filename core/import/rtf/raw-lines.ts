import { codePageOf, SYMBOL_CHARSET } from "./character-sets.ts";
import type { DecodeBytes } from "../word/decode-bytes.ts";
import { readTokens, type RtfToken } from "./tokens.ts";
import { characterOfSymbol, characterOfWord } from "./special-characters.ts";

/** Groups that hold tables of the file, numbers, pictures, codes, and what is counted by itself. */
const otherGroups =
  /^(?:fonttbl|colortbl|stylesheet|info|list(?:table|overridetable|text|name|levelname)|leveltext|levelnumbers|pntext|pn|pnseclvl|revtbl|rsidtbl|generator|filetbl|pict|nonshppict|objdata|objclass|objname|fldinst|datafield|formfield|bkmkstart|bkmkend|annotation|atn\w+|header[lrf]?|footer[lrf]?|xe|tc|rxe|txe|shprslt|sn|sv|themedata|colorschememapping|datastore|latentstyles|xmlnstbl|mmathPr|\w+Pr|blipuid|blipuid|panose|falt|upr|a?ftnsepc?|a?ftncn|docvar|userprops|operator|author|title|template|nonesttables|background|protusertbl|mvfmf|mvfml|mvtof|mvtol|wgrffmtfilter|pgptbl|ffname|ffdeftext|ffl|ffformat|ffhelptext|ffstattext|ffentrymcr|ffexitmcr|passwordhash|oldcprops|oldpprops|oldtprops|oldsprops|hsv|picprop|dptxbxtext|keycode)$/u;

type Group = { isSkipped: boolean; font: number; chineseFont: number; isChinese: boolean; fallback: number };

const WESTERN = 1252;

/**
 * The characters of a file line by line, by its tokens alone: what stands in groups that are no tables, pictures or codes.
 */
export function rawLines(bytes: Uint8Array, decode: DecodeBytes): readonly string[] {
  const lines: string[] = [];
  const charsets = new Map<number, number>();
  const stack: Group[] = [];
  let group: Group = { isSkipped: false, font: 0, chineseFont: 0, isChinese: false, fallback: 1 };
  let isFontTable = false;
  let fontTableDepth = 0;
  let tableFont = 0;
  let codePage = WESTERN;
  let isStart = false;
  let isIgnorable = false;
  let toSkip = 0;
  let line = "";
  let pending: number[] = [];
  const flush = (): void => {
    if (pending.length === 0) return;
    const charset = charsets.get(group.isChinese ? group.chineseFont : group.font) ?? 0;
    // letters of a symbol font are signs, and counted as such
    if (charset !== SYMBOL_CHARSET) line += decode(Uint8Array.from(pending), codePageOf(charset) ?? codePage);
    pending = [];
  };
  const readWord = (name: string, value: number | null): void => {
    flush();
    if (name === "fonttbl") [isFontTable, fontTableDepth] = [true, stack.length];
    if (isStart && (isIgnorable || otherGroups.test(name))) {
      const isText =
        /^(?:fldrslt|shppict|shp|shpinst|shptxt|moMath|moMathPara|ud|result|nesttableprops|footnote)$/u.test(name);
      if (!isText) group.isSkipped = true;
    }
    isIgnorable = false;
    if (name === "f" && value !== null) {
      if (isFontTable) tableFont = value;
      else if (group.isChinese) group.chineseFont = value;
      else group.font = value;
    } else if (name === "fcharset" && isFontTable) charsets.set(tableFont, value ?? 0);
    else if (name === "ansicpg" && value !== null) codePage = value;
    else if (name === "dbch") group.isChinese = true;
    else if (/^(?:loch|hich|ltrch)$/u.test(name)) group.isChinese = false;
    else if (name === "plain") group.isChinese = false;
    else if (name === "stshfdbch" && value !== null) group.chineseFont = value;
    else if (name === "deff" && value !== null) group.font = value;
    else if (name === "uc") group.fallback = Math.max(0, value ?? 1);
    else if (name === "u" && value !== null) {
      if (!group.isSkipped) line += String.fromCharCode(value & 0xffff);
      toSkip = group.fallback;
    } else if (/^(?:par|sect|page|cell|nestcell|row|line)$/u.test(name)) {
      lines.push(line);
      line = "";
    } else if (!group.isSkipped) line += characterOfWord(name) ?? "";
  };
  const readBytes = (given: Uint8Array): void => {
    const own = given.subarray(Math.min(toSkip, given.length));
    toSkip -= given.length - own.length;
    if (!group.isSkipped) for (const byte of own) pending.push(byte);
  };
  const read = (token: RtfToken): void => {
    if (token.kind === "open") {
      flush();
      stack.push(group);
      group = { ...group };
      toSkip = 0;
      [isStart, isIgnorable] = [true, false];
      return;
    }
    if (token.kind === "close") {
      flush();
      group = stack.pop() ?? group;
      if (stack.length < fontTableDepth) isFontTable = false;
      toSkip = 0;
    } else if (token.kind === "word") readWord(token.name, token.value);
    else if (token.kind === "byte") readBytes(Uint8Array.of(token.byte));
    else if (token.kind === "text") readBytes(bytes.subarray(token.start, token.end));
    else if (token.kind === "symbol") {
      if (token.sign === "*" && isStart) {
        isIgnorable = true;
        return;
      }
      flush();
      if (toSkip > 0) toSkip -= 1;
      else if (!group.isSkipped) line += characterOfSymbol(token.sign) ?? "";
    }
    isStart = false;
  };
  for (const token of readTokens(bytes)) read(token);
  flush();
  return [...lines, line];
}
