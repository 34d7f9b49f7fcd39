import type { PrintedSource } from "../../document/assemble.ts";
import type { HeadingLevel } from "../../document/blocks.ts";
import type { Faces } from "../lines/faces.ts";
import type { LayoutHabits } from "../lines/layout-program.ts";
import type { Layout } from "../rules/layout.ts";

/** What laying out a block asks for besides the block. */
export type LayoutContext = {
  readonly faces: Faces;
  readonly layout: Layout;
  readonly habits: LayoutHabits;
  readonly rankOf: (level: HeadingLevel) => number;
  /** Whether the image's file is there; one that is missing is replaced by its words. */
  readonly hasImage: (imageId: string) => boolean;
  readonly sourceOf: (block: object) => PrintedSource;
};
