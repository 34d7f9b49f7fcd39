import { mergeRegister } from "@lexical/utils";
import { $getNodeByKey, $getRoot, HISTORIC_TAG, type LexicalEditor } from "lexical";
import { LONGEST_TITLE } from "../../../core/document/divide-long.ts";
import { blankText } from "../../../core/document/inline-traits.ts";
import { gbt9704 as layout } from "../../../core/layout/gbt9704.ts";
import { titleRows, type TitleRow } from "../../../core/layout/title-rows.ts";
import { ptToPx } from "../../../core/layout/units.ts";
import { useStore } from "../../store.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { typeAreaWidthPx } from "./type-area.ts";

/**
 * Shows a title on the lines that it has on paper. No break is put into its text: two shapes beside it leave each line
 * the room of its own words and no more (`screenCss` places them). Worked out after every input but those of a
 * composition, whose text is not settled yet.
 */
export function registerTitleShape(editor: LexicalEditor): () => void {
  const shapeAll = (): void => {
    if (editor.isComposing()) return;
    const keys = editor.read(() =>
      $getRoot()
        .getChildren()
        .filter($isReportTitleNode)
        .map((title) => title.getKey()),
    );
    for (const key of keys) shapeTitle(editor.getElementByKey(key));
  };
  const afterComposition = (): void => void setTimeout(shapeAll);
  // Faces arrive after the text is shown
  document.fonts.addEventListener("loadingdone", shapeAll);
  return mergeRegister(
    () => document.fonts.removeEventListener("loadingdone", shapeAll),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener("compositionend", afterComposition);
      root?.addEventListener("compositionend", afterComposition);
      if (root) shapeAll();
    }),
    editor.registerUpdateListener(({ editorState, dirtyElements, tags }) => {
      if (tags.has(HISTORIC_TAG)) shapeAll();
      else if (!editor.isComposing()) {
        const keys = editorState.read(() =>
          [...dirtyElements.keys()].filter((key) => $isReportTitleNode($getNodeByKey(key))),
        );
        for (const key of keys) shapeTitleIfOther(editor.getElementByKey(key));
      }
    }),
  );
}

/** Less than any letter is wide, more than what rounding takes away. */
const slackPx = ptToPx(layout.titleSizePt) * 0.12;
const pitchPx = (): number => ptToPx(useStore.getState().layout.titleLinePitchPt);

/** What a title consisted of when its shape was worked out last. */
const shaped = new WeakMap<HTMLElement, string>();

/** Shapes a title whose words may have changed: it lays the page out, so not for a title that was only looked at. */
function shapeTitleIfOther(title: HTMLElement | null): void {
  if (title && shaped.get(title) !== title.innerHTML) shapeTitle(title);
}

function shapeTitle(title: HTMLElement | null): void {
  if (!title) return;
  shaped.set(title, title.innerHTML);
  const pieces = piecesOf(title);
  const text = pieces.map((piece) => piece.text).join("");
  // Beyond, each key would wait for the widths of thousands of lines
  const rows = text.length > LONGEST_TITLE ? [] : titleRows(text);
  if (!rows.some(({ isBroken }) => isBroken) || title.firstElementChild?.tagName === "BR") {
    title.removeAttribute("data-rows");
    return;
  }
  const sides = measured(title, () =>
    rows.map((row) => (row.isBroken ? Math.max(0, (typeAreaWidthPx - widthOf(title, pieces, row) - slackPx) / 2) : 0)),
  );
  // No wider than need be: a shape only finds its place where both fit beside what stands before it
  title.style.setProperty("--rows-side", `${Math.max(...sides)}px`);
  title.style.setProperty("--rows-height", `${rows.length * pitchPx()}px`);
  title.style.setProperty(
    "--rows-left",
    polygon(sides, (side) => `${side}px`, "0px"),
  );
  title.style.setProperty(
    "--rows-right",
    polygon(sides, (side) => `calc(100% - ${side}px)`, "100%"),
  );
  title.setAttribute("data-rows", String(rows.length));
}

/** Reads widths while the title stands on one line, where no break takes anything from them. */
function measured<T>(title: HTMLElement, read: () => T): T {
  title.removeAttribute("data-rows");
  title.style.whiteSpace = "nowrap";
  try {
    return read();
  } finally {
    title.style.whiteSpace = "";
  }
}

/** One step a line, away from the edges of the line, so that rounded heights do not reach into the next. */
function polygon(sides: readonly number[], x: (side: number) => string, edge: string): string {
  const pitch = pitchPx();
  const points = sides.flatMap((side, row) => {
    const [top, bottom] = [`${(row + 0.25) * pitch}px`, `${(row + 0.75) * pitch}px`];
    return [`${edge} ${top}`, `${x(side)} ${top}`, `${x(side)} ${bottom}`, `${edge} ${bottom}`];
  });
  return `polygon(${points.join(", ")})`;
}

/** A stretch of the title as it prints, and what shows it; a blank's brackets are drawn beside its text. */
type Piece = { readonly text: string; readonly node: Text | null; readonly isBlank: boolean };

function piecesOf(title: HTMLElement): readonly Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) pieces.push({ text: "\n", node: null, isBlank: false });
    if (!(node instanceof Text)) continue;
    const isBlank = node.parentElement?.closest(".blank") !== null;
    pieces.push({ text: isBlank ? blankText(node.data) : node.data, node, isBlank });
  }
  return pieces;
}

function widthOf(title: HTMLElement, pieces: readonly Piece[], { start, end }: TitleRow): number {
  const zoom = title.getBoundingClientRect().width / title.offsetWidth || 1;
  let width = 0;
  let at = 0;
  for (const { text, node, isBlank } of pieces) {
    const [from, to] = [Math.max(0, start - at), Math.min(text.length, end - at)];
    at += text.length;
    if (!node || from >= to) continue;
    if (!isBlank) width += textWidth(node, from, to) / zoom;
    else {
      const brackets = (from === 0 ? 1 : 0) + (to === text.length ? 1 : 0);
      width += brackets * ptToPx(layout.titleSizePt);
      width += textWidth(node, Math.max(0, from - 1), Math.min(node.length, to - 1)) / zoom;
    }
  }
  return width;
}

function textWidth(node: Text, from: number, to: number): number {
  if (from >= to) return 0;
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0);
}
