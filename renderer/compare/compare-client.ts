import { askInTurn, type AskInTurn, type WorkerLike } from "../ask-in-turn.ts";
import { type SectionState } from "../../core/compare/section-state.ts";
import { type Block } from "../../core/document/blocks.ts";
import { type ViewRow } from "../../core/compare/compare-view.ts";
import { type Answer, type OldText, type Question, type ShownSection, type ShownView } from "./protocol.ts";
import { textChange } from "./text-change.ts";

/** The texts a question is about; null = none. */
type Asked = {
  readonly blocks: readonly Block[];
  readonly year: number;
  readonly view: OldText | null;
  readonly previous: OldText | null;
};

export type Compared = {
  readonly view: ShownView | null;
  readonly states: ReadonlyMap<number, SectionState> | null;
};

const isSameSection = (one: ShownSection, other: ShownSection | undefined): boolean =>
  one.block === other?.block &&
  one.name === other.name &&
  one.under === other.under &&
  one.similarity === other.similarity &&
  one.parts.length === other.parts.length &&
  one.parts.every(({ id, block }, at) => id === other.parts[at]?.id && block === other.parts[at].block);

/** What says the same as before is the same object, so that only what changed is drawn anew. */
function keepSame(before: ShownView | null, now: ShownView): ShownView {
  if (before === null) return now;
  const byFirstPart = new Map(before.sections.map((section) => [section.parts[0]?.id, section]));
  const sections = now.sections.map((section) => {
    const old = byFirstPart.get(section.parts[0]?.id);
    return old !== undefined && isSameSection(section, old) ? old : section;
  });
  const runs = JSON.stringify(before.runs) === JSON.stringify(now.runs) ? before.runs : now.runs;
  return { ...now, sections, runs };
}

/**
 * The window's side of the worker. What changed meanwhile is asked next, and only blocks that changed are sent.
 *
 * @param read the texts at the moment of asking; null when there is nothing to compare
 * @param onStuck the worker did not answer in time, or failed, and is ended
 */
export function createCompareClient(
  worker: WorkerLike,
  read: () => Asked | null,
  onCompared: (compared: Compared) => void,
  onStuck: () => void,
): AskInTurn {
  let sent: readonly Block[] = [];
  const sources = new Map<OldText, number>();
  let parts = new Map<number, readonly ViewRow[]>();
  let last: ShownView | null = null;
  let lastSource = 0;
  let asked: Asked | null = null;

  const post = (question: Question): void => worker.postMessage(question);
  const sourceOf = (text: OldText | null): number | null => {
    if (text === null) return null;
    const known = sources.get(text);
    if (known !== undefined) return known;
    const source = (lastSource += 1);
    sources.set(text, source);
    post({ kind: "hold", source, text });
    return source;
  };
  const dropUnused = (used: readonly (OldText | null)[]): void => {
    for (const [text, source] of sources) {
      if (used.includes(text)) continue;
      sources.delete(text);
      post({ kind: "drop", source });
    }
  };
  const shown = ({ view }: Answer): ShownView | null => {
    if (view === null) return null;
    const next = new Map<number, readonly ViewRow[]>();
    const sections = view.sections.map((section) => ({
      ...section,
      parts: section.parts.map(({ id, block, rows }) => {
        const own = rows ?? parts.get(id) ?? [];
        next.set(id, own);
        return { id, block, rows: own };
      }),
    }));
    parts = next;
    last = keepSame(last, { ...view, sections });
    return last;
  };
  return askInTurn<Answer>(worker, {
    pose: (turn) => {
      asked = read();
      if (asked === null) return false;
      dropUnused([asked.view, asked.previous]);
      const view = sourceOf(asked.view);
      const previous = sourceOf(asked.previous);
      const change = textChange(sent, asked.blocks);
      sent = asked.blocks;
      post({ kind: "compare", turn, change, year: asked.year, view, previous });
      return true;
    },
    onAnswer: (answer, isWanted) => {
      const view = shown(answer);
      // what was asked about another report meanwhile is on its way; the answer for the last one shows nothing
      const isStale = isWanted && read()?.view !== asked?.view;
      if (!isStale) onCompared({ view, states: answer.states === null ? null : new Map(answer.states) });
    },
    onStuck,
  });
}
