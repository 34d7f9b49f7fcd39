import type { AssembledReport } from "../../document/assemble.ts";
import type { PrintedBlock } from "../../document/printed-block.ts";
import { printedText } from "../../document/content-text.ts";
import type { Imprint } from "../../document/imprint.ts";
import type { Layout } from "../rules/layout.ts";
import { estimateLines } from "../signature.ts";
import { titleRows } from "../title-rows.ts";
import { type FrameRow, rowsTwips } from "./frame-row.ts";
import { letterheadRows } from "./letterhead-rows.ts";
import { markSizeOf } from "./mark-rows.ts";

/** A report with its 版头 laid out, and 主送 where there is room for it. */
export type ArrangedReport = {
  readonly report: AssembledReport;
  readonly head: readonly FrameRow[];
};

function titleTwips(block: PrintedBlock, layout: Layout): number {
  if (block.kind !== "title") return 0;
  return (titleRows(printedText(block.content)).length + layout.titleBlankLinesAfter) * layout.frameTwips.linePitch;
}

/** Height of what stands above the first line of body text and that line itself, 版头 left out. */
function twipsToBody({ blocks }: AssembledReport, layout: Layout): number {
  const pitch = layout.frameTwips.linePitch;
  let twips = 0;
  for (const block of blocks) {
    if (block.kind === "title") twips += titleTwips(block, layout);
    else if (block.kind === "heading") twips += pitch;
    else if (block.kind === "paragraph" && block.role === "recipients") {
      twips += estimateLines(printedText(block.content), layout, 0) * pitch;
    } else break;
  }
  return twips + pitch;
}

/** Sizes to try: a single mark keeps its own, joint ones shrink. */
function* heads({ letterhead }: AssembledReport, layout: Layout): Generator<readonly FrameRow[]> {
  if (letterhead === null) return;
  const largest = letterheadRows(letterhead, null, layout);
  yield largest;
  const isJoint = letterhead.organs.length > 1;
  const first = isJoint ? Math.ceil(markSizeOf(largest.filter(({ kind }) => kind === "jointMark"))) - 1 : 0;
  for (let sizePt = first; sizePt >= layout.markLeastSizePt; sizePt -= 1) {
    yield letterheadRows(letterhead, sizePt, layout);
  }
}

const nothing: Imprint = { isRuled: true, recipients: "", copyRecipients: "", printingOrgan: "", printingDate: "" };

/** 主送 stands above 抄送 (7.4.2). */
function withMovedRecipients(report: AssembledReport): AssembledReport {
  const at = report.sources.findIndex((source) => source.kind === "element" && source.element === "mainRecipients");
  const block = report.blocks[at];
  if (block?.kind !== "paragraph") return report;
  const recipients = printedText(block.content).replace(/[：:]$/u, "");
  return {
    ...report,
    blocks: report.blocks.toSpliced(at, 1),
    sources: report.sources.toSpliced(at, 1),
    imprint: { ...(report.imprint ?? nothing), recipients },
  };
}

/**
 * Lays 版头 out so that page 1 shows body text (7.2.4, 7.3.2): the mark of joint organs shrinks, and where that does not
 * help 主送 moves to 版记. Widths are those of the official faces, so that pages and DOCX decide alike.
 */
export function arrangeFrame(report: AssembledReport, layout: Layout): ArrangedReport {
  if (report.letterhead === null) return { report, head: [] };
  const moved = withMovedRecipients(report);
  let last: readonly FrameRow[] = [];
  for (const candidate of [report, moved]) {
    const room = layout.linesPerPage * layout.frameTwips.linePitch - twipsToBody(candidate, layout);
    for (const head of heads(candidate, layout)) {
      if (rowsTwips(head) <= room) return { report: candidate, head };
      last = head;
    }
  }
  return { report: moved, head: last };
}
