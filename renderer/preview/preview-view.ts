import * as z from "zod";
import { create } from "zustand";
import { readStored, writeStored } from "../stored.ts";

const NAME = "nianbao.preview-view";
const PLACE_NAME = "nianbao.preview-place";

const viewSchema = z.object({
  /** Percent of the paper's size, or as wide as there is room. */
  zoom: z.union([z.literal("fit"), z.number().min(25).max(400)]),
  /** Two pages side by side. */
  isSpread: z.boolean(),
  hasThumbnails: z.boolean(),
});
type PreviewView = Readonly<z.infer<typeof viewSchema>>;

function remembered(): PreviewView {
  const stored = viewSchema.safeParse(readStored(NAME));
  return stored.success ? stored.data : { zoom: "fit", isSpread: false, hasThumbnails: false };
}

/** How the pages are looked at. Kept over F5 and from one visit to the next. */
export const usePreviewView = create<PreviewView>()(remembered);

export function changePreviewView(change: Partial<PreviewView>): void {
  usePreviewView.setState(change);
  const { zoom, isSpread, hasThumbnails } = usePreviewView.getState();
  writeStored(NAME, { zoom, isSpread, hasThumbnails });
}

const placeSchema = z.object({ id: z.string(), page: z.int().min(0), share: z.number().min(0).max(1) });
/** Which page stands at the top, from 0, and how much of it has gone by, 0–1. */
type PreviewPlace = Readonly<z.infer<typeof placeSchema>>;

/** Where the reader of a report's pages was before F5. */
export function previewPlaceOf(id: string): PreviewPlace | null {
  const stored = placeSchema.safeParse(readStored(PLACE_NAME, "session"));
  return stored.success && stored.data.id === id ? stored.data : null;
}

export const notePreviewPlace = (place: PreviewPlace | null): void => writeStored(PLACE_NAME, place, "session");
