import { type OutlineSection } from "../../core/document/outline.ts";
import {
  addSection,
  canShiftSection,
  deleteSection,
  renameSection,
  shiftSection,
} from "../../core/document/edit-sections.ts";
import { INTRODUCTION_SECTION_ID } from "../../core/document/schema.ts";
import { sectionName } from "../../core/document/section-name.ts";
import { type HeadingLevel, headingLevels } from "../../core/document/blocks.ts";
import { blockRange } from "../editor/structure/sections.ts";
import { useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";

/** What menu and keys of the outline do with a section, each in one step that Ctrl+Z takes back. */

/** The editor, the living outline and the blocks of a section in it; null where it is gone meanwhile. */
function open(section: OutlineSection) {
  const { editor, fields } = useStore.getState();
  if (!editor || !fields || !editor.getSnapshot().editable) return null;
  const { outline } = editor.getSnapshot();
  // an introduction without a line begins where the first section does
  const position = outline.findIndex(({ index, level, sectionId }) => {
    return index === section.index && level === section.level && sectionId === section.sectionId;
  });
  const blocks = editor.getBlocks();
  if (position < 0) return null;
  return { editor, blocks, year: fields.year, ...blockRange(outline, position, blocks.length) };
}

/** Introduction and attached title have no heading of a section: nothing can be done with them as a whole. */
export const isHeaded = ({ sectionId, level }: OutlineSection): boolean =>
  sectionId !== INTRODUCTION_SECTION_ID && level >= 0;

export function rename(section: OutlineSection, text: string): void {
  const found = open(section);
  if (found) found.editor.applyBlocks(renameSection(found.blocks, section.index, text, found.year));
}

export function canShift(section: OutlineSection, step: 1 | -1): boolean {
  const found = open(section);
  return found !== null && canShiftSection(found.blocks, found.start, found.end, step);
}

export function shift(section: OutlineSection, step: 1 | -1): void {
  const found = open(section);
  if (found) found.editor.applyBlocks(shiftSection(found.blocks, found.start, found.end, step));
}

/** A new section behind this one, of its level; the cursor stands in its heading. */
export function addBehind(section: OutlineSection): void {
  const found = open(section);
  if (!found) return;
  const level: HeadingLevel = isHeaded(section) ? (headingLevels.find((one) => one === section.level) ?? 1) : 1;
  found.editor.applyBlocks(addSection(found.blocks, found.end, level));
  found.editor.goToBlock(found.end);
}

export function remove(section: OutlineSection): void {
  const found = open(section);
  if (!found || !isHeaded(section)) return;
  found.editor.applyBlocks(deleteSection(found.blocks, found.start, found.end));
  const words = section.words.toLocaleString("zh-CN");
  announce({ message: `已删除“${sectionName(section)}”，共 ${words} 字。按 Ctrl+Z 可以撤销。` });
}

/** Goes to a section in the text. */
export function goToSection(section: OutlineSection): void {
  useStore.getState().editor?.goToBlock(section.index);
}
