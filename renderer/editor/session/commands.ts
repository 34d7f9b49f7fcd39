import {
  Bold,
  CornerDownLeft,
  Captions,
  Hash,
  Heading,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  ListOrdered,
  type LucideIcon,
  Pilcrow,
  Redo2,
  Search,
  SeparatorHorizontal,
  Subscript,
  Superscript,
  Table2,
  TextCursorInput,
  TextQuote,
  Type,
  Undo2,
} from "lucide-react";
import { type Command, type CommandGroup } from "../../command.ts";
import { openFind } from "../../find/find-store.ts";
import { type AppState, isWritable } from "../../store.ts";
import { type EditorSnapshot } from "./editor-handle.ts";
import { type TextCommandId } from "../../command-ids.ts";

/** Everything the editor can do by name: toolbar, menus, shortcuts and palette read these objects. */

type Test = (snapshot: EditorSnapshot) => boolean;
type Options = {
  readonly group: CommandGroup;
  readonly icon?: LucideIcon;
  readonly shortcut?: string | readonly string[];
  readonly when?: Test;
  readonly checked?: Test;
  readonly whyNot?: (snapshot: EditorSnapshot) => string | null;
};

/** True while text can be changed: a report is open and the lock is ours. */
const canWrite = (state: AppState): boolean => isWritable(state) && state.editor !== null;

function onText(id: TextCommandId, label: string, { group, icon, shortcut, when, checked, whyNot }: Options): Command {
  return {
    id,
    label,
    group,
    scope: "page",
    ...(icon && { icon }),
    ...(shortcut && { shortcut }),
    enabled: (state) => canWrite(state) && state.editor !== null && (when?.(state.editor.getSnapshot()) ?? true),
    ...(checked && { checked: (state: AppState) => state.editor !== null && checked(state.editor.getSnapshot()) }),
    ...(whyNot && { whyNot: (state: AppState) => state.editor && whyNot(state.editor.getSnapshot()) }),
    run: (state) => state.editor?.run(id),
  };
}

const outsideTable: Test = (snapshot) => !snapshot.inTable;
const inTable: Test = (snapshot) => snapshot.inTable;
const isLevel =
  (level: number): Test =>
  ({ blockKind, form, level: current }) =>
    blockKind === "heading" && form !== "listItem" && current === level;

export const undo = onText("edit.undo", "撤销", {
  group: "编辑",
  icon: Undo2,
  shortcut: "Ctrl+Z",
  when: ({ canUndo }) => canUndo,
});
export const redo = onText("edit.redo", "重做", {
  group: "编辑",
  icon: Redo2,
  shortcut: ["Ctrl+Y", "Ctrl+Shift+Z"],
  when: ({ canRedo }) => canRedo,
});
export const bold = onText("text.bold", "加粗", {
  group: "编辑",
  icon: Bold,
  shortcut: "Ctrl+B",
  checked: (snapshot) => snapshot.bold,
  when: ({ blockKind, form }) => blockKind !== "title" && !(blockKind === "heading" && form === "standalone"),
});

export const superscript = onText("text.superscript", "上标", {
  group: "编辑",
  icon: Superscript,
  shortcut: "Ctrl+Shift+=",
  checked: ({ script }) => script === "super",
});
export const subscript = onText("text.subscript", "下标", {
  group: "编辑",
  icon: Subscript,
  shortcut: "Ctrl+=",
  checked: ({ script }) => script === "sub",
});

function level(id: TextCommandId, label: string, value: number, icon: LucideIcon, shortcut?: string): Command {
  return onText(id, label, {
    group: "标题和段落",
    icon,
    when: outsideTable,
    checked: isLevel(value),
    ...(shortcut && { shortcut }),
  });
}

const titleBlock = onText("block.title", "报告标题", {
  group: "标题和段落",
  icon: Type,
  when: ({ inTable, titleChoice }) => !inTable && titleChoice !== "taken",
  whyNot: ({ inTable, titleChoice }) =>
    !inTable && titleChoice === "taken" ? "已有标题。附件的标题放在分页之后" : null,
  checked: ({ blockKind }) => blockKind === "title",
});
const chapter = level("block.chapter", "章标题 第一章", 0, Heading);
const level1 = level("block.level-1", "一级标题 一、", 1, Heading1, "Ctrl+1");
const level2 = level("block.level-2", "二级标题（一）", 2, Heading2, "Ctrl+2");
const level3 = level("block.level-3", "三级标题 1.", 3, Heading3, "Ctrl+3");
const level4 = level("block.level-4", "四级标题（1）", 4, Heading4, "Ctrl+4");
const body = onText("block.body", "正文", {
  group: "标题和段落",
  icon: Pilcrow,
  shortcut: "Ctrl+0",
  when: outsideTable,
  checked: ({ blockKind }) => blockKind === "paragraph",
});
const listItem = onText("block.list-item", "编号段落", {
  group: "标题和段落",
  icon: ListOrdered,
  when: outsideTable,
  checked: ({ form }) => form === "listItem",
});
const flushLine = onText("block.flush", "顶格段落", {
  group: "标题和段落",
  icon: TextQuote,
  when: outsideTable,
  checked: ({ role }) => role === "flush",
});
const caption = onText("block.caption", "表题", {
  group: "标题和段落",
  icon: Captions,
  when: outsideTable,
  checked: ({ role }) => role === "caption",
});
const imageCaption = onText("block.image-caption", "图题", {
  group: "标题和段落",
  icon: Captions,
  when: outsideTable,
  checked: ({ role }) => role === "imageCaption",
});
const tableNote = onText("block.table-note", "表注、单位", {
  group: "标题和段落",
  icon: Captions,
  when: outsideTable,
  checked: ({ role }) => role === "tableNote",
});
const counted = onText("block.counted", "表题、图题编号", {
  group: "标题和段落",
  icon: Hash,
  shortcut: "Ctrl+Shift+8",
  when: ({ role }) => role === "caption" || role === "imageCaption",
  whyNot: ({ role }) => (role === "caption" || role === "imageCaption" ? null : "光标放在表题或图题里"),
  checked: ({ isCounted }) => isCounted,
});
export const runIn = onText("block.run-in", "段首标题", {
  group: "标题和段落",
  icon: CornerDownLeft,
  shortcut: "Ctrl+Shift+R",
  when: outsideTable,
  checked: ({ form }) => form === "runIn",
});

/** The entries of the level menu, in order. */
export const blockCommands = [
  titleBlock,
  chapter,
  level1,
  level2,
  level3,
  level4,
  body,
  listItem,
  flushLine,
  caption,
  imageCaption,
  tableNote,
  counted,
] as const;

export const insertTable: Command = {
  id: "insert.table",
  label: "表格",
  group: "插入",
  icon: Table2,
  enabled: (state) => canWrite(state) && state.editor?.getSnapshot().inTable === false,
  run: (state) => state.editor?.insertTable(3, 3),
};
export const insertImage: Command = {
  id: "insert.image",
  label: "图片",
  group: "插入",
  icon: ImagePlus,
  enabled: canWrite,
  run: (state) => state.editor?.chooseImage(),
};
export const insertPageBreak = onText("insert.page-break", "分页", {
  group: "插入",
  icon: SeparatorHorizontal,
  shortcut: "Ctrl+Enter",
  when: outsideTable,
});
export const insertBlank = onText("insert.blank", "空白", { group: "插入", icon: TextCursorInput });
const insertYear = onText("insert.year", "报告年度", { group: "插入" });

type Align = NonNullable<EditorSnapshot["cellAlign"]>;
function align(id: TextCommandId, label: string, value: Align, shortcut: string): Command {
  return onText(id, label, {
    group: "表格",
    shortcut,
    when: ({ canAlign }) => canAlign,
    whyNot: ({ inTable, canAlign }) => (inTable && !canAlign ? "表头总是居中" : null),
    checked: ({ cellAlign }) => cellAlign === value,
  });
}

export const tableCommands = [
  onText("table.row-above", "在上方加一行", { group: "表格", when: inTable }),
  onText("table.row-below", "在下方加一行", { group: "表格", when: inTable }),
  onText("table.column-left", "在左边加一列", { group: "表格", when: inTable }),
  onText("table.column-right", "在右边加一列", { group: "表格", when: inTable }),
  onText("table.merge", "合并单元格", { group: "表格", when: ({ canMergeCells }) => canMergeCells }),
  onText("table.split", "拆分单元格", { group: "表格", when: ({ canSplitCell }) => canSplitCell }),
  onText("table.header-row", "首行作表头", {
    group: "表格",
    when: inTable,
    checked: ({ hasHeaderRow }) => hasHeaderRow,
  }),
  align("table.align-start", "单元格左对齐", "start", "Ctrl+Shift+1"),
  align("table.align-center", "单元格居中", "center", "Ctrl+Shift+2"),
  align("table.align-end", "单元格右对齐", "end", "Ctrl+Shift+3"),
  onText("table.align-figures", "数字列右对齐", { group: "表格", when: inTable }),
  // without a key: Ctrl+Shift+F turns Chinese input methods to traditional characters
  onText("table.fit-columns", "按内容调整列宽", { group: "表格", when: inTable }),
  onText("table.widen-column", "本列加宽", { group: "表格", shortcut: "Ctrl+Shift+.", when: inTable }),
  onText("table.narrow-column", "本列收窄", { group: "表格", shortcut: "Ctrl+Shift+,", when: inTable }),
  onText("table.repeat-labels", "从这一行重复标签", {
    group: "表格",
    shortcut: "Ctrl+Shift+M",
    when: ({ canRepeatLabels }) => canRepeatLabels,
    whyNot: ({ inTable, canRepeatLabels }) =>
      inTable && !canRepeatLabels ? "光标放在上方合并单元格伸到的那一行" : null,
  }),
  onText("table.landscape", "横排页面", {
    group: "表格",
    when: inTable,
    checked: ({ isTableLandscape }) => isTableLandscape,
  }),
  onText("table.delete-row", "删除行", { group: "表格", when: inTable }),
  onText("table.delete-column", "删除列", { group: "表格", when: inTable }),
  onText("table.delete", "删除表格", { group: "表格", when: inTable }),
] as const;

export const find: Command = {
  id: "find.open",
  label: "查找",
  group: "查找和跳转",
  icon: Search,
  shortcut: "Ctrl+F",
  enabled: (state) => state.editor !== null,
  run: () => openFind("find"),
};
const replace: Command = {
  id: "find.replace",
  label: "替换",
  group: "查找和跳转",
  shortcut: "Ctrl+H",
  enabled: canWrite,
  run: () => openFind("replace"),
};

function go(id: TextCommandId, label: string, shortcut: string): Command {
  return {
    id,
    label,
    group: "查找和跳转",
    shortcut,
    scope: "page",
    enabled: (state) => (state.editor?.getSnapshot().blanks ?? 0) > 0,
    run: (state) => state.editor?.run(id),
  };
}

const nextBlank = go("go.next-blank", "下一处空白", "Tab");
const previousBlank = go("go.previous-blank", "上一处空白", "Shift+Tab");
const sectionUp = onText("section.up", "本节上移", {
  group: "标题和段落",
  shortcut: "Alt+ArrowUp",
  when: ({ currentSection }) => currentSection !== null,
});
const sectionDown = onText("section.down", "本节下移", {
  group: "标题和段落",
  shortcut: "Alt+ArrowDown",
  when: ({ currentSection }) => currentSection !== null,
});

/** All of them, in the order of the shortcut sheet. */
export const editorCommands: readonly Command[] = [
  undo,
  redo,
  bold,
  superscript,
  subscript,
  ...blockCommands,
  runIn,
  sectionUp,
  sectionDown,
  insertTable,
  insertImage,
  insertPageBreak,
  insertBlank,
  insertYear,
  ...tableCommands,
  find,
  replace,
  nextBlank,
  previousBlank,
];
