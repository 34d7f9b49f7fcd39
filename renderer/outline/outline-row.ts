import { type OutlineSection } from "../../core/document/outline.ts";

/** One line of the outline as it is shown. */
export type Row = {
  readonly section: OutlineSection;
  /** Place in the outline. */
  readonly position: number;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
};
