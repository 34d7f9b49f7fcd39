import { type DocumentItem, textOfRuns } from "./document-items.ts";
import { findStyledTitle } from "./find-styled-title.ts";
import { type BodyLook, isOutlined, lengthOfLead, levelByLook, levelOfLead, levelsByOutline } from "./headings.ts";
import { inlineOf, sliceRuns } from "./inline-content.ts";
import { elementsWarnings, findImprint, findLetterhead, presetOfHead } from "./official-elements.ts";
import { bodyFace, type LineOrObject, flowOfItems, type TextLine } from "./text-lines.ts";
import { createWrittenOrdinals, type WrittenOrdinals } from "./written-ordinals.ts";
import { findAttachments } from "../attachment-names.ts";
import { titleContent } from "./title-content.ts";
import { importWarnings } from "../import-warnings.ts";
import { numberedBlock, textContent } from "../numbered-block.ts";
import type { PlacedOrdinal } from "../place-ordinals.ts";
import { type Reading, readLines } from "../read-lines.ts";
import { countTabbedRows } from "../table-dump.ts";
import { endsList, isBodyText, issuingOrgan } from "../text.ts";
import { type ImportedText } from "../imported-text.ts";
import type { Block, Inline } from "../../document/blocks.ts";

const longestCaption = 60;

/** What the conversion of one line needs to know of the whole. */
type Context = {
  readonly flow: readonly LineOrObject[];
  readonly lines: readonly TextLine[];
  readonly reading: Reading;
  readonly inMeta: ReadonlySet<number>;
  readonly body: BodyLook;
  readonly levelOfOutline: ReturnType<typeof levelsByOutline>;
};

/** Part of a line as content; bold stays where it sets words apart from the rest. */
function contentOf({ runs }: TextLine, from: number, to: number): readonly Inline[] {
  return inlineOf(sliceRuns(runs, from, to), { keepsBold: "emphasis" });
}

function headingContent({ runs }: TextLine, from: number, to: number): readonly Inline[] {
  return inlineOf(sliceRuns(runs, from, to), { keepsBold: "none" });
}

const lengthOf = (content: readonly Inline[]): number =>
  content.reduce((sum, inline) => sum + (inline.kind === "text" ? inline.text.length : 1), 0);

/** A numbered line: what the reader of plain text makes of it, unless its look says more. */
function numbered(
  line: TextLine,
  placed: PlacedOrdinal,
  index: number,
  above: Block | undefined,
  context: Context,
): Block {
  const { text, paragraph } = line;
  const { ordinal, parsed } = placed;
  const isPlacedByOutline = placed.isOwn === true && isOutlined(line);
  const level = isPlacedByOutline ? context.levelOfOutline(paragraph.outlineLevel ?? 0) : placed.level;
  // the line of a list that was never filled in heads nothing
  if (parsed.rest === "") return { kind: "listItem", level, ordinal, content: [] };
  const start = text.length - parsed.rest.length;
  const hasTextBelow = isBodyText(context.reading, index + 1);
  const block = numberedBlock({ ...placed, level }, { hasTextBelow, endsList: endsList(above, placed) });
  if (block.kind === "runInHeading") {
    const end = start + lengthOf(block.heading);
    return {
      ...block,
      heading: headingContent(line, start, end),
      content: contentOf(line, text.length - lengthOf(block.content), text.length),
    };
  }
  const lead = lengthOfLead(line, start);
  if (lead > 0) return runInHeading(line, { level, ordinal }, start, start + lead);
  if (isOutlined(line)) return { kind: "heading", level, ordinal, content: headingContent(line, start, text.length) };
  if (block.kind === "heading") return { ...block, content: headingContent(line, start, text.length) };
  return { kind: "listItem", level, ordinal, content: contentOf(line, start, text.length) };
}

function runInHeading(
  line: TextLine,
  numbering: Pick<PlacedOrdinal, "level" | "ordinal">,
  start: number,
  end: number,
): Block {
  const behind = line.text.slice(end);
  const contentStart = end + behind.length - behind.trimStart().length;
  return {
    kind: "runInHeading",
    ...numbering,
    heading: headingContent(line, start, end),
    content: contentOf(line, contentStart, line.text.length),
  };
}

/** A heading of the outline whose ordinal, if it has one, is none of the standard's: 1.1, 第一条, Part A. */
function outlinedHeading(line: TextLine, { levelOfOutline }: Context): Block {
  const label = line.paragraph.label.trim();
  const start = label === "" ? 0 : line.text.length - line.text.slice(label.length).trimStart().length;
  return {
    kind: "heading",
    level: levelOfOutline(line.paragraph.outlineLevel ?? 0),
    ordinal: label === "" ? { kind: "none" } : { kind: "typed", text: label },
    content: headingContent(line, start, line.text.length),
  };
}

/** 表题 right above a table: 表1 某某情况, or a short centred line. */
function isCaption({ text, paragraph }: TextLine): boolean {
  if (text.length > longestCaption || /。/u.test(text)) return false;
  const isNamed =
    /^(?:caption|题注)$/iu.test(paragraph.styleName) || /^(?:附|续)?表\s?[0-9一二三四五六七八九十]/u.test(text);
  return isNamed || paragraph.alignment === "center";
}

type Surroundings = {
  /** What follows, also a table or an image. */
  readonly next: LineOrObject | undefined;
  /** The level of the heading above. */
  readonly currentLevel: number;
};

/** A line without an ordinal: a heading by its place in the outline or its look, or text. */
function unnumbered(line: TextLine, index: number, { next, currentLevel }: Surroundings, context: Context): Block {
  const { reading, body, lines } = context;
  const { text } = line;
  const role = reading.roles.get(index);
  const isUnderTitle = index >= (reading.titles.values().next().value?.end ?? 0);
  if (role === undefined && isUnderTitle && reading.isResidue[index] !== true) {
    if (isOutlined(line)) return outlinedHeading(line, context);
    const headsText = next?.kind === "line" && next === lines[index + 1] && isBodyText(reading, index + 1);
    const level = headsText ? levelByLook(line, body) : null;
    if (level !== null) {
      return { kind: "heading", level, ordinal: { kind: "none" }, content: headingContent(line, 0, text.length) };
    }
    const lead = lengthOfLead(line, 0);
    const leadLevel = lead === 0 ? null : levelOfLead(line, body, currentLevel);
    if (leadLevel !== null) return runInHeading(line, { level: leadLevel, ordinal: { kind: "none" } }, 0, lead);
    if (next?.kind === "table" && isCaption(line)) {
      return { kind: "paragraph", role: "caption", content: contentOf(line, 0, text.length) };
    }
  }
  return { kind: "paragraph", role: role ?? "body", content: contentOf(line, 0, text.length) };
}

/** Page breaks at the ends of a text, and one behind the other, break nothing. */
function withoutIdleBreaks(blocks: readonly Block[]): readonly Block[] {
  const kept = blocks.filter((block, index) => {
    if (block.kind !== "pageBreak") return true;
    return index > 0 && blocks[index - 1]?.kind !== "pageBreak";
  });
  return kept.at(-1)?.kind === "pageBreak" ? kept.slice(0, -1) : kept;
}

/** A block among those before it: headings by their look alone, which no ordinal told of, begin the count below them anew. */
function counted(block: Block, placed: PlacedOrdinal | undefined, written: WrittenOrdinals): Block {
  if (block.kind === "title") written.restart();
  if (!("ordinal" in block)) return block;
  if (placed === undefined || placed.isWrongForm || placed.isOwn === true) {
    written.count(block.level, block.ordinal);
    return block;
  }
  return { ...block, ordinal: written.ordinalOf(block.level, placed.parsed) };
}

function makeBlocks(context: Context): readonly Block[] {
  const { flow, lines, reading, inMeta } = context;
  const blocks: Block[] = [];
  const written = createWrittenOrdinals();
  let index = -1;
  let shownUpTo = 0;
  let currentLevel = 0;
  const add = (block: Block, placed?: PlacedOrdinal): void => {
    blocks.push(counted(block, placed, written));
    if (block.kind === "heading") currentLevel = block.level;
  };
  for (const [at, item] of flow.entries()) {
    if (item.kind !== "line") {
      blocks.push(item);
      continue;
    }
    index += 1;
    if (index < shownUpTo || inMeta.has(index)) continue;
    const title = reading.titles.get(index);
    const signOff = reading.signOffs.get(index);
    const placed = reading.ordinals.get(index);
    if (title !== undefined) {
      add({ kind: "title", content: titleContent(title.text, lines.slice(title.start, title.end)) });
      shownUpTo = title.end;
    } else if (signOff !== undefined) {
      for (const { role, text } of signOff.lines) add({ kind: "paragraph", role, content: textContent(text) });
      shownUpTo = signOff.end;
    } else if (placed !== undefined) {
      add(numbered(item, placed, index, blocks.at(-1), context), placed);
    } else {
      add(unnumbered(item, index, { next: flow[at + 1], currentLevel }, context));
    }
  }
  return withoutIdleBreaks(blocks);
}

/**
 * Makes blocks of a document's items by what its lines say, as for plain text, and by styles, faces and places where
 * they say nothing.
 */
export function blocksOfItems(items: readonly DocumentItem[]): ImportedText {
  const all = flowOfItems(items);
  const head = findLetterhead(all);
  const imprint = findImprint(all);
  const flow = all.filter((item) => !head.taken.has(item) && !imprint.taken.has(item));
  const lines = flow.filter((item) => item.kind === "line");
  const reading = readLines(lines, findStyledTitle(lines));
  const attachments = findAttachments(reading);
  const inMeta = new Set([...reading.inMeta, ...attachments.indexes]);
  const notText = new Set(inMeta);
  for (const { start, end } of [...reading.titles.values(), ...reading.signOffs.values()]) {
    for (let index = start; index < end; index += 1) notText.add(index);
  }
  const context: Context = {
    flow,
    lines,
    reading,
    inMeta,
    body: { face: bodyFace(lines), isUnnumbered: reading.ordinals.size === 0 },
    levelOfOutline: levelsByOutline(lines, reading.ordinals, (index) => !notText.has(index)),
  };
  const title = reading.titles.values().next().value?.text ?? null;
  const warnings = importWarnings({
    lines: lines.map(({ runs }) => textOfRuns(runs)),
    hasTitle: title !== null,
    ordinals: [...reading.ordinals.values()],
    cells: reading.isCell.filter(Boolean).length,
    rows: countTabbedRows(lines),
  });
  const outside = [...head.taken, ...imprint.taken].length;
  return {
    title,
    blocks: makeBlocks(context),
    meta: {
      ...issuingOrgan(title, reading.signOffs),
      ...head.meta,
      ...imprint.meta,
      ...reading.meta,
      ...attachments.meta,
    },
    ...presetOfHead(head),
    warnings: [...elementsWarnings(outside, [...reading.rewritten, ...attachments.rewritten]), ...warnings],
  };
}
