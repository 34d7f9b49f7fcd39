import type { FontRole } from "../../layout/font-role.ts";
import type { Layout } from "../../layout/rules/layout.ts";
import type { ImprintPlace } from "../../layout/pages/place-imprint.ts";

export type DocxImage = { readonly mediaType: string; readonly bytes: Uint8Array };

export type DocxOptions = {
  /** By image id. An image that is missing is replaced by its words. */
  readonly images: ReadonlyMap<string, DocxImage>;
  /** Name of the face to write for each class; see `docxFaces`. */
  readonly fonts: Readonly<Record<FontRole, string>>;
  /** Of the house. */
  readonly layout: Layout;
  /** 待核稿 stands in the header of every page. */
  readonly stamped?: boolean;
  /** Where 版记 stands, as the pages were laid out; at the foot of the page where the text ends if not given. */
  readonly imprint?: ImprintPlace | null;
};

export type DocxFaces = Pick<DocxOptions, "fonts" | "layout">;
