import type { LaidRow } from "./laid-row.ts";
import { imprintTwips } from "../frame/imprint-lines.ts";
import type { PageItem } from "./page.ts";
import type { FrameTwips } from "../rules/layout.ts";
import type { FilledPage, FilledPages } from "./paginate.ts";

/** Where 版记 stands; the DOCX is made by it. */
export type ImprintPlace = {
  /** `foot`: of the page where the text ends; `ownPage`: of a further one; `inline`: below the text, as no page holds it. */
  readonly place: "foot" | "ownPage" | "inline";
  /** An empty page before it; neither has a number (7.5). */
  readonly blankPageBefore: boolean;
};

/**
 * Puts 版记 on the last line of the last page. A page that lacks the room or lies across, or an odd one where the last has
 * to be even, is followed by a further one.
 *
 * @param frame of upright pages
 */
export function placeImprint(
  { pages, usedTwips }: FilledPages,
  rows: readonly LaidRow[],
  isLastPageEven: boolean,
  frame: FrameTwips,
): { readonly pages: readonly FilledPage[]; readonly imprint: ImprintPlace } {
  const most = frame.typeAreaHeight;
  const height = rows.reduce((sum, { heightTwips }) => sum + heightTwips, 0);
  if (height > most)
    return { pages: inline(pages, usedTwips, rows, frame), imprint: { place: "inline", blankPageBefore: false } };
  const last = pages.at(-1);
  const fits = last?.frame.isTurned !== true && usedTwips + imprintTwips.anchor + height <= most;
  const items = stack(rows, frame.top + most - height);
  const isOdd = pages.length % 2 === 1;
  if (fits && !(isLastPageEven && isOdd)) {
    return {
      pages: [...pages.slice(0, -1), { frame, items: [...(last?.items ?? []), ...items] }],
      imprint: { place: "foot", blankPageBefore: false },
    };
  }
  const blankPageBefore = isLastPageEven && !isOdd;
  return {
    pages: [...pages, ...(blankPageBefore ? [{ frame, items: [] }] : []), { frame, items }],
    imprint: { place: "ownPage", blankPageBefore },
  };
}

function stack(rows: readonly LaidRow[], fromTwips: number): readonly PageItem[] {
  let top = fromTwips;
  return rows.flatMap((row) => {
    const items = row.place(top);
    top += row.heightTwips;
    return items;
  });
}

function inline(
  pages: readonly FilledPage[],
  usedTwips: number,
  rows: readonly LaidRow[],
  frame: FrameTwips,
): readonly FilledPage[] {
  const last = pages.at(-1);
  const goesOn = last !== undefined && !last.frame.isTurned;
  const filled: PageItem[][] = [goesOn ? [...last.items] : []];
  let used = goesOn ? usedTwips : 0;
  for (const row of rows) {
    if (used + row.heightTwips > frame.typeAreaHeight) {
      filled.push([]);
      used = 0;
    }
    filled.at(-1)?.push(...row.place(frame.top + used));
    used += row.heightTwips;
  }
  return [...(goesOn ? pages.slice(0, -1) : pages), ...filled.map((items) => ({ frame, items }))];
}
