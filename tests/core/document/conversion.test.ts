import fc from "fast-check";
import { createEditor } from "lexical";
import { MarkNode } from "@lexical/mark";
import { TableCellNode, TableNode, TableRowNode } from "@lexical/table";
import { describe, expect, it } from "vitest";
import { blockSchema, type Block } from "../../../core/document/blocks.ts";
import { type Body, bodySchema } from "../../../core/document/body.ts";
import { mapParagraphs } from "../../../core/document/block-content.ts";
import { blocksFromBody, type StoredBody } from "../../../core/document/from-lexical.ts";
import { joinRuns } from "../../../core/document/join-runs.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { arbitraryBlock, arbitraryBlocks } from "./arbitrary-blocks.ts";
import { arbitraryRawContent } from "./arbitrary-inline.ts";

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const bodyOf = (children: readonly unknown[]): Body => bodySchema.parse({ root: { type: "root", children } });
const text = (words: string, format = 0) => ({ type: "text", text: words, format });

describe("from blocks to the editor's body and back", () => {
  it("keeps every block as it is", () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        expect(blocksFromBody(bodyFromBlocks(blocks, 2026))).toEqual(blocks);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every block through the file and its schema", () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const stored = bodySchema.parse(json(bodyFromBlocks(blocks, 2026)));
        expect(blocksFromBody(stored)).toEqual(blocks);
      }),
    );
  });

  it("writes the same body again from the blocks it reads", () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const body = bodyFromBlocks(blocks, 2026);
        expect(bodyFromBlocks(blocksFromBody(body), 2026)).toEqual(body);
      }),
    );
  });

  it("joins neighbouring runs that look alike", () => {
    fc.assert(
      fc.property(arbitraryBlock, arbitraryRawContent, (block, content) => {
        const raw = mapParagraphs(block, () => content);
        const [read] = blocksFromBody(bodyFromBlocks([raw], 2026));
        const isTwoParts = block.kind === "runInHeading";
        if (!isTwoParts) expect(read).toEqual(mapParagraphs(raw, joinRuns));
      }),
    );
  });

  it("generates only blocks that the model allows", () => {
    fc.assert(
      fc.property(arbitraryBlock, (block) => {
        expect(blockSchema.parse(json(block))).toEqual(block);
      }),
    );
  });

  it("gives an empty report one line to write on", () => {
    expect(blocksFromBody(bodyFromBlocks([], 2026))).toEqual([{ kind: "paragraph", role: "body", content: [] }]);
  });

  it("shows years as the digits of 报告年度", () => {
    const body = bodyFromBlocks([{ kind: "title", content: [{ kind: "year", offset: -1 }] }], 2026);
    expect(JSON.stringify(body)).toContain('"text":"2025"');
  });
});

describe("reading the editor's body", () => {
  it("fills in what the editor leaves out", () => {
    const stored: StoredBody = {
      root: { type: "root", children: [{ type: "report-heading", children: [text("工作情况")] } as never] },
    };
    expect(blocksFromBody(stored)).toEqual([
      { kind: "heading", level: 1, ordinal: { kind: "computed" }, content: [{ kind: "text", text: "工作情况" }] },
    ]);
  });

  it("reads the mark of the heading part up to its end, soft breaks included", () => {
    const children = [text("标题", 2), { type: "linebreak" }, text("。", 3), text("正文", 1), text("楷体", 2)];
    const [block] = blocksFromBody(bodyOf([{ type: "report-heading", level: 2, form: "runIn", children }]));
    expect(block).toMatchObject({
      heading: [{ text: "标题" }, { kind: "break" }, { text: "。", bold: true }],
      content: [{ text: "正文", bold: true }, { text: "楷体" }],
    });
  });

  it("reads which review item text belongs to, the inner one where marks stand within marks", () => {
    const mark = (id: string, ...children: readonly unknown[]) => ({ type: "mark", ids: [id], children });
    const [block] = blocksFromBody(
      bodyOf([{ type: "paragraph", children: [mark("a", text("甲"), mark("b", text("乙")), { type: "linebreak" })] }]),
    );
    expect(block).toMatchObject({
      content: [{ text: "甲", reviewId: "a" }, { text: "乙", reviewId: "b" }, { kind: "break" }],
    });
  });

  it("parts a mark that reaches over the end of a heading part", () => {
    const children = [{ type: "mark", ids: ["a"], children: [text("2026年", 2), text("3月")] }, text("正文")];
    const [block] = blocksFromBody(bodyOf([{ type: "report-heading", level: 2, form: "runIn", children }]));
    expect(block).toMatchObject({
      heading: [{ text: "2026年", reviewId: "a" }],
      content: [{ text: "3月", reviewId: "a" }, { text: "正文" }],
    });
  });

  it("drops every mark but bold", () => {
    const [block] = blocksFromBody(bodyOf([{ type: "paragraph", children: [text("甲", 8), text("乙", 9)] }]));
    expect(block).toEqual({
      kind: "paragraph",
      role: "body",
      content: [
        { kind: "text", text: "甲" },
        { kind: "text", text: "乙", bold: true },
      ],
    });
  });

  it("gives a cell without a paragraph an empty one, and a table without widths equal columns", () => {
    const cell = { type: "tablecell", children: [] };
    const [table] = blocksFromBody(
      bodyOf([{ type: "table", children: [{ type: "tablerow", children: [cell, cell] }] }]),
    );
    expect(table).toMatchObject({ columnWidths: [1, 1], headerRows: 0, rows: [[{ paragraphs: [[]] }, {}]] });
  });

  it.each(["mystery", "__proto__", "toString", "tablerow"])(
    "refuses the unknown node %s instead of dropping it",
    (type) => {
      const stored = { root: { type: "root", children: [{ type, children: [] }] } } as unknown as StoredBody;
      expect(() => blocksFromBody(stored)).toThrow(type);
      const inside = {
        root: { type: "root", children: [{ type: "paragraph", children: [{ type }] }] },
      } as unknown as StoredBody;
      expect(() => blocksFromBody(inside)).toThrow(type);
    },
  );
});

describe("the editor library itself", () => {
  const isItsOwn = (block: Block): boolean =>
    block.kind === "table" || (block.kind === "paragraph" && block.role === "body");
  const isPlain = (block: Block): boolean =>
    !JSON.stringify(block).match(/"kind":"(?:blank|year|figure)"|"align":"(?:center|end)"|"counted"/u);

  it("opens paragraphs and tables as they are written, and writes them as they are read", () => {
    const plainBlocks = arbitraryBlocks
      .map((blocks) => blocks.filter((block) => isItsOwn(block) && isPlain(block)))
      .filter((blocks) => blocks.length > 0);
    fc.assert(
      fc.property(plainBlocks, (blocks) => {
        const editor = createEditor({
          nodes: [MarkNode, TableNode, TableRowNode, TableCellNode],
          onError: (error) => {
            throw error;
          },
        });
        const state = editor.parseEditorState(JSON.stringify(bodyFromBlocks(blocks, 2026)));
        expect(blocksFromBody(bodySchema.parse(json(state.toJSON())))).toEqual(blocks);
      }),
      { numRuns: 60 },
    );
  });
});
