import { AlignmentType, type IParagraphOptions, Paragraph, Tab, TextRun } from "docx";
import { signatureRowsOf } from "../../layout/flow.ts";
import type { SignatureLine } from "../../layout/flow-item.ts";
import { typeAreaWidthPt } from "../../layout/gbt9704.ts";
import type { SignatureEntry } from "../../layout/place-signature.ts";
import { ptToTwip } from "../../layout/units.ts";
import type { Layout } from "../../layout/rules/layout.ts";
import { contentRuns } from "./runs.ts";
import { styleIds } from "./style-ids.ts";
import { tabTypes } from "./tab-types.ts";

type Flow = Pick<IParagraphOptions, "pageBreakBefore" | "keepNext">;
type Place = Pick<IParagraphOptions, "alignment" | "indent" | "tabStops">;

function placeOf(entries: readonly SignatureEntry[], { frameTwips }: Layout): Place {
  const [entry, ...others] = entries;
  if (entry === undefined) return {};
  if (others.length > 0) {
    const tabStops = entries.map(({ anchor, atPt }) => ({ type: tabTypes[anchor], position: ptToTwip(atPt) }));
    return { alignment: AlignmentType.LEFT, tabStops };
  }
  const at = ptToTwip(entry.atPt);
  if (entry.anchor === "start") return { alignment: AlignmentType.LEFT, indent: { left: at } };
  if (entry.anchor === "end") return { indent: { right: ptToTwip(typeAreaWidthPt - entry.atPt) } };
  const side = 2 * at - frameTwips.typeAreaWidth;
  return { alignment: AlignmentType.CENTER, indent: side > 0 ? { left: side } : { right: -side } };
}

/** Kept together line by line; the text before it is tied to its first line by `flowOf`. */
export function signatureParagraphs(lines: readonly SignatureLine[], flow: Flow, layout: Layout): readonly Paragraph[] {
  const rows = signatureRowsOf(lines, layout);
  return rows.map(({ blankLinesBefore, entries }, index) => {
    const isLast = index === rows.length - 1;
    const first = lines[entries[0]?.index ?? 0];
    return new Paragraph({
      ...(index === 0 ? flow : {}),
      ...(isLast && flow.keepNext !== true ? {} : { keepNext: true }),
      style: first?.role === "date" ? styleIds.date : styleIds.signatory,
      ...(blankLinesBefore > 0 ? { spacing: { before: ptToTwip(blankLinesBefore * layout.linePitchPt) } } : {}),
      ...placeOf(entries, layout),
      children: entries.flatMap((entry) => [
        ...(entries.length > 1 ? [new TextRun({ children: [new Tab()] })] : []),
        ...contentRuns(lines[entry.index]?.content ?? []),
      ]),
    });
  });
}
