import { dismissedBy } from "../../core/check/dismissals.ts";
import { notAFigure, type ShownProposal } from "../../core/figures/shown-proposals.ts";
import { type Block } from "../../core/document/blocks.ts";
import { askInTurn, type AskInTurn } from "../ask-in-turn.ts";
import { type EditorHandle } from "../editor/session/editor-handle.ts";
import { whenIdle } from "../editor/session/when-idle.ts";
import { shownPanel } from "../panels/shown-panel.ts";
import { useStore } from "../store.ts";
import { beginFigures, useFigures } from "./figures-store.ts";
import { type Answer, type Question } from "./protocol.ts";

/** Places and proposals follow typing after this pause, while the panel is open. */
const QUIET_MS = 600;

/** Keeps the panel's view of the ledger with the text that is written. Returns the way to stop. */
export function followFigures(editor: EditorHandle): () => void {
  let client: AskInTurn | null = null;
  let asked: readonly Block[] = [];
  const isShown = (): boolean => shownPanel(useStore.getState()) === "figures";

  const showLedger = (): void => {
    const figures = editor.figures.read();
    const before = useFigures.getState();
    if (figures === before.figures) return;
    const isGone = before.current !== null && !Object.hasOwn(figures, before.current);
    useFigures.setState({
      figures,
      counts: editor.figures.countPlaces(),
      ...(isGone && { current: null, isOpen: false }),
    });
  };
  const startClient = (): AskInTurn => {
    const worker = new Worker(new URL("./figures-worker.ts", import.meta.url), { type: "module" });
    return askInTurn<Answer>(worker, {
      pose: (turn) => {
        const { fields, opened } = useStore.getState();
        if (!fields || !opened) return false;
        asked = editor.getBlocks();
        const { meta, year } = fields;
        const taken = Object.keys(editor.figures.read());
        const { previous } = opened.report;
        const question: Question = { turn, text: { blocks: asked, meta, year, previous, taken } };
        worker.postMessage(question);
        return true;
      },
      onAnswer: ({ proposals }) => {
        useFigures.setState({ proposed: { proposals, blocks: asked } });
        showOpen(editor);
      },
      onStuck: () => {
        client = null;
      },
    });
  };
  const ask = (): void => {
    if (!isShown()) return;
    useFigures.setState({ counts: editor.figures.countPlaces() });
    client ??= startClient();
    client.ask();
  };
  const soon = whenIdle(QUIET_MS, ask);

  beginFigures();
  showLedger();
  ask();
  const stops = [
    editor.onTextChange(() => {
      showLedger();
      if (isShown()) {
        showOpen(editor);
        soon.soon();
      }
    }),
    editor.figures.onCursor((id) => {
      if (id !== null && isShown() && id !== useFigures.getState().current) {
        useFigures.setState({ current: id, isOpen: false });
      }
    }),
    useStore.subscribe((state, before) => {
      if (shownPanel(state) !== shownPanel(before)) {
        if (isShown()) ask();
        paint(editor);
      } else if (state.fields !== before.fields && isShown()) soon.soon();
    }),
    useFigures.subscribe((state, before) => {
      if (state.current !== before.current || state.open !== before.open || state.proposal !== before.proposal)
        paint(editor);
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    soon.stop();
    client?.stop();
    editor.figures.paintCandidates([], null);
  };
}

/** What of the proposals is still open: neither bound since nor 不是数据. */
export function showOpen(editor: EditorHandle): void {
  const { proposed, proposal, open } = useFigures.getState();
  if (proposed === null) return;
  const isDismissed = dismissedBy(editor.findings.getDismissed());
  const standing = new Set(editor.getBlocks());
  const left = proposed.proposals.filter(
    (one) =>
      !isDismissed(notAFigure(one)) &&
      one.places.every(({ place }) => {
        const block = proposed.blocks[place.block];
        return block !== undefined && standing.has(block);
      }),
  );
  const isSame = left.length === open.length && left.every((one, index) => one === open[index]);
  if (isSame) return;
  useFigures.setState({ open: left, proposal: nextAfter(open, left, proposal) });
}

/** The proposal at hand, or what comes after it where it is settled. */
function nextAfter(before: readonly ShownProposal[], left: readonly ShownProposal[], id: string | null): string | null {
  if (id === null || left.some((one) => one.id === id)) return id ?? left[0]?.id ?? null;
  const behind = before.slice(before.findIndex((one) => one.id === id) + 1);
  const next = behind.find((one) => left.some((other) => other.id === one.id));
  return (next ?? left[0])?.id ?? null;
}

/** The candidates are dotted, and the one at hand stands out, while the panel is open. */
function paint(editor: EditorHandle): void {
  const { open, proposed, proposal, current } = useFigures.getState();
  const isShown = shownPanel(useStore.getState()) === "figures";
  editor.figures.show(isShown ? current : null);
  if (!isShown || proposed === null) {
    editor.figures.paintCandidates([], null);
    return;
  }
  const now = new Map(editor.getBlocks().map((block, index) => [block, index]));
  const marks = open.flatMap(({ id, places }) =>
    places.flatMap(({ place }) => {
      const block = proposed.blocks[place.block];
      const index = block === undefined ? undefined : now.get(block);
      return index === undefined ? [] : [{ id, kind: "candidate" as const, place: { ...place, block: index } }];
    }),
  );
  editor.figures.paintCandidates(
    marks.toSorted((a, b) => a.place.block - b.place.block),
    proposal,
  );
}

/** Where a proposal stands now; the blocks that it was found in are the very same objects. */
export function standingProposal(one: ShownProposal, blocks: readonly Block[]): ShownProposal | null {
  const { proposed } = useFigures.getState();
  const index = new Map(blocks.map((block, at) => [block, at]));
  const places = one.places.flatMap((place) => {
    const block = proposed?.blocks[place.place.block];
    const at = block === undefined ? undefined : index.get(block);
    return at === undefined ? [] : [{ ...place, place: { ...place.place, block: at } }];
  });
  return places.length === one.places.length ? { ...one, places } : null;
}
