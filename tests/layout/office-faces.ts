import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programFolders } from "../../backend/program-folder.ts";
import { fontRoles } from "../../core/layout/font-role.ts";
import { fontChains } from "../../core/layout/fonts.ts";

/** `nianbao-song.ttf` → `Nianbao Song`, the family inside the file. */
const familyOf = (file: string): string =>
  file
    .replace(/\.ttf$/u, "")
    .split("-")
    .map((word) => (word[0]?.toUpperCase() ?? "") + word.slice(1))
    .join(" ");

/**
 * A file for fontconfig under which LibreOffice sets the official names in the program's own faces, and finds no others:
 * lines can be compared only where both set them in the same widths.
 */
export function officeFacesFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-faces-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const aliases = fontRoles.flatMap((role) => {
    const { requested, fallbackFile } = fontChains[role];
    return requested.map(
      (name) =>
        `<match target="pattern"><test name="family"><string>${name}</string></test>` +
        `<edit name="family" mode="assign" binding="strong"><string>${familyOf(fallbackFile)}</string></edit></match>`,
    );
  });
  const file = join(folder, "fonts.conf");
  const lines = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${programFolders.faces}</dir><cachedir>${join(folder, "cache")}</cachedir>`,
    ...aliases,
    "</fontconfig>",
  ];
  writeFileSync(file, lines.join("\n"));
  return file;
}
