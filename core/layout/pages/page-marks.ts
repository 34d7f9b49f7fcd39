import { faces } from "../gbt9704.ts";
import { breakLines } from "../lines/break-lines.ts";
import { lineWidthTwips, placeLine } from "../lines/place-line.ts";
import { setText } from "../lines/set-text.ts";
import type { FontRole } from "../font-role.ts";
import { mmToTwip, ptToTwip, twipToPt } from "../units.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Line } from "./page.ts";
import { baselineOf } from "./baseline.ts";
import { unspacedLook } from "./text-looks.ts";

/** What stands outside the type area of an upright page: 页码 (GB/T 9704-2012 7.5; null: the page has none), and 待核稿 on drafts. */
export function pageMarks(pageNumber: number | null, stamped: boolean, context: LayoutContext): readonly Line[] {
  const number = pageNumber === null ? [] : [pageNumberLine(pageNumber, context)];
  return stamped ? [...number, draftStampLine(context)] : number;
}

/** — 1 —, on odd pages at the right edge, on even pages at the left, one character in, or as the house has it. */
function pageNumberLine(pageNumber: number, context: LayoutContext): Line {
  const { layout } = context;
  const [before, after] = layout.pageNumberAround;
  const outer = pageNumber % 2 === 1 ? "right" : "left";
  const height = ptToTwip(layout.pageNumberSizePt);
  return markLine(
    {
      text: `${before}${pageNumber}${after}`,
      role: faces.pageNumber,
      sizePt: layout.pageNumberSizePt,
      side: layout.style.pageNumberPlace === "center" ? "center" : outer,
      indentCharacters: layout.pageNumberIndentCharacters,
      topTwips: layout.frameTwips.height - mmToTwip(layout.pageNumberFromBottomMm) - height,
    },
    context,
  );
}

function draftStampLine(context: LayoutContext): Line {
  const { layout } = context;
  return markLine(
    {
      text: layout.draftStampText,
      role: faces.draftStamp,
      sizePt: layout.draftStampSizePt,
      side: "right",
      indentCharacters: layout.draftStampIndentCharacters,
      topTwips: mmToTwip(layout.draftStampFromTopMm),
    },
    context,
  );
}

type Mark = {
  readonly text: string;
  readonly role: FontRole;
  readonly sizePt: number;
  readonly side: "left" | "center" | "right";
  readonly indentCharacters: number;
  readonly topTwips: number;
};

function markLine(mark: Mark, { faces: available, habits, layout }: LayoutContext): Line {
  const look = unspacedLook(mark.role, mark.sizePt);
  const text = setText([{ text: mark.text, look }], {
    faces: available,
    scriptSpaceEm: habits.scriptSpaceEm,
    tabStopTwips: look.sizeTwips,
    firstIndentTwips: 0,
  });
  const width = layout.frameTwips.typeAreaWidth;
  const [line] = breakLines(text, { firstTwips: width, restTwips: width });
  const indent = mark.indentCharacters * look.sizeTwips;
  const own = line === undefined ? 0 : lineWidthTwips(text, line);
  const shift = { left: indent, center: (width - own) / 2, right: width - indent - own }[mark.side];
  const place = { leftTwips: layout.frameTwips.left + shift, measureTwips: own, alignment: "start" } as const;
  return {
    kind: "line",
    baselinePt: twipToPt(mark.topTwips + baselineOf(look.sizeTwips)),
    runs: line === undefined ? [] : placeLine(text, line, place),
    part: null,
  };
}
