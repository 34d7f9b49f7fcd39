import { create } from "zustand";
import { type SectionState } from "../../core/compare/section-state.ts";
import { type Meta } from "../../core/document/schema.ts";
import { titleOf } from "../../core/document/title.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { call, messageOf } from "../desk.ts";
import { useStore } from "../store.ts";
import { type OldText, type ShownView } from "./protocol.ts";

/** 去年文本, or the id of another report of the library. */
type SourceChoice = "previous" | (string & {});

/** 公文要素 are those of another report; 去年文本 is of the open report's own organ. */
type OldReport = OldText & { readonly title: string; readonly meta?: Meta };

type CompareState = {
  /** What the open report is held against; null = nothing chosen yet. */
  readonly choice: SourceChoice | null;
  /** Its text; null until it is read. */
  readonly old: OldReport | null;
  readonly failure: string | null;
  /** Nothing is compared any more until it is asked for again. */
  readonly isStopped: boolean;
  readonly scope: "section" | "whole";
  readonly view: ShownView | null;
  /** By the block that a section begins with. */
  readonly states: ReadonlyMap<number, SectionState>;
};

const noStates: ReadonlyMap<number, SectionState> = new Map();

export const useCompare = create<CompareState>()(() => ({
  choice: null,
  old: null,
  failure: null,
  isStopped: false,
  scope: "section",
  view: null,
  states: noStates,
}));

/** What was chosen for a report is kept while the window is open. */
const chosen = new Map<string, SourceChoice>();

/** 去年文本 of the open report, the same object as long as the report is open. */
export function previousText(): OldReport | null {
  return useStore.getState().opened?.report.previous ?? null;
}

/** A report was opened: it is held against what it was held against last, or against its 去年文本. */
export function beginComparing(): void {
  const { opened } = useStore.getState();
  const choice = opened && (chosen.get(opened.report.id) ?? (opened.report.previous ? "previous" : null));
  useCompare.setState({ choice: null, old: null, failure: null, isStopped: false, view: null, states: noStates });
  if (choice) void chooseSource(choice);
}

/** Ends comparing, and says why: the text and its saving go on without it. */
export function stopComparing(failure: string): void {
  useCompare.setState({ isStopped: true, failure, view: null });
}

/** Holds the open report against another text. */
export async function chooseSource(choice: SourceChoice): Promise<void> {
  const { opened } = useStore.getState();
  if (!opened) return;
  chosen.set(opened.report.id, choice);
  if (choice === "previous") {
    useCompare.setState({ choice, old: previousText(), failure: null, isStopped: false, view: null });
    return;
  }
  useCompare.setState({ choice, old: null, failure: null, isStopped: false, view: null });
  try {
    const { report } = await call("report.read", { id: choice });
    const blocks = blocksFromBody(report.body);
    const old = { year: report.year, title: titleOf(blocks, report.year), blocks, meta: report.meta };
    // another choice may have overtaken this one
    if (useCompare.getState().choice === choice) useCompare.setState({ old });
  } catch (error) {
    if (useCompare.getState().choice === choice) useCompare.setState({ failure: messageOf(error) });
  }
}
