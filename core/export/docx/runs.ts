import { Tab, TextRun, UnderlineType, type IRunOptions } from "docx";
import type { PrintedInline } from "../../document/printed-block.ts";
import type { Script } from "../../document/blocks.ts";
import { isSameLook, type Look, lookOf } from "../../document/look.ts";
import { blankText } from "../../document/inline-traits.ts";
import { assertNever } from "../../result.ts";
import { printableText } from "../printable-text.ts";

type RunLook = {
  readonly style?: string;
  readonly bold?: boolean;
  readonly script?: Script;
  /** 花脸: struck through or underlined, so that it reads in black and white. */
  readonly mark?: "deleted" | "inserted";
};

/** Without the hint Word takes “ ” ‘ ’ — … for Western marks and sets them in the Western face. */
const hinted = { font: { hint: "eastAsia" } } as const;

/** A run of text. Tabs are elements of their own in DOCX. */
export function textRun(text: string, { style, bold, script, mark }: RunLook = {}): TextRun {
  const look: IRunOptions = {
    ...hinted,
    ...(style === undefined ? {} : { style }),
    ...(bold === true ? { bold: true } : {}),
    ...(script === "super" ? { superScript: true } : {}),
    ...(script === "sub" ? { subScript: true } : {}),
    ...(mark === "deleted" ? { strike: true } : {}),
    ...(mark === "inserted" ? { underline: { type: UnderlineType.SINGLE } } : {}),
  };
  const printable = printableText(text);
  if (!printable.includes("\t")) return new TextRun({ ...look, text: printable });
  const children = printable.split("\t").flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part]));
  return new TextRun({ ...look, children });
}

const lineBreak = (): TextRun => new TextRun({ break: 1 });

function inlineRun(inline: PrintedInline, style: string | undefined): TextRun {
  const look: RunLook = { ...(style === undefined ? {} : { style }), ...lookOf(inline) };
  switch (inline.kind) {
    case "text":
      return textRun(inline.text, look);
    case "blank":
      return textRun(blankText(inline.label), look);
    case "break":
      return lineBreak();
    default:
      return assertNever(inline);
  }
}

/** The runs of a paragraph, its ordinal first. `style` is a character style, for the heading part of a run-in heading. */
export function contentRuns(content: readonly PrintedInline[], ordinal = "", style?: string): TextRun[] {
  return withOrdinal(content, ordinal).map((inline) => inlineRun(inline, style));
}

const plain: Look = {};

/** Ordinal and words stand in one run where they look alike. */
function withOrdinal(content: readonly PrintedInline[], ordinal: string): readonly PrintedInline[] {
  if (ordinal === "") return content;
  const [first, ...rest] = content;
  return first?.kind === "text" && isSameLook(first, plain)
    ? [{ ...first, text: ordinal + first.text }, ...rest]
    : [{ kind: "text", text: ordinal }, ...content];
}

/** Lines of one paragraph, with a break between each two. */
export const linesAsRuns = (lines: readonly (readonly PrintedInline[])[]): TextRun[] =>
  lines.flatMap((line, index) => [...(index === 0 ? [] : [lineBreak()]), ...contentRuns(line)]);
