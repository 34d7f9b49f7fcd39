import { printedText } from "../../document/content-text.ts";
import type { SignatureLine } from "../flow.ts";
import { faces } from "../gbt9704.ts";
import { layOutSignature } from "../signature.ts";
import { ptToTwip } from "../units.ts";
import type { LaidRow } from "./laid-row.ts";
import { centred, layOutText, rowsOf, type ParagraphFormat } from "./lay-out-paragraph.ts";
import type { LayoutContext } from "./layout-context.ts";
import { bodyLook, spansOf } from "./text-looks.ts";

/** 署名 and 成文日期 (GB/T 9704-2012 7.3.5.2), the lines of one signature under each other. */
export function signatureRows(
  lines: readonly SignatureLine[],
  index: number,
  context: LayoutContext,
): readonly LaidRow[] {
  const textsOf = (role: SignatureLine["role"]): readonly string[] =>
    lines.filter((line) => line.role === role).map((line) => printedText(line.content));
  const place = layOutSignature(textsOf("signatory"), textsOf("date")[0] ?? null);
  return lines.flatMap((line) => {
    const fromLeft = line.role === "date" && place.date.from === "left";
    const indent = ptToTwip(line.role === "date" ? place.date.indentPt : place.organRightIndentPt);
    const format: ParagraphFormat = {
      ...centred,
      alignment: fromLeft ? "start" : "end",
      leftIndent: fromLeft ? indent : 0,
      rightIndent: fromLeft ? 0 : indent,
    };
    const laid = layOutText(spansOf(line.content, bodyLook(faces.body), context), format, context);
    return rowsOf(laid, { item: index, source: context.sourceOf(line), role: { kind: "paragraph" } });
  });
}
