import { getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import { $getRoot, REDO_COMMAND, UNDO_COMMAND } from "lexical";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../../core/document/blocks.ts";
import { applyBlocks } from "../../../../renderer/editor/session/apply-blocks.ts";
import { registerBesideSteps } from "../../../../renderer/editor/session/beside-steps.ts";
import { createLiveBlocks } from "../../../../renderer/editor/session/live-blocks.ts";
import { openModel } from "../model-editor.ts";

const line = (text: string): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] });

describe("What is changed beside the text in one step with it", () => {
  it("goes and comes with that step, and with no other", () => {
    const editor = openModel([line("甲")]);
    getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
    editor.update(() => $getRoot().selectStart(), { discrete: true });
    const live = createLiveBlocks(editor);
    const beside = registerBesideSteps(editor);
    const log: string[] = [];
    const apply = (text: string, isTied: boolean) =>
      applyBlocks(editor, live.read(), isTied && text === "同" ? live.read() : [line(text)], 2026, () => {
        if (isTied) beside.$tie({ undo: () => log.push(`-${text}`), redo: () => log.push(`+${text}`) });
      });
    const go = (command: typeof UNDO_COMMAND) => {
      editor.dispatchCommand(command, undefined);
      editor.read(() => undefined);
    };
    apply("乙", true);
    apply("丙", false);
    apply("同", true);
    go(UNDO_COMMAND);
    expect(log).toEqual(["-同"]);
    go(UNDO_COMMAND);
    expect(log).toEqual(["-同"]);
    go(UNDO_COMMAND);
    expect(log).toEqual(["-同", "-乙"]);
    go(REDO_COMMAND);
    go(REDO_COMMAND);
    go(REDO_COMMAND);
    expect(log).toEqual(["-同", "-乙", "+乙", "+同"]);
    expect(JSON.stringify(live.readBody())).not.toContain("besideSteps");
  });
});
