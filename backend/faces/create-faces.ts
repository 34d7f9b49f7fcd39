import { join } from "node:path";
import type { FontUse } from "../../core/contract.ts";
import { fontRoles, type FontRole } from "../../core/layout/font-role.ts";
import {
  chineseFaceName,
  fontChains,
  type HouseFaces,
  chainOf,
  requestedFace,
  timesFaces,
  westernRanges,
} from "../../core/layout/fonts.ts";
import type { Faces, SetCharacter } from "../../core/layout/lines/faces.ts";
import type { FaceId } from "../../core/layout/pages/page.ts";
import { memoized } from "../../core/memoized.ts";
import { faceIdOf, openFace, type Face } from "./open-face.ts";
import type { FaceFiles } from "./face-files.ts";

/** Drawn in place of a character that no face has: 〓, the mark of type that is missing. */
export const MISSING_CHARACTER = 0x3013;

export type ReportFaces = Faces & {
  /** What each class is set in. */
  readonly uses: () => readonly FontUse[];
  /** Characters set so far that no face has; 〓 stands for them. */
  readonly missingCharacters: () => readonly string[];
  /** The name that a PDF has a face by. */
  readonly postScriptNameOf: (face: FaceId) => string;
  /** How a writer knows a face by that name: its Chinese family name, or that it came with the program. */
  readonly wordsFor: (postScriptName: string) => string;
};

export type FacesOptions = {
  readonly installed: FaceFiles;
  /** Holds the program's own face files. */
  readonly ownFolder: string;
  /** What the house has chosen. */
  readonly style: HouseFaces;
};

type NamedFace = { readonly name: string; readonly face: Face };

/** A file that cannot be read, or must not be embedded, is passed over: the next of the chain stands in and is reported. */
function openInstalled(name: string, installed: FaceFiles): NamedFace | null {
  const file = installed.get(name);
  if (file === undefined) return null;
  try {
    const face = openFace(faceIdOf(file));
    return face.isEmbeddable ? { name, face } : null;
  } catch {
    return null;
  }
}

const isWestern = (codePoint: number): boolean =>
  westernRanges.some(([first, last]) => codePoint >= first && codePoint <= last);

type Chain = {
  readonly requested: readonly NamedFace[];
  readonly own: NamedFace;
  readonly others: readonly NamedFace[];
};

function openChains({ installed, ownFolder, style }: FacesOptions): Record<FontRole, Chain> {
  const own = (role: FontRole): NamedFace => {
    const { fallback, fallbackFile } = fontChains[role];
    return { name: fallback, face: openFace(faceIdOf({ path: join(ownFolder, fallbackFile), index: 0 })) };
  };
  const chain = (role: FontRole): Chain => ({
    requested: chainOf(role, style.faces).requested.flatMap((name) => openInstalled(name, installed) ?? []),
    own: own(role),
    // a rare character that one of the program's faces lacks may stand in another
    others: fontRoles.filter((other) => other !== role).map(own),
  });
  return Object.fromEntries(fontRoles.map((role) => [role, chain(role)])) as Record<FontRole, Chain>;
}

const postScriptNameOf = ({ font }: Face): string => (font.postscriptName ?? "").replaceAll(" ", "_");

function namesInWords(
  chains: Readonly<Record<FontRole, Chain>>,
  western: readonly NamedFace[],
): ReadonlyMap<string, string> {
  const installed = [...fontRoles.flatMap((role) => chains[role].requested), ...western];
  return new Map([
    ...installed.map(({ name, face }) => [postScriptNameOf(face), chineseFaceName(name)] as const),
    ...fontRoles.map((role) => [postScriptNameOf(chains[role].own.face), fontChains[role].fallbackName] as const),
  ]);
}

/** @returns null where no face of the chain has the character */
function findFace({ requested, own, others }: Chain, codePoint: number): SetCharacter | null {
  const [first = own] = requested;
  for (const { face } of [...requested, own, ...others]) {
    const glyph = face.glyphOf(codePoint);
    if (glyph !== null) return { face: face.id, advanceEm: glyph.advanceEm, substituted: face !== first.face };
  }
  return null;
}

/**
 * The faces that a report is set in on this computer: of each class the best installed one, else the program's own.
 * @throws Error where the program's own faces are not built
 */
export function createFaces(options: FacesOptions): ReportFaces {
  const chains = openChains(options);
  const western =
    options.style.westernFace === "times"
      ? timesFaces.flatMap((name) => openInstalled(name, options.installed) ?? [])
      : [];
  const words = namesInWords(chains, western);
  const missing = new Set<number>();
  const choose = (role: FontRole, codePoint: number): SetCharacter => {
    const glyph = isWestern(codePoint) ? western[0]?.face.glyphOf(codePoint) : undefined;
    if (western[0] !== undefined && glyph) {
      return { face: western[0].face.id, advanceEm: glyph.advanceEm, substituted: false };
    }
    const found = findFace(chains[role], codePoint);
    if (found !== null) return found;
    missing.add(codePoint);
    const { face } = chains[role].own;
    return { face: face.id, advanceEm: face.glyphOf(MISSING_CHARACTER)?.advanceEm ?? 1, substituted: true };
  };
  const setters = Object.fromEntries(
    fontRoles.map((role) => [role, memoized((codePoint: number) => choose(role, codePoint))]),
  ) as Record<FontRole, (codePoint: number) => SetCharacter>;
  return {
    setCharacter: (role, codePoint) => setters[role](codePoint),
    heightOf: (id) => {
      const { ascent, descent, unitsPerEm } = openFace(id).font;
      return { ascentEm: ascent / unitsPerEm, descentEm: -descent / unitsPerEm };
    },
    uses: () =>
      fontRoles.map((role) => {
        const [first] = chains[role].requested;
        const used = first?.name ?? chains[role].own.name;
        return { role, requested: requestedFace(role, options.style.faces), used, substituted: first === undefined };
      }),
    postScriptNameOf: (id) => postScriptNameOf(openFace(id)),
    wordsFor: (name) => words.get(name) ?? name,
    missingCharacters: () => [...missing].map((codePoint) => String.fromCodePoint(codePoint)),
  };
}
