import { $createTextNode, $getRoot, $isElementNode, $isTextNode, type LexicalEditor } from "lexical";
import { describe, expect, it } from "vitest";
import { $setBody, $setLevel, $toggleListItems } from "../../../../renderer/editor/structure/headings.ts";
import { $toggleRunIn } from "../../../../renderer/editor/structure/run-in.ts";
import { typedOrdinalLength } from "../../../../renderer/editor/structure/typing-rules.ts";
import { blocksOf, changeAt, openModel } from "../model-editor.ts";

const text = (value: string) => [{ kind: "text" as const, text: value }];
const computed = { kind: "computed" } as const;
const paragraph = (value: string) => ({ kind: "paragraph" as const, role: "body" as const, content: text(value) });

function firstBlock(editor: LexicalEditor) {
  return blocksOf(editor)[0];
}

describe("Levels", () => {
  it("turn body text into a heading and back without losing a character", () => {
    const editor = openModel([paragraph("主要举措")]);
    changeAt(editor, 0, 2, () => $setLevel(2));
    expect(firstBlock(editor)).toEqual({ kind: "heading", level: 2, ordinal: computed, content: text("主要举措") });
    changeAt(editor, 0, 2, $setBody);
    expect(firstBlock(editor)).toEqual(paragraph("主要举措"));
  });

  it("keep a section's guidance and mark when they change", () => {
    const editor = openModel([
      { kind: "heading", level: 1, ordinal: computed, content: text("成效"), sectionId: "main", done: true },
    ]);
    changeAt(editor, 0, 0, () => $setLevel(2));
    expect(firstBlock(editor)).toMatchObject({ level: 2, sectionId: "main", done: true });
  });

  it("make numbered paragraphs of several lines and take the numbers off again", () => {
    const editor = openModel([paragraph("甲"), paragraph("乙")]);
    const select = () => $getRoot().select(0, 2);
    editor.update(
      () => {
        select();
        $toggleListItems();
      },
      { discrete: true },
    );
    expect(blocksOf(editor).map(({ kind }) => kind)).toEqual(["listItem", "listItem"]);
    editor.update(
      () => {
        select();
        $toggleListItems();
      },
      { discrete: true },
    );
    expect(blocksOf(editor).map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
  });
});

describe("A run-in heading", () => {
  it("takes the first sentence of a paragraph for its heading", () => {
    const editor = openModel([
      { kind: "heading", level: 1, ordinal: computed, content: text("举措") },
      paragraph("健全制度。制定办法。"),
    ]);
    changeAt(editor, 1, 0, $toggleRunIn);
    expect(blocksOf(editor)[1]).toEqual({
      kind: "runInHeading",
      level: 2,
      ordinal: computed,
      heading: text("健全制度。"),
      content: text("制定办法。"),
    });
  });

  it("does not end in the middle of a quotation", () => {
    const editor = openModel([paragraph("落实“三严。三实”要求。开展教育。")]);
    changeAt(editor, 0, 0, $toggleRunIn);
    expect(firstBlock(editor)).toMatchObject({ heading: text("落实“三严。三实”要求。") });
  });

  it("stands on lines of its own again when it is switched off", () => {
    const editor = openModel([
      { kind: "runInHeading", level: 2, ordinal: computed, heading: text("健全制度。"), content: text("制定办法。") },
    ]);
    changeAt(editor, 0, 0, $toggleRunIn);
    expect(blocksOf(editor)).toEqual([
      { kind: "heading", level: 2, ordinal: computed, content: text("健全制度。") },
      paragraph("制定办法。"),
    ]);
  });

  it("has its heading's face nowhere but at its start", () => {
    const editor = openModel([paragraph("正文")]);
    editor.update(
      () => {
        const block = $getRoot().getFirstChild();
        if ($isElementNode(block))
          block.append($createTextNode("斜体").toggleFormat("italic").toggleFormat("underline"));
      },
      { discrete: true },
    );
    expect(firstBlock(editor)).toEqual(paragraph("正文斜体"));
    editor.read(() => {
      const formats = $getRoot()
        .getAllTextNodes()
        .map((node) => ($isTextNode(node) ? node.getFormat() : -1));
      expect(formats).toEqual([0]);
    });
  });

  it("gives text that follows its 。 the face of body text", () => {
    const editor = openModel([
      { kind: "runInHeading", level: 2, ordinal: computed, heading: text("健全制度。"), content: [] },
    ]);
    editor.update(
      () => {
        const [node] = $getRoot().getAllTextNodes();
        node?.setTextContent("健全制度。制定");
      },
      { discrete: true },
    );
    expect(firstBlock(editor)).toMatchObject({ heading: text("健全制度。"), content: text("制定") });
  });
});

describe("A typed ordinal", () => {
  const finished = (line: string, start: number) => typedOrdinalLength(line, { start, end: line.length });
  it("is seen when its last mark is typed", () => {
    expect(finished("一、", 1)).toBe(2);
    expect(finished("（一）", 2)).toBe(3);
    expect(finished("（1）", 2)).toBe(3);
    expect(finished("（十二）", 0)).toBe(4);
  });
  it("waits with an Arabic number for what follows its point", () => {
    expect(finished("1.", 1)).toBeNull();
    expect(finished("1.5", 2)).toBeNull();
    expect(finished("1.人", 2)).toBe(2);
  });
  it("is left alone when it stood there before", () => {
    expect(finished("（一）健全", 4)).toBeNull();
    expect(finished("正文（一）", 4)).toBeNull();
  });
});
