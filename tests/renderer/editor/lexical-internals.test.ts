import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  $createNodeSelection,
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $isTextNode,
  $setSelection,
  createEditor,
} from "lexical";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  $normalizeSelection,
  forgetPointer,
  LEXICAL_VERSION,
  nodeIn,
  selectedKeys,
  selectionIn,
  textLengthIn,
} from "../../../renderer/editor/session/lexical-internals.ts";

const root = resolve(import.meta.dirname, "../../..");

function openText(words: string) {
  const editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  const text = { key: "" };
  editor.update(
    () => {
      const node = $createTextNode(words);
      $getRoot().append($createParagraphNode().append(node));
      node.select(1, 1);
      text.key = node.getKey();
    },
    { discrete: true },
  );
  return { editor, key: text.key };
}

describe("what is used of Lexical beyond its promises", () => {
  it("is that of the pinned version, of all its packages", () => {
    const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });
    const { dependencies } = packageSchema.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    const versions = Object.entries(dependencies).filter(([name]) => /^(?:@lexical\/|lexical$)/u.test(name));
    expect(versions.length).toBeGreaterThan(5);
    expect(new Set(versions.map(([, version]) => version))).toEqual(new Set([LEXICAL_VERSION]));
    const installed = z.object({ version: z.string() });
    const lexical = readFileSync(join(root, "node_modules/lexical/package.json"), "utf8");
    expect(installed.parse(JSON.parse(lexical)).version).toBe(LEXICAL_VERSION);
  });

  it("reads nodes, their length and the selection of a state that is over", () => {
    const { editor, key } = openText("审计");
    const before = editor.getEditorState();
    editor.update(
      () => {
        const node = $getRoot().getFirstDescendant();
        if ($isTextNode(node)) node.setTextContent("审计工作");
        $setSelection(null);
      },
      { discrete: true },
    );
    const lengthIn = (state: typeof before): number | null => {
      const node = nodeIn(state, key);
      return $isTextNode(node) ? textLengthIn(node) : null;
    };
    expect([lengthIn(before), lengthIn(editor.getEditorState())]).toEqual([2, 4]);
    expect([selectionIn(before)?.isCollapsed(), selectionIn(editor.getEditorState())]).toEqual([true, null]);
    expect(nodeIn(before, "none")).toBeUndefined();
  });

  it("knows what was selected and is gone, and moves the ends of a selection into the text", () => {
    const { editor, key } = openText("审计");
    editor.update(
      () => {
        const selection = $createNodeSelection();
        selection.add("gone");
        expect(selection.getNodes()).toEqual([]);
        expect(selectedKeys(selection)).toEqual(["gone"]);
        const range = $createRangeSelection();
        range.anchor.set("root", 0, "element");
        range.focus.set("root", 1, "element");
        const { anchor, focus } = $normalizeSelection(range);
        expect([anchor.key, anchor.offset, focus.key, focus.offset]).toEqual([key, 0, key, 2]);
      },
      { discrete: true },
    );
  });

  it("forgets that a press of the mouse moved the cursor", () => {
    const { editor } = openText("审计");
    const note = z.object({ _inputState: z.looseObject({ isSelectionChangeFromMouseDown: z.boolean() }) });
    const isNoted = (): boolean => note.parse(editor)._inputState.isSelectionChangeFromMouseDown;
    expect(isNoted()).toBe(false);
    Object.assign(z.object({ _inputState: z.custom<object>() }).parse(editor)._inputState, {
      isSelectionChangeFromMouseDown: true,
    });
    expect(isNoted()).toBe(true);
    forgetPointer(editor);
    expect(isNoted()).toBe(false);
  });

  it("stands in one file", () => {
    const used =
      /\._(?:nodeMap|selection|nodes|editorState|pending\w*|dirty\w*|keyToDOMMap|rootElement|inputState)\b|\w\.__\w+|__EXPERIMENTAL|\{[^}\n]*\b_(?:selection|nodeMap)\b[^}\n]*\}: EditorState/u;
    const files = readdirSync(join(root, "renderer"), { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.tsx?$/u.test(file),
    );
    const found = files.filter((file) => used.test(readFileSync(join(root, "renderer", file), "utf8")));
    expect(found).toEqual([join("editor", "session", "lexical-internals.ts")]);
  });
});
