import { plainLook } from "./looks.ts";
import type { ParagraphStyle } from "../word/paragraph-style.ts";

/** The style of a paragraph of a page, which has nothing but a name. */
export const plainStyle = (name: string): ParagraphStyle => ({
  id: name,
  name,
  outlineLevel: null,
  alignment: "",
  numbering: null,
  numberingStyleId: "",
  startsPage: false,
  look: plainLook,
});
