import type { FontRole } from "../../layout/font-role.ts";
import { timesFaces } from "../../layout/fonts.ts";
import { charactersToPt, type Layout } from "../../layout/rules/layout.ts";
import { ptToHalfPoint, ptToTwip } from "../../layout/units.ts";
import type { DocxFaces } from "./docx-options.ts";
import { element, valueElement } from "./xml.ts";

/** `w:rFonts` with names and no theme (GB/T 9704 FT-2): one face for all scripts, or Times for the Western ones. */
export function runFonts(role: FontRole, options: DocxFaces): string {
  return fontsOf(options.fonts[role], options.layout.style.westernFace === "times" ? timesFaces[0] : undefined);
}

/** One face for all scripts, whatever the house has for Western ones. */
export const oneFace = (role: FontRole, { fonts }: DocxFaces): string => fontsOf(fonts[role]);

function fontsOf(chinese: string, western = chinese): string {
  return element("w:rFonts", {
    "w:ascii": western,
    "w:hAnsi": western,
    "w:eastAsia": chinese,
    "w:cs": western,
  });
}

export const boldIf = (isBold: boolean): string =>
  element("w:b", { "w:val": isBold ? 1 : 0 }) + element("w:bCs", { "w:val": isBold ? 1 : 0 });
export const notBold = boldIf(false);

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
export const firstLineIndent = (characters: number, layout: Layout, rightPt = 0): string =>
  element("w:ind", {
    ...(rightPt > 0 ? { "w:right": ptToTwip(rightPt) } : {}),
    "w:firstLineChars": characters * 100,
    "w:firstLine": ptToTwip(charactersToPt(characters, layout)),
  });

export const justifiedIndent = (characters: number, layout: Layout): string =>
  firstLineIndent(characters, layout, layout.justifiedRightIndentPt);

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
