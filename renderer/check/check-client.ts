import { type House } from "../../core/check/house-lists.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { type Block } from "../../core/document/blocks.ts";
import { askInTurn, type AskInTurn, type WorkerLike } from "../ask-in-turn.ts";
import { textChange } from "../compare/text-change.ts";
import { type Answer, type Question, type ReportAround } from "./protocol.ts";

/** A report as it is checked. Objects that are the same say the same. */
export type Asked = {
  readonly blocks: readonly Block[];
  readonly around: ReportAround;
  readonly switches: Readonly<Record<string, boolean>>;
  readonly house: House;
};

/** What was found in it. Findings that say the same as before are the same objects. */
export type Checked = {
  readonly asked: Asked;
  readonly findings: readonly KnownFinding[];
  readonly beforeExport: readonly KnownFinding[];
};

/**
 * The window's side of the worker. What changed meanwhile is asked next, and only what changed is sent.
 *
 * @param read the report at the moment of asking; null when there is nothing to check
 * @param onStuck the worker did not answer in time, or failed, and is ended
 */
export function createCheckClient(
  worker: WorkerLike,
  read: () => Asked | null,
  onChecked: (checked: Checked) => void,
  onStuck: () => void,
): AskInTurn {
  let sent: Asked | null = null;
  let findings: readonly KnownFinding[] = [];
  return askInTurn<Answer>(worker, {
    pose: (turn) => {
      const asked = read();
      if (asked === null) return false;
      const question: Question = {
        turn,
        change: textChange(sent?.blocks ?? [], asked.blocks),
        around: asked.around === sent?.around ? null : asked.around,
        switches: asked.switches === sent?.switches ? null : asked.switches,
        house: asked.house === sent?.house ? null : asked.house,
      };
      sent = asked;
      worker.postMessage(question);
      return true;
    },
    onAnswer: (answer) => {
      if (sent === null) return;
      findings = findings.toSpliced(answer.start, answer.remove, ...answer.findings);
      onChecked({ asked: sent, findings, beforeExport: answer.beforeExport });
    },
    onStuck,
  });
}
