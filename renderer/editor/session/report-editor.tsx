import { mergeRegister } from "@lexical/utils";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { LexicalExtensionComposer } from "@lexical/react/LexicalExtensionComposer";
import { $getRoot, $isElementNode, HISTORY_MERGE_TAG, type LexicalEditor } from "lexical";
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type OpenedReport, type Settings } from "../../../core/contract.ts";
import { sectionName } from "../../../core/document/section-name.ts";
import { addNotices, setPanels, useStore } from "../../store.ts";
import { announceFailure } from "../../ui/toast.tsx";
import { addInsertedFacts } from "../../compare/inserted-facts.ts";
import { factOfEntry, isFreshlyRolled, reviewedReport } from "../../review/review-source.ts";
import { startAutosave } from "../saving/autosave.ts";
import { registerColumnResize } from "../tables/column-resize.ts";
import { $enterLastPlace, followPlace, scrollToLastPlace } from "./last-place.ts";
import { startSession } from "./editor-session.ts";
import { reportEditorExtension } from "./extension.ts";
import { registerFiles } from "./files.ts";
import { NameCompletions } from "../complete/name-completion.tsx";
import { FigureField } from "../figures/figure-field.tsx";
import { ImageFrame } from "../images/image-frame.tsx";
import { PageEnds } from "../pages/page-ends-view.tsx";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { layOutInTurn, OPENING } from "../pages/lay-out-in-turn.ts";
import { createPageView, type PageView } from "../pages/page-view.ts";
import { PaperTail, useRecipients } from "../pages/paper-tail.tsx";
import { registerClipboard } from "../paste/clipboard.ts";
import { SheetFit } from "../pages/fitted-sheet.tsx";
import { shownPanel } from "../../panels/shown-panel.ts";
import { whenShown } from "./when-shown.ts";
import { registerTitleShape } from "../pages/title-shape.ts";
import { usePaperStyles } from "../pages/paper-styles.ts";
import { DERIVED_TAG } from "../structure/years.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import styles from "./report-editor.module.css";

type ReportEditorProps = {
  readonly opened: OpenedReport;
  readonly settings: Settings;
  /** The page shows its margins where there is room, see `frame.ts`. */
  readonly margins: boolean;
};

/** The page with its text. One editor a report: another report mounts another one. */
export function ReportEditor(props: ReportEditorProps) {
  return <OpenReport key={props.opened.report.id} {...props} />;
}

function OpenReport({ opened, settings, margins }: ReportEditorProps) {
  // The text belongs to the editor from here on: what is opened is read once.
  const [first] = useState(opened);
  const extension = useMemo(() => reportEditorExtension(first.report.body, first.access === "write"), [first]);
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <Page opened={first} isWritable={opened.access === "write"} settings={settings} margins={margins} />
    </LexicalExtensionComposer>
  );
}

type PageProps = ReportEditorProps & { readonly isWritable: boolean };

function Page({ opened, isWritable, settings, margins }: PageProps) {
  const [editor] = useLexicalComposerContext();
  const [pageView] = useState(() => createPageView(editor, opened.report.id));
  const fileInput = useRef<HTMLInputElement>(null);
  const chooseImage = useCallback(() => fileInput.current?.click(), []);
  const recipients = useRecipients();
  const isReviewing = useStore((state) => shownPanel(state) === "review");
  const layout = useStore((state) => state.layout);
  usePaperStyles(layout);
  // Other faces have other widths
  useEffect(() => registerTitleShape(editor), [editor, layout]);
  const showsFigures = useStore((state) => shownPanel(state) === "figures");
  useEffect(() => editor.setEditable(isWritable), [editor, isWritable]);
  useEffect(() => {
    const { id } = opened.report;
    const $begin = (): void => {
      if (!$enterLastPlace(id)) $startWriting();
    };
    const onUpdate = (): void => {
      editor.focus();
      scrollToLastPlace(editor, id);
    };
    // to open a report is nothing that could be undone
    if (isWritable) editor.update($begin, { tag: [PROGRAM_TAG, HISTORY_MERGE_TAG], onUpdate });
    else scrollToLastPlace(editor, id);
  }, [editor, opened, isWritable]);
  useEffect(() => {
    const early = noteChanges(editor);
    const stop = whenShown(() => {
      early.stop();
      return connect(editor, opened, pageView, chooseImage, early.isChanged());
    });
    return mergeRegister(early.stop, stop);
  }, [editor, opened, pageView, chooseImage]);
  return (
    <div
      className={styles.ground}
      data-testid="page-ground"
      data-reviewing={isReviewing || undefined}
      data-figures={showsFigures || undefined}
      tabIndex={-1}
    >
      <div className={styles.sheet}>
        <SheetFit zoom={settings.zoom} margins={margins} />
        <div
          className="paper"
          data-readonly={!isWritable || undefined}
          data-recipients={recipients !== "" || undefined}
          style={{ "--recipients": JSON.stringify(recipients) } as CSSProperties}
        >
          <PageEnds pageView={pageView} />
          <ContentEditable
            className={styles.text}
            {...{ [OPENING]: "" }}
            ariaLabel="报告正文"
            ariaMultiline
            // who may only read scrolls with the keyboard as well
            tabIndex={0}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
          />
          <PaperTail />
        </div>
        <ImageFrame editor={editor} />
        {isWritable && <NameCompletions editor={editor} />}
        <FigureField />
      </div>
      <input
        ref={fileInput}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label="选择图片"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) useStore.getState().editor?.insertImage(file).catch(announceFailure);
        }}
      />
    </div>
  );
}

/** A report that nobody has been in opens with the cursor at the start of its first text under the title. */
function $startWriting(): void {
  const blocks = $getRoot().getChildren().filter($isElementNode);
  const first = blocks.find((block) => !$isReportTitleNode(block)) ?? blocks[0];
  first?.selectStart();
}

/** What came into the text before the editor stood on the desk, by whatever way: it is to be saved like any other. */
function noteChanges(editor: LexicalEditor): { readonly isChanged: () => boolean; readonly stop: () => void } {
  let isChanged = false;
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    if ((dirtyElements.size > 0 || dirtyLeaves.size > 0) && !tags.has(PROGRAM_TAG)) isChanged = true;
  });
  return { isChanged: () => isChanged, stop };
}

/**
 * Puts the editor on the desk: session, autosave, clipboard, files. Returns the way to take it off again.
 * @param isChanged what stands in the text is no longer what was opened
 */
function connect(
  editor: LexicalEditor,
  opened: OpenedReport,
  pageView: PageView,
  chooseImage: () => void,
  isChanged: boolean,
): () => void {
  const { id, year, revision, updatedAt } = opened.report;
  const session = startSession(editor, {
    reportId: id,
    year,
    pageView,
    chooseImage,
    reviewed: reviewedReport,
    flush: () => autosave.flush(),
    onMended: (details) =>
      addNotices([
        {
          id: `ledger ${id}`,
          tone: "warning",
          message: `正文有 ${details.length} 处数据与台账不一致，已按台账的数值显示。请核对。`,
          details,
        },
      ]),
  });
  // what the editor sets right in a text that it takes over is no edit of its writer
  editor.update(() => undefined, { discrete: true });
  const body = isChanged ? opened.report.body : session.handle.getBody();
  const autosave = startAutosave(id, { revision, savedAt: updatedAt, body }, session.handle.getBody);
  if (isChanged) autosave.changed();
  useStore.setState({ editor: session.handle });
  if (isFreshlyRolled(opened)) setPanels({ right: true, rightTab: "review" });
  const stop = mergeRegister(
    registerClipboard(editor, {
      reportId: id,
      getYear: () => useStore.getState().fields?.year ?? year,
      getPending: () =>
        session.handle.review
          .getSnapshot()
          .entries.filter(({ state }) => state === "pending")
          .map(factOfEntry),
      isUnderReview: () => useStore.getState().fields?.review !== undefined,
      addFacts: addInsertedFacts,
    }),
    registerFiles(editor, id),
    followPlace(editor, id, () => {
      const { currentSection } = session.handle.getSnapshot();
      return currentSection ? sectionName(currentSection) : "";
    }),
    registerColumnResize(editor),
    editor.registerRootListener((root) => pageView.attach(root)),
    editor.registerRootListener((root) => (root ? layOutInTurn(root) : undefined)),
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      const isChange = dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has("historic");
      if (isChange && editor.isEditable() && !tags.has(DERIVED_TAG)) autosave.changed();
    }),
    useStore.subscribe((state, previous) => {
      const next = state.fields?.year;
      if (next !== undefined && next !== previous.fields?.year) session.handle.setYear(next);
    }),
  );
  return () => {
    stop();
    // Leaving a report saves it first; what is left unsaved here was left with the user's consent.
    autosave.stop();
    session.stop();
    pageView.stop();
    if (useStore.getState().editor === session.handle) useStore.setState({ editor: null });
  };
}
