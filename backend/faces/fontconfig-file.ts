import { element, textElement, xmlDeclaration } from "../../core/export/docx/xml.ts";
import { fontRoles } from "../../core/layout/font-role.ts";
import { fontChains } from "../../core/layout/fonts.ts";

/** `nianbao-song.ttf` → `Nianbao Song`, the family inside the file (`scripts/faces/build-faces.js`). */
export const familyOfFile = (file: string): string =>
  file
    .replace(/\.ttf$/u, "")
    .split("-")
    .map((word) => (word[0]?.toUpperCase() ?? "") + word.slice(1))
    .join(" ");

/** The official names that each of the program's own face files stands in for, in the order of the classes. */
export function ownFaces(): ReadonlyMap<string, readonly string[]> {
  const faces = new Map<string, readonly string[]>();
  for (const role of fontRoles) {
    const { fallbackFile, requested } = fontChains[role];
    faces.set(fallbackFile, [...(faces.get(fallbackFile) ?? []), ...requested]);
  }
  return faces;
}

type Places = {
  /** The folder of the face files. */
  readonly folder: string;
  /** Where fontconfig may keep what it has read; the computer's own place when missing. */
  readonly cacheFolder?: string;
  /** Whether the faces of the computer are found besides. Without them a text is set in the same faces everywhere. */
  readonly withOthers: boolean;
};

/**
 * A file for fontconfig (`FONTCONFIG_FILE`) under which every program of the computer sets the official names in the
 * program's own faces. Written by https://www.freedesktop.org/software/fontconfig/fontconfig-user.html.
 */
export function fontconfigFile({ folder, cacheFolder, withOthers }: Places): string {
  const aliases = [...ownFaces()].flatMap(([file, names]) =>
    names.map((name) =>
      element(
        "match",
        { target: "pattern" },
        element("test", { name: "family" }, textElement("string", name)),
        element(
          "edit",
          { name: "family", mode: "assign", binding: "strong" },
          textElement("string", familyOfFile(file)),
        ),
      ),
    ),
  );
  const parts = [
    ...(withOthers ? [textElement("include", "/etc/fonts/fonts.conf", { ignore_missing: "yes" })] : []),
    textElement("dir", folder),
    ...(cacheFolder === undefined ? [] : [textElement("cachedir", cacheFolder)]),
    ...aliases,
  ];
  return `${xmlDeclaration}<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n${element("fontconfig", {}, `\n${parts.join("\n")}\n`)}\n`;
}
