import { charactersToPt, type Layout } from "../../layout/rules/layout.ts";
import { type Check, finding, isNear, placeOfLine } from "../check.ts";
import type { Inspected } from "../inspected.ts";
import type { PdfLine, PdfView } from "../pdf-view.ts";
import type { PrintedUnit } from "../printed-units.ts";
import { typeAreaPt } from "../type-area.ts";

type Signature = {
  readonly organs: readonly PdfLine[];
  readonly date: PdfLine | null;
  readonly lines: readonly PdfLine[];
  readonly sealForm: PrintedUnit["sealForm"];
};

const isSigned = ({ role }: PrintedUnit): boolean => role === "signatory" || role === "date";

/** The first signature of the text: what stands below each other without other text between. */
function signatureOf({ linesOfUnit }: PdfView): Signature | null {
  const entries = [...linesOfUnit];
  const first = entries.findIndex(([unit]) => isSigned(unit));
  if (first < 0) return null;
  const behind = entries.slice(first).findIndex(([unit]) => !isSigned(unit));
  const own = entries.slice(first, behind < 0 ? undefined : first + behind);
  const organs = own.flatMap(([unit, lines]) => (unit.role === "signatory" ? lines : []));
  const date = own.flatMap(([unit, lines]) => (unit.role === "date" ? lines : []))[0] ?? null;
  const sealForm = own[0]?.[0].sealForm ?? "";
  return { organs, date, lines: own.flatMap(([, lines]) => lines), sealForm };
}

const widthOf = ({ leftPt, rightPt }: PdfLine): number => rightPt - leftPt;
/** A third of a character: widths of digits differ from face to face. */
const toleranceOf = (layout: Layout): number => charactersToPt(1, layout) / 3;

type Distance = { readonly name: string; readonly pt: number; readonly wanted: number };

const rightIndent = (line: PdfLine, layout: Layout): number => typeAreaPt(layout).right - line.rightPt;
const middleOf = ({ leftPt, rightPt }: PdfLine): number => (leftPt + rightPt) / 2;

/** 7.3.5.1, 7.3.5.3: the date stands 4字 in; a single organ has its middle over it. */
function sealedDistances({ organs, date, sealForm }: Signature, layout: Layout): readonly Distance[] {
  if (date === null) return [];
  const wanted = charactersToPt(layout.sealedDateRightIndentCharacters, layout);
  const [organ] = organs;
  const isSingle =
    sealForm === "seal" && organs.length === 1 && organ !== undefined && widthOf(organ) < widthOf(date) + 2 * wanted;
  return [
    { name: "成文日期右空", pt: rightIndent(date, layout), wanted },
    ...(isSingle ? [{ name: "署名偏离日期正中", pt: Math.abs(middleOf(organ) - middleOf(date)), wanted: 0 }] : []),
  ];
}

/** 7.3.5.2: each distance of a signature without seal. */
function plainDistances({ organs, date }: Signature, layout: Layout): readonly Distance[] {
  const longest = organs.reduce<PdfLine | null>(
    (one, line) => (one === null || widthOf(line) > widthOf(one) ? line : one),
    null,
  );
  const indent = charactersToPt(layout.signatureRightIndentCharacters, layout);
  const shift = charactersToPt(layout.dateShiftCharacters, layout);
  if (longest === null)
    return date === null ? [] : [{ name: "成文日期右空", pt: rightIndent(date, layout), wanted: indent }];
  if (date === null) return [{ name: "署名右空", pt: rightIndent(longest, layout), wanted: indent }];
  const isDateLonger = widthOf(date) > widthOf(longest) + toleranceOf(layout);
  const outer = isDateLonger ? date : longest;
  return [
    { name: isDateLonger ? "成文日期右空" : "署名右空", pt: rightIndent(outer, layout), wanted: indent },
    {
      name: isDateLonger ? "署名首字比日期首字左移" : "日期首字比署名首字右移",
      pt: date.leftPt - longest.leftPt,
      wanted: shift,
    },
  ];
}

const charactersText = (pt: number, layout: Layout): string => `${(pt / charactersToPt(1, layout)).toFixed(1)} 字`;

const sealFormOf = ({ units }: Inspected): PrintedUnit["sealForm"] => units.find(isSigned)?.sealForm ?? "";

/** SG-1: where 署名 and 成文日期 stand, without seal, with one, or with 签名章. */
const signaturePlace: Check = {
  id: "signature",
  name: "署名和成文日期的位置",
  clause: "7.3.5",
  strength: "规定",
  expected: (inspected) =>
    sealFormOf(inspected) === ""
      ? "署名右空二字，日期首字比署名首字右移二字；日期较长时日期右空二字"
      : "成文日期右空四字，署名以日期为准居中",
  pdf: (view, { layout }) => {
    const signature = signatureOf(view);
    if (signature === null) return null;
    const distances =
      signature.sealForm === "" ? plainDistances(signature, layout) : sealedDistances(signature, layout);
    if (distances.length === 0) return null;
    const wrong = distances.filter(({ pt, wanted }) => !isNear(pt, wanted, toleranceOf(layout)));
    const text = (wrong.length > 0 ? wrong : distances)
      .map(({ name, pt }) => `${name} ${charactersText(pt, layout)}`)
      .join("，");
    return finding(wrong.length === 0, text, signature.lines.map(placeOfLine));
  },
};

/** SG-3 and 7.3.5.5: a signature stands on the page of text, in one piece. */
const signatureAlone: Check = {
  id: "signature-page",
  name: "署名与正文同页",
  clause: "7.3.5.5",
  strength: "规定",
  expected: "不另起一页，不拆开",
  pdf: (view) => {
    const signature = signatureOf(view);
    const [first] = signature?.lines ?? [];
    if (signature === null || first === undefined) return null;
    const pages = new Set(signature.lines.map(({ page }) => page));
    const hasText = view.linesOfPage[first.page]?.some(
      ({ place, baselinePt }) =>
        place !== null && place.unit.kind !== "frame" && !isSigned(place.unit) && baselinePt < first.baselinePt,
    );
    const isOk = pages.size === 1 && hasText === true;
    const text = pages.size > 1 ? "署名和日期不在一页" : isOk ? `在第 ${first.page + 1} 页` : "这一页没有正文";
    return finding(isOk, text, [placeOfLine(first)]);
  },
};

export const signatureChecks: readonly Check[] = [signaturePlace, signatureAlone];
