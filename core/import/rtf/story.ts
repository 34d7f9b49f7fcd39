import type { FontTable } from "./font-table.ts";
import type { CharacterLook, ParagraphLook } from "./group-state.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { type DocumentItem, type Tally, textOfRuns } from "../word/document-items.ts";
import { createChangeCounter } from "../word/count-changes.ts";
import type { RowDefinition } from "../word/edged-rows.ts";
import { createFields, type Fields, fullTrust } from "../word/fields.ts";
import { separated } from "../word/list-counter.ts";
import { createNesting } from "../word/nesting.ts";
import {
  addRun,
  addText,
  type Draft,
  isContentsEntry,
  paragraphItems,
  shownLabel,
  textRun,
} from "../word/paragraph-draft.ts";
import { placeNote } from "../word/place-note.ts";
import type { RunLook } from "../word/run-look.ts";
import type { ParagraphStyle } from "../word/paragraph-style.ts";

/** A text with paragraphs of its own: of the document, of a note, of a text box. */
export type Story = {
  readonly fields: Fields;
  readonly write: (text: string, look: CharacterLook) => void;
  readonly lineBreak: (look: CharacterLook) => void;
  /** @param isInTable there no page ends */
  readonly pageBreak: (paragraph: ParagraphLook) => void;
  /** The automatic number of the paragraph, with the tab or space behind it. */
  readonly setLabel: (shown: string) => void;
  /** Sets items behind the paragraph that is being read. */
  readonly addBehind: (items: readonly DocumentItem[]) => void;
  readonly addNote: (note: readonly DocumentItem[], paragraph: ParagraphLook, look: CharacterLook) => void;
  readonly endParagraph: (paragraph: ParagraphLook, look: CharacterLook) => void;
  readonly endCell: (paragraph: ParagraphLook, depth: number) => void;
  readonly endRow: (definition: RowDefinition, depth: number) => void;
  /** What a field of a form shows when nothing else stands in it. */
  readonly addFormResult: (shown: string) => void;
  /** Items outside of tables that have ended. */
  readonly length: () => number;
  /** Everything read; nothing may be added then. */
  readonly finish: (paragraph: ParagraphLook) => readonly DocumentItem[];
};

type StoryContext = {
  readonly fonts: FontTable;
  readonly styles: StyleSheet;
  readonly tally: Tally;
  readonly draw: (code: string) => string;
};

const newDraft = (style: ParagraphStyle): Draft => ({
  style,
  isHeading: false,
  pieces: [[]],
  behind: [],
  holds: { contents: false, text: false },
});

const isShown = ({ isDeleted, isHidden, isStruck }: CharacterLook): boolean => !isDeleted && !isHidden && !isStruck;

const depthOf = ({ isInTable, depth }: ParagraphLook): number => (isInTable ? Math.max(1, depth) : 0);

function labelOf(shown: string): string {
  const separator = shown.endsWith("\t") ? "tab" : /\s$/u.test(shown) ? "space" : "nothing";
  return separated(shown.trim(), separator);
}

export function createStory({ fonts, styles, tally, draw }: StoryContext): Story {
  const nesting = createNesting(tally);
  const fields = createFields(tally, fullTrust, draw);
  let draft = newDraft(styles.style(0));
  let label = "";
  const count = createChangeCounter(tally);
  const runLook = (look: CharacterLook): RunLook => ({
    font: fonts.chineseFace(look),
    sizePt: look.sizePt,
    isBold: look.isBold,
    isHidden: false,
    isStruck: false,
    script: look.position,
    shiftPt: look.shiftPt,
  });
  const outlineLevelOf = ({ style, outlineLevel }: ParagraphLook): number | null =>
    outlineLevel === undefined ? styles.style(style).outlineLevel : outlineLevel;

  const takeParagraph = (paragraph: ParagraphLook): readonly DocumentItem[] => {
    const style = styles.style(paragraph.style);
    const isEmpty = textOfRuns(draft.pieces.flat()).trim() === "";
    if (isEmpty && label !== "") tally.emptyNumbered += 1;
    const place = {
      style,
      label: shownLabel(label, isEmpty),
      outlineLevel: outlineLevelOf(paragraph),
      alignment: paragraph.alignment,
      isContents: isContentsEntry({ ...draft, style }),
    };
    const taken = [...paragraphItems(draft, place, paragraph.startsPage), ...draft.behind];
    draft = newDraft(style);
    label = "";
    return taken;
  };
  const isBegun = (): boolean => draft.pieces.flat().length > 0 || draft.behind.length > 0 || label !== "";

  return {
    fields,
    write: (text, look) => {
      if (text === "") return;
      if (fields.isHidden()) {
        tally.leftOut.push(text);
        return;
      }
      count(look, /[^\s\p{Cc}]/u.test(text));
      if (!isShown(look)) {
        tally.leftOut.push(text);
        return;
      }
      fields.show(text);
      addText(draft, textRun(text, runLook(look), ""), fields.inContents());
    },
    lineBreak: (look) => {
      if (isShown(look) && !fields.isHidden()) addRun(draft, { kind: "break" });
    },
    pageBreak: ({ isInTable }) => {
      if (!isInTable) draft.pieces.push([]);
    },
    setLabel: (shown) => {
      label = labelOf(shown);
    },
    addBehind: (items) => void draft.behind.push(...items),
    addNote: (note, paragraph, look) => {
      if (note.length === 0 || !isShown(look)) return;
      const isHeading = outlineLevelOf(paragraph) !== null;
      const usual = { style: styles.style(0), look: runLook(look) };
      const written = placeNote(note, { isHeading, behind: draft.behind }, usual, tally);
      addText(draft, textRun(written, usual.look, ""), false);
    },
    addFormResult: (shown) => fields.setResult(shown),
    endParagraph: (paragraph, look) => {
      // with its end deleted it goes on in the next one
      if (look.isDeleted) return;
      nesting.enter(depthOf(paragraph));
      nesting.add(takeParagraph(paragraph));
    },
    endCell: (paragraph, depth) => {
      nesting.enter(depth);
      nesting.add(takeParagraph(paragraph));
      nesting.endCell();
    },
    endRow: (definition, depth) => {
      nesting.enter(depth);
      nesting.endRow(definition);
    },
    length: () => nesting.body.length,
    finish: (paragraph) => {
      if (isBegun()) {
        nesting.enter(depthOf(paragraph));
        nesting.add(takeParagraph(paragraph));
      }
      nesting.enter(0);
      return nesting.body;
    },
  };
}
