import type { FontRole } from "../font-role.ts";
import type { Colour, FaceId } from "../pages/page.ts";
import { characterClass, trait } from "./character-class.ts";
import type { Faces } from "./faces.ts";
import { breaksBefore } from "./legal-breaks.ts";

/** How a stretch of text is set. Lengths are twips (1/20 pt). */
export type TextLook = {
  readonly role: FontRole;
  readonly sizeTwips: number;
  /** Between two characters. */
  readonly spacingTwips: number;
  /** Above the baseline; negative below. */
  readonly riseTwips: number;
  readonly bold: boolean;
  /** Black if not given. */
  readonly colour?: Colour;
};

/** Text in one look. Line feeds end lines; control characters print nothing. */
export type TextSpan = { readonly text: string; readonly look: TextLook };

/**
 * A paragraph's characters, ready to be broken into lines: one entry a printed code point. The space behind a character
 * does not depend on where its line begins, so the width of any stretch is the difference of two sums.
 */
export type SetText = {
  readonly length: number;
  readonly characters: readonly string[];
  readonly classes: Uint16Array;
  /** 1: of a Western script, with weak characters counted to the one before them. */
  readonly isWestern: Uint8Array;
  readonly looks: readonly TextLook[];
  readonly faces: readonly FaceId[];
  /** Where the character begins in the text of all spans, in UTF-16 units; one more for the end. */
  readonly offsets: readonly number[];
  /** Left edges if all stood on one line, from 0, in twips; one more for the end, behind the space after the last. */
  readonly edges: Float64Array;
  readonly advances: Float64Array;
  /** 1: a line may begin here. */
  readonly mayBegin: Uint8Array;
};

export type SetTextOptions = {
  readonly faces: Faces;
  readonly scriptSpaceEm: number;
  /** Where tab stops are: every so many twips from where the lines begin. */
  readonly tabStopTwips: number;
  readonly firstIndentTwips: number;
};

/** As `printableText` has it; a carriage return prints nothing either. */
function isPrinted(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x20) return codePoint === TAB || codePoint === LINE_FEED;
  if (codePoint < 0x7f) return true;
  return (
    codePoint > 0x9f && !(codePoint >= 0xd800 && codePoint <= 0xdfff) && codePoint !== 0xfffe && codePoint !== 0xffff
  );
}

const TAB = 0x09;
const LINE_FEED = 0x0a;

/** Measures a paragraph's characters and finds where its lines may begin. Linear. */
export function setText(spans: readonly TextSpan[], options: SetTextOptions): SetText {
  const { characters, looks, offsets } = printedCharacters(spans);
  const length = characters.length;
  const codePoints = Int32Array.from(characters, (character) => character.codePointAt(0) ?? 0);
  const classes = Uint16Array.from(codePoints, characterClass);
  const isWestern = scriptsOf(classes);
  const advances = new Float64Array(length);
  const faces: FaceId[] = [];
  const edges = new Float64Array(length + 1);
  let x = 0;
  for (let index = 0; index < length; index += 1) {
    const look = looks[index];
    const codePoint = codePoints[index] ?? 0;
    if (look === undefined) break;
    const { face, advanceEm } = options.faces.setCharacter(look.role, codePoint);
    faces.push(face);
    const isTab = codePoint === TAB;
    let advance = codePoint === LINE_FEED ? 0 : advanceEm * look.sizeTwips;
    if (isTab) advance = options.tabStopTwips - ((x + options.firstIndentTwips) % options.tabStopTwips);
    advances[index] = advance;
    x += advance + (isTab || codePoint === LINE_FEED ? 0 : spaceBehind(index, { looks, classes, isWestern, options }));
    edges[index + 1] = x;
  }
  const mayBegin = breaksBefore(codePoints, classes, isWestern);
  return { length, characters, classes, isWestern, looks, faces, offsets, edges, advances, mayBegin };
}

function printedCharacters(spans: readonly TextSpan[]): Pick<SetText, "characters" | "looks" | "offsets"> {
  const characters: string[] = [];
  const looks: TextLook[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { text, look } of spans) {
    for (const character of text) {
      if (isPrinted(character)) {
        characters.push(character);
        looks.push(look);
        offsets.push(offset);
      }
      offset += character.length;
    }
  }
  offsets.push(offset);
  return { characters, looks, offsets };
}

/** A weak character is of the script before it; at a paragraph's start it counts as Western. */
function scriptsOf(classes: Uint16Array): Uint8Array {
  let western = 1;
  return Uint8Array.from(classes, (traits) => {
    if ((traits & trait.weak) === 0) western = traits & trait.western;
    return western;
  });
}

type Surroundings = Pick<SetText, "looks" | "classes" | "isWestern"> & { readonly options: SetTextOptions };

/**
 * What stands between a character and the next: the spacing inside a portion (one script, one look), nothing behind a
 * portion's last, or the space between scripts.
 */
function spaceBehind(index: number, { looks, classes, isWestern, options }: Surroundings): number {
  const look = looks[index];
  const next = looks[index + 1];
  if (look === undefined || next === undefined) return 0;
  if (isWestern[index] === isWestern[index + 1]) return isSamePortion(look, next) ? look.spacingTwips : 0;
  const letters = (classes[index] ?? 0) & (classes[index + 1] ?? 0) & trait.letterOrDigit;
  return letters === 0 ? 0 : options.scriptSpaceEm * look.sizeTwips;
}

const isSamePortion = (one: TextLook, other: TextLook): boolean =>
  one === other ||
  (one.role === other.role &&
    one.sizeTwips === other.sizeTwips &&
    one.spacingTwips === other.spacingTwips &&
    one.riseTwips === other.riseTwips &&
    one.bold === other.bold);
