import type { AssembledReport } from "../../document/assemble.ts";
import { flowOf, headingRanks } from "../flow.ts";
import type { Faces } from "../lines/faces.ts";
import { layoutHabits, type LayoutProgram } from "../lines/layout-program.ts";
import { layOutBlock } from "./lay-out-block.ts";
import type { Page } from "./page.ts";
import { pageMarks } from "./page-marks.ts";
import { twipToPt } from "../units.ts";
import { frameTwips } from "./page-frame.ts";
import { paginate } from "./paginate.ts";

export type LayoutOptions = {
  readonly faces: Faces;
  /** The program that will open the DOCX. */
  readonly program: LayoutProgram;
  /** Whether the image's file is there; one that is missing is replaced by its words. */
  readonly hasImage: (imageId: string) => boolean;
  /** 待核稿 stands above the text of every page. */
  readonly stamped?: boolean;
};

/**
 * The pages of a report, laid out to GB/T 9704-2012 (preset 公开报告) with the lines and page ends that its DOCX has in
 * the program named. Time grows with the report's length alone.
 */
export function layOutReport(report: AssembledReport, options: LayoutOptions): readonly Page[] {
  const items = flowOf(report.blocks);
  const sources = new Map<object, AssembledReport["sources"][number]>();
  report.blocks.forEach((block, index) => {
    const source = report.sources[index];
    if (source !== undefined) sources.set(block, source);
  });
  const habits = layoutHabits[options.program];
  const context = {
    faces: options.faces,
    habits,
    rankOf: headingRanks(report.blocks),
    hasImage: options.hasImage,
    sourceOf: (block: object) => sources.get(block) ?? ({ kind: "text", index: 0 } as const),
  };
  const blocks = items.map((placed, index) => layOutBlock(placed, index, items[index + 1]?.item, context));
  return paginate(blocks).map((pageItems, index) => ({
    widthPt: twipToPt(frameTwips.width),
    heightPt: twipToPt(frameTwips.height),
    items: [...pageItems, ...pageMarks(index + 1, options.stamped === true, context)],
  }));
}
