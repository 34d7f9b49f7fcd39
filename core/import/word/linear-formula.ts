import { fraction, grouped, lowered, raised, root } from "./linear-math.ts";
import type { Tally } from "./document-items.ts";
import { noteUnknown } from "./unknown.ts";
import { attributeOf, childOf, elementsOf, switchOf, textOf, type XmlElement } from "./xml.ts";

type Write = (element: XmlElement, tally: Tally) => string;

const inside: Write = (element, tally) =>
  elementsOf(element)
    .map((child) => linear(child, tally))
    .join("");
const partOf = (element: XmlElement, name: string, tally: Tally): string => {
  const part = childOf(element, name);
  return part === undefined ? "" : inside(part, tally).trim();
};
const partsOf = (element: XmlElement, name: string, tally: Tally): readonly string[] =>
  elementsOf(element)
    .filter((child) => child.name === name)
    .map((child) => inside(child, tally).trim());
const nothing: Write = () => "";

const signOf = (element: XmlElement, properties: string, name: string, usual: string): string => {
  const sign = childOf(childOf(element, properties), name);
  return sign === undefined ? usual : (attributeOf(sign, "m:val") ?? "");
};

/** What stands under a root or a hat. */
const marked =
  (mark: (sign: string) => string): Write =>
  (element, tally) =>
    `${grouped(partOf(element, "m:e", tally))}${mark(signOf(element, "m:accPr", "m:chr", "\u0302"))}`;

/** Mathematics (ISO/IEC 29500-1 22.1) by the names of its elements. */
const writers: Readonly<Record<string, Write>> = {
  "m:oMathPara": (element, tally) => partsOf(element, "m:oMath", tally).join(" "),
  "m:oMath": inside,
  "m:e": inside,
  "m:r": inside,
  "m:box": (element, tally) => partOf(element, "m:e", tally),
  "m:borderBox": (element, tally) => partOf(element, "m:e", tally),
  "m:phant": (element, tally) => partOf(element, "m:e", tally),
  "m:groupChr": (element, tally) => partOf(element, "m:e", tally),
  "m:acc": marked((sign) => sign),
  "m:bar": marked(() => "\u0305"),
  "m:t": (element) => textOf(element),
  "w:t": (element) => textOf(element),
  "w:r": inside,
  "w:ins": inside,
  "w:moveTo": inside,
  "w:hyperlink": inside,
  "w:tab": () => " ",
  "w:br": () => " ",
  "m:f": (element, tally) => fraction(partOf(element, "m:num", tally), partOf(element, "m:den", tally)),
  "m:rad": (element, tally) => {
    const isDegreeHidden = switchOf(childOf(element, "m:radPr"), "m:degHide") ?? false;
    return root(partOf(element, "m:e", tally), isDegreeHidden ? "" : partOf(element, "m:deg", tally));
  },
  "m:sSup": (element, tally) => `${grouped(partOf(element, "m:e", tally))}${raised(partOf(element, "m:sup", tally))}`,
  "m:sSub": (element, tally) => `${grouped(partOf(element, "m:e", tally))}${lowered(partOf(element, "m:sub", tally))}`,
  "m:sSubSup": (element, tally) =>
    `${grouped(partOf(element, "m:e", tally))}${lowered(partOf(element, "m:sub", tally))}${raised(partOf(element, "m:sup", tally))}`,
  "m:sPre": (element, tally) =>
    `${lowered(partOf(element, "m:sub", tally))}${raised(partOf(element, "m:sup", tally))}${grouped(partOf(element, "m:e", tally))}`,
  "m:nary": (element, tally) =>
    `${signOf(element, "m:naryPr", "m:chr", "∫")}${lowered(partOf(element, "m:sub", tally))}${raised(partOf(element, "m:sup", tally))}${partOf(element, "m:e", tally)}`,
  "m:d": (element, tally) => {
    const between = signOf(element, "m:dPr", "m:sepChr", "|");
    const parts = partsOf(element, "m:e", tally).join(between);
    return `${signOf(element, "m:dPr", "m:begChr", "(")}${parts}${signOf(element, "m:dPr", "m:endChr", ")")}`;
  },
  "m:m": (element, tally) =>
    elementsOf(element)
      .filter(({ name }) => name === "m:mr")
      .map((row) => partsOf(row, "m:e", tally).join(", "))
      .join("; "),
  "m:eqArr": (element, tally) => partsOf(element, "m:e", tally).join("; "),
  "m:func": (element, tally) => {
    const name = partOf(element, "m:fName", tally);
    const argument = partOf(element, "m:e", tally);
    return /^[({[]/u.test(argument) ? `${name}${argument}` : `${name} ${argument}`;
  },
  "m:limLow": (element, tally) => `${partOf(element, "m:e", tally)}${lowered(partOf(element, "m:lim", tally))}`,
  "m:limUpp": (element, tally) => `${partOf(element, "m:e", tally)}${raised(partOf(element, "m:lim", tally))}`,
  "w:del": (element, tally) => {
    tally.deleted += 1;
    tally.leftOut.push(textOf(element));
    return "";
  },
  "w:rPr": nothing,
  "w:bookmarkStart": nothing,
  "w:bookmarkEnd": nothing,
  "w:proofErr": nothing,
};

function linear(element: XmlElement, tally: Tally): string {
  const write = writers[element.name];
  if (write !== undefined) return write(element, tally);
  // m:fPr, m:ctrlPr: how it looks
  if (/^m:\w+Pr$/u.test(element.name)) return "";
  noteUnknown(tally, "元素", element.name);
  return inside(element, tally);
}

/** A formula as text on one line: 3/4, x², √(a+b), ∑ᵢ₌₁ⁿ. */
export const linearMath = (formula: XmlElement, tally: Tally): string => linear(formula, tally);
