import { memoized } from "../../memoized.ts";
import { chineseFont, sizeOf, type ThemeFonts } from "./fonts.ts";
import { levelByName, type NumberReference, type ParagraphStyle } from "../word/paragraph-style.ts";
import type { Script } from "../../document/blocks.ts";
import { plainLook, type RunLook } from "../word/run-look.ts";
import { attributeOf, childOf, elementsOf, numberFrom, switchOf, valueOf, type XmlElement } from "../word/xml.ts";

export type Styles = {
  /** The style of a paragraph; without an id, or with an unknown one, the usual style. */
  readonly paragraph: (id: string | undefined) => ParagraphStyle;
  /** The look of a run of a character style in a paragraph. */
  readonly run: (
    paragraph: ParagraphStyle,
    characterStyle: string | undefined,
    direct: XmlElement | undefined,
  ) => RunLook;
  readonly has: (id: string) => boolean;
  /** The list that a numbering style stands for. */
  readonly numIdOf: (id: string) => string | undefined;
};

const longestChain = 40;

/** One line through the text, or two. */
function struckOf(properties: XmlElement): boolean | undefined {
  const once = switchOf(properties, "w:strike");
  const twice = switchOf(properties, "w:dstrike");
  return once === undefined && twice === undefined ? undefined : once === true || twice === true;
}

function scriptOf(properties: XmlElement, before: Script | null): Script | null {
  const value = valueOf(properties, "w:vertAlign");
  if (value === undefined) return before;
  return value === "superscript" ? "super" : value === "subscript" ? "sub" : null;
}

/** In points; the file counts halves. */
function shiftOf(properties: XmlElement): number | undefined {
  const position = numberFrom(valueOf(properties, "w:position"));
  return position === undefined ? undefined : position / 2;
}

/** What run properties change of a look. */
function changeLook(look: RunLook, properties: XmlElement | undefined, theme: ThemeFonts): RunLook {
  if (properties === undefined) return look;
  return {
    font: chineseFont(properties, theme) ?? look.font,
    sizePt: sizeOf(properties) ?? look.sizePt,
    isBold: switchOf(properties, "w:b") ?? look.isBold,
    isHidden: switchOf(properties, "w:vanish") ?? look.isHidden,
    isStruck: struckOf(properties) ?? look.isStruck,
    script: scriptOf(properties, look.script),
    shiftPt: shiftOf(properties) ?? look.shiftPt,
  };
}

export function numberReference(properties: XmlElement | undefined): NumberReference | null {
  const numbering = childOf(properties, "w:numPr");
  if (numbering === undefined) return null;
  return { numId: valueOf(numbering, "w:numId"), level: numberFrom(valueOf(numbering, "w:ilvl")) };
}

/** 9 is body text; anything else outside 0–8 is none of the standard's. */
export function outlineLevelOf(properties: XmlElement | undefined): number | null | undefined {
  const level = numberFrom(valueOf(properties, "w:outlineLvl"));
  if (level === undefined) return undefined;
  return level >= 0 && level <= 8 ? level : null;
}

/** Reads `styles.xml`. A style takes what it does not say itself from the one it is based on. */
export function readStyles(root: XmlElement | undefined, theme: ThemeFonts): Styles {
  const elements = new Map<string, XmlElement>();
  let usualId = "";
  for (const style of elementsOf(root)) {
    if (style.name !== "w:style") continue;
    const id = attributeOf(style, "w:styleId") ?? "";
    elements.set(id, style);
    const isUsual = ["1", "true", "on"].includes(attributeOf(style, "w:default") ?? "");
    if (isUsual && attributeOf(style, "w:type") === "paragraph") usualId = id;
  }
  const defaults = childOf(childOf(childOf(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
  const defaultLook = changeLook(plainLook(10.5), defaults, theme);

  /** A style and those it is based on, the most basic first. */
  const chainOf = (id: string): readonly XmlElement[] => {
    const chain: XmlElement[] = [];
    let style = elements.get(id);
    while (style !== undefined && !chain.includes(style) && chain.length < longestChain) {
      chain.unshift(style);
      style = elements.get(valueOf(style, "w:basedOn") ?? "");
    }
    return chain;
  };

  const readParagraphStyle = (id: string): ParagraphStyle => {
    let style: ParagraphStyle = {
      id,
      name: "",
      outlineLevel: null,
      alignment: "",
      numbering: null,
      numberingStyleId: id,
      startsPage: false,
      look: defaultLook,
    };
    for (const element of chainOf(id)) {
      const properties = childOf(element, "w:pPr");
      const name = valueOf(element, "w:name") ?? "";
      const numbering = numberReference(properties);
      const level = outlineLevelOf(properties) ?? (outlineLevelOf(properties) === null ? null : levelByName(name));
      style = {
        id,
        name,
        outlineLevel: level === undefined ? style.outlineLevel : level,
        alignment: valueOf(properties, "w:jc") ?? style.alignment,
        numbering:
          numbering === null
            ? style.numbering
            : { numId: numbering.numId ?? style.numbering?.numId, level: numbering.level ?? style.numbering?.level },
        numberingStyleId: numbering === null ? style.numberingStyleId : (attributeOf(element, "w:styleId") ?? ""),
        startsPage: switchOf(properties, "w:pageBreakBefore") ?? style.startsPage,
        look: changeLook(style.look, childOf(element, "w:rPr"), theme),
      };
    }
    return style;
  };

  const styleOf = memoized(readParagraphStyle);
  const paragraph = (wanted: string | undefined): ParagraphStyle =>
    styleOf(wanted !== undefined && elements.has(wanted) ? wanted : usualId);

  return {
    paragraph,
    run: ({ look }, characterStyle, direct) => {
      let result = look;
      if (characterStyle !== undefined) {
        for (const element of chainOf(characterStyle)) result = changeLook(result, childOf(element, "w:rPr"), theme);
      }
      return changeLook(result, direct, theme);
    },
    has: (id) => elements.has(id),
    numIdOf: (id) => {
      const chain = chainOf(id).map((element) => numberReference(childOf(element, "w:pPr"))?.numId);
      return chain.findLast((numId) => numId !== undefined);
    },
  };
}
