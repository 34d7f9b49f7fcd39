import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { countPending } from "../../core/document/review-entries.ts";
import type { LayoutProgram } from "../../core/layout/lines/layout-program.ts";
import type { Store } from "../store/store.ts";
import type { RenderSource } from "./render.ts";

/** The window lays out for Word and WPS, which offices open a DOCX with. */
export const layoutProgram: LayoutProgram = "word";

/**
 * A stored report with everything that goes into its files.
 * @param stamp 待核稿 is wanted on its pages as long as items of its review are 待核
 */
export async function loadSource(
  store: Pick<Store, "reports" | "images" | "houseStyle">,
  id: string,
  stamp: boolean,
): Promise<RenderSource> {
  const [report, style] = await Promise.all([store.reports.read(id), store.houseStyle.read()]);
  const imageIds = blocksFromBody(report.body).flatMap((block) => (block.kind === "image" ? [block.imageId] : []));
  const stamped = stamp && countPending(report) > 0;
  return { report, images: await store.images.readAll(imageIds), style, stamped, program: layoutProgram };
}

/** Changes whenever the pages do. */
export const previewKey = ({ report, style, stamped }: RenderSource): string =>
  `${report.revision} ${JSON.stringify(style)} ${stamped ? "stamped" : "plain"}`;
