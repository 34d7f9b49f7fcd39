import type { ISectionOptions } from "docx";
import type { Layout } from "../../layout/rules/layout.ts";
import { emptyFooters, pageNumberFooters } from "./footers.ts";
import { draftStampHeaders } from "./headers.ts";
import type { ImprintParts } from "./imprint.ts";
import { docxGrid, docxPage, turnedDocxPage } from "./page.ts";
import type { DocxStretch } from "./paragraphs.ts";
import { turnedPageNumberFooters, turnedStampHeaders } from "./turned-margins.ts";

type Marks = {
  /** The first page has a footer of its own, without a number (10.1). */
  readonly isLetter: boolean;
  /** 待核稿 stands on every page. */
  readonly stamped: boolean;
  readonly layout: Layout;
};

/**
 * The sections of a report: the text, its pages laid across each time a section of their own, and 版记 on pages without a
 * number. Each begins a page and has its own headers and footers; the count of pages runs on through all of them.
 */
export function sectionsOf(
  body: readonly DocxStretch[],
  imprint: ImprintParts,
  { isLetter, stamped, layout }: Marks,
): readonly ISectionOptions[] {
  const upright = { page: docxPage(layout), grid: docxGrid(layout) };
  // without a grid: LibreOffice fills whole lines of one alone, and the rest of the page stays empty
  const turned = { page: turnedDocxPage(layout) };
  const goesOn = imprint.behindText.length > 0;
  const endsTurned = body.at(-1)?.isTurned === true;
  const stretches: readonly DocxStretch[] = goesOn && endsTurned ? [...body, { isTurned: false, children: [] }] : body;
  const sections = stretches.map(({ isTurned, children }, index): ISectionOptions => {
    const behind = index === stretches.length - 1 ? imprint.behindText : [];
    if (isTurned) {
      return {
        properties: turned,
        ...(stamped ? { headers: turnedStampHeaders(layout) } : {}),
        footers: turnedPageNumberFooters(layout),
        children: [...children, ...behind],
      };
    }
    const hasFirst = isLetter && index === 0;
    return {
      properties: hasFirst ? { ...upright, titlePage: true } : upright,
      ...(stamped ? { headers: draftStampHeaders(hasFirst) } : {}),
      footers: { ...pageNumberFooters(layout), ...(hasFirst ? { first: emptyFooters().default } : {}) },
      children: [...children, ...behind],
    };
  });
  if (imprint.onOwnPages.length === 0) return sections;
  const ownPages: ISectionOptions = {
    properties: upright,
    ...(stamped ? { headers: draftStampHeaders(false) } : {}),
    footers: emptyFooters(),
    children: imprint.onOwnPages,
  };
  return [...sections, ownPages];
}
