import type { XmlElement } from "../word/xml.ts";

/** A formula in the making: the groups of RTF are the elements of the newer files under the names of their words. */
export type MathGroups = {
  readonly open: (name: string) => void;
  readonly write: (text: string) => void;
  readonly close: () => void;
  /** The formula, in the terms of the newer files. */
  readonly formula: () => XmlElement;
};

type OpenElement = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (OpenElement | string)[];
};

/** Words whose group holds a value and no text: `{\mchr \u8721}`. */
const values = new Set(["mchr", "mbegChr", "mendChr", "msepChr", "mdegHide", "msubHide", "msupHide", "mtype", "mpos"]);

const newElement = (name: string): OpenElement => ({ name, attributes: {}, children: [] });

export function createMathGroups(): MathGroups {
  const root = newElement("m:oMath");
  const stack: OpenElement[] = [root];
  return {
    open: (name) => {
      const element = newElement(`m:${name.slice(1)}`);
      stack.at(-1)?.children.push(element);
      stack.push(element);
    },
    write: (text) => {
      const element = stack.at(-1);
      if (element === undefined) return;
      if (values.has(`m${element.name.slice(2)}`)) {
        element.attributes["m:val"] = ((element.attributes["m:val"] ?? "") + text).trim();
        element.attributes["w:val"] = element.attributes["m:val"];
        return;
      }
      // the words of a formula stand in its runs
      element.children.push({ name: "m:t", attributes: {}, children: [text] });
    },
    close: () => {
      if (stack.length > 1) stack.pop();
    },
    formula: () => root,
  };
}
