import type { ComparedSentence, Sentence, Share, UnchangedRun } from "./comparison.ts";

/** One sentence that stayed is no news; two in a row are. */
const MIN_SENTENCES = 2;

const isText = ({ kind }: Sentence): boolean => kind === "body" || kind === "cell";

/**
 * 连续未改的句子: the longest stretches of at least two sentences that follow each other in the new report and stand
 * word for word in the old one, either all kept or all moved. `shares` belong to `sentences`, one each.
 */
export function findUnchangedRuns(
  sentences: readonly ComparedSentence[],
  shares: readonly Share[],
): readonly UnchangedRun[] {
  const runs: UnchangedRun[] = [];
  let run: UnchangedRun | null = null;
  let runStatus: ComparedSentence["status"] | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const { status } = sentence;
    if (status !== runStatus) run = null;
    runStatus = status;
    if ((status !== "kept" && status !== "moved") || !isText(sentence.new)) continue;
    const before: UnchangedRun = run ?? { first: index, last: index, sentences: 0, characters: 0 };
    if (run !== null) runs.pop();
    run = {
      ...before,
      last: index,
      sentences: before.sentences + 1,
      characters: before.characters + (shares[index]?.characters ?? 0),
    };
    runs.push(run);
  }
  return runs.filter((found) => found.sentences >= MIN_SENTENCES);
}
