import { GetClipboardDataExtension } from "@lexical/clipboard";
import {
  configExtension,
  defineExtension,
  NodeSelectionDataSelectedExtension,
  NormalizeTripleClickSelectionExtension,
} from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import { MarkNode } from "@lexical/mark";
import { HeadingAnnounceExtension, RichTextExtension } from "@lexical/rich-text";
import { TableCellNode, TableExtension, TableNode } from "@lexical/table";
import { type EditorThemeClasses, mergeRegister, ParagraphNode, RootNode, TextNode } from "lexical";
import { type Body } from "../../../core/document/body.ts";
import { registerFigureKeys } from "../figures/figure-keys.ts";
import { editorJsonFromBody } from "../saving/body-json.ts";
import { withTitleLine } from "../saving/with-title-line.ts";
import { registerBlockIds } from "../structure/block-ids.ts";
import { registerFilledBlanks } from "../structure/filled-blanks.ts";
import { $keepTitleLine } from "../structure/title-line.ts";
import { registerTokenCaret } from "../structure/token-caret.ts";
import { registerDeleteKeys } from "./delete-keys.ts";
import { registerHeardSelection } from "./heard-selection.ts";
import { registerKeyboardOutside } from "./keyboard-outside.ts";
import { registerObjectKeys } from "./object-keys.ts";
import { registerTextCursor } from "./text-cursor.ts";
import { $countAsStep, registerUndoSteps } from "./undo-steps.ts";
import { registerCellParagraphs } from "../tables/cell-paragraphs.ts";
import { registerLandscapeMarks } from "../tables/landscape.ts";
import { registerKeys } from "./keys.ts";
import { BlankNode } from "../nodes/blank-node.ts";
import { FigureNode } from "../nodes/figure-node.ts";
import { PageBreakNode } from "../nodes/page-break-node.ts";
import { ReportHeadingNode } from "../nodes/report-heading-node.ts";
import { ReportImageNode } from "../nodes/report-image-node.ts";
import { ReportLineNode } from "../nodes/report-line-node.ts";
import { ReportTitleNode } from "../nodes/report-title-node.ts";
import { YearNode } from "../nodes/year-node.ts";
import { registerLongLines } from "../structure/long-lines.ts";
import { registerOrdinals } from "../structure/ordinals.ts";
import { $copiedHtml, $copiedText } from "../paste/copy.ts";
import { $copySource, COPY_SOURCE_TYPE } from "../paste/copy-source.ts";
import { $fitColumns, $keepCellsPlain } from "../tables/tables.ts";
import { $tidyRunIn, $tidyText } from "../structure/text-rules.ts";
import { registerTypingRules } from "../structure/typing-rules.ts";

/** Classes of the page; `core/layout/css.ts` gives them their look. */
const theme: EditorThemeClasses = {
  paragraph: "report-paragraph",
  text: { italic: "heading-part" },
  mark: "review-mark",
  table: "report-table",
  tableCellSelected: "cell-selected",
  tableSelection: "cells-selecting",
};

/**
 * A paragraph selected by a triple click ends where the next one begins, for the browser; the library takes that back
 * when it hears of it. On a busy computer it hears late, and Delete would join the two paragraphs.
 */
const TRIPLE_CLICK_HEARD_MS = 10_000;

/** States of undo kept: enough for a day's corrections, bounded for the memory of an office computer. */
const UNDO_STEPS = 300;

/** The nodes of a report and the rules that hold among them, without keys and views: all that a test needs. */
export const reportModelExtension = defineExtension({
  name: "nianbao/model",
  namespace: "nianbao",
  theme,
  nodes: () => [
    ReportTitleNode,
    ReportHeadingNode,
    ReportLineNode,
    ReportImageNode,
    PageBreakNode,
    BlankNode,
    YearNode,
    FigureNode,
    MarkNode,
  ],
  dependencies: [
    RichTextExtension,
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        "text/plain": [(selection, next) => $copiedText(selection) ?? next()],
        "text/html": [(selection, next) => $copiedHtml(selection) ?? next()],
        [COPY_SOURCE_TYPE]: [() => $copySource()],
      },
    }),
    configExtension(HeadingAnnounceExtension, { disabled: true }),
    configExtension(NormalizeTripleClickSelectionExtension, { thresholdMsec: TRIPLE_CLICK_HEARD_MS }),
    configExtension(HistoryExtension, { maxDepth: UNDO_STEPS }),
    configExtension(TableExtension, {
      hasCellBackgroundColor: false,
      hasHorizontalScroll: false,
      hasTabHandler: false,
      hasNestedTables: false,
    }),
  ],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TextNode, $tidyText),
      editor.registerNodeTransform(BlankNode, $tidyText),
      editor.registerNodeTransform(YearNode, $tidyText),
      editor.registerNodeTransform(FigureNode, $tidyText),
      editor.registerNodeTransform(ReportHeadingNode, (heading) => {
        $keepCellsPlain(heading);
        if (heading.isAttached() && heading.getForm() === "runIn" && !editor.isComposing()) $tidyRunIn(heading);
      }),
      editor.registerNodeTransform(ReportTitleNode, $keepCellsPlain),
      editor.registerNodeTransform(ReportLineNode, $keepCellsPlain),
      editor.registerNodeTransform(ReportImageNode, $keepCellsPlain),
      editor.registerNodeTransform(PageBreakNode, $keepCellsPlain),
      editor.registerNodeTransform(TableNode, $fitColumns),
      editor.registerNodeTransform(TableCellNode, (cell) => {
        cell.getChildren().forEach($keepCellsPlain);
      }),
      editor.registerNodeTransform(RootNode, $keepTitleLine),
      editor.registerNodeTransform(RootNode, $countAsStep),
      registerHeardSelection(editor),
      registerKeyboardOutside(editor),
      registerFigureKeys(editor),
      registerDeleteKeys(editor),
      registerFilledBlanks(editor),
      registerTokenCaret(editor),
      registerUndoSteps(editor),
      registerTypingRules(editor),
    ),
});

/** What stands at the top of a text. */
const blockNodes = [
  ReportTitleNode,
  ReportHeadingNode,
  ParagraphNode,
  ReportLineNode,
  TableNode,
  ReportImageNode,
  PageBreakNode,
] as const;

/** The whole editor for one report. */
export function reportEditorExtension(body: Body, editable: boolean) {
  return defineExtension({
    name: "nianbao/report-editor",
    namespace: "nianbao",
    editable,
    $initialEditorState: JSON.stringify(editorJsonFromBody(withTitleLine(body))),
    dependencies: [
      reportModelExtension,
      configExtension(NodeSelectionDataSelectedExtension, { nodes: [ReportImageNode, PageBreakNode] }),
    ],
    onError: (error) => {
      throw error;
    },
    register: (editor) =>
      mergeRegister(
        registerBlockIds(editor, blockNodes),
        registerOrdinals(editor),
        registerLongLines(editor),
        registerCellParagraphs(editor),
        registerLandscapeMarks(editor),
        registerKeys(editor),
        registerObjectKeys(editor),
        registerTextCursor(editor),
      ),
  });
}
