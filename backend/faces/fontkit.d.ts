/** What this program uses of fontkit 2, which brings no types of its own. */
declare module "fontkit" {
  export type Font = {
    readonly postscriptName: string | null;
    readonly unitsPerEm: number;
    readonly numGlyphs: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    readonly "OS/2"?: {
      readonly fsType: {
        readonly noEmbedding: boolean;
        readonly noSubsetting: boolean;
        readonly bitmapOnly: boolean;
      };
    };
    readonly hmtx: {
      readonly metrics: { readonly length: number; get(index: number): { readonly advance: number } };
    };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly path: { toSVG(): string } };
    getGlyph(id: number): { readonly advanceWidth: number };
    /** Some glyphs of it, numbered from 1 in the order in which they are taken. */
    createSubset(): {
      includeGlyph(id: number): number;
      /** The old numbers by the new ones. */
      readonly glyphs: readonly number[];
      /** Tables without names and code points; of a face with cubic outlines the table `CFF ` alone. */
      encode(): Uint8Array;
    };
  };
  export type Collection = { readonly fonts: readonly Font[] };
  export function create(bytes: Uint8Array): Font | Collection;
}
