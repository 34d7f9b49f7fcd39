import { drawnCodePoint } from "../../core/layout/pages/drawn-character.ts";
import { type DrawnPage } from "../../core/layout/pages/drawn-page.ts";
import { call } from "../desk.ts";

/** The faces that pages are drawn in, in this window, as far as the pages need them. */
export type PageFaces = {
  /**
   * Gets what these pages need beyond what is here. True where a face was got as a whole and pages drawn before are to be
   * drawn again. @throws CallError as `pages.face` does
   */
  load(pages: readonly DrawnPage[]): Promise<boolean>;
  /** What a face is called in this window. */
  readonly familyOf: (face: string) => string;
  /** Gives all of it back. */
  readonly dispose: () => void;
};

/** A face, of which each file holds some characters. A browser looks for a character in one after the other. */
type Held = { readonly files: FontFace[]; readonly characters: Set<number> };

/** With more files than that a face is got once more as a whole. */
const MOST_FILES = 12;

let made = 0;

/** The characters of pages by the face that they are set in. */
function charactersOf(pages: readonly DrawnPage[]): ReadonlyMap<string, ReadonlySet<number>> {
  const byFace = new Map<string, Set<number>>();
  for (const { face, text } of pages.flatMap(({ lines }) => lines).flatMap(({ runs }) => runs)) {
    const characters = byFace.get(face) ?? new Set();
    byFace.set(face, characters);
    for (const character of text) characters.add(character.codePointAt(0) ?? 0);
  }
  return byFace;
}

async function fileOf(face: string, characters: readonly number[]): Promise<FontFace> {
  const { fileBase64 } = await call("pages.face", { face, characters: String.fromCodePoint(...characters) });
  const bytes = Uint8Array.from(atob(fileBase64), (character) => character.charCodeAt(0));
  made += 1;
  const file = new FontFace(`nianbao-page-${made}`, bytes, { unicodeRange: rangesOf(characters) });
  await file.load();
  return file;
}

/** So that a browser need not look into a face for what it does not hold. */
const rangesOf = (characters: readonly number[]): string =>
  characters.map((codePoint) => `U+${drawnCodePoint(codePoint).toString(16)}`).join(",");

export function createPageFaces(): PageFaces {
  const held = new Map<string, Held>();
  let isOver = false;
  const isDisposed = (): boolean => isOver;
  const drop = (files: readonly FontFace[]): void => files.forEach((file) => document.fonts.delete(file));
  const add = async (face: string, wanted: ReadonlySet<number>): Promise<boolean> => {
    const own = held.get(face) ?? { files: [], characters: new Set<number>() };
    const lacking = [...wanted].filter((character) => !own.characters.has(character));
    if (lacking.length === 0) return false;
    const isAnew = own.files.length >= MOST_FILES;
    const characters = isAnew ? [...wanted] : lacking;
    const file = await fileOf(face, characters);
    if (isDisposed()) return false;
    document.fonts.add(file);
    if (isAnew) drop(own.files);
    held.set(face, {
      files: isAnew ? [file] : [...own.files, file],
      characters: isAnew ? new Set(characters) : new Set([...own.characters, ...characters]),
    });
    return isAnew;
  };
  return {
    load: async (pages) => {
      let isAnew = false;
      for (const [face, characters] of charactersOf(pages)) {
        if (!isDisposed()) isAnew = (await add(face, characters)) || isAnew;
      }
      return isAnew;
    },
    familyOf: (face) => (held.get(face)?.files ?? []).map(({ family }) => family).join(", "),
    dispose: () => {
      isOver = true;
      for (const { files } of held.values()) drop(files);
      held.clear();
    },
  };
}
