import { elementNames } from "../../document/element-names.ts";
import { printedDate } from "../../document/printed-date.ts";
import type { Meta } from "../../document/schema.ts";
import type { TextAlignment, TextDifference } from "../align-text.ts";
import { type Check, finding, findingOf, type Finding, placeOfPage, shortened } from "../check.ts";
import type { Inspected } from "../inspected.ts";
import type { InspectedPlace } from "../inspection.ts";
import { missingSign, textOfRuns } from "../measured-pdf.ts";
import { type PdfView, readText } from "../pdf-view.ts";
import { bareText, targetOf } from "../printed-units.ts";

const quoted = (words: string): string => (words === "" ? "（没有字）" : `“${shortened(words)}”`);

const placeOf = ({ unit, from, to, expected, found }: TextDifference): InspectedPlace => ({
  page: null,
  words: `应为${quoted(expected)}，文件上是${quoted(found)}`,
  target: targetOf(unit, from, to),
});

function compared(
  { differences }: TextAlignment,
  { units }: Inspected,
  drawn: readonly InspectedPlace[] = [],
): Finding {
  const characters = units.reduce((sum, { bare }) => sum + bare.length, 0);
  const places = [...differences.map(placeOf), ...drawn];
  const first = places[0]?.words ?? "";
  return findingOf(places, `${characters} 字，一字不差`, `${places.length} 处不同：${first}`);
}

/** A line whose glyphs do not say what the file says that they say; 〓 is told by itself. */
function drawnOtherwise({ pdf }: PdfView): readonly InspectedPlace[] {
  return pdf.elements.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      const [drawn, read] = [bareText(textOfRuns(piece.runs)), readText(piece)];
      const [one, other] = [Array.from(drawn), Array.from(read)];
      const isSame =
        one.length === other.length && one.every((sign, index) => sign === other[index] || sign === missingSign);
      return isSame ? [] : [placeOfPage(piece.page, `画出的是${quoted(drawn)}，复制出来是${quoted(read)}`)];
    }),
  );
}

/** Every word of the report stands in the file, and no other. Source: the report itself. */
const sameText: Check = {
  id: "text",
  name: "文字与报告一致",
  clause: "导出的文件逐字读回",
  strength: "实务",
  expected: "一字不差",
  docx: ({ alignment }, inspected) => compared(alignment, inspected),
  pdf: (view, inspected) => compared(view.alignment, inspected, drawnOtherwise(view)),
};

/** The values of 公文要素 as they are printed, one a line. What has no words of its own is not looked for. */
function linesOfElement(meta: Meta, key: keyof Meta): readonly string[] {
  if (key === "sealForm") return [];
  if (key === "attachments") return meta.attachments.map(({ title }) => title);
  if (key === "date" || key === "printingDate") return meta[key] === "" ? [] : [printedDate(meta[key])];
  if (key === "copyRecipients")
    return [meta.copyRecipients.replaceAll(/\s*\n\s*/gu, "").replace(/[。．.；;，,、\s]+$/u, "")];
  const value = meta[key];
  return typeof value === "string" ? value.split("\n") : value;
}

/** These are named inside other lines; all others stand on a line of their own, or on one with little beside them. */
const namedAnywhere: readonly (keyof Meta)[] = ["issuingOrgan", "jointOrgans", "attachments", "attachmentNames"];
const MOST_BESIDE = 40;

function missingElements(meta: Meta, lines: readonly string[]): readonly InspectedPlace[] {
  const bare = lines.map(bareText);
  const whole = bare.join("\n");
  return (Object.keys(elementNames) as (keyof Meta)[]).flatMap((element) =>
    linesOfElement(meta, element)
      .map(bareText)
      .filter((value) => {
        if (value === "") return false;
        if (namedAnywhere.includes(element)) return !whole.includes(value);
        return !bare.some((line) => line.length <= value.length + MOST_BESIDE && line.includes(value));
      })
      .map((value) => ({
        page: null,
        words: `${elementNames[element]}“${shortened(value)}”`,
        target: { kind: "element", element },
      })),
  );
}

const listed = (places: readonly InspectedPlace[]): string => findingText(places.map(({ words }) => words));
const findingText = (words: readonly string[]): string => `纸上没有：${words.slice(0, 5).join("、")}`;

function printedOf(meta: Meta, lines: readonly string[]): Finding | null {
  const isGiven = (Object.keys(elementNames) as (keyof Meta)[]).some((key) =>
    linesOfElement(meta, key).some((value) => value.trim() !== ""),
  );
  const places = missingElements(meta, lines);
  return isGiven ? findingOf(places, "都印在纸上", listed(places)) : null;
}

/** 公文要素 that are given reach the paper (7.2–7.4). */
const printedElements: Check = {
  id: "elements",
  name: "公文要素都上了纸",
  clause: "7.2–7.4",
  strength: "规定",
  expected: "填写的要素都印出来",
  docx: ({ docx }, { meta }) =>
    printedOf(
      meta,
      [...docx.paragraphs, ...[...docx.headers, ...docx.footers].flatMap(({ paragraphs }) => paragraphs)].map(
        ({ text }) => text,
      ),
    ),
  pdf: ({ pdf }, { meta }) =>
    printedOf(meta, [
      ...pdf.elements.map(({ pieces }) => pieces.map(readText).join("")),
      // several lines of one signature are one paragraph there
      ...pdf.pages.flatMap(({ pieces }) => pieces.map(readText)),
    ]),
};

/** A page without anything on it. */
const emptyPages: Check = {
  id: "pages",
  name: "页数",
  clause: "每页都有内容",
  strength: "实务",
  expected: "没有空白页",
  pdf: ({ pdf, linesOfPage }) => {
    const last = pdf.pages.length - 1;
    // 版记 on a page of its own may have a blank one before it (7.5)
    const isImprint = linesOfPage[last]?.every(({ place }) => place?.unit.kind === "frame") === true;
    const isEmpty = (page: number): boolean => linesOfPage[page]?.length === 0 && pdf.pages[page]?.images.length === 0;
    const empty = pdf.pages.flatMap((_, page) => (isEmpty(page) && !(isImprint && page === last - 1) ? [page] : []));
    const isAlone = pdf.pages.length === 1;
    const count = `${pdf.pages.length} 页`;
    return finding(
      empty.length === 0 || isAlone,
      empty.length === 0 ? count : `${count}，${empty.length} 页空白`,
      empty.map((page) => placeOfPage(page)),
    );
  },
};

export const textChecks: readonly Check[] = [sameText, printedElements, emptyPages];
