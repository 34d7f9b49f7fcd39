import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { Store } from "../store/store.ts";
import type { RenderSource } from "./render.ts";

/** A stored report with everything that goes into its files. */
export async function loadSource(
  store: Pick<Store, "reports" | "images" | "settings">,
  id: string,
): Promise<RenderSource> {
  const [report, { westernFace }] = await Promise.all([store.reports.read(id), store.settings.read()]);
  const imageIds = blocksFromBody(report.body).flatMap((block) => (block.kind === "image" ? [block.imageId] : []));
  return { report, images: await store.images.readAll(imageIds), westernFace };
}

/** Changes whenever the pages do. */
export const previewKey = ({ report, westernFace }: RenderSource): string => `${report.revision} ${westernFace}`;
