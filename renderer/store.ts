import { create } from "zustand";
import {
  type SidePanel,
  type OpenedReport,
  type Output,
  type Settings,
  type TemplateSummary,
  type Warning,
  settingsSchema,
} from "../core/contract.ts";
import { type Layout, standardLayout } from "../core/layout/rules/layout.ts";
import { type ReportEdit } from "../core/document/schema.ts";
import { type EditorHandle } from "./editor/session/editor-handle.ts";
import { type Draft } from "./editor/saving/drafts.ts";
import { type ImportOutcome } from "./library/import-outcome.ts";

/** What the header says about the text on disk. Driven by `editor/autosave.ts`. */
export type SaveState =
  | {
      readonly kind: "saved";
      /** ISO 8601, or null when nothing was changed since opening. */ readonly at: string | null;
    }
  | { readonly kind: "dirty" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; /** Reason and what to do, ready to show. */ readonly message: string };

/** What a report's writer edits outside the page: 报告年度, 版式, 公文要素. Saved together with the body. */
export type ReportFields = Omit<ReportEdit, "body">;

export type Route = { readonly kind: "library"; readonly shelf: "reports" | "bin" } | { readonly kind: "editor" };

/** A lasting message at the top of the window, until it is dismissed. */
export type Notice = {
  readonly id: string;
  readonly tone: "info" | "warning";
  readonly message: string;
  /** What stands behind 详细. */
  readonly details?: readonly string[];
  /** What is told of a report without a title is out of date once it has one. */
  readonly isOfMissingTitle?: boolean;
};

export type DialogName =
  | "new-report"
  | "export"
  | "print"
  | "settings"
  | "shortcuts"
  | "palette"
  | "save-as-template"
  | "roll"
  | "doctor"
  | "export-comparison"
  | "replacements"
  | "inspection"
  | "check-rules"
  | "directory"
  | "words"
  | "house-style"
  | "check-sheet"
  | "replace-across";
export type AppState = {
  readonly route: Route;
  readonly info: Output<"app.info"> | null;
  readonly settings: Settings;
  /** What the page is laid out by: 本单位版式, or the standard. */
  readonly layout: Layout;
  /** Null until the first answer has come. */
  readonly library: Output<"library.list"> | null;
  readonly templates: readonly TemplateSummary[] | null;
  /** The report as it was opened; the living text is the editor's, the living fields are `fields`. */
  readonly opened: OpenedReport | null;
  readonly fields: ReportFields | null;
  readonly editor: EditorHandle | null;
  readonly saveState: SaveState;
  /** Whether the browser keeps what cannot be saved; null: nothing is to be kept. */
  readonly draftKept: boolean | null;
  /** A text of the open report that was found in the browser. */
  readonly draft: Draft | null;
  readonly notices: readonly Notice[];
  readonly dialog: DialogName | null;
  /** The report that 从去年报告新建 begins with; null = its user chooses one. */
  readonly rollFrom: string | null;
  /** Files being brought in, or just brought in; empty when there is nothing to show. */
  readonly imports: readonly ImportOutcome[];
  /** Where the user wanted to go when the text could not be saved; null when nothing holds them up. */
  readonly leaving: "library" | "window" | null;
  /** The page's scale on the screen, percent: what `zoom` of the settings comes to in this window. */
  readonly shownZoom: number;
  readonly panels: {
    readonly outline: boolean;
    readonly right: boolean;
    readonly rightTab: SidePanel;
    /** The outline is laid over the page for a moment, where the window has no room for it beside the page. */
    readonly outlineOver: boolean;
    /** A panel was asked for although it has to lie over 去年对照 or the preview. */
    readonly panelOver: boolean;
    readonly find: "closed" | "find" | "replace";
    /** The hits of find are listed in the right panel. */
    readonly hits: boolean;
    readonly preview: boolean;
    /** 去年对照 beside the page; never together with the preview. */
    readonly compare: boolean;
  };
};

const startState: AppState = {
  route: { kind: "library", shelf: "reports" },
  info: null,
  settings: settingsSchema.parse({}),
  layout: standardLayout,
  library: null,
  templates: null,
  opened: null,
  fields: null,
  editor: null,
  saveState: { kind: "saved", at: null },
  draftKept: null,
  draft: null,
  notices: [],
  dialog: null,
  rollFrom: null,
  imports: [],
  leaving: null,
  shownZoom: 100,
  panels: {
    outline: true,
    right: true,
    rightTab: "guidance",
    outlineOver: false,
    panelOver: false,
    find: "closed",
    hits: false,
    preview: false,
    compare: false,
  },
};

/** The window's state outside the text. Components read it through a selector, commands get it whole. */
export const useStore = create<AppState>()(() => startState);

/** True while the report may be changed: it is open, and not in another window. */
export function isWritable(state: AppState): boolean {
  return state.opened?.access === "write";
}

/** Puts a report on the desk and shows it; the same one again, as when it may be written at last, with what stood beside it. */
export function showReport(opened: OpenedReport): void {
  const { year, preset, meta, review, replacements } = opened.report;
  useStore.setState((state) => ({
    route: { kind: "editor" },
    opened,
    fields: {
      ...{ year, preset, meta },
      ...(review === undefined ? {} : { review }),
      ...(replacements === undefined ? {} : { replacements }),
    },
    saveState: { kind: "saved", at: null },
    panels: {
      ...state.panels,
      ...{ find: "closed", hits: false, outlineOver: false },
      ...(state.opened?.report.id !== opened.report.id && { preview: false, compare: false }),
    },
  }));
}

/** Changes fields of the open report; autosave follows `fields` and stores them with the text. */
export function changeFields(change: Partial<ReportFields>): void {
  useStore.setState((state) => (state.fields && isWritable(state) ? { fields: { ...state.fields, ...change } } : {}));
}

/** Opens and closes what stands around the page. What is opened on the right takes the place of a laid-over outline. */
export function setPanels(change: Partial<AppState["panels"]>): void {
  const opensRight = change.right === true || change.rightTab !== undefined || change.hits === true;
  const opensPane = change.preview === true || change.compare === true;
  useStore.setState((state) => ({
    panels: {
      ...state.panels,
      ...(opensRight && { outlineOver: false, panelOver: true }),
      ...(opensPane && { panelOver: false }),
      ...change,
    },
  }));
}

export function openDialog(dialog: DialogName | null): void {
  useStore.setState({ dialog });
}

/** 从去年报告新建, from a report of the library or from one that is chosen there. */
export function openRollDialog(rollFrom: string | null): void {
  useStore.setState({ dialog: "roll", rollFrom });
}

/** Adds lasting messages; one with the same id replaces the older one. */
export function addNotices(added: readonly Notice[]): void {
  useStore.setState((state) => ({
    notices: [...state.notices.filter((notice) => !added.some((one) => one.id === notice.id)), ...added],
  }));
}

export function dismissNotice(id: string): void {
  useStore.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

/** Warnings of a result as one notice: the first in the open, the others behind 详细. */
export function noticeOfWarnings(id: string, warnings: readonly Warning[]): Notice | null {
  const [first, ...others] = warnings;
  if (!first) return null;
  return { id, tone: "warning", message: first.message, details: others.map((warning) => warning.message) };
}
