import { signatureRowsOf } from "../flow.ts";
import type { SignatureLine } from "../flow-item.ts";
import { faces, typeAreaWidthPt } from "../gbt9704.ts";
import type { SignatureEntry } from "../place-signature.ts";
import { ptToTwip } from "../units.ts";
import type { LaidRow } from "./laid-row.ts";
import { centred, layOutText, rowsOf, type ParagraphFormat } from "./lay-out-paragraph.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Layout } from "../rules/layout.ts";
import { bodyLook, spansOf } from "./text-looks.ts";

function formatOf({ anchor, atPt }: SignatureEntry, layout: Layout): ParagraphFormat {
  const format = centred(layout);
  const at = ptToTwip(atPt);
  const width = layout.frameTwips.typeAreaWidth;
  if (anchor === "start") return { ...format, alignment: "start", leftIndent: at };
  if (anchor === "end") return { ...format, alignment: "end", rightIndent: ptToTwip(typeAreaWidthPt - atPt) };
  const side = 2 * at - width;
  return { ...format, leftIndent: Math.max(0, side), rightIndent: Math.max(0, -side) };
}

/** Rows that stand on one line: each may have further lines of its own. */
function beside(columns: readonly (readonly LaidRow[])[], linePitch: number): readonly LaidRow[] {
  const count = Math.max(0, ...columns.map((rows) => rows.length));
  return Array.from({ length: count }, (_, index) => ({
    heightTwips: linePitch,
    place: (topTwips: number) => columns.flatMap((rows) => rows[index]?.place(topTwips) ?? []),
  }));
}

/** 署名 and 成文日期 (GB/T 9704-2012 7.3.5), the lines of one signature under each other. */
export function signatureRows(
  lines: readonly SignatureLine[],
  index: number,
  context: LayoutContext,
): readonly LaidRow[] {
  const { layout } = context;
  return signatureRowsOf(lines, layout).flatMap(({ blankLinesBefore, entries }, number) => {
    const columns = entries.map((entry) => {
      const line = lines[entry.index];
      if (line === undefined) return [];
      const laid = layOutText(
        spansOf(line.content, bodyLook(faces.body, layout), context),
        formatOf(entry, layout),
        context,
      );
      return rowsOf(laid, { item: index, source: context.sourceOf(line), role: { kind: "paragraph" } });
    });
    // those before the first are white before the whole
    const blank = number === 0 ? 0 : blankLinesBefore * layout.frameTwips.linePitch;
    return [
      ...(blank > 0 ? [{ heightTwips: blank, place: () => [] }] : []),
      ...beside(columns, layout.frameTwips.linePitch),
    ];
  });
}
