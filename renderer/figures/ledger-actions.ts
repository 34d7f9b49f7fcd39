import { withDismissed } from "../../core/check/dismissals.ts";
import { type Block } from "../../core/document/blocks.ts";
import { type Figures } from "../../core/document/figures.ts";
import { bindInBlocks } from "../../core/figures/bind-figures.ts";
import { changeFigure, confirmFigures, type FigureChange, removeFigures } from "../../core/figures/change-figure.ts";
import { type FigureProblem, isProblem } from "../../core/figures/figure-problem.ts";
import { isConfirmed } from "../../core/figures/is-confirmed.ts";
import { readNumber } from "../../core/figures/printed-number.ts";
import { joinedTo } from "../../core/figures/join-figure.ts";
import { isWellNamed, type ProposedFigure } from "../../core/figures/propose-figures.ts";
import { notAFigure, type ShownProposal } from "../../core/figures/shown-proposals.ts";
import { type SelectedWords } from "../editor/figures/editor-figures.ts";
import { reviewerName } from "../settings/reviewer-name.ts";
import { isWritable, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { showOpen, standingProposal } from "./follow-figures.ts";
import { ledgerNow, openFigure, takeFigure, useFigures } from "./figures-store.ts";

function tell(problem: FigureProblem | null): boolean {
  if (problem !== null) announce({ message: problem.problem, tone: "failure" });
  return problem === null;
}

/** Changes one figure; the problem is for the field that it was written in. */
export function changeInLedger(id: string, change: FigureChange): FigureProblem | null {
  const next = changeFigure(ledgerNow(), id, change);
  return isProblem(next) ? next : (useStore.getState().editor?.figures.write(next) ?? null);
}

/** 核对 by the reviewer, or open again. */
export function confirmInLedger(ids: ReadonlySet<string>, isDone: boolean): void {
  const state = useStore.getState();
  const by = { by: reviewerName(state), at: new Date().toISOString() };
  tell(state.editor?.figures.write(confirmFigures(ledgerNow(), ids, isDone ? by : null)) ?? null);
}

/** Takes a figure out of the ledger: its places stay as text. One undo step. */
export function removeFromLedger(id: string): void {
  const { editor } = useStore.getState();
  const figures = ledgerNow();
  const next = removeFigures(figures, new Set([id]));
  if (isProblem(next)) {
    tell(next);
    return;
  }
  editor?.figures.remove(next, new Set([id]));
  announce({ message: `“${figures[id]?.name ?? ""}”已移出台账，正文中的数字不变。按 Ctrl+Z 取回。` });
}

/** A figure with nothing said of it yet, at the end of the ledger, with its fields open. */
export function addToLedger(): void {
  const figures = ledgerNow();
  const id = `n${crypto.randomUUID()}`;
  const name = freeName(figures);
  const empty = {
    name,
    value: "",
    unit: "",
    asOf: "",
    department: "",
    confirmed: null,
    note: "",
    lastYear: "",
  } as const;
  const next: Figures | FigureProblem = {
    ...figures,
    [id]: { ...empty, formula: null, decimals: null, rounding: "halfUp" },
  };
  if (tell(useStore.getState().editor?.figures.write(next) ?? null))
    takeFigure(id, { isOpen: true, takesKeyboard: true });
}

function freeName(figures: Figures): string {
  const names = new Set(Object.values(figures).map(({ name }) => name));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? "新数据" : `新数据 ${count}`;
    if (!names.has(name)) return name;
  }
}

/**
 * Binds proposals, in one undo step. Those whose words have changed since they were found are left.
 * @param joins what becomes more places of a figure that the ledger has, by the proposals' ids
 */
export function bindProposals(
  chosen: readonly ShownProposal[],
  joins: ReadonlyMap<string, string> = new Map(),
): number {
  const state = useStore.getState();
  const { editor, fields } = state;
  if (!editor || !fields || !isWritable(state)) return 0;
  const figures = ledgerNow();
  const blocks = editor.getBlocks();
  const standing = chosen.flatMap((one) => standingProposal(one, blocks) ?? []);
  const proposed = standing.map((one): ProposedFigure => {
    const id = joins.get(one.id);
    const figure = id === undefined ? undefined : figures[id];
    return id === undefined || figure === undefined ? one : joinedTo(one, id, figure.unit);
  });
  if (proposed.length === 0) {
    announce({ message: "这一处的文字刚刚改过，没有绑定。请看过再绑定。" });
    return 0;
  }
  const done = bindInBlocks({ blocks, figures }, proposed, fields.year);
  if (isProblem(done)) {
    tell(done);
    return 0;
  }
  const bound = new Set(standing.map(({ id }) => id));
  editor.figures.bind(done.blocks, settledBefore(done.figures, figures, proposed));
  keepProposals(blocks, editor.getBlocks(), bound);
  return proposed.length;
}

/** Binding changes no words: what else was found in the same lines still stands there. */
function keepProposals(before: readonly Block[], now: readonly Block[], bound: ReadonlySet<string>): void {
  const { proposed } = useFigures.getState();
  const { editor } = useStore.getState();
  if (proposed === null || !editor) return;
  const indexOf = new Map(before.map((block, index) => [block, index]));
  const blocks = proposed.blocks.map((block) => now[indexOf.get(block) ?? -1] ?? block);
  const proposals = proposed.proposals.filter(({ id }) => !bound.has(id));
  useFigures.setState({ proposed: { proposals, blocks } });
  showOpen(editor);
}

/** A number whose item of the review was settled already is bound as a figure that is confirmed. */
function settledBefore(next: Figures, before: Figures, bound: readonly ProposedFigure[]): Figures {
  const entries = useStore.getState().editor?.review.getSnapshot().entries ?? [];
  let figures = next;
  for (const { id, places } of bound) {
    if (Object.hasOwn(before, id)) continue;
    const settled = entries.find(
      ({ state, at, place }) =>
        state !== "pending" &&
        at !== null &&
        places.some(
          (one) =>
            place?.block === one.place.block &&
            place.row === one.place.row &&
            place.cell === one.place.cell &&
            place.start < one.place.end &&
            one.place.start < place.end,
        ),
    );
    if (settled?.at) figures = confirmFigures(figures, new Set([id]), { by: settled.by, at: settled.at });
  }
  return figures;
}

/** 全部绑定: all that are named well enough to be bound without a look. */
export function bindSafe(): void {
  const safe = useFigures.getState().open.filter(isWellNamed);
  const count = bindProposals(safe);
  if (count > 0) announce({ message: `已绑定 ${count} 项数据，正文没有改动。按 Ctrl+Z 可以一次撤销。` });
}

/** 不是数据: not offered again as long as the sentence stands as it stands. One undo step. */
export function setAside(proposal: ShownProposal): void {
  const state = useStore.getState();
  const { editor } = state;
  if (!editor || !isWritable(state)) return;
  const entry = { ...notAFigure(proposal), reason: "", by: reviewerName(state), at: new Date().toISOString() };
  editor.findings.setDismissed(withDismissed(editor.findings.getDismissed(), [entry], () => true));
}

/** The next or former proposal is at hand, and shown in the page. */
export function stepProposal(step: 1 | -1): void {
  const { open, proposal } = useFigures.getState();
  const at = open.findIndex(({ id }) => id === proposal);
  const next = open[(Math.max(at, 0) + step + open.length) % open.length];
  if (next) showProposal(next);
}

export function showProposal(proposal: ShownProposal): void {
  const { editor } = useStore.getState();
  useFigures.setState({ proposal: proposal.id });
  const [first] = (editor && standingProposal(proposal, editor.getBlocks()))?.places ?? [];
  if (first) editor?.places.show(first.place);
}

/** How many figures of the ledger are open (待核对). */
export const countOpen = (figures: Figures): number =>
  Object.keys(figures).filter((id) => !isConfirmed(figures, id)).length;

/** Makes a selected number with its unit a figure, and opens its fields. */
export function bindNumberAt({ place, text }: SelectedWords, name: string): void {
  const { editor, fields } = useStore.getState();
  const start = text.length - text.trimStart().length;
  const number = readNumber(text.trim());
  if (!editor || !fields || number === null) return;
  const id = `n${crypto.randomUUID()}`;
  const unit = number.rest.trim();
  const at = { ...place, start: place.start + start, end: place.start + start + text.trim().length };
  const proposed = { id, name, value: number.value, unit, lastYear: "", places: [{ place: at, display: null }] };
  const done = bindInBlocks({ blocks: editor.getBlocks(), figures: ledgerNow() }, [proposed], fields.year);
  if (isProblem(done)) {
    tell(done);
    return;
  }
  editor.figures.bind(done.blocks, settledBefore(done.figures, ledgerNow(), [proposed]));
  openFigure(id, true);
}
