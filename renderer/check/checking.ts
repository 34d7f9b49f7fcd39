import { rulesOn } from "../../core/check/choose-rules.ts";
import { type Checker, createChecker } from "../../core/check/create-checker.ts";
import { emptyHouse, type House } from "../../core/check/house-lists.ts";
import { type KnownFinding, knownFindings } from "../../core/check/known-findings.ts";
import { rules } from "../../core/check/rules.ts";
import { type Block } from "../../core/document/blocks.ts";
import { type Answer, type Question, type ReportAround } from "./protocol.ts";

/** Looked for whenever a report is checked, and shown only when it is exported, unless the house wants it always. */
const BEFORE_EXPORT = "PR-1";

/** What has to be sent so that `before` becomes `after`. */
function findingsChange(before: readonly KnownFinding[], beforeKeys: readonly string[], after: readonly string[]) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && beforeKeys[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && beforeKeys[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, remove: before.length - start - same, end: after.length - same };
}

/** What the worker does: holds the living text and tells what the checker finds in it. Pure but for what it holds. */
export function createChecking(): (question: Question) => Answer {
  let blocks: readonly Block[] = [];
  let around: ReportAround | null = null;
  let switches: Readonly<Record<string, boolean>> = {};
  let house: House = emptyHouse;
  let check: Checker | null = null;
  let sent: { readonly findings: readonly KnownFinding[]; readonly keys: readonly string[] } = {
    findings: [],
    keys: [],
  };

  const checkerOf = (): Checker => {
    const on = rulesOn(switches);
    return createChecker(
      rules.filter((rule) => on.includes(rule) || rule.id === BEFORE_EXPORT),
      house,
    );
  };
  return ({ turn, change, around: changed, switches: switched, house: listed }) => {
    blocks = blocks.toSpliced(change.start, change.remove, ...change.blocks);
    around = changed ?? around;
    if (switched !== null || listed !== null) {
      switches = switched ?? switches;
      house = listed ?? house;
      check = null;
    }
    if (around === null) return { turn, start: 0, remove: 0, findings: [], beforeExport: [] };
    check ??= checkerOf();
    const report = { ...around, blocks };
    const all = knownFindings(report, check(report));
    const isLate = ({ rule }: KnownFinding): boolean => rule === BEFORE_EXPORT && switches[BEFORE_EXPORT] !== true;
    const findings = all.filter((finding) => !isLate(finding));
    const keys = findings.map((finding) => JSON.stringify(finding));
    const { start, remove, end } = findingsChange(sent.findings, sent.keys, keys);
    sent = { findings, keys };
    return { turn, start, remove, findings: findings.slice(start, end), beforeExport: all.filter(isLate) };
  };
}
