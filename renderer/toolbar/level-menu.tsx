import { ChevronDown } from "lucide-react";
import { type HeadingLevel, type ParagraphRole } from "../../core/document/blocks.ts";
import { blockCommands } from "../editor/session/commands.ts";
import { type EditorSnapshot } from "../editor/session/editor-handle.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { ToolbarMenu } from "./toolbar-menu.tsx";
import styles from "./toolbar.module.css";

const levelNames: Readonly<Record<HeadingLevel, string>> = {
  0: "章标题 第一章",
  1: "一级标题 一、",
  2: "二级标题（一）",
  3: "三级标题 1.",
  4: "四级标题（1）",
};
const roleNames: Readonly<Record<ParagraphRole, string>> = {
  recipients: "主送机关",
  signatory: "署名",
  date: "成文日期",
  note: "附注",
  caption: "表题",
  imageCaption: "图题",
  tableNote: "表注",
  flush: "顶格段落",
  body: "正文",
};

/** Says what the block at the cursor is, and makes it something else. */
export function LevelMenu() {
  const name = useEditorSnapshot(blockName) ?? "正文";
  const enabled = useEditorSnapshot((snapshot) => snapshot.editable && !snapshot.inTable) ?? false;
  return (
    <ToolbarMenu
      commands={blockCommands}
      trigger={
        <button type="button" className={styles.level} disabled={!enabled} aria-label={`段落种类：${name}`}>
          <span>{name}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    />
  );
}

/** The block at the cursor in a writer's words. */
function blockName({ blockKind, level, form, role }: EditorSnapshot): string {
  switch (blockKind) {
    case "title":
      return "报告标题";
    case "heading":
      return form === "listItem" ? "编号段落" : levelNames[level ?? 1];
    case "line":
      return roleNames[role ?? "flush"];
    case "table":
      return "表格";
    case "image":
      return "图片";
    case "pageBreak":
      return "分页";
    case "paragraph":
      return "正文";
  }
}
