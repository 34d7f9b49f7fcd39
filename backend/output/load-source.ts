import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportEdit } from "../../core/document/schema.ts";
import { countPending } from "../../core/document/review-entries.ts";
import type { LayoutProgram } from "../../core/layout/lines/layout-program.ts";
import type { Store } from "../store/store.ts";
import type { RenderSource } from "./render.ts";

/** The window lays out for Word and WPS, which offices open a DOCX with. */
export const layoutProgram: LayoutProgram = "word";

/**
 * A report with everything that goes into its files, as it is stored or as a window has it.
 * @param options `stamp`: 待核稿 is wanted on its pages as long as items of its review are 待核
 */
export async function loadSource(
  store: Pick<Store, "reports" | "images" | "houseStyle">,
  id: string,
  { stamp, unsaved }: { readonly stamp: boolean; readonly unsaved?: ReportEdit | undefined },
): Promise<RenderSource> {
  const [stored, style] = await Promise.all([store.reports.read(id), store.houseStyle.read()]);
  const report = unsaved === undefined ? stored : { ...stored, ...unsaved };
  const imageIds = blocksFromBody(report.body).flatMap((block) => (block.kind === "image" ? [block.imageId] : []));
  const stamped = stamp && countPending(report) > 0;
  return { report, images: await store.images.readAll(imageIds), style, stamped, program: layoutProgram };
}
