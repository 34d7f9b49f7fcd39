import type { DocumentItem, InspectImage, Tally } from "../word/document-items.ts";
import type { Draft } from "../word/paragraph-draft.ts";
import type { Fields } from "../word/fields.ts";
import type { ThemeFonts } from "./fonts.ts";
import type { ListCounter } from "../word/list-counter.ts";
import type { DocxPackage } from "./package.ts";
import type { Styles } from "./styles.ts";
import { attributeOf, elementsOf, type XmlElement } from "../word/xml.ts";

/** What the readers of all kinds of elements share. */
export type ReadContext = {
  readonly package: DocxPackage;
  /** The part that is read: its relationships name its images. */
  readonly relations: ReturnType<DocxPackage["relationsOf"]>;
  readonly styles: Styles;
  readonly theme: ThemeFonts;
  readonly lists: ListCounter;
  readonly fields: Fields;
  readonly newFields: () => Fields;
  /** This is the frame of a table of contents. */
  readonly isContents?: true;
  /** The text of a note, once; null for one that is missing or was read before. */
  readonly note: (kind: "footnote" | "endnote", id: string) => readonly DocumentItem[] | null;
  readonly inspectImage: InspectImage;
  readonly images: Map<string, { readonly mediaType: "image/png" | "image/jpeg"; readonly bytes: Uint8Array }>;
  readonly tally: Tally;
  /** Reads a document that stands in the package for a part of the text; null for anything else. */
  readonly readChunk: (bytes: Uint8Array) => readonly DocumentItem[] | null;
  /** Reads runs, and what may be put around them. */
  readonly readInline: (parent: XmlElement, draft: Draft, context: ReadContext) => void;
  /** Reads what stands in a text box. */
  readonly readBlocks: (parent: XmlElement, context: ReadContext) => readonly DocumentItem[];
};

/** Extensions whose content this program reads, by their usual prefixes. */
const known = new Set(["wps", "wpg", "wpc", "w14", "w15", "w16", "wp14", "wp15", "a14", "v2"]);

/** The one branch of alternatives that is read: the first that is understood, the fallback, or, without one, the first. */
export function chosenBranch(alternatives: XmlElement): XmlElement | undefined {
  const branches = elementsOf(alternatives);
  const choice = branches.find(
    (branch) =>
      branch.name === "mc:Choice" &&
      (attributeOf(branch, "Requires") ?? "").split(/\s+/u).every((requirement) => known.has(requirement)),
  );
  return choice ?? branches.find(({ name }) => name === "mc:Fallback") ?? branches[0];
}
