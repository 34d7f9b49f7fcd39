import { create } from "zustand";
import { withoutDismissed } from "../../core/check/dismissals.ts";
import { isElementPlace } from "../../core/check/finding.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { type Block } from "../../core/document/blocks.ts";
import { type DismissedFinding } from "../../core/document/dismissed-finding.ts";
import { type Checked } from "./check-client.ts";

/** Which findings the panel lists. */
export type Shown = "all" | "错误" | "提示";
export type Grouping = "section" | "kind";

type SkippedFinding = { readonly finding: KnownFinding; readonly dismissal: DismissedFinding };

type CheckState = {
  /** The last answer; null until there is one. */
  readonly checked: Checked | null;
  /** What is open in it, in the order of the text. */
  readonly findings: readonly KnownFinding[];
  readonly beforeExport: readonly KnownFinding[];
  /** As it is stored with the text. */
  readonly dismissed: readonly DismissedFinding[];
  /** What was found and dismissed: a dismissal whose sentence has changed holds no more. */
  readonly skipped: readonly SkippedFinding[];
  /** The finding at hand. */
  readonly current: string | null;
  /** The row of the finding at hand is to take the keyboard. */
  readonly takesKeyboard: boolean;
  /** The finding that the cursor stands in. */
  readonly atCursor: string | null;
  readonly shown: Shown;
  readonly grouping: Grouping;
  /** What the panel shows: the findings, what can be fixed at once, or what was dismissed. */
  readonly view: "findings" | "fix-all" | "dismissed";
  /** Why nothing is checked any more, until it is asked for again. */
  readonly failure: string | null;
};

const nothing: readonly never[] = [];

const startState: CheckState = {
  checked: null,
  findings: nothing,
  beforeExport: nothing,
  dismissed: nothing,
  skipped: nothing,
  current: null,
  takesKeyboard: false,
  atCursor: null,
  shown: "all",
  grouping: "section",
  view: "findings",
  failure: null,
};

export const useCheck = create<CheckState>()(() => startState);

/** A report was opened: nothing is known of it yet. What the panel lists, and how, stays. */
export function beginChecking(): void {
  const { shown, grouping } = useCheck.getState();
  useCheck.setState({ ...startState, shown, grouping });
}

/** Takes an answer, or another list of what was dismissed. */
export function showChecked(checked: Checked | null, dismissed: readonly DismissedFinding[]): void {
  const before = useCheck.getState();
  if (checked === before.checked && dismissed === before.dismissed) return;
  const findings = withoutDismissed(checked?.findings ?? nothing, dismissed);
  const beforeExport = withoutDismissed(checked?.beforeExport ?? nothing, dismissed);
  const all = [...(checked?.findings ?? nothing), ...(checked?.beforeExport ?? nothing)];
  const skipped = dismissed.flatMap((dismissal): readonly SkippedFinding[] => {
    const finding = all.find(({ rule, sentence }) => rule === dismissal.rule && sentence === dismissal.sentence);
    return finding === undefined ? [] : [{ finding, dismissal }];
  });
  const isThere = findings.some(({ id }) => id === before.current);
  useCheck.setState({ checked, dismissed, skipped, findings, beforeExport, current: isThere ? before.current : null });
}

/** The findings that the panel lists. */
export const shownFindings = ({ findings, shown }: Pick<CheckState, "findings" | "shown">): readonly KnownFinding[] =>
  shown === "all" ? findings : findings.filter(({ severity }) => severity === shown);

/**
 * The finding with its place in the text as it stands now; null where its words have changed since it was found.
 * @param now the blocks as they stand; those that were not changed are the very same objects
 */
export function standsNow<F extends KnownFinding>(
  finding: F,
  checked: Checked,
  now: ReadonlyMap<Block, number>,
): F | null {
  const { place } = finding;
  if (isElementPlace(place)) return finding;
  const block = checked.asked.blocks[place.block];
  const index = block === undefined ? undefined : now.get(block);
  if (index === undefined) return null;
  return index === place.block ? finding : { ...finding, place: { ...place, block: index } };
}

export const indexOfBlocks = (blocks: readonly Block[]): ReadonlyMap<Block, number> =>
  new Map(blocks.map((block, index) => [block, index]));
