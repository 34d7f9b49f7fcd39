import {
  attributeOf,
  childOf,
  elementsOf,
  numberFrom,
  textOf,
  type XmlElement,
} from "../../../core/import/word/xml.ts";
import type { MeasuredParagraph, MeasuredTextRun } from "../../../core/inspect/measured-docx.ts";
import { type DocxStyles, looksOf, over, type Properties } from "./docx-styles.ts";

const HALF_POINTS = 2;
const DEFAULT_SIZE_PT = 10;
/** In 240ths. */
const SINGLE_LINE = 240;

const numberOf = (properties: Properties, name: string, attribute: string): number | null =>
  numberFrom(properties[name]?.[attribute]) ?? null;

function isOn(properties: Properties, name: string): boolean {
  const found = properties[name];
  return found !== undefined && !["0", "false", "off", "none"].includes(found["w:val"] ?? "");
}

/** What a run prints: a tab is a space, the end of a line nothing, a field its code in { }. */
function textOfRun(run: XmlElement): string {
  return elementsOf(run)
    .map((part) => {
      if (part.name === "w:t") return textOf(part);
      if (part.name === "w:tab") return " ";
      if (part.name === "w:noBreakHyphen") return "-";
      return part.name === "w:instrText" ? `{${textOf(part).trim()}}` : "";
    })
    .join("");
}

/** Faces that a theme names are not named here. */
function faceOf(fonts: Readonly<Record<string, string>> | undefined, script: "eastAsia" | "ascii"): string {
  if (fonts === undefined || fonts[`w:${script}Theme`] !== undefined) return "";
  return fonts[`w:${script}`] ?? "";
}

function readRun(run: XmlElement, below: Properties, styles: DocxStyles): MeasuredTextRun {
  const own = looksOf(run).run;
  const style = own["w:rStyle"]?.["w:val"];
  const looks = over(style === undefined ? below : over(below, styles.looksOf(style).run), own);
  const fonts = looks["w:rFonts"];
  return {
    text: textOfRun(run),
    face: faceOf(fonts, "eastAsia"),
    westernFace: faceOf(fonts, "ascii"),
    sizePt: (numberOf(looks, "w:sz", "w:val") ?? DEFAULT_SIZE_PT * HALF_POINTS) / HALF_POINTS,
    bold: isOn(looks, "w:b"),
    spacingTwips: numberOf(looks, "w:spacing", "w:val") ?? 0,
  };
}

/** The code of a field in one piece, as those in parts have it. */
const codeOf = (field: XmlElement): XmlElement => ({
  name: "w:r",
  attributes: {},
  children: [{ name: "w:instrText", attributes: {}, children: [attributeOf(field, "w:instr") ?? ""] }],
});

/** The runs of a paragraph, those inside links, fields and marks of changes among them. */
function runsOf(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === "w:r") return [child];
    if (child.name === "w:fldSimple") return [codeOf(child), ...runsOf(child)];
    return child.name === "w:pPr" || child.name === "w:del" || child.name === "mc:Fallback" ? [] : runsOf(child);
  });
}

/** A paragraph with the looks that its style, its marks and its runs give it together. */
export function readParagraph(
  paragraph: XmlElement,
  styles: DocxStyles,
  { isInTable, isInBox = false }: { readonly isInTable: boolean; readonly isInBox?: boolean },
): MeasuredParagraph {
  const own = looksOf(paragraph).paragraph;
  const styleId = attributeOf(childOf(childOf(paragraph, "w:pPr"), "w:pStyle"), "w:val") ?? styles.normalId;
  const ofStyle = styles.looksOf(styleId);
  const looks = over(over(styles.defaults.paragraph, ofStyle.paragraph), own);
  const below = over(styles.defaults.run, ofStyle.run);
  const runs = runsOf(paragraph).map((run) => readRun(run, below, styles));
  const rule = looks["w:spacing"]?.["w:lineRule"] ?? "auto";
  const isExact = rule === "exact";
  return {
    text: runs.map(({ text }) => text).join(""),
    alignment: looks["w:framePr"]?.["w:xAlign"] ?? looks["w:jc"]?.["w:val"] ?? "left",
    exactPitch: isExact ? numberOf(looks, "w:spacing", "w:line") : null,
    lineShare: rule === "auto" ? (numberOf(looks, "w:spacing", "w:line") ?? SINGLE_LINE) : null,
    isOnGrid: looks["w:snapToGrid"] === undefined || isOn(looks, "w:snapToGrid"),
    leftIndent: numberOf(looks, "w:ind", "w:left") ?? 0,
    rightIndent: numberOf(looks, "w:ind", "w:right") ?? 0,
    isInTable,
    isInBox,
    runs: runs.filter(({ text }) => text !== ""),
  };
}
