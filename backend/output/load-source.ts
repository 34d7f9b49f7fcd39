import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportEdit } from "../../core/document/schema.ts";
import { countPending } from "../../core/document/review-entries.ts";
import type { LayoutProgram } from "../../core/layout/lines/layout-program.ts";
import type { Store } from "../store/store.ts";
import type { RenderSource } from "./render.ts";

/** The window lays out for Word and WPS, which offices open a DOCX with. */
export const layoutProgram: LayoutProgram = "word";

const imagesOf = ({ body }: Pick<ReportEdit, "body">): string[] =>
  blocksFromBody(body).flatMap((block) => (block.kind === "image" ? [block.imageId] : []));

type Wanted = { readonly stamp: boolean; readonly unsaved?: ReportEdit | undefined };

/**
 * A report with everything that its pages are laid out from, as it is stored or as a window has it. Of its images only
 * which there are: a preview asks at every pause of its writer, and pictures may be a hundred megabytes.
 * @param wanted `stamp`: 待核稿 is wanted on its pages as long as items of its review are 待核
 */
export async function loadForLayout(
  store: Pick<Store, "reports" | "images" | "houseStyle">,
  id: string,
  { stamp, unsaved }: Wanted,
): Promise<Omit<RenderSource, "images"> & { readonly imageIds: readonly string[] }> {
  const [stored, style] = await Promise.all([store.reports.read(id), store.houseStyle.read()]);
  const report = unsaved === undefined ? stored : { ...stored, ...unsaved };
  const stamped = stamp && countPending(report) > 0;
  return {
    ...{ report, style, stamped, program: layoutProgram },
    imageIds: await store.images.present(imagesOf(report)),
  };
}

/** A stored report with everything that goes into its files. @param wanted see `loadForLayout` */
export async function loadSource(
  store: Pick<Store, "reports" | "images" | "houseStyle">,
  id: string,
  wanted: Wanted,
): Promise<RenderSource> {
  const { imageIds, ...source } = await loadForLayout(store, id, wanted);
  return { ...source, images: await store.images.readAll(imageIds) };
}
