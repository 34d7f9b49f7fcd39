import type { OutlineSection } from "./outline.ts";
import { INTRODUCTION_SECTION_ID } from "./schema.ts";

/** What stands before the first heading. */
export const introductionName = "引言";

/** A heading on one line of a list: 第一章 总则, 一、主要做法. */
export function headingName(number: string, text: string): string {
  return number.endsWith("章") && text !== "" ? `${number} ${text}` : `${number}${text}`;
}

/** What a section of the outline is called in lists. */
export function sectionName({ sectionId, number, text }: OutlineSection): string {
  return sectionId === INTRODUCTION_SECTION_ID ? introductionName : headingName(number, text) || "（空标题）";
}
