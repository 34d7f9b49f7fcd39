import { withDismissed, withoutEntries } from "../../core/check/dismissals.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { type DismissedFinding } from "../../core/document/dismissed-finding.ts";
import { placedTexts } from "../../core/document/placed-texts.ts";
import { reviewerName } from "../settings/reviewer-name.ts";
import { isWritable, useStore } from "../store.ts";
import { useCheck } from "./check-store.ts";

const LONGEST_REASON = 500;

/** All that stands in the open report, as dismissals name it. */
function standingText(): string {
  const { editor, fields } = useStore.getState();
  const year = fields?.year ?? 0;
  const texts = (editor?.getBlocks() ?? []).flatMap((block, index) =>
    placedTexts(block, index, year).map(({ inlines }) =>
      inlineText(
        inlines.map(({ inline }) => inline),
        year,
      ),
    ),
  );
  return [
    ...texts,
    ...Object.values(fields?.meta ?? {})
      .flat()
      .filter((value) => typeof value === "string"),
  ].join("\n");
}

/** 不改: the finding is not told again as long as its sentence stands as it stands. One undo step. */
export function dismissFinding({ rule, sentence }: KnownFinding, reason: string): void {
  const state = useStore.getState();
  const { editor } = state;
  if (!editor || !isWritable(state)) return;
  const { checked } = useCheck.getState();
  const text = standingText();
  const isFound = (one: DismissedFinding): boolean =>
    checked?.findings.some((finding) => finding.rule === one.rule && finding.sentence === one.sentence) === true;
  const entry = {
    rule,
    sentence,
    reason: reason.trim().slice(0, LONGEST_REASON),
    by: reviewerName(state),
    at: new Date().toISOString(),
  };
  const stands = (one: DismissedFinding): boolean => text.includes(one.sentence) || isFound(one);
  editor.findings.setDismissed(withDismissed(editor.findings.getDismissed(), [entry], stands));
}

/** Tells dismissed findings again. One undo step. */
export function restoreFindings(restored: readonly DismissedFinding[]): void {
  const { editor } = useStore.getState();
  editor?.findings.setDismissed(withoutEntries(editor.findings.getDismissed(), restored));
}
