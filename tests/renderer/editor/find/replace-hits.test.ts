import { getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import fc from "fast-check";
import { $getRoot, HISTORY_PUSH_TAG, UNDO_COMMAND, type LexicalEditor } from "lexical";
import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../../../core/document/block-content.ts";
import type { Block, Inline } from "../../../../core/document/blocks.ts";
import { $findHits, type Hit } from "../../../../renderer/editor/find/find-hits.ts";
import { $replaceHits, sentencesOf } from "../../../../renderer/editor/find/replace-hits.ts";
import { PROGRAM_TAG } from "../../../../renderer/editor/structure/typing-rules.ts";
import { arbitraryBlocks } from "../../../core/document/arbitrary-blocks.ts";
import { blocksOf, openModel } from "../model-editor.ts";

const judged = { matchCase: true, wholeWord: false, judged: true };
const findIn = (editor: LexicalEditor, query: string): readonly Hit[] =>
  editor.getEditorState().read(() => $findHits(query, judged));

function replace(editor: LexicalEditor, hits: readonly Hit[], replacement: string): void {
  editor.update(() => $replaceHits(hits, replacement), { discrete: true, tag: [HISTORY_PUSH_TAG, PROGRAM_TAG] });
}

/** The lines of the editor with the chosen hits replaced by hand. */
function expectedLines(hits: readonly Hit[], chosen: ReadonlySet<Hit>, replacement: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const { paragraph } of hits) {
    let [text, from] = ["", 0];
    for (const hit of hits.filter((one) => one.paragraph === paragraph && chosen.has(one))) {
      text += paragraph.text.slice(from, hit.start) + replacement;
      from = hit.end;
    }
    lines.set(paragraph.key, text + paragraph.text.slice(from));
  }
  return lines;
}

const notText = (blocks: readonly Block[]): readonly Inline[] =>
  blocks.flatMap((block) => paragraphsOf(block).flatMap((content) => content.filter(({ kind }) => kind !== "text")));

describe("replacing in the editor", () => {
  it("changes the chosen places of any text and nothing else, and is undone in one step", () => {
    const query = fc.constantFrom("审计", "一", "，", "市审", "20");
    fc.assert(
      fc.property(arbitraryBlocks, query, fc.infiniteStream(fc.boolean()), (blocks, sought, wanted) => {
        const editor = openModel(blocks);
        // history sleeps where there is no window
        getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
        // the first change is what undo goes back to
        editor.update(() => $getRoot().selectStart(), { discrete: true });
        const before = blocksOf(editor);
        const hits = findIn(editor, sought);
        const chosen = hits.filter(({ judgement }) => judgement?.lockedBy === null && wanted.next().value);
        fc.pre(chosen.length > 0);
        replace(editor, chosen, "〇〇");
        const lines = new Map(findIn(editor, "〇〇").map(({ paragraph }) => [paragraph.key, paragraph.text]));
        const changed = new Set(chosen.map(({ paragraph }) => paragraph.key));
        const expected = [...expectedLines(hits, new Set(chosen), "〇〇")].filter(([key]) => changed.has(key));
        expect([...lines].filter(([key]) => changed.has(key))).toEqual(expected);
        expect(notText(blocksOf(editor))).toEqual(notText(before));
        editor.dispatchCommand(UNDO_COMMAND, undefined);
        // reading settles what is under way
        editor.read(() => undefined);
        expect(blocksOf(editor)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it("keeps review marks, bold and years around what it replaces, and tells the sentences", () => {
    const content: readonly Inline[] = [
      { kind: "year", offset: 0 },
      { kind: "text", text: "年推进科技" },
      { kind: "text", text: "强审", bold: true },
      { kind: "text", text: "完成强审", reviewId: "a-1" },
      { kind: "text", text: "项目。" },
    ];
    const editor = openModel([{ kind: "paragraph", role: "body", content }]);
    const hits = findIn(editor, "强审");
    expect(sentencesOf(hits, "金审")).toEqual([
      { before: "2026年推进科技强审完成强审项目。", after: "2026年推进科技金审完成金审项目。", count: 2 },
    ]);
    replace(editor, hits, "金审");
    const replaced = content.map((inline) =>
      inline.kind === "text" ? { ...inline, text: inline.text.replace("强审", "金审") } : inline,
    );
    expect(blocksOf(editor)).toEqual([{ kind: "paragraph", role: "body", content: replaced }]);
  });
});
