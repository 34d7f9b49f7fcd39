import { attributeOf, childOf, elementsOf, valueOf, type XmlElement } from "../../../core/import/word/xml.ts";

/** Properties by the names of their elements; attributes of one name lie over each other. */
export type Properties = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type Looks = { readonly paragraph: Properties; readonly run: Properties };

const noLooks: Looks = { paragraph: {}, run: {} };
const MOST_STEPS = 20;

const propertiesOf = (element: XmlElement | undefined): Properties =>
  Object.fromEntries(elementsOf(element).map(({ name, attributes }) => [name, attributes]));

export function over(below: Properties, above: Properties): Properties {
  const merged: Record<string, Readonly<Record<string, string>>> = { ...below };
  for (const [name, attributes] of Object.entries(above)) merged[name] = { ...merged[name], ...attributes };
  return merged;
}

const overLooks = (below: Looks, above: Looks): Looks => ({
  paragraph: over(below.paragraph, above.paragraph),
  run: over(below.run, above.run),
});

export const looksOf = (element: XmlElement | undefined): Looks => ({
  paragraph: propertiesOf(childOf(element, "w:pPr")),
  run: propertiesOf(childOf(element, "w:rPr")),
});

export type DocxStyles = {
  readonly defaults: Looks;
  /** What a paragraph without a style has. */
  readonly normalId: string;
  /** All that a style and those it stands on give, without the defaults. */
  readonly looksOf: (id: string) => Looks;
};

/** The looks of each style, worked out once. */
export function readStyles(root: XmlElement | undefined): DocxStyles {
  const styles = new Map(
    elementsOf(root).flatMap((style) =>
      style.name === "w:style" ? [[attributeOf(style, "w:styleId") ?? "", style]] : [],
    ),
  );
  const known = new Map<string, Looks>();
  const lookUp = (id: string, steps: number): Looks => {
    const found = known.get(id);
    const style = styles.get(id);
    if (found !== undefined || style === undefined || steps > MOST_STEPS) return found ?? noLooks;
    const base = valueOf(style, "w:basedOn");
    const looks = overLooks(base === undefined ? noLooks : lookUp(base, steps + 1), looksOf(style));
    known.set(id, looks);
    return looks;
  };
  const normal = [...styles.values()].find(
    (style) => attributeOf(style, "w:type") === "paragraph" && attributeOf(style, "w:default") !== undefined,
  );
  const defaults = childOf(root, "w:docDefaults");
  return {
    defaults: {
      paragraph: looksOf(childOf(defaults, "w:pPrDefault")).paragraph,
      run: looksOf(childOf(defaults, "w:rPrDefault")).run,
    },
    normalId: attributeOf(normal, "w:styleId") ?? "",
    looksOf: (id) => lookUp(id, 0),
  };
}
