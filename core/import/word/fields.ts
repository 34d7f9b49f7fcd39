import type { Tally } from "./document-items.ts";

/** A field that has begun and not ended: its code comes first, then what it shows. */
type OpenField = { code: string; isShown: boolean; hasResult: boolean; chosen: string; isCut: boolean };

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
  /** What is chosen in a form, which the file holds beside the field. */
  readonly setResult: (shown: string) => void;
  /** Text stands here, which is a result of the fields around it. */
  readonly show: (text: string) => void;
  /** Returns text that the field shows and the file holds in its code alone. */
  readonly end: () => string;
};

/** Characters of a code that are read; a formula of so many fills a page. What is longer is cut, counted and told. */
const longestCode = 4000;
const isContents = ({ code }: OpenField): boolean => isContentsCode(code);

/** Codes of fields that repeat the headings of the text: 目录, 图表目录, 索引. */
export function isContentsCode(code: string): boolean {
  return /^\s*(?:TOC|INDEX)\b/iu.test(code);
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

/** @param draw the text of a field that has no result */
export function createFields(tally: Tally, trust: FieldTrust, draw: (code: string) => string): Fields {
  const open: OpenField[] = [];
  const isHidden = (): boolean => trust.codes && open.some((field) => !field.isShown);
  return {
    isHidden,
    inContents: () => trust.contents && open.some((field) => field.isShown && isContents(field)),
    atEnd: () => (open.length === 0 ? "closed" : isHidden() ? "hiding" : "open"),
    begin: () => void open.push({ code: "", isShown: false, hasResult: false, chosen: "", isCut: false }),
    setResult: (shown) => {
      const field = open.at(-1);
      if (field !== undefined) field.chosen = shown;
    },
    show: (text) => {
      if (text.trim() !== "") for (const field of open) field.hasResult = true;
    },
    addCode: (text) => {
      const field = open.at(-1);
      if (field === undefined || field.isShown) return;
      const room = longestCode - field.code.length;
      field.code += text.slice(0, room);
      if (text.length > room) field.isCut = true;
    },
    separate: () => {
      const field = open.at(-1);
      if (field === undefined) return;
      field.isShown = true;
      if (isContents(field)) tally.contents += 1;
    },
    end: () => {
      const field = open.pop();
      // what a field shows stands in the file, however long its code
      if (field === undefined || field.hasResult) return "";
      if (field.chosen !== "") return field.chosen;
      const drawn = draw(field.code);
      if (field.isCut && drawn !== "") tally.cutFields += 1;
      return drawn;
    },
  };
}
