/** A field that has begun and not ended: its code comes first, then what it shows. */
type OpenField = { code: string; isShown: boolean };

/** Follows the fields of a story, which may go on over many paragraphs. */
export type Fields = {
  /** What stands here is a field's code. */
  readonly isHidden: () => boolean;
  /** What stands here is shown by a table of contents. */
  readonly inContents: () => boolean;
  readonly isOpen: () => boolean;
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

/** 带圈字符 `eq \o\ac(○,1)` and 拼音指南 have no result: Word draws them from their code. */
function drawnText(code: string): string {
  const words = withReading.exec(code)?.[1];
  if (words !== undefined && /^\s*eq\s/iu.test(code)) return words;
  const inside = /^\s*eq\s+\\o\s*\\ac\s*\(\s*[○◯]\s*[,，]\s*([^)]{1,4})\)/iu.exec(code)?.[1]?.trim();
  if (inside === undefined) return "";
  const value = /^[0-9]{1,2}$/u.test(inside) ? Number(inside) : 0;
  return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `（${inside}）`;
}

/** @param knowsContents false: the file is damaged, a table of contents never ends, and none is told from the text */
export function createFields(foundContents: () => void, knowsContents: boolean): Fields {
  const open: OpenField[] = [];
  return {
    isHidden: () => open.some((field) => !field.isShown),
    inContents: () => knowsContents && open.some((field) => field.isShown && isContents(field)),
    isOpen: () => open.length > 0,
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
