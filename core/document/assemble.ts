import type { Block, BlockOf, Inline, TableCell } from "./blocks.ts";
import { attachmentStarts, type AttachmentStart } from "./attachment-labels.ts";
import { linesAboveTables, numberCaptions } from "./captions.ts";
import { blocksFromBody } from "./from-lexical.ts";
import type { PrintedBlock, PrintedBlockOf, PrintedCell, PrintedInline } from "./printed-block.ts";
import { isSameLook, lookOf } from "./look.ts";
import { numberBlocks } from "./numbering.ts";
import { elementNames } from "./element-names.ts";
import { type Imprint, imprintOf } from "./imprint.ts";
import { type Letterhead, letterheadOf } from "./letterhead.ts";
import { noteLine } from "./note-line.ts";
import { metaOnPaper, sealFormOf } from "./preset-elements.ts";
import { printedDate } from "./printed-date.ts";
import type { LayoutPreset, Meta, ReportDocument } from "./schema.ts";
import { titleOf } from "./title.ts";
import { assertNever } from "../result.ts";

/** A block of the text by its index in the body, or one of 公文要素. */
export type PrintedSource = { readonly kind: "text"; readonly index: number } | PrintedElement;
/** 公文要素 that stand with the text. */
export const printedElements = [
  "mainRecipients",
  "attachmentNames",
  "attendees",
  "absentees",
  "observers",
  "signatories",
  "signedOffBy",
  "date",
  "note",
] as const;
type PrintedElement = { readonly kind: "element"; readonly element: (typeof printedElements)[number] };

/** A report as it is printed: text and 公文要素 in their places, ordinals and years worked out. */
export type AssembledReport = {
  /** The first title, on one line; "" when the report has none. */
  readonly title: string;
  readonly blocks: readonly PrintedBlock[];
  /** Where each of the blocks comes from. */
  readonly sources: readonly PrintedSource[];
  /** 版头; null: the layout has none. */
  readonly letterhead: Letterhead | null;
  /** 版记; null: the layout has none, or nothing of it is given. */
  readonly imprint: Imprint | null;
};

/** What a report is printed from. Without a preset it is a public report. */
export type ReportToPrint = Pick<ReportDocument, "body" | "meta" | "year"> & Partial<Pick<ReportDocument, "preset">>;

function printYear(inline: Inline, year: number): PrintedInline {
  switch (inline.kind) {
    case "year":
      return { kind: "text", text: String(year + inline.offset), ...lookOf(inline) };
    case "text":
    case "figure":
      return { kind: "text", text: inline.text, ...lookOf(inline) };
    case "blank":
      return { kind: "blank", label: inline.label, ...lookOf(inline) };
    case "break":
      return inline;
    default:
      return assertNever(inline);
  }
}

function printInline(content: readonly Inline[], year: number): readonly PrintedInline[] {
  const printed: PrintedInline[] = [];
  for (const inline of content) {
    const part = printYear(inline, year);
    const last = printed.at(-1);
    // one run where the text is one: line breaking and fonts see 2026年度 as a whole
    if (part.kind === "text" && last?.kind === "text" && isSameLook(last, part)) {
      printed[printed.length - 1] = { ...last, text: last.text + part.text };
    } else {
      printed.push(part);
    }
  }
  return printed;
}

function printTable(table: BlockOf<"table">, year: number): PrintedBlockOf<"table"> {
  const printCell = (cell: TableCell): PrintedCell => ({
    ...cell,
    paragraphs: cell.paragraphs.map((content) => printInline(content, year)),
  });
  return { ...table, rows: table.rows.map((row) => row.map(printCell)) };
}

function printBlock(block: Block, number: string, year: number): PrintedBlock {
  switch (block.kind) {
    case "heading":
    case "listItem":
      return { ...block, number, content: printInline(block.content, year) };
    case "runInHeading":
      return {
        ...block,
        number,
        heading: printInline(block.heading, year),
        content: printInline(block.content, year),
      };
    case "title":
    case "paragraph":
      return { ...block, content: printInline(block.content, year) };
    case "table":
      return printTable(block, year);
    case "image":
    case "pageBreak":
      return block;
    default:
      return assertNever(block);
  }
}

const line = (role: PrintedBlockOf<"paragraph">["role"], text: string): PrintedBlockOf<"paragraph"> => ({
  kind: "paragraph",
  role,
  content: [{ kind: "text", text }],
});
/** Between 职务 and the name where its 签名章 stands: 2字 (7.3.5.3). */
export const postGap = "　　";

const isGiven = (text: string): boolean => text.trim() !== "";

const attachmentsLabel = "附件：";

/** 附件说明 (7.3.4): one attachment has no number; names carry no closing mark. */
function attachmentLines(names: readonly string[]): readonly PrintedBlock[] {
  const given = names.filter(isGiven);
  return given.map((name, index) => {
    const isFirst = index === 0;
    const lead = `${isFirst ? attachmentsLabel : ""}${given.length === 1 ? "" : `${index + 1}.`}`;
    const indentAs = isFirst ? "" : attachmentsLabel;
    return { ...line("body", lead + name), hanging: { leadLength: lead.length, indentAs, labelLength: 0, isFirst } };
  });
}

type PrintedLine = { readonly block: PrintedBlock; readonly source: PrintedSource };

function linesOf(element: PrintedElement["element"], blocks: readonly PrintedBlock[]): readonly PrintedLine[] {
  return blocks.map((block) => ({ block, source: { kind: "element", element } }));
}

/** 出席, 请假, 列席 */
export const attendanceKeys = ["attendees", "absentees", "observers"] as const;

/** 出席, 请假, 列席 of 纪要 (10.3). */
function attendanceLines(meta: Meta): readonly PrintedLine[] {
  const given = attendanceKeys.filter((key) => isGiven(meta[key]));
  return given.flatMap((key, index) => {
    const lead = `${elementNames[key]}：`;
    const names = meta[key].trim().replaceAll(/\s*\n\s*/gu, "、");
    const hanging = { leadLength: lead.length, indentAs: "", labelLength: lead.length - 1, isFirst: index === 0 };
    return linesOf(key, [{ ...line("body", lead + names), hanging }]);
  });
}

/** 署名 (7.3.5): organs, or 职务 and names where 签名章 are set. */
function signatoryLines(meta: Meta, sealForm: Meta["sealForm"]): readonly PrintedLine[] {
  const sealed = sealForm === "" ? {} : { sealForm };
  if (sealForm !== "signature") {
    const organs = meta.signatories.filter(isGiven);
    return linesOf(
      "signatories",
      organs.map((organ) => ({ ...line("signatory", organ), ...sealed })),
    );
  }
  return meta.signedOffBy.flatMap((name, index) => {
    if (!isGiven(name)) return [];
    const post = meta.signerPosts[index]?.trim() ?? "";
    const text = post === "" ? name.trim() : `${post}${postGap}${name.trim()}`;
    return linesOf("signedOffBy", [{ ...line("signatory", text), ...sealed }]);
  });
}

/** What 公文要素 add before the text (right after the title) and at its end. */
function metaLines(
  meta: Meta,
  preset: LayoutPreset,
): { readonly head: readonly PrintedLine[]; readonly tail: readonly PrintedLine[] } {
  const recipients = meta.mainRecipients.trim();
  const date = meta.date === "" ? [] : [line("date", printedDate(meta.date))];
  const note = noteLine(meta.note);
  const sealForm = sealFormOf(meta, preset);
  const sealed = sealForm === "" ? {} : { sealForm };
  return {
    head: linesOf(
      "mainRecipients",
      recipients === "" ? [] : [line("recipients", /[：:]$/u.test(recipients) ? recipients : `${recipients}：`)],
    ),
    tail: [
      ...linesOf("attachmentNames", attachmentLines(meta.attachmentNames)),
      ...attendanceLines(meta),
      ...signatoryLines(meta, sealForm),
      ...linesOf(
        "date",
        date.map((block) => ({ ...block, ...sealed })),
      ),
      ...linesOf("note", note === "" ? [] : [line("note", note)]),
    ],
  };
}

const isEmptyParagraph = (block: Block | undefined): boolean =>
  block?.kind === "paragraph" && block.content.length === 0;

/** What may stand between a text and the title of the one attached to it: page breaks and the line 附件. */
const isBetweenTexts = (block: Block | undefined): boolean =>
  block?.kind === "pageBreak" || isEmptyParagraph(block) || (block?.kind === "paragraph" && block.role === "flush");

/** Where the first text ends: before the title of a text that is attached to it, and what leads to that. */
function endOfFirstText(blocks: readonly Block[], titleIndex: number, attached: number | undefined): number {
  if (titleIndex < 0 || attached === undefined) return blocks.length;
  let end = attached;
  while (end > titleIndex + 1 && isBetweenTexts(blocks[end - 1])) end -= 1;
  return end;
}

/** The text with number and title of what is attached to it, where it has none of its own. */
function withAttachments(
  lines: readonly PrintedLine[],
  starts: ReadonlyMap<number, AttachmentStart>,
): readonly (readonly PrintedLine[])[] {
  return lines.map((own, index) => {
    const { label = null, title = null } = starts.get(index) ?? {};
    const added = [
      ...(label === null ? [] : [line("flush", label)]),
      ...(title === null ? [] : [{ kind: "title", content: [{ kind: "text", text: title }] } as const]),
    ];
    return [...linesOf("attachmentNames", added), own];
  });
}

/**
 * The report as DOCX, PDF, text, `show` and all counts read it. 公文要素 belong to the first text: of a plan that is
 * attached to its 印发通知, the notice is addressed and signed.
 */
export function assembleReport(report: ReportToPrint): AssembledReport {
  const { year, preset = "public-report" } = report;
  const meta = metaOnPaper(report.meta, preset);
  const blocks = blocksFromBody(report.body);
  const printed = printText(blocks, year).map((block, index): PrintedLine => ({
    block,
    source: { kind: "text", index },
  }));
  const written = blocks.slice(0, printed.length);
  const titleIndex = written.findIndex((block) => block.kind === "title");
  const { head, tail } = metaLines(meta, preset);
  const letterhead = letterheadOf(meta, preset);
  const start = titleIndex + 1;
  const starts = attachmentStarts(written, meta, year);
  const textEnd = endOfFirstText(written, titleIndex, starts.keys().next().value);
  const lines = [
    ...printed.slice(0, start),
    ...head,
    ...printed.slice(start, textEnd),
    ...tail,
    ...withAttachments(printed, starts).slice(textEnd).flat(),
  ];
  return {
    title: titleOf(written, year),
    blocks: lines.map(({ block }) => block),
    sources: lines.map(({ source }) => source),
    letterhead,
    imprint: imprintOf(meta, letterhead),
  };
}

/** 公文要素 alone as they are printed, around no text. */
export const assembleElements = (fields: Pick<ReportToPrint, "meta" | "preset" | "year">): AssembledReport =>
  assembleReport({ ...fields, body: { root: { type: "root", children: [] } } });

/** The text alone as it is printed, without 公文要素: each block stands at the index that it has in the body. */
export function printText(blocks: readonly Block[], year: number): readonly PrintedBlock[] {
  // the editor keeps an empty line at the end to type on; it is no part of the text
  let end = blocks.length;
  while (isEmptyParagraph(blocks[end - 1])) end -= 1;
  const written = blocks.slice(0, end);
  const numbers = numberBlocks(written);
  const captions = numberCaptions(written);
  const above = linesAboveTables(written);
  return written.map((block, index) => {
    const printed = printBlock(block, numbers[index] ?? "", year);
    const captionNumber = captions[index] ?? null;
    const next = written[index + 1];
    if (printed.kind === "image") {
      const isCaptioned = next?.kind === "paragraph" && next.role === "imageCaption";
      return isCaptioned ? { ...printed, isCaptioned } : printed;
    }
    if (printed.kind !== "paragraph") return printed;
    return {
      ...printed,
      ...(captionNumber === null ? {} : { captionNumber }),
      ...(above.has(block) ? { isAboveTable: true as const } : {}),
    };
  });
}
