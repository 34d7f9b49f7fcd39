import { type BrowserWindow, type Rectangle, screen } from "electron";
import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";

const usual = { width: 1280, height: 800 } as const;
const smallest = { width: 1024, height: 680 } as const;
/** So much of the title bar must lie on a screen that the window can be taken hold of. */
const GRIP_WIDTH_PX = 160;
const GRIP_HEIGHT_PX = 32;

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(smallest.width),
  height: z.int().min(smallest.height),
  maximized: z.boolean(),
});
export type Place = z.infer<typeof placeSchema>;

const overlap = (start: number, end: number, otherStart: number, otherEnd: number): number =>
  Math.min(end, otherEnd) - Math.max(start, otherStart);

/** Whether the window can be reached where it was: a screen may be gone or have another resolution today. */
function isReachable({ x, y, width }: Place, areas: readonly Rectangle[]): boolean {
  return areas.some(
    (area) =>
      overlap(x, x + width, area.x, area.x + area.width) >= GRIP_WIDTH_PX &&
      overlap(y, y + GRIP_HEIGHT_PX, area.y, area.y + area.height) >= GRIP_HEIGHT_PX,
  );
}

/** As much of a size as the screen has: 1366 × 768 pixels enlarged to 125 % leave a height of 580. */
function onScreen({ width, height }: { readonly width: number; readonly height: number }) {
  const { workArea } = screen.getPrimaryDisplay();
  return { width: Math.min(width, workArea.width), height: Math.min(height, workArea.height) };
}

export function smallestSize(): { readonly minWidth: number; readonly minHeight: number } {
  const { width, height } = onScreen(smallest);
  return { minWidth: width, minHeight: height };
}

/** Where the window stood last time; the usual size in the middle when that is unknown or out of reach. */
export function readPlace(file: string): Partial<Place> & { readonly width: number; readonly height: number } {
  try {
    const place = placeSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    return isReachable(place, areas) ? place : { ...onScreen(usual), maximized: place.maximized };
  } catch {
    return onScreen(usual);
  }
}

/** Remembers where the window stands. Losing this harms nobody, so a failure is left to the caller's log. */
export function writePlace(file: string, window: BrowserWindow): void {
  const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  writeFileSync(file, JSON.stringify(place));
}
