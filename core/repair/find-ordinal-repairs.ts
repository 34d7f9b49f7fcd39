import { lineExcerpt } from "./excerpt.ts";
import { inFullWidth, usualMarks } from "./ordinal-marks.ts";
import { type OrdinalItem as Item, type OrdinalRun as Run, ordinalRuns } from "./ordinal-runs.ts";
import type { Repair, RepairKind } from "./repair.ts";
import type { Tally } from "./text-finding.ts";
import type { Block } from "../document/blocks.ts";
import { formatOrdinal, parseOrdinal } from "../document/numbering.ts";

/** No report counts on so far. */
const mostItems = 300;

function repairOf(kind: RepairKind, isSafe: boolean, changed: readonly { item: Item; number: string }[]): Repair[] {
  const [first] = changed;
  if (first === undefined) return [];
  const last = changed.at(-1) ?? first;
  const behind = changed.length > 1 ? `…${last.item.printed}` : "";
  const behindAfter = changed.length > 1 ? `…${last.number}` : "";
  const words = lineExcerpt(first.item.words.slice(0, 30));
  return [
    {
      id: `${kind}-${first.item.block}`,
      kind,
      isSafe,
      block: first.item.block,
      before: `${first.item.printed}${words}${behind}`,
      after: `${first.number}${words}${behindAfter}`,
      actions: changed.map(({ item, number }) => ({ kind: "number", block: item.block, number })),
    },
  ];
}

/** 第二节 has no form in the standard; the count of chapters, sections and parts is not told apart here. */
const standardForm = (item: Item, value: number): string =>
  item.level === 0 ? item.printed : formatOrdinal(item.level, value);

/** Marks of an ordinal that counts rightly: (一), 1、, （一）、 and a number typed by hand. */
function findMarks(run: Run, isUsual: (item: Item) => boolean): readonly Repair[] {
  return run.flatMap((item) => {
    if (item.level === 0 || item.isWrongForm || item.value === null || item.value > 99) return [];
    if (item.ordinal.kind === "computed") return [];
    const number = standardForm(item, item.value);
    // 1） may be a level of its own below （1）
    const isWide = inFullWidth(item.printed) === number;
    const isClear = !/^[0-9０-９]+[）)]$/u.test(item.printed) && (isWide || !isUsual(item));
    if (number !== item.printed) return repairOf("ordinal-marks", isClear, [{ item, number }]);
    return item.value === item.expected ? repairOf("ordinal-typed", true, [{ item, number }]) : [];
  });
}

/** （1） where （一） belongs: what a lost automatic number leaves. Any other form may be a list of its own. */
const keptBrackets = ({ isWrongForm, level, printed }: Item): boolean =>
  isWrongForm && level === 2 && /^[（(][0-9０-９]+[）)]$/u.test(printed);

/** Ordinals of a run that do not count one by one. */
function findSequence(run: Run, tally: Tally): readonly Repair[] {
  const [first] = run;
  if (first === undefined || first.level === 0 || run.some(({ value }) => value === null)) return [];
  if (run.length > mostItems) return [];
  const values = run.map(({ value }) => value ?? 0);
  const wrongForms = run.filter(({ isWrongForm }) => isWrongForm);
  // 1、 on top throughout is how this outline is written
  if (wrongForms.length * 2 > run.length && run.length > 1) {
    tally.add("ordinal-style", wrongForms.length);
    return [];
  }
  const isRight = values.every((value, at) => value === (values[0] ?? 0) + at);
  if (isRight && values[0] === 1) {
    return wrongForms.flatMap((item) =>
      repairOf("ordinal-form", run.length > 1 && keptBrackets(item), [
        { item, number: standardForm(item, item.value ?? 0) },
      ]),
    );
  }
  const wrong = run
    .map((item, at) => ({ item, number: standardForm(item, at + 1) }))
    .filter(
      ({ item, number }) => item.printed !== number && (item.value !== parseOrdinal(number)?.value || item.isWrongForm),
    );
  // a run that does not begin with 一 may go on from elsewhere, and one that jumps far may be two
  const jumps = values.some((value, at) => Math.abs(value - (at + 1)) > 3);
  const fallsBack = values.some((value, at) => value < (values[at - 1] ?? 0) && run[at]?.isWrongForm === false);
  if (values[0] !== 1 || jumps || fallsBack || run.length < 3) {
    tally.add(
      "ordinal-unclear",
      values.filter((value, at) => at > 0 && value !== (values[at - 1] ?? 0) + 1).length || 1,
    );
    return [];
  }
  const others = run.filter((_, at) => values[at] === at + 1).length;
  // one lost number among right ones, with the right one behind it: no doubt is left
  const [only] = wrong;
  const isCertain = wrong.length === 1 && only !== undefined && keptBrackets(only.item) && others === run.length - 1;
  const repairs = repairOf(isCertain ? "ordinal-form" : "ordinal-sequence", isCertain, wrong);
  return repairs.map((repair) => ({ ...repair, actions: [...repair.actions, ...countingAlong(run, wrong)] }));
}

/** Numbers of a run that were kept as typed only because of the wrong one: behind a repair they count along again. */
function countingAlong(run: Run, wrong: readonly { readonly item: Item }[]): Repair["actions"] {
  const changed = new Set(wrong.map(({ item }) => item));
  return run.flatMap((item, at) => {
    const { block, printed, ordinal } = item;
    const counts = ordinal.kind === "typed" && !changed.has(item) && printed === standardForm(item, at + 1);
    return counts ? [{ kind: "number" as const, block, number: printed }] : [];
  });
}

/** One ordinal that stands alone on a lower level and is missing on the one above: （1） where （四） belongs. */
type Misplaced = { readonly only: Item; readonly before: Item; readonly next: Item };

/** Where a block stands in a run, whose blocks ascend. */
function placeIn(run: Run, block: number): number {
  let [low, high] = [0, run.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((run[middle]?.block ?? block) < block) low = middle + 1;
    else high = middle;
  }
  return run[low]?.block === block ? low : -1;
}

function findMisplaced(run: Run, runOf: ReadonlyMap<number, Run>, blocks: readonly Block[]): Misplaced | null {
  const [only] = run;
  if (run.length !== 1 || only === undefined || only.level < 3 || only.value !== 1) return null;
  for (let index = only.block - 1; index >= 0; index -= 1) {
    const above = runOf.get(index);
    const at = above === undefined ? -1 : placeIn(above, index);
    const [before, next] = [above?.[at], above?.[at + 1]];
    if (before === undefined) continue;
    if (before.level >= only.level || next === undefined || before.value === null) return null;
    const isGap = next.value === before.value + 2 && next.block > only.block;
    return isGap && blocks[only.block]?.kind === blocks[index]?.kind ? { only, before, next } : null;
  }
  return null;
}

function repairMisplaced({ only, before, next }: Misplaced): readonly Repair[] {
  const { level } = before;
  const number = formatOrdinal(level, (before.value ?? 0) + 1);
  return repairOf("ordinal-form", true, [{ item: only, number }]).map((repair) => ({
    ...repair,
    actions: [
      { kind: "number", block: only.block, number, level },
      // what follows counts along again
      { kind: "number", block: next.block, number: next.printed },
    ],
  }));
}

/**
 * Lost, doubled and wrong ordinals, and those whose marks are not the standard's.
 * @param isExplained whether headings that have run into a paragraph stand between two blocks: numbers that seem to be
 * missing there are not
 */
export function findOrdinalRepairs(
  blocks: readonly Block[],
  isExplained: (from: number, to: number) => boolean,
  year: number,
  tally: Tally,
): readonly Repair[] {
  const runs = ordinalRuns(blocks, year);
  const runOf = new Map(runs.flatMap((run) => run.map(({ block }): [number, Run] => [block, run])));
  const repairs: Repair[] = [];
  const settled = new Set<Run>();
  for (const run of runs) {
    const misplaced = findMisplaced(run, runOf, blocks);
    if (misplaced === null) continue;
    settled.add(run).add(runOf.get(misplaced.before.block) ?? run);
    repairs.push(...repairMisplaced(misplaced));
  }
  for (const run of runs) {
    if (settled.has(run) || isExplained(run[0]?.block ?? 0, run.at(-1)?.block ?? 0)) continue;
    repairs.push(...findSequence(run, tally));
  }
  const taken = new Set(
    repairs.flatMap(({ actions }) => actions.flatMap((action) => (action.kind === "number" ? [action.block] : []))),
  );
  const isUsual = usualMarks(runs.flat());
  const marks = runs.flatMap((run) => findMarks(run, isUsual)).filter(({ block }) => !taken.has(block));
  return [...repairs, ...marks];
}
