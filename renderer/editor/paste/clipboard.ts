import { $generateNodesFromSerializedNodes, $insertGeneratedNodes, type BaseSerializedNode } from "@lexical/clipboard";
import { eventFiles } from "@lexical/rich-text";
import {
  $getEditor,
  $getRoot,
  $getSelection,
  $getState,
  $insertNodes,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from "lexical";
import { $isTableNode, $isTableSelection } from "@lexical/table";
import { $intoText } from "../structure/objects.ts";
import { $makeRoom } from "../structure/remove-selected.ts";
import { $topBlock } from "../structure/top-block.ts";
import { type ReviewFact } from "../../../core/document/review.ts";
import { type Divided, divideLong, dividedMessage } from "../../../core/document/divide-long.ts";
import { inlineText } from "../../../core/document/content-text.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { readNumber } from "../../../core/figures/printed-number.ts";
import { announce, announceFailure } from "../../ui/toast.tsx";
import { $selectedFigure } from "../figures/figure-nodes.ts";
import { isImageFile, storeImage } from "../images/images.ts";
import { sectionIdState } from "../nodes/section-state.ts";
import { $createReportImageNode } from "../nodes/report-image-node.ts";
import { $parseBlocks } from "../session/parse-blocks.ts";
import {
  $fromOtherReport,
  COPY_SOURCE_TYPE,
  type CopiedReport,
  type CopySource,
  readCopySource,
  registerCopySource,
} from "./copy-source.ts";
import { registerDrop } from "./drop.ts";
import { itemsOfHtml } from "./html-items.ts";
import { $insertBlockNodes } from "./insert-blocks.ts";
import { isMarkdownPaste, pasteMarkdown } from "./paste-markdown.ts";
import { itemsWithTables } from "./paste-tables.ts";
import { pasteUnderstood } from "./paste-understood.ts";
import { blockOfItem, itemsOfText, type PastedItem } from "./pasted-items.ts";

/** As the field of a figure takes it. */
const LONGEST_VALUE = 100;

type ClipboardOptions = CopiedReport & {
  readonly isUnderReview: () => boolean;
  /** Takes what comes with words from another report; `fromYear` is that report's. */
  readonly addFacts: (facts: readonly ReviewFact[], fromYear: number) => void;
};

/** Paste and drop: from this program everything, from others what it means, as text its lines. */
export function registerClipboard(editor: LexicalEditor, options: ClipboardOptions): () => void {
  return mergeRegister(
    registerCopySource(editor, options),
    registerPaste(editor, options),
    // what is dropped goes in at once, as it is
    registerDrop(editor, { $paste: (data) => paste(editor, data, options, true) }),
  );
}

function registerPaste(editor: LexicalEditor, options: ClipboardOptions): () => void {
  // Ctrl+Shift+V asks for the text as it is; the paste itself does not say so
  let isAsIs = false;
  const keys = editor.registerCommand(
    KEY_DOWN_COMMAND,
    ({ key, shiftKey, ctrlKey, metaKey }) => {
      isAsIs = shiftKey && (ctrlKey || metaKey) && key.toLowerCase() === "v";
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
  const pastes = editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const asIs = isAsIs;
      isAsIs = false;
      const data = "clipboardData" in event ? event.clipboardData : null;
      if (!data || !editor.isEditable()) return false;
      const [, files, hasText] = eventFiles(event);
      if (!hasText && files.some(isImageFile)) return false;
      event.preventDefault();
      paste(editor, data, options, asIs);
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
  return mergeRegister(keys, pastes);
}

function paste(editor: LexicalEditor, data: DataTransfer, options: ClipboardOptions, asIs: boolean): void {
  const own = ownNodes(data.getData("application/x-lexical-editor"));
  if (own) {
    const source = readCopySource(data.getData(COPY_SOURCE_TYPE));
    const other = source && source.reportId !== options.reportId ? source : null;
    editor.update(() => $pasteOwn(editor, own, other, options), { tag: PASTE_TAG });
    return;
  }
  const html = data.getData("text/html");
  const text = data.getData("text/plain");
  if (!asIs && isMarkdownPaste(text, html)) {
    void pasteMarkdown(editor, text, (items, onPasted) => void pasteAll(editor, items, options, onPasted));
    return;
  }
  let struck = 0;
  const fromHtml = html === "" ? [] : itemsOfHtml(html, () => (struck += 1));
  if (struck > 0) announce({ message: `有 ${struck} 处带删除线或已删除的文字没有粘贴。` });
  const withTables = asIs || fromHtml.length > 0 ? null : itemsWithTables(text);
  if (withTables !== null) {
    const pasteAsIs = (): void => void pasteAll(editor, itemsOfText(text), options);
    const message = "制表符或竖线分开的行已粘贴为表格。";
    pasteUnderstood(editor, { items: withTables, asIs: pasteAsIs, message }, (all, onPasted) => {
      void pasteAll(editor, all, options, onPasted);
    });
    return;
  }
  void pasteAll(editor, fromHtml.length > 0 ? fromHtml : itemsOfText(text), options);
}

/** The nodes of a copy made in this program. */
function ownNodes(json: string): BaseSerializedNode[] | null {
  if (json === "") return null;
  try {
    const copied = JSON.parse(json) as { namespace?: unknown; nodes?: unknown };
    return copied.namespace === "nianbao" && Array.isArray(copied.nodes)
      ? (copied.nodes as BaseSerializedNode[])
      : null;
  } catch {
    return null;
  }
}

function $pasteOwn(
  editor: LexicalEditor,
  json: BaseSerializedNode[],
  source: CopySource | null,
  options: ClipboardOptions,
): void {
  const copied = $generateNodesFromSerializedNodes(json);
  const nodes = source ? $takeOver(copied, source, options) : copied;
  $clearKnownSections(nodes);
  $makePlaceFor(nodes);
  if (nodes.every((node) => !node.isInline() && node.getType() !== "text")) {
    $insertBlockNodes(nodes);
    return;
  }
  $makeRoom();
  const selection = $getSelection();
  if (selection) $insertGeneratedNodes(editor, nodes, selection);
}

/** Only cells go over selected cells; all else goes into the first of them. */
function $makePlaceFor(nodes: readonly LexicalNode[]): void {
  if (!$isTableSelection($getSelection()) || !nodes.every($isTableNode)) $intoText();
}

/** Words of another report, and what is to be checked in them. */
function $takeOver(copied: LexicalNode[], source: CopySource, options: ClipboardOptions): LexicalNode[] {
  const isUnderReview = options.isUnderReview();
  const { nodes, facts } = $fromOtherReport(copied, source, { year: options.getYear(), isUnderReview });
  if (facts.length > 0) options.addFacts(facts, source.year);
  return nodes;
}

/** A section that is still in the text keeps its guidance; its copy is a section without. */
function $clearKnownSections(nodes: readonly LexicalNode[]): void {
  const known = new Set(
    $getRoot()
      .getChildren()
      .map((node) => $getState(node, sectionIdState)),
  );
  for (const node of nodes) {
    const id = $isElementNode(node) ? $getState(node, sectionIdState) : "";
    if (id !== "" && known.has(id)) $setState(node, sectionIdState, "");
  }
}

/** Puts in what was pasted; pictures are stored first. */
async function pasteAll(
  editor: LexicalEditor,
  items: readonly PastedItem[],
  options: ClipboardOptions,
  onPasted?: () => void,
): Promise<void> {
  const stored = new Map<PastedItem, Awaited<ReturnType<typeof storeImage>>>();
  for (const item of items) {
    if (item.kind !== "image") continue;
    try {
      stored.set(item, await storeImage(options.reportId, fileOfDataUrl(item.dataUrl)));
    } catch (error) {
      announceFailure(error);
    }
  }
  pasteItems(editor, items, { year: options.getYear(), images: stored, onPasted });
}

function fileOfDataUrl(dataUrl: string): File {
  const [head = "", base64 = ""] = dataUrl.split(",", 2);
  const type = /^data:([^;]+)/u.exec(head)?.[1] ?? "";
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], type === "image/png" ? "图片.png" : "图片.jpg", { type });
}

type StoredImages = ReadonlyMap<PastedItem, Awaited<ReturnType<typeof storeImage>>>;

type Pasting = { readonly year: number; readonly images: StoredImages; readonly onPasted: (() => void) | undefined };

function pasteItems(editor: LexicalEditor, items: readonly PastedItem[], { year, images, onPasted }: Pasting): void {
  if (items.length === 0) return;
  const divided: Divided[] = [];
  editor.update(
    () => {
      const nodes = items.flatMap((item, index): LexicalNode[] => {
        const image = images.get(item);
        if (image) return [$createReportImageNode({ ...image, displayWidthMm: null, altText: "" })];
        const block = blockOfItem(items, index);
        if (!block) return [];
        const short = divideLong([block], year);
        divided.push(...short.divided);
        return $parseBlocks(bodyFromBlocks(short.blocks, year));
      });
      $makePlaceFor(nodes);
      const [only] = nodes;
      const [item] = items;
      if (nodes.length === 1 && item?.kind === "line" && !$startsBlock(only)) $insertInline(item, year);
      else $insertBlockNodes(nodes);
    },
    {
      tag: PASTE_TAG,
      onUpdate: () => {
        onPasted?.();
        if (divided.length > 0) announce({ message: dividedMessage(divided) });
      },
    },
  );
}

/** One pasted line is a heading only where a line begins anew; within a line it is words. */
function $startsBlock(node: LexicalNode | undefined): boolean {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $topBlock(selection.anchor.getNode()) : null;
  return node !== undefined && !$isParagraphNode(node) && $isParagraphNode(block) && block.isEmpty();
}

function $insertInline(item: Extract<PastedItem, { kind: "line" }>, year: number): void {
  // a number pasted over a figure is its new value, as one that is typed
  const words = inlineText(item.content, year).trim();
  if ($selectedFigure() && readNumber(words) !== null && words.length <= LONGEST_VALUE) {
    $getEditor().dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, words);
    return;
  }
  const [paragraph] = $parseBlocks(bodyFromBlocks([{ kind: "paragraph", role: "body", content: item.content }], year));
  $makeRoom();
  if ($isElementNode(paragraph)) $insertNodes(paragraph.getChildren());
}
