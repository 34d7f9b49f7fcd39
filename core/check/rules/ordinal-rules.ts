import { parseOrdinal } from "../../document/numbering.ts";
import { ordinalRuns, type OrdinalRun } from "../../repair/ordinal-runs.ts";
import type { Repair } from "../../repair/repair.ts";
import { type CheckedBlock, type CheckedReport, firstLineOf } from "../checked-report.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";

const standard = { scope: "across", source: "GB/T 9704—2012 7.3.3", strength: "一般" } as const;

const at = (blocks: readonly CheckedBlock[], index: number, message: string): readonly FoundInReport[] => {
  const checked = blocks[index];
  return checked === undefined ? [] : [{ place: firstLineOf(checked, index), message }];
};

/** Blocks whose ordinals a repair speaks of already, and runs that a heading within a paragraph explains. */
function explainedBlocks(repairs: readonly Repair[]): ReadonlySet<number> {
  return new Set(
    repairs.flatMap(({ block, actions }) => [
      ...(actions.some(({ kind }) => kind === "split") ? [block, block + 1] : []),
      ...actions.flatMap((action) => (action.kind === "number" ? [action.block] : [])),
    ]),
  );
}

const isInOrder = (run: OrdinalRun, position: number): boolean =>
  (run[position]?.value ?? 0) === (position === 0 ? 1 : (run[position - 1]?.value ?? 0) + 1);

/** Ordinals that do not go on from the one before, where no repair is certain enough to be offered. */
function gaps(
  report: CheckedReport,
  blocks: readonly CheckedBlock[],
  repairs: readonly Repair[],
): readonly FoundInReport[] {
  const explained = explainedBlocks(repairs);
  return ordinalRuns(report.blocks, report.year).flatMap((run) => {
    if (run.some(({ value, block }) => value === null || explained.has(block))) return [];
    return run.flatMap((item, position) => {
      if (isInOrder(run, position)) return [];
      // a run that begins elsewhere may go on from another part
      if (position === 0 && (item.level > 2 || run.length === 1)) return [];
      const before = run[position - 1];
      const message =
        before === undefined
          ? `同级序号从“${item.printed}”开始，请核对前面是否缺项。`
          : `“${before.printed}”之后是“${item.printed}”，序号不连续，请核对。`;
      return at(blocks, item.block, message);
    });
  });
}

/** Whether a level was met on a heading since the last one of a level above. */
type Met = { readonly level: number; readonly block: number };

/** 1. above （一）: a level of a lower form stands over one of a higher form. */
function reversed({ blocks, year }: CheckedReport, checked: readonly CheckedBlock[]): readonly FoundInReport[] {
  const found: FoundInReport[] = [];
  const items = ordinalRuns(blocks, year)
    .flat()
    .filter(({ block }) => blocks[block]?.kind !== "listItem")
    .sort((one, other) => one.block - other.block);
  let met: Met[] = [];
  let title = -1;
  for (const item of items) {
    const lastTitle = blocks.slice(title + 1, item.block).findLastIndex(({ kind }) => kind === "title");
    if (lastTitle >= 0) {
      met = [];
      title += lastTitle + 1;
    }
    const lower = met.find(({ level }) => level > item.level);
    const isFirst = !met.some(({ level }) => level === item.level);
    if (lower !== undefined && isFirst && item.level > 0) {
      found.push(
        ...at(checked, item.block, `“${item.printed}”出现在下一级序号之后，层次顺序应为“一、”“（一）”“1.”“（1）”。`),
      );
    }
    met = [...met.filter(({ level }) => level <= item.level), { level: item.level, block: item.block }];
  }
  return found;
}

/** An ordinal that was typed into the words of a heading that is numbered, or in front of a line that is none. */
function typedOrdinals({ blocks }: CheckedReport, checked: readonly CheckedBlock[]): readonly FoundInReport[] {
  return checked.flatMap(({ block, texts }, index) => {
    const text = texts[0]?.text ?? "";
    const parsed = parseOrdinal(text);
    if (parsed === null || parsed.rest === "" || parsed.level === 0) return [];
    const isNumbered = (block.kind === "heading" || block.kind === "runInHeading") && block.ordinal.kind !== "none";
    if (isNumbered) return at(checked, index, `标题已有序号，文字里又录入了“${parsed.text}”。`);
    const isLine = block.kind === "paragraph" && block.role === "body" && text.length <= longestLine;
    const hasComputed = blocks.some((one) => one.kind === "heading" && one.ordinal.kind === "computed");
    const isHeading = isLine && parsed.level <= 2 && !/[。；，].|[：；]$/u.test(text) && hasComputed;
    return isHeading ? at(checked, index, `“${parsed.text}”是手工录入的序号，设为标题后会自动编号。`) : [];
  });
}
const longestLine = 40;

function singles({ blocks, year }: CheckedReport, checked: readonly CheckedBlock[]): readonly FoundInReport[] {
  return ordinalRuns(blocks, year).flatMap((run) => {
    const [only] = run;
    return only !== undefined && run.length === 1 ? at(checked, only.block, `这一级只有“${only.printed}”一项。`) : [];
  });
}

export const ordinalRules: readonly AcrossRule[] = [
  {
    ...standard,
    id: "SEQ-1",
    name: "不连续的序号",
    severity: "错误",
    message: "同级序号不连续。",
    find: gaps,
    yes: ["一、主要工作\n全年工作完成，成效明显。\n三、‹下一步工作›\n继续努力，再创佳绩。"],
    no: [
      "一、主要工作\n全年工作完成，成效明显。\n二、下一步工作\n继续努力，再创佳绩。",
      "一、主要工作\n1.完善制度。\n2.加强整改。\n二、下一步工作\n1.加强领导。\n2.强化落实。",
    ],
  },
  {
    ...standard,
    id: "SEQ-3",
    name: "层次顺序颠倒",
    severity: "错误",
    message: "序号的层次顺序颠倒。",
    find: reversed,
    yes: [
      "一、主要工作\n1.完善制度\n全年工作完成，成效明显。\n（一）‹审计制度›\n修订制度三项，成效明显。\n（二）整改制度\n修订制度两项，成效明显。",
    ],
    no: [
      "一、主要工作\n（一）审计制度\n1.完善制度\n修订制度三项，成效明显。\n（二）整改制度\n修订制度两项，成效明显。\n二、下一步工作\n继续努力。",
    ],
  },
  {
    ...standard,
    id: "SEQ-5",
    name: "一级只有一项",
    severity: "提示",
    isOff: true,
    message: "这一级只有一项。",
    find: singles,
    yes: ["一、主要工作\n（一）‹审计制度›\n修订制度三项，成效明显。\n二、下一步工作\n继续努力。"],
    no: ["一、主要工作\n修订制度三项，成效明显。\n二、下一步工作\n继续努力。"],
  },
  {
    ...standard,
    id: "SEQ-6",
    name: "手工录入的序号",
    severity: "提示",
    message: "序号是手工录入的。",
    find: typedOrdinals,
    yes: ["一、主要工作\n（一）‹（一）审计制度›\n修订制度三项，成效明显。\n二、下一步工作\n继续努力。"],
    no: ["一、主要工作\n（一）审计制度\n修订制度三项，成效明显。\n二、下一步工作\n继续努力。"],
  },
];
