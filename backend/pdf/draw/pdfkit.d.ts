/**
 * What this program uses of pdfkit 0.20, exactly: it brings no types, and those of others know nothing of what lies under
 * `text()`, which is too slow here (decision "The PDF is drawn"). The version is pinned; a test draws with each of these.
 */
declare module "pdfkit" {
  import type { Font } from "fontkit";

  /** An object of the file. */
  export type Reference = { readonly data: Record<string, unknown> };

  export type EmbeddedFont = {
    readonly id: string;
    /** What the file will hold; takes a glyph of the face and gives its number in the file. */
    readonly subset: { includeGlyph(glyph: number): number };
    /** By number in the file: code points, for those who copy text. */
    readonly unicode: number[][];
    /** By number in the file: thousandths of an em. */
    readonly widths: number[];
    ref(): Reference;
  };

  export type EmbeddedImage = {
    embed(document: PDFDocument): void;
    /** Of a PNG: its pixels, until they are written. */
    readonly imgData?: Uint8Array | null;
  };
  export type StructureContent = { readonly kind?: never };
  export type StructureOptions = { readonly alt?: string; readonly bbox?: readonly number[] };
  export type StructureElement = {
    readonly dictionary: Reference;
    add(child: StructureElement | StructureContent): StructureElement;
    end(): void;
  };
  export type Outline = {
    addItem(
      title: string,
      options?: { readonly pageNumber: number; readonly top: number; readonly expanded: boolean },
    ): Outline;
  };
  export type DocumentOptions = {
    readonly pdfVersion: "1.7";
    readonly subset: "PDF/A-2a";
    readonly tagged: true;
    readonly lang: string;
    readonly displayTitle: true;
    readonly autoFirstPage: false;
    /** No face is taken before one is given. */
    readonly font: null;
    readonly info: DocumentInfo;
  };
  export type DocumentInfo = {
    readonly Title: string;
    readonly Author?: string;
    readonly Creator: string;
    readonly Producer: string;
    readonly CreationDate: Date;
  };

  export default class PDFDocument implements AsyncIterable<Uint8Array> {
    constructor(options: DocumentOptions);
    info: DocumentInfo;
    readonly page: { readonly fonts: Record<string, Reference> };
    readonly outline: Outline;
    /** The face that `font` chose. */
    readonly _font: EmbeddedFont;
    /** Writes what the file says of itself into XMP, as it stands: not escaped. */
    _addInfo(): void;
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this;
    font(font: Font, key: string): this;
    addContent(operators: string): this;
    image(image: EmbeddedImage, x: number, y: number, size: { readonly width: number; readonly height: number }): this;
    openImage(bytes: Uint8Array): EmbeddedImage;
    struct(type: string, options?: StructureOptions): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: "Artifact", options: { readonly type: "Layout" | "Pagination" }): this;
    markStructureContent(tag: string, options?: { readonly actual?: string }): StructureContent;
    endMarkedContent(): this;
    end(): void;
    [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
  }
}
