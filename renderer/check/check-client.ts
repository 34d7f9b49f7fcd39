import { type KnownFinding } from "../../core/check/known-findings.ts";
import { type Block } from "../../core/document/blocks.ts";
import { textChange } from "../compare/text-change.ts";
import { type Answer, type Question, type ReportAround } from "./protocol.ts";

/** A report as it is checked. Objects that are the same say the same. */
export type Asked = {
  readonly blocks: readonly Block[];
  readonly around: ReportAround;
  readonly switches: Readonly<Record<string, boolean>>;
};

/** What was found in it. Findings that say the same as before are the same objects. */
export type Checked = {
  readonly asked: Asked;
  readonly findings: readonly KnownFinding[];
  readonly beforeExport: readonly KnownFinding[];
};

export type CheckClient = {
  /** Checks the text as it stands when the worker is free: of several questions meanwhile the last one counts. */
  readonly ask: () => void;
  readonly stop: () => void;
};

type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/** A report of 200 pages is checked in a second. */
const ANSWER_WITHIN_MS = 60_000;

/**
 * The window's side of the worker. One question at a time; what changed meanwhile is asked next, and only what changed
 * is sent.
 *
 * @param read the report at the moment of asking; null when there is nothing to check
 * @param onStuck the worker did not answer in time, or failed, and is ended
 */
export function createCheckClient(
  worker: WorkerLike,
  read: () => Asked | null,
  onChecked: (checked: Checked) => void,
  onStuck: () => void,
): CheckClient {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent: Asked | null = null;
  let findings: readonly KnownFinding[] = [];
  let turn = 0;
  let isBusy = false;
  let isWanted = false;

  const stop = (): void => {
    clearTimeout(timer);
    worker.terminate();
  };
  const giveUp = (): void => {
    stop();
    onStuck();
  };
  const ask = (): void => {
    if (isBusy) {
      isWanted = true;
      return;
    }
    isWanted = false;
    const asked = read();
    if (asked === null) return;
    const question: Question = {
      turn: (turn += 1),
      change: textChange(sent?.blocks ?? [], asked.blocks),
      around: asked.around === sent?.around ? null : asked.around,
      switches: asked.switches === sent?.switches ? null : asked.switches,
    };
    sent = asked;
    isBusy = true;
    timer = setTimeout(giveUp, ANSWER_WITHIN_MS);
    worker.postMessage(question);
  };
  worker.addEventListener("message", (event) => {
    const answer = (event as MessageEvent<Answer>).data;
    if (answer.turn !== turn || sent === null) return;
    isBusy = false;
    clearTimeout(timer);
    findings = findings.toSpliced(answer.start, answer.remove, ...answer.findings);
    onChecked({ asked: sent, findings, beforeExport: answer.beforeExport });
    if (isWanted) ask();
  });
  worker.addEventListener("error", (event) => {
    console.error(event.message);
    giveUp();
  });
  return { ask, stop };
}
