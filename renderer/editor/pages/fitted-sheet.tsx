import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { type Settings } from "../../../core/contract.ts";
import { fittingZoom, pageLeftPx } from "../../panels/frame.ts";
import { useStore } from "../../store.ts";
import { keepScroll } from "../session/keep-scroll.ts";

type SheetFitProps = {
  readonly zoom: Settings["zoom"];
  /** The page shows its margins where there is room, see `frame.ts`. */
  readonly margins: boolean;
};

/**
 * Gives the sheet it stands in its scale and its place in what scrolls it, and follows the room there is. The margins of
 * the page may leave the screen, the 版心 does not as long as it fits. What is read stays where it is.
 *
 * Stands in the sheet before the text: effects run in the order of the page, and so a long text is laid out once, at its
 * final scale, and not twice.
 */
export function SheetFit({ zoom, margins }: SheetFitProps) {
  const here = useRef<HTMLSpanElement>(null);
  const fit = useCallback(() => {
    const sheet = here.current?.parentElement;
    const ground = sheet?.parentElement;
    if (!sheet || !ground || ground.clientWidth === 0) return;
    place(sheet, ground, zoom, margins);
  }, [zoom, margins]);
  // Before the first picture, and whenever the rules change; the observer follows the room.
  useLayoutEffect(fit, [fit]);
  useEffect(() => {
    const ground = here.current?.parentElement?.parentElement;
    if (!ground) return undefined;
    const observer = new ResizeObserver(fit);
    observer.observe(ground);
    return () => observer.disconnect();
  }, [fit]);
  return <span ref={here} hidden />;
}

function place(sheet: HTMLElement, ground: HTMLElement, zoom: Settings["zoom"], margins: boolean): void {
  const room = ground.clientWidth;
  const scale = zoom === "fit" ? fittingZoom(room, margins) : zoom / 100;
  const left = pageLeftPx(room, scale);
  const style = { zoom: String(scale), marginLeft: `${(left ?? 0) / scale}px` };
  const isFirst = sheet.style.zoom === "";
  if (sheet.style.zoom !== style.zoom || sheet.style.marginLeft !== style.marginLeft) {
    const change = (): void => {
      Object.assign(sheet.style, style);
      // Wider than its place by its own text: then, and only then, it is scrolled sideways.
      ground.toggleAttribute("data-wide", left === null);
    };
    keepScroll(isFirst ? null : sheet.querySelector<HTMLElement>('[role="textbox"]'), change);
  }
  useStore.setState({ shownZoom: Math.round(scale * 100) });
}
