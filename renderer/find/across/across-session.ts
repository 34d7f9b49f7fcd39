import { create } from "zustand";
import { type Output } from "../../../core/contract.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { type Place } from "../../../core/document/place.ts";
import { findReplacements, type ReplacementHit } from "../../../core/replace/find-replacements.ts";
import { writtenReplacement } from "../../../core/replace/written-replacement.ts";
import { call, messageOf } from "../../desk.ts";
import { refreshLibrary } from "../../library/library-actions.ts";
import { chosenOf, type HitChoice, type ListedHit } from "../hit-choice.ts";

export type AcrossHit = ReplacementHit & ListedHit;

/** What was found in one report. */
type FoundReport = {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly hits: readonly AcrossHit[];
};

type Told = { readonly title: string; readonly message: string };

export type AcrossPhase =
  | { readonly kind: "choosing" }
  | { readonly kind: "finding"; readonly done: number; readonly total: number }
  | { readonly kind: "found"; readonly reports: readonly FoundReport[]; readonly unread: readonly Told[] }
  | { readonly kind: "replacing" }
  | { readonly kind: "done"; readonly result: Output<"library.replace"> }
  | { readonly kind: "undone"; readonly result: Output<"library.undoReplace"> }
  | { readonly kind: "failed"; readonly message: string };

type AcrossSession = {
  readonly query: string;
  readonly replacement: string;
  /** Ids of the reports to look through. */
  readonly ids: ReadonlySet<string>;
  readonly choice: HitChoice;
  readonly phase: AcrossPhase;
};

const start: AcrossSession = {
  query: "",
  replacement: "",
  ids: new Set(),
  choice: new Map(),
  phase: { kind: "choosing" },
};
export const useAcross = create<AcrossSession>()(() => start);

/** Begins anew; what was looked for is kept. */
export function beginAcross(): void {
  useAcross.setState({ choice: new Map(), phase: { kind: "choosing" } });
}

const phaseNow = (): AcrossPhase => useAcross.getState().phase;

async function findIn(id: string, query: string): Promise<FoundReport> {
  const { report } = await call("report.read", { id });
  const hits = findReplacements(blocksFromBody(report.body), { query }, report.year);
  return {
    id,
    title: "",
    revision: report.revision,
    hits: hits.map((hit) => ({ ...hit, id: `${id}:${hit.block}:${hit.row}:${hit.cell}:${hit.start}` })),
  };
}

/** Looks through the chosen reports, one after the other, so that the window stays at hand. */
export async function findAcross(reports: readonly { readonly id: string; readonly title: string }[]): Promise<void> {
  const { query } = useAcross.getState();
  const found: FoundReport[] = [];
  const unread: Told[] = [];
  for (const [done, { id, title }] of reports.entries()) {
    useAcross.setState({ phase: { kind: "finding", done, total: reports.length } });
    try {
      found.push({ ...(await findIn(id, query)), title });
    } catch (error) {
      unread.push({ title, message: messageOf(error) });
    }
    // Cancelled meanwhile.
    if (phaseNow().kind !== "finding") return;
  }
  const phase = { kind: "found", reports: found.filter(({ hits }) => hits.length > 0), unread } as const;
  useAcross.setState({ choice: new Map(), phase });
}

const placeOf = ({ block, row, cell, start: from, end }: AcrossHit): Place => ({ block, row, cell, start: from, end });

export async function replaceAcross(): Promise<void> {
  const { query, replacement, choice, phase } = useAcross.getState();
  if (phase.kind !== "found") return;
  const choices = phase.reports.flatMap(({ id, revision, hits }) => {
    const chosen = chosenOf(hits, choice).map(placeOf);
    return chosen.length === 0 ? [] : [{ id, revision, hits: chosen }];
  });
  useAcross.setState({ phase: { kind: "replacing" } });
  try {
    const result = await call("library.replace", { query, replacement: writtenReplacement(replacement), choices });
    useAcross.setState({ phase: { kind: "done", result } });
    await refreshLibrary();
  } catch (error) {
    useAcross.setState({ phase: { kind: "failed", message: messageOf(error) } });
  }
}

export async function undoAcross(token: string): Promise<void> {
  useAcross.setState({ phase: { kind: "replacing" } });
  try {
    useAcross.setState({ phase: { kind: "undone", result: await call("library.undoReplace", { token }) } });
    await refreshLibrary();
  } catch (error) {
    useAcross.setState({ phase: { kind: "failed", message: messageOf(error) } });
  }
}
