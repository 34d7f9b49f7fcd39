import { describe, expect, it } from "vitest";
import type { Block } from "../../../../core/document/blocks.ts";
import { bodySchema } from "../../../../core/document/body.ts";
import { bodyFromEditorJson } from "../../../../renderer/editor/saving/body-json.ts";
import { blocksOf, openModel } from "../model-editor.ts";

const text = (value: string, bold = false) => ({
  kind: "text" as const,
  text: value,
  ...(bold && { bold: true as const }),
});
const cell = (value: string, rowSpan = 1, colSpan = 1, align: "start" | "center" = "start") => ({
  paragraphs: [value === "" ? [] : [text(value)]],
  rowSpan,
  colSpan,
  align,
});

const everyKind: readonly Block[] = [
  { kind: "title", content: [{ kind: "year", offset: 0 }, text("年法治政府建设情况报告")] },
  { kind: "paragraph", role: "flush", content: [text("顶格的一行")] },
  { kind: "heading", level: 0, ordinal: { kind: "computed" }, content: [text("总则")] },
  {
    kind: "heading",
    level: 1,
    ordinal: { kind: "computed" },
    content: [text("主要举措")],
    sectionId: "main",
    done: true,
  },
  { kind: "heading", level: 2, ordinal: { kind: "pattern", before: "(", after: ")" }, content: [text("半角括号")] },
  { kind: "heading", level: 2, ordinal: { kind: "typed", text: "（1）" }, content: [text("序号不对")] },
  {
    kind: "runInHeading",
    level: 2,
    ordinal: { kind: "computed" },
    heading: [text("健全制度。")],
    content: [text("制定"), { kind: "blank", label: "制度全称" }, text("，"), text("重点", true), text("推进。")],
    sectionId: "rules",
  },
  { kind: "listItem", level: 3, ordinal: { kind: "computed" }, content: [text("编号的一段；")] },
  { kind: "paragraph", role: "body", content: [text("第一行"), { kind: "break" }, text("第二行")] },
  {
    kind: "table",
    columnWidths: [1, 2, 1],
    headerRows: 1,
    rows: [
      [cell("序号", 1, 1, "center"), cell("事项", 1, 2)],
      [cell("一", 2), cell("甲"), cell("")],
      [cell("乙"), cell("丙")],
    ],
  },
  { kind: "image", imageId: "a".repeat(64), widthPx: 640, heightPx: 480, displayWidthMm: 78, altText: "示意图" },
  { kind: "image", imageId: "b".repeat(64), widthPx: 64, heightPx: 48, displayWidthMm: null, altText: "" },
  { kind: "pageBreak" },
  { kind: "paragraph", role: "signatory", content: [text("青石县审计局")] },
  { kind: "paragraph", role: "body", content: [] },
];

describe("The body that the editor holds", () => {
  it("comes back as the same blocks, whatever their kind", () => {
    const back = blocksOf(openModel(everyKind));
    const widths = (block: Block | undefined) => (block?.kind === "table" ? block.columnWidths : []);
    expect(back.map((block) => (block.kind === "table" ? { ...block, columnWidths: [] } : block))).toEqual(
      everyKind.map((block) => (block.kind === "table" ? { ...block, columnWidths: [] } : block)),
    );
    const [first = 0, second = 0, third = 0] = widths(back.find(({ kind }) => kind === "table"));
    expect(second / first).toBeCloseTo(2, 2);
    expect(third / first).toBeCloseTo(1, 2);
  });

  it("is a body by the file format's own schema", () => {
    const body = bodyFromEditorJson(openModel(everyKind).getEditorState().toJSON());
    expect(bodySchema.safeParse(JSON.parse(JSON.stringify(body))).success).toBe(true);
  });

  it("keeps the widths of columns on the second way through", () => {
    const once = blocksOf(openModel(everyKind));
    expect(blocksOf(openModel(once))).toEqual(once);
  });
});
