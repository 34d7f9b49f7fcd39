import { memoized } from "../../memoized.ts";
import { chineseFont } from "./fonts.ts";
import { type Level, type Levels, type List, mostLevels } from "../word/list-counter.ts";
import type { Styles } from "./styles.ts";
import { attributeOf, childOf, elementsOf, numberFrom, switchOf, valueOf, type XmlElement } from "../word/xml.ts";

const longestText = 80;

function readLevel(element: XmlElement): Level {
  const alternative = childOf(childOf(element, "mc:AlternateContent"), "mc:Choice");
  const customised = attributeOf(childOf(alternative, "w:numFmt"), "w:format");
  // 01, 02 or 001, 002 are given by example
  const zeros = /^0{0,8}[01]\b/u.exec(customised ?? "")?.[0].length ?? 0;
  const custom = customised === undefined ? undefined : zeros > 1 ? `${zeros} digits` : "decimal";
  const font = childOf(element, "w:rPr");
  return {
    start: numberFrom(valueOf(element, "w:start")) ?? 0,
    format: custom ?? valueOf(element, "w:numFmt") ?? "decimal",
    text: (valueOf(element, "w:lvlText") ?? "").slice(0, longestText),
    separator: valueOf(element, "w:suff") ?? "tab",
    isLegal: switchOf(element, "w:isLgl") ?? false,
    restart: numberFrom(valueOf(element, "w:lvlRestart")),
    styleId: valueOf(element, "w:pStyle"),
    symbolFont: attributeOf(childOf(font, "w:rFonts"), "w:ascii") ?? chineseFont(font, { major: "", minor: "" }) ?? "",
  };
}

function readLevels(parent: XmlElement | undefined): Levels {
  return new Map(
    elementsOf(parent)
      .filter(({ name }) => name === "w:lvl")
      .map((level): [number, Level] => [numberFrom(attributeOf(level, "w:ilvl")) ?? 0, readLevel(level)])
      .filter(([index]) => index >= 0 && index < mostLevels),
  );
}

const byId = (root: XmlElement | undefined, name: string, id: string): ReadonlyMap<string, XmlElement> =>
  new Map(
    elementsOf(root)
      .filter((element) => element.name === name)
      .map((element) => [attributeOf(element, id) ?? "", element]),
  );

/** The lists of `numbering.xml` by their numbers. */
export function readLists(root: XmlElement | undefined, styles: Styles): (numId: string) => List | null {
  const definitions = byId(root, "w:abstractNum", "w:abstractNumId");
  const numbers = byId(root, "w:num", "w:numId");
  /** A definition may refer to a style that refers to the list that is meant. */
  const definitionOf = (numId: string, links = 0): string | null => {
    const id = valueOf(numbers.get(numId), "w:abstractNumId");
    if (id === undefined || links > 4) return null;
    const link = valueOf(definitions.get(id), "w:numStyleLink");
    const linked = link === undefined ? undefined : styles.numIdOf(link);
    return linked === undefined || linked === numId ? id : (definitionOf(linked, links + 1) ?? id);
  };
  const read = (numId: string): List | null => {
    const definition = definitionOf(numId);
    if (definition === null) return null;
    const levels = new Map(readLevels(definitions.get(definition)));
    const starts = new Map<number, number>();
    for (const change of elementsOf(numbers.get(numId))) {
      if (change.name !== "w:lvlOverride") continue;
      const index = numberFrom(attributeOf(change, "w:ilvl")) ?? 0;
      const own = childOf(change, "w:lvl");
      if (index < 0 || index >= mostLevels) continue;
      if (own !== undefined) levels.set(index, readLevel(own));
      const start = numberFrom(valueOf(change, "w:startOverride"));
      if (start !== undefined) starts.set(index, start);
    }
    return { definition, levels, starts };
  };
  return memoized(read);
}
