import { keepScroll, scrollerOf } from "../session/keep-scroll.ts";

/** Left of an idle moment, a next piece is not begun. */
const LEAST_MS = 4;
/** Characters of one piece, which is laid out at a stretch. */
const PIECE_CHARACTERS = 1_200;
const LONGEST_IDLE_WAIT_MS = 300;

/** A text that has this attribute is laid out only where it is in sight; `report-editor.module.css` says how. */
export const OPENING = "data-opening";
/** A block of such a text that is laid out wherever it is. */
const LAID_OUT = "data-laid-out";

/** Blocks that are in sight at most. */
const SIGHT_BLOCKS = 30;

/** Lays out what will be in sight once the block at `index` stands at the top of the window, so that it can be put there. */
export function layOutAround(text: HTMLElement, index: number): void {
  if (!isBeingLaidOut(text)) return;
  const { children } = text;
  for (let at = Math.max(0, index - 1); at < Math.min(children.length, index + SIGHT_BLOCKS); at += 1)
    children[at]?.setAttribute(LAID_OUT, "");
}

/** True while the heights of some blocks of a text are guesses. */
export const isBeingLaidOut = (text: HTMLElement): boolean => text.hasAttribute(OPENING);

/**
 * Lays out the rest of a text that was opened with `OPENING`, piece by piece in idle moments, so that its writer can
 * begin at once. What is read stays where it is, however much the guesses above it were wrong. Then the text is as if
 * it had been laid out at once. Returns the way to stop.
 */
export function layOutInTurn(text: HTMLElement): () => void {
  const blocks = [...text.children];
  let next = 0;
  let idle = 0;
  const layOutPiece = (): void => {
    const piece: Element[] = [];
    for (let characters = 0; characters < PIECE_CHARACTERS && next < blocks.length; next += 1) {
      const block = blocks[next];
      if (!block?.isConnected) continue;
      piece.push(block);
      characters += block.textContent.length;
    }
    change(text, () => {
      for (const block of piece) block.setAttribute(LAID_OUT, "");
    });
  };
  const finish = (): void => {
    change(text, () => text.removeAttribute(OPENING));
    for (const block of blocks) block.removeAttribute(LAID_OUT);
  };
  const goOn = (deadline: IdleDeadline): void => {
    idle = 0;
    do layOutPiece();
    while (next < blocks.length && deadline.timeRemaining() > LEAST_MS);
    if (next < blocks.length) wait();
    else finish();
  };
  const wait = (): void => {
    idle = requestIdleCallback(goOn, { timeout: LONGEST_IDLE_WAIT_MS });
  };
  wait();
  return () => cancelIdleCallback(idle);
}

/** Changes heights at once and not with the next picture: the time it takes is part of the idle moment. */
function change(text: HTMLElement, work: () => void): void {
  if ((scrollerOf(text)?.scrollTop ?? 0) > 0) keepScroll(text, work);
  else {
    work();
    text.getBoundingClientRect();
  }
}
