import { compareReports } from "../../core/compare/compare-reports.ts";
import { type CompareView, viewComparison } from "../../core/compare/compare-view.ts";
import { type Comparison } from "../../core/compare/comparison.ts";
import { sectionStates } from "../../core/compare/section-state.ts";
import { printText } from "../../core/document/assemble.ts";
import { type PrintedBlock } from "../../core/document/printed-block.ts";
import { type Block } from "../../core/document/blocks.ts";
import { type Answer, type Question, type SentPart, type SentView } from "./protocol.ts";

type Held = { readonly year: number; readonly blocks: readonly PrintedBlock[] };

/** Numbers what was sent, so that what did not change is not sent again. */
function createMemory(): (view: CompareView) => SentView {
  let known = new Map<string, number>();
  let last = 0;
  return (view) => {
    const sent = new Map<string, number>();
    const send = ({ block, rows }: CompareView["sections"][number]["parts"][number]): SentPart => {
      const key = JSON.stringify(rows);
      const id = sent.has(key) ? undefined : known.get(key);
      if (id !== undefined) {
        sent.set(key, id);
        return { id, block, rows: null };
      }
      last += 1;
      sent.set(key, last);
      return { id: last, block, rows };
    };
    const sections = view.sections.map((section) => ({ ...section, parts: section.parts.map(send) }));
    known = sent;
    return { ...view, sections };
  };
}

/**
 * What the worker does: holds old texts and the living one, and answers what became of the one in the other. Pure but
 * for what it holds.
 */
export function createComparer(): (question: Question) => Answer | null {
  const sources = new Map<number, Held>();
  let blocks: Block[] = [];
  let remember = createMemory();
  let shown: number | null = null;

  return (question) => {
    switch (question.kind) {
      case "hold":
        sources.set(question.source, {
          year: question.text.year,
          blocks: printText(question.text.blocks, question.text.year),
        });
        return null;
      case "drop":
        sources.delete(question.source);
        return null;
      case "compare": {
        const { change, year, turn } = question;
        blocks = blocks.toSpliced(change.start, change.remove, ...change.blocks);
        const now = printText(blocks, year);
        const compared = new Map<Held, Comparison>();
        const compare = (held: Held): Comparison => {
          const comparison = compared.get(held) ?? compareReports(held, { blocks: now });
          compared.set(held, comparison);
          return comparison;
        };
        const source = question.view === null ? undefined : sources.get(question.view);
        const previous = question.previous === null ? undefined : sources.get(question.previous);
        if (question.view !== shown) remember = createMemory();
        shown = question.view;
        return {
          turn,
          view: source ? remember(viewComparison(compare(source), { old: source.blocks, new: now })) : null,
          states: previous ? [...sectionStates(compare(previous), { fromYear: previous.year, toYear: year })] : null,
        };
      }
    }
  };
}
