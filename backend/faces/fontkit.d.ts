/** What this program uses of fontkit 2, which brings no types of its own. */
declare module "fontkit" {
  export type Font = {
    readonly postscriptName: string | null;
    readonly unitsPerEm: number;
    readonly numGlyphs: number;
    readonly ascent: number;
    readonly descent: number;
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
  };
  export type Collection = { readonly fonts: readonly Font[] };
  export function create(bytes: Uint8Array): Font | Collection;
}
