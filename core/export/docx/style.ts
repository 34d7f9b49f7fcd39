import type { FontRole } from "../../layout/font-role.ts";
import { timesFaces } from "../../layout/fonts.ts";
import { charactersToPt, gbt9704 as layout } from "../../layout/gbt9704.ts";
import { ptToHalfPoint, ptToTwip } from "../../layout/units.ts";
import type { DocxFaces } from "./docx-options.ts";
import { element, valueElement } from "./xml.ts";

/** `w:rFonts` with names and no theme (GB/T 9704 FT-2): one face for all scripts, or Times for the Western ones. */
export function runFonts(role: FontRole, { fonts, westernFace }: DocxFaces): string {
  const chinese = fonts[role];
  const western = westernFace === "times" ? timesFaces[0] : chinese;
  return element("w:rFonts", {
    "w:ascii": western,
    "w:hAnsi": western,
    "w:eastAsia": chinese,
    "w:cs": western,
  });
}

export const notBold = element("w:b", { "w:val": 0 }) + element("w:bCs", { "w:val": 0 });

export const size = (pt: number): string =>
  valueElement("w:sz", ptToHalfPoint(pt)) + valueElement("w:szCs", ptToHalfPoint(pt));

export const exactLines = (pt: number, space: { readonly beforePt?: number; readonly afterPt?: number } = {}): string =>
  element("w:spacing", {
    "w:before": ptToTwip(space.beforePt ?? 0),
    "w:after": ptToTwip(space.afterPt ?? 0),
    "w:line": ptToTwip(pt),
    "w:lineRule": "exact",
  });

/** `firstLineChars` counts hundredths of a character; Word prefers it, the others read `firstLine`. */
export const firstLineIndent = (characters: number, rightPt = 0): string =>
  element("w:ind", {
    ...(rightPt > 0 ? { "w:right": ptToTwip(rightPt) } : {}),
    "w:firstLineChars": characters * 100,
    "w:firstLine": ptToTwip(charactersToPt(characters)),
  });

export const justifiedIndent = (characters: number): string =>
  firstLineIndent(characters, layout.justifiedRightIndentPt);

export type Style = {
  readonly id: string;
  readonly name: string;
  readonly type?: "paragraph" | "character";
  readonly isDefault?: boolean;
  /** Not one of Word's own styles. */
  readonly custom?: boolean;
  readonly basedOn?: string;
  readonly next?: string;
  readonly link?: string;
  readonly paragraph?: string;
  readonly run?: string;
};

export function styleXml(style: Style): string {
  const attributes = {
    "w:type": style.type ?? "paragraph",
    ...(style.isDefault === true ? { "w:default": 1 } : {}),
    ...(style.custom === true ? { "w:customStyle": 1 } : {}),
    "w:styleId": style.id,
  };
  const reference = (name: string, id: string | undefined): string => (id === undefined ? "" : valueElement(name, id));
  return element(
    "w:style",
    attributes,
    textName(style.name),
    reference("w:basedOn", style.basedOn),
    reference("w:next", style.next),
    reference("w:link", style.link),
    element("w:qFormat"),
    style.paragraph === undefined ? "" : element("w:pPr", {}, style.paragraph),
    style.run === undefined ? "" : element("w:rPr", {}, style.run),
  );
}

const textName = (name: string): string => valueElement("w:name", name);
