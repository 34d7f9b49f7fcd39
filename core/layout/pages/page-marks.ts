import { draftStampFromTopMm, faces, gbt9704 as layout, pageNumberFromBottomMm } from "../gbt9704.ts";
import { breakLines } from "../lines/break-lines.ts";
import { lineWidthTwips, placeLine } from "../lines/place-line.ts";
import { setText } from "../lines/set-text.ts";
import type { FontRole } from "../font-role.ts";
import { mmToTwip, ptToTwip, twipToPt } from "../units.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Line } from "./page.ts";
import { baselineOf, frameTwips } from "./page-frame.ts";
import { unspacedLook } from "./text-looks.ts";

/** What stands outside the type area: 页码 (GB/T 9704-2012 7.5; null: the page has none), and 待核稿 on drafts. */
export function pageMarks(pageNumber: number | null, stamped: boolean, context: LayoutContext): readonly Line[] {
  const number = pageNumber === null ? [] : [pageNumberLine(pageNumber, context)];
  return stamped ? [...number, draftStampLine(context)] : number;
}

/** — 1 —, on odd pages at the right edge, on even pages at the left, one character in. */
function pageNumberLine(pageNumber: number, context: LayoutContext): Line {
  const dash = layout.pageNumberDash;
  const height = ptToTwip(layout.pageNumberSizePt);
  return markLine(
    {
      text: `${dash} ${pageNumber} ${dash}`,
      role: faces.pageNumber,
      sizePt: layout.pageNumberSizePt,
      side: pageNumber % 2 === 1 ? "right" : "left",
      indentCharacters: layout.pageNumberIndentCharacters,
      topTwips: frameTwips.height - mmToTwip(pageNumberFromBottomMm) - height,
    },
    context,
  );
}

const draftStampLine = (context: LayoutContext): Line =>
  markLine(
    {
      text: layout.draftStampText,
      role: faces.draftStamp,
      sizePt: layout.draftStampSizePt,
      side: "right",
      indentCharacters: layout.draftStampIndentCharacters,
      topTwips: mmToTwip(draftStampFromTopMm),
    },
    context,
  );

type Mark = {
  readonly text: string;
  readonly role: FontRole;
  readonly sizePt: number;
  readonly side: "left" | "right";
  readonly indentCharacters: number;
  readonly topTwips: number;
};

function markLine(mark: Mark, { faces: available, habits }: LayoutContext): Line {
  const look = unspacedLook(mark.role, mark.sizePt);
  const text = setText([{ text: mark.text, look }], {
    faces: available,
    scriptSpaceEm: habits.scriptSpaceEm,
    tabStopTwips: look.sizeTwips,
    firstIndentTwips: 0,
  });
  const width = frameTwips.typeAreaWidth;
  const [line] = breakLines(text, { firstTwips: width, restTwips: width });
  const indent = mark.indentCharacters * look.sizeTwips;
  const own = line === undefined ? 0 : lineWidthTwips(text, line);
  const shift = mark.side === "right" ? width - indent - own : indent;
  const place = { leftTwips: frameTwips.left + shift, measureTwips: own, alignment: "start" } as const;
  return {
    kind: "line",
    baselinePt: twipToPt(mark.topTwips + baselineOf(look.sizeTwips)),
    runs: line === undefined ? [] : placeLine(text, line, place),
    part: null,
  };
}
