import { effect, getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import {
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $setState,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
} from "lexical";
import { $topBlock } from "../structure/top-block.ts";
import { outlineOf } from "../../../core/document/outline.ts";
import { titleOf } from "../../../core/document/title.ts";
import { applyBlocks } from "./apply-blocks.ts";
import { registerBesideSteps } from "./beside-steps.ts";
import { $goToBlank, $insertBlank } from "../structure/blanks.ts";
import { $cursor } from "./last-place.ts";
import { goToPlace } from "../structure/go-to-place.ts";
import { runOnText } from "./editor-commands.ts";
import { type EditorHandle, type EditorSnapshot } from "./editor-handle.ts";
import { createEditorFindings } from "../check/editor-findings.ts";
import { createEditorFigures } from "../figures/editor-figures.ts";
import { createFinder } from "../find/finder.ts";
import { $currentBlockIndex, $moveBlocks } from "../structure/headings.ts";
import { $setImageAltText, $setImageWidth, insertImage } from "../images/images.ts";
import { $insertContent } from "../structure/insert-content.ts";
import { $selectNode } from "../structure/select-node.ts";
import { isUndoOrRedo, keyboardOutside } from "./keyboard-outside.ts";
import { createLiveBlocks, type LiveBlocks } from "./live-blocks.ts";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { doneState } from "../nodes/section-state.ts";
import { type PageView } from "../pages/page-view.ts";
import { createEditorReview, type ReviewedReport } from "../review/editor-review.ts";
import { blockRange, moveTarget, sectionAt } from "../structure/sections.ts";
import { countTotals } from "./count-totals.ts";
import { $readSelection, noSelection } from "./selection-state.ts";
import { createPaintedMarks } from "../structure/painted-marks.ts";
import { createSentencePlaces } from "../structure/sentence-places.ts";
import { $insertTable } from "../tables/tables.ts";
import { $setTitleText, blankLabels } from "../structure/title-and-blanks.ts";
import { afterPaint } from "./after-paint.ts";
import { whenIdle } from "./when-idle.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import { registerYears } from "../structure/years.ts";

const candidateNames = { candidate: "figure-candidate", current: "figure-candidate-current" } as const;

/** The outline follows typing after this pause. */
const OUTLINE_QUIET_MS = 250;

export type SessionOptions = {
  readonly reportId: string;
  readonly year: number;
  readonly pageView: PageView;
  readonly flush: () => Promise<boolean>;
  readonly chooseImage: () => void;
  readonly reviewed: ReviewedReport;
  /** Told of places that did not say what the ledger says. */
  readonly onMended: (details: readonly string[]) => void;
};

export type EditorSession = { readonly handle: EditorHandle; stop(): void };

/** Connects the living text with the window: what is known about it, and what can be done to it. */
export function startSession(editor: LexicalEditor, options: SessionOptions): EditorSession {
  const { pageView } = options;
  const years = registerYears(editor, options.year);
  const besideSteps = registerBesideSteps(editor);
  const blocks = createLiveBlocks(editor);
  const history = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
  const places = createSentencePlaces(editor);
  const listeners = new Set<() => void>();
  const textListeners = new Set<() => void>();
  let blockIndex = -1;
  let snapshot: EditorSnapshot = {
    ...noSelection,
    editable: editor.isEditable(),
    canUndo: false,
    canRedo: false,
    outline: [],
    title: "",
    currentSection: null,
    sectionBlanks: [],
    words: 0,
    sectionWords: 0,
    blanks: 0,
    pages: 1,
    page: 1,
  };

  /** The snapshot has changed since the listeners were told. */
  let isNews = false;
  const update = (change: Partial<EditorSnapshot>): void => {
    const next = withSection({ ...snapshot, ...change }, blockIndex, blocks);
    if (isSame(next, snapshot)) return;
    snapshot = next;
    isNews = true;
  };
  const tell = (): void => {
    if (!isNews) return;
    isNews = false;
    for (const listener of listeners) listener();
  };
  const publish = (change: Partial<EditorSnapshot>): void => {
    update(change);
    tell();
  };
  const publishOutline = (): void => {
    const all = blocks.read();
    const keys = editor.getEditorState().read(() => $getRoot().getChildrenKeys());
    const outline = outlineOf(all, years.get()).map((section) => ({
      ...section,
      // A heading that is renamed or changes its level is made anew, and stays the same section.
      key: all[section.index]?.id ?? keys[section.index] ?? "",
      // The title of an attached text stands above its chapters, so that they are its sections.
      level: all[section.index]?.kind === "title" ? -1 : section.level,
    }));
    publish({ outline, title: titleOf(all, years.get()), ...countTotals(all) });
  };
  const outlineSoon = whenIdle(OUTLINE_QUIET_MS, publishOutline);
  let isPlaceOld = false;
  const updatePlace = (): void => {
    isPlaceOld = false;
    editor.getEditorState().read(() => {
      const selected = $readSelection();
      if (!selected) return;
      blockIndex = $currentBlockIndex();
      update(selected);
    });
  };
  /** Toolbar and outline may follow a frame later: what was typed is on the screen first. Who asks gets it fresh. */
  const publishPlace = (): void => {
    updatePlace();
    tell();
    pageView.cursorMoved();
  };
  const placeSoon = afterPaint(publishPlace);

  const stop = mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      isPlaceOld = true;
      placeSoon.soon();
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0 && !tags.has(HISTORIC_TAG)) return;
      outlineSoon.soon();
      pageView.textChanged();
      for (const listener of textListeners) listener();
    }),
    effect(() => publish({ canUndo: history.canUndo.value, canRedo: history.canRedo.value })),
    editor.registerEditableListener((editable) => publish({ editable })),
    pageView.subscribe(() => publish({ page: pageView.getPage(), pages: pageView.getPages() })),
    years.stop,
    besideSteps.stop,
    places.stop,
    blocks.stop,
    outlineSoon.stop,
    placeSoon.stop,
  );

  const change = (work: () => void): void => {
    if (editor.isEditable()) editor.update(work, { tag: HISTORY_PUSH_TAG });
  };
  /**
   * For what the outline does: the keyboard stays where it is, so that the next key is no text. It is done, and the
   * outline told, on return: the next key of the tree must find the sections at their new places.
   */
  const changeFromAside = (work: () => void): void => {
    if (!editor.isEditable()) return;
    const hasKeyboard = editor.getRootElement()?.contains(document.activeElement) === true;
    const tag = hasKeyboard ? HISTORY_PUSH_TAG : [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG];
    editor.update(work, { discrete: true, tag });
  };
  const moveSection = (index: number, target: number): void => {
    publishOutline();
    // an introduction without a line begins where the first section does
    const position = snapshot.outline.findLastIndex((section) => section.index === index);
    if (position < 0) return;
    const range = blockRange(snapshot.outline, position, blocks.read().length);
    changeFromAside(() => $moveBlocks(range.start, range.end, target));
    outlineSoon.now();
  };
  const shiftSection = (direction: "up" | "down"): void => {
    publishOutline();
    if (isPlaceOld) updatePlace();
    const { outline } = snapshot;
    const position = sectionAt(outline, blockIndex);
    const target = moveTarget(outline, position, direction, blocks.read().length);
    const index = outline[position]?.index;
    if (target !== null && index !== undefined) moveSection(index, target);
  };

  const review = createEditorReview(editor, blocks, options.reviewed);
  const find = createFinder(editor);
  const findings = createEditorFindings(editor);
  const candidates = createPaintedMarks(editor, candidateNames);
  const figures = createEditorFigures(editor, {
    candidates,
    getReviewer: options.reviewed.getReviewer,
    onMended: options.onMended,
    applyBlocks: (next, $alongside) => {
      applyBlocks(editor, blocks.read(), next, years.get(), $alongside);
      outlineSoon.now();
    },
  });
  outlineSoon.now();
  publishPlace();

  return {
    stop() {
      stop();
      review.stop();
      find.stop();
      findings.stop();
      figures.stop();
      candidates.stop();
    },
    handle: {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      getSnapshot() {
        if (isPlaceOld) updatePlace();
        return snapshot;
      },
      run(commandId) {
        if (commandId === "section.up") shiftSection("up");
        else if (commandId === "section.down") shiftSection("down");
        else {
          const giveBack = isUndoOrRedo(commandId) ? keyboardOutside(editor) : null;
          runOnText(editor, commandId, years.get());
          if (giveBack) {
            // the text takes the keyboard when the update is drawn, which is the next thing that happens
            queueMicrotask(giveBack);
            return;
          }
        }
        editor.focus();
      },
      focus: () => editor.focus(),
      goToBlock: (index) => goToBlock(editor, index),
      goToPlace: (place) => goToPlace(editor, place),
      goToNextBlank(back = false) {
        editor.update(() => $goToBlank(back));
        editor.focus();
      },
      setSectionDone(index, done) {
        changeFromAside(() => {
          const blocks = $getRoot().getChildren();
          const opening = blocks[index];
          // the introduction opens with plain text; its mark is kept at the title
          const opens = $isReportHeadingNode(opening) || $isReportTitleNode(opening);
          const holder = opens ? opening : blocks.find($isReportTitleNode);
          if (holder) $setState(holder, doneState, done);
        });
        outlineSoon.now();
      },
      moveSection,
      insertTable: (rows, columns) => {
        change(() => $insertTable(rows, columns));
        editor.focus();
      },
      insertImage: (file) => insertImage(editor, options.reportId, file),
      chooseImage: options.chooseImage,
      setImageWidth: (widthMm) => change(() => $setImageWidth(widthMm)),
      setImageAltText: (altText) => change(() => $setImageAltText(altText)),
      insertBlank: (label) => change(() => $insertBlank(label)),
      setTitle: (title) => change(() => $setTitleText(title, years.get())),
      getCursor: () => editor.getEditorState().read($cursor),
      getBody: blocks.readBody,
      getBlocks: blocks.read,
      applyBlocks(next, beside) {
        if (!editor.isEditable()) return;
        const $alongside = (): void => beside && besideSteps.$tie(beside);
        applyBlocks(editor, blocks.read(), next, years.get(), $alongside);
        outlineSoon.now();
      },
      onTextChange(listener) {
        textListeners.add(listener);
        return () => textListeners.delete(listener);
      },
      insertAtCursor(content, place = "cursor") {
        if (!editor.isEditable()) return;
        editor.update(() => $insertContent(content, place, years.get()), { tag: [HISTORY_PUSH_TAG, PROGRAM_TAG] });
      },
      places,
      setYear(year) {
        years.set(year);
        outlineSoon.soon();
      },
      flush: options.flush,
      find,
      review,
      findings,
      figures,
    },
  };
}

/** Puts the cursor at the start of a block and shows it. */
function goToBlock(editor: LexicalEditor, index: number): void {
  editor.update(() => {
    const node = $getRoot().getChildAtIndex(index);
    if ($isDecoratorNode(node)) $selectNode(node);
    else if ($isElementNode(node)) node.selectStart();
  });
  editor.focus(() => {
    const key = editor.getEditorState().read(() => $topBlock($getSelection()?.getNodes()[0])?.getKey());
    if (key) editor.getElementByKey(key)?.scrollIntoView({ block: "start" });
  });
}

function withSection(snapshot: EditorSnapshot, blockIndex: number, blocks: LiveBlocks): EditorSnapshot {
  const { outline } = snapshot;
  const position = sectionAt(outline, blockIndex);
  const section = outline[position] ?? null;
  if (!section) return { ...snapshot, currentSection: null, sectionWords: 0, sectionBlanks: [] };
  if (section === snapshot.currentSection) return snapshot;
  const all = blocks.read();
  const { start, end } = blockRange(outline, position, all.length);
  return {
    ...snapshot,
    currentSection: section,
    sectionWords: section.words,
    sectionBlanks: section.blanks === 0 ? [] : blankLabels(all.slice(start, end)),
  };
}

function isSame(a: EditorSnapshot, b: EditorSnapshot): boolean {
  return (Object.keys(a) as (keyof EditorSnapshot)[]).every((key) =>
    key === "outline" || key === "selectedImage" || key === "currentSection" || key === "sectionBlanks"
      ? a[key] === b[key] || JSON.stringify(a[key]) === JSON.stringify(b[key])
      : Object.is(a[key], b[key]),
  );
}
