/** A field that has begun and not ended: its code comes first, then what it shows. */
type OpenField = { code: string; isShown: boolean };

/** Follows the fields of a story, which may go on over many paragraphs. */
export type Fields = {
  /** What stands here is a field's code. */
  readonly isHidden: () => boolean;
  /** What stands here is shown by a table of contents. */
  readonly inContents: () => boolean;
  readonly atEnd: () => FieldsEnd;
  readonly begin: () => void;
  readonly addCode: (text: string) => void;
  /** The code is complete. */
  readonly separate: () => void;
  /** Returns text that the field shows and the file holds in its code alone. */
  readonly end: () => string;
};

const longestCode = 500;
const isContents = ({ code }: OpenField): boolean => isContentsCode(code);

/** Codes of fields that repeat the headings of the text: 目录, 图表目录, 索引. */
export function isContentsCode(code: string): boolean {
  return /^\s*(?:TOC|INDEX)\b/iu.test(code);
}

/** Words with their reading above them, 拼音指南: `eq \o\ad(\s\up 9(pīn),拼)`. */
const withReading = /\\o\s*\\a[a-z]\s*\(\s*\\s\s*\\up\s*[0-9]{1,3}\s*\([^)]*\)\s*[,，;]\s*([^)]{1,40})\)/iu;

/** The words of a place to click: `MACROBUTTON name words`, `GOTOBUTTON place words`. */
const buttonWords = /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s([^]*)$/iu;

/** 带圈字符 `eq \o\ac(○,1)`, 拼音指南 and places to click have no result: Word draws them from their code. */
function drawnText(code: string): string {
  const button = buttonWords.exec(code)?.[1];
  if (button !== undefined) return button;
  const words = withReading.exec(code)?.[1];
  if (words !== undefined && /^\s*eq\s/iu.test(code)) return words;
  const inside = /^\s*eq\s+\\o\s*\\ac\s*\(\s*[○◯]\s*[,，]\s*([^)]{1,4})\)/iu.exec(code)?.[1]?.trim();
  if (inside === undefined) return "";
  const value = /^[0-9]{1,2}$/u.test(inside) ? Number(inside) : 0;
  return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `（${inside}）`;
}

/**
 * What to believe of the fields of a file. Where one begins and never ends, all behind it would be its own.
 * `contents`: a table of contents is told from the text; `codes`: the code of a field is hidden.
 */
export type FieldTrust = { readonly contents: boolean; readonly codes: boolean };
export const fullTrust: FieldTrust = { contents: true, codes: true };

/** How the fields of a story end. */
export type FieldsEnd = "closed" | "open" | "hiding";

/** The trust for reading a text once more whose fields did not end; null: it was read well. */
export function lesserTrust(end: FieldsEnd, contents: number): FieldTrust | null {
  if (end === "hiding") return { contents: false, codes: false };
  return end === "open" && contents > 0 ? { contents: false, codes: true } : null;
}

export function createFields(foundContents: () => void, trust: FieldTrust): Fields {
  const open: OpenField[] = [];
  const isHidden = (): boolean => trust.codes && open.some((field) => !field.isShown);
  return {
    isHidden,
    inContents: () => trust.contents && open.some((field) => field.isShown && isContents(field)),
    atEnd: () => (open.length === 0 ? "closed" : isHidden() ? "hiding" : "open"),
    begin: () => void open.push({ code: "", isShown: false }),
    addCode: (text) => {
      const field = open.at(-1);
      if (field !== undefined && !field.isShown) field.code = (field.code + text).slice(0, longestCode);
    },
    separate: () => {
      const field = open.at(-1);
      if (field === undefined) return;
      field.isShown = true;
      if (isContents(field)) foundContents();
    },
    end: () => {
      const field = open.pop();
      return field === undefined || field.isShown ? "" : drawnText(field.code);
    },
  };
}
