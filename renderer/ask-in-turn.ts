/** The part of a worker that is spoken to. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

type Conversation<Answer> = {
  /** Sends the question as things stand now, under its number. False when there is nothing to ask. */
  readonly pose: (turn: number) => boolean;
  /** @param isWanted another question has come up meanwhile and is posed next */
  readonly onAnswer: (answer: Answer, isWanted: boolean) => void;
  /** The worker did not answer in time, or failed, and is ended. */
  readonly onStuck: () => void;
};

export type AskInTurn = {
  /** Asks when the worker is free: of several questions meanwhile the last one counts. */
  readonly ask: () => void;
  readonly stop: () => void;
};

/** A report of 200 pages is compared in three seconds, and checked in one. */
const ANSWER_WITHIN_MS = 60_000;

/** Asks a worker one question at a time; an answer names the number of its question. */
export function askInTurn<Answer extends { readonly turn: number }>(
  worker: WorkerLike,
  { pose, onAnswer, onStuck }: Conversation<Answer>,
): AskInTurn {
  let timer: ReturnType<typeof setTimeout> | undefined;
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
    isBusy = pose((turn += 1));
    if (isBusy) timer = setTimeout(giveUp, ANSWER_WITHIN_MS);
  };
  worker.addEventListener("message", (event) => {
    const answer = (event as MessageEvent<Answer>).data;
    if (answer.turn !== turn) return;
    isBusy = false;
    clearTimeout(timer);
    onAnswer(answer, isWanted);
    if (isWanted) ask();
  });
  worker.addEventListener("error", (event) => {
    console.error(event.message);
    giveUp();
  });
  return { ask, stop };
}
