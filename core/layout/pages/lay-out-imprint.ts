import type { Imprint } from "../../document/imprint.ts";
import { type ImprintEntry, imprintGroups, imprintTwips, labelTwips } from "../frame/imprint-lines.ts";
import { lineRow } from "../frame/line-row.ts";
import { faces, gbt9704 as layout } from "../gbt9704.ts";
import { twipToPt } from "../units.ts";
import type { LaidRow } from "./laid-row.ts";
import { placeFrameRow } from "./lay-out-frame-row.ts";
import { justified, layOutText, rowsOf } from "./lay-out-paragraph.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { FrameTwips } from "../rules/layout.ts";
import { unspacedLook } from "./text-looks.ts";

const { pitch, indent, outerRule, innerRule } = imprintTwips;

function ruleRow(thickness: number, { left, typeAreaWidth }: FrameTwips): LaidRow {
  return {
    heightTwips: thickness,
    place: (topTwips) => {
      const y = twipToPt(topTwips + thickness / 2);
      const [x1Pt, x2Pt] = [twipToPt(left), twipToPt(left + typeAreaWidth)];
      return [{ kind: "rule", x1Pt, y1Pt: y, x2Pt, y2Pt: y, thicknessPt: twipToPt(thickness), colour: "black" }];
    },
  };
}

function entryRows(entry: ImprintEntry, item: number, context: LayoutContext): readonly LaidRow[] {
  const { element } = entry;
  if (entry.kind === "names") {
    const hanging = labelTwips(entry.label);
    const look = unspacedLook(faces.body, layout.imprintSizePt);
    const format = {
      ...justified(context.layout),
      pitch,
      leftIndent: indent + hanging,
      firstIndent: -hanging,
      rightIndent: indent,
    };
    const options = { mayHang: context.habits.hangsInCells };
    const laid = layOutText([{ text: entry.label + entry.names, look }], format, context, options);
    return rowsOf(laid, { item, source: { kind: "frame", element }, role: { kind: "paragraph" } });
  }
  const span = (text: string) => ({
    text,
    role: faces.body,
    sizePt: layout.imprintSizePt,
    spacingTwips: 0,
    colour: "black" as const,
  });
  const row = lineRow(
    element,
    [
      { spans: [span(entry.start)], anchor: "start", atTwips: indent },
      { spans: [span(entry.end)], anchor: "end", atTwips: context.layout.frameTwips.typeAreaWidth - indent },
    ],
    { pitchTwips: pitch },
  );
  return [{ heightTwips: pitch, place: (topTwips) => placeFrameRow(row, topTwips, item, context) }];
}

/**
 * 版记 (GB/T 9704-2012 7.4) row by row, its rules among them.
 * @param item number of its first entry among the items of the report
 */
export function layOutImprint(imprint: Imprint, item: number, context: LayoutContext): readonly LaidRow[] {
  const { frameTwips } = context.layout;
  const groups = imprintGroups(imprint, context.layout);
  let number = item;
  const rows = groups.map((group) => group.flatMap((entry) => entryRows(entry, number++, context)));
  if (!imprint.isRuled) return rows.flat();
  return [
    ruleRow(outerRule, frameTwips),
    ...rows.flatMap((group, index) => (index === 0 ? group : [ruleRow(innerRule, frameTwips), ...group])),
    ruleRow(outerRule, frameTwips),
  ];
}
