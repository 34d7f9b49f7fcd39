import type { FaceFiles } from "../faces/face-files.ts";
import type { FaceJob, InspectionJob, LayoutJob, PrintJob } from "./printer.ts";

/** Where the faces of this computer and of the program lie. */
export type FaceSources = { readonly installed: FaceFiles; readonly ownFolder: string };

/** What a report is to be made into. */
export type PrintQuestion =
  | { readonly kind: "print"; readonly job: PrintJob }
  | { readonly kind: "layOut"; readonly job: LayoutJob }
  | { readonly kind: "draw"; readonly job: LayoutJob }
  | { readonly kind: "face"; readonly job: FaceJob }
  | { readonly kind: "inspect"; readonly job: InspectionJob };

/** What the thread that prints is asked, again and again. */
export type PrintTask = PrintQuestion & { readonly sources: FaceSources };
