import type { AssembledReport } from "../../document/assemble.ts";
import { flowOf, headingRanks } from "../flow.ts";
import { arrangeFrame } from "../frame/arrange-frame.ts";
import type { Faces } from "../lines/faces.ts";
import { layoutHabits, type LayoutProgram } from "../lines/layout-program.ts";
import { type Layout, standardLayout, turnedLayoutOf } from "../rules/layout.ts";
import { layOutBlock } from "./lay-out-block.ts";
import { layOutFrameRow } from "./lay-out-frame-row.ts";
import { layOutImprint } from "./lay-out-imprint.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Page } from "./page.ts";
import { pageMarks } from "./page-marks.ts";
import { twipToPt } from "../units.ts";
import { paginate } from "./paginate.ts";
import { type ImprintPlace, placeImprint } from "./place-imprint.ts";

export type LayoutOptions = {
  readonly faces: Faces;
  /** Of the house; the standard's if not given. */
  readonly layout?: Layout;
  /** The program that will open the DOCX. */
  readonly program: LayoutProgram;
  /** Whether the image's file is there; one that is missing is replaced by its words. */
  readonly hasImage: (imageId: string) => boolean;
  /** 待核稿 stands above the text of every page. */
  readonly stamped?: boolean;
  /** 版记 stands on an even page (实务). */
  readonly isLastPageEven?: boolean | undefined;
};

/** The pages, and what a DOCX with the same pages has to know of them. */
export type LaidReport = {
  readonly pages: readonly Page[];
  /** Null: there is no 版记. */
  readonly imprint: ImprintPlace | null;
};

/**
 * The pages of a report, laid out to GB/T 9704-2012 with the lines and page ends that its DOCX has in the program named.
 * Time grows with the report's length alone.
 */
export function layOutDocument(assembled: AssembledReport, options: LayoutOptions): LaidReport {
  const { layout = standardLayout } = options;
  const { report, head } = arrangeFrame(assembled, layout);
  const items = flowOf(report.blocks, { textOnFirstPage: report.letterhead !== null });
  const context = contextOf(report, layout, options);
  const turned = { ...context, layout: turnedLayoutOf(layout) };
  const text = items.map((placed, index) =>
    layOutBlock(placed, index, items[index + 1]?.item, placed.isTurned ? turned : context),
  );
  // numbered before the text, as they are read before it
  const above = head.map((row, index) => layOutFrameRow(row, index - head.length, context));
  const filled = paginate([...above, ...text], layout.frameTwips);
  const ended =
    report.imprint === null
      ? { pages: filled.pages, imprint: null }
      : placeImprint(
          filled,
          layOutImprint(report.imprint, items.length, context),
          options.isLastPageEven ?? layout.style.isLastPageEven,
          layout.frameTwips,
        );
  const unnumbered = ended.imprint?.blankPageBefore === true ? 2 : 0;
  // the first page of a 信函 has no number (10.1)
  const first = report.letterhead?.form === "letter" ? 1 : 0;
  const isNumbered = (index: number): boolean => index >= first && index < ended.pages.length - unnumbered;
  const pages = ended.pages.map(({ frame, items: filledItems }, index) => {
    const marks = pageMarks(isNumbered(index) ? index + 1 : null, options.stamped === true, context);
    return {
      widthPt: twipToPt(frame.width),
      heightPt: twipToPt(frame.height),
      items: [...filledItems, ...(frame.isTurned ? marks.map((mark) => ({ ...mark, turned: true }) as const) : marks)],
    };
  });
  return { pages, imprint: ended.imprint };
}

/** The pages of `layOutDocument` alone. */
export const layOutReport = (assembled: AssembledReport, options: LayoutOptions): readonly Page[] =>
  layOutDocument(assembled, options).pages;

function contextOf(
  report: AssembledReport,
  layout: Layout,
  { faces, program, hasImage }: LayoutOptions,
): LayoutContext {
  const sources = new Map<object, AssembledReport["sources"][number]>();
  report.blocks.forEach((block, index) => {
    const source = report.sources[index];
    if (source !== undefined) sources.set(block, source);
  });
  return {
    faces,
    layout,
    habits: layoutHabits[program],
    rankOf: headingRanks(report.blocks),
    hasImage,
    sourceOf: (block) => sources.get(block) ?? { kind: "text", index: 0 },
  };
}
