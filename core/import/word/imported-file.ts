import type { ImportedImages } from "./document-items.ts";
import type { ImportedText } from "../imported-text.ts";

/** What a file was found to be: as `ImportedText`, and its images by their ids. */
export type ImportedFile = ImportedText & { readonly images: ImportedImages };
