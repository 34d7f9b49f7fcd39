import { randomUUID } from "node:crypto";
import type { ParsedInput } from "../../core/contract.ts";
import type { Block } from "../../core/document/blocks.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { replacementsIn } from "../../core/document/body-state.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { titleOf } from "../../core/document/title.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { describeError } from "../../core/error-wording.ts";
import { recordOf, withRecord, withReplacementId } from "../../core/replace/record-replacement.ts";
import { AppError } from "../../core/result.ts";
import type { Locks } from "./locks.ts";
import type { ReportFile } from "./report-file.ts";
import type { ReportFiles } from "./report-files.ts";
import type { Replacing } from "./store.ts";

/** Replacements that can be taken back. */
const KEPT = 5;

type Parts = {
  readonly reportFiles: ReportFiles;
  readonly locks: Locks;
  readonly now: () => Date;
  /** Whose name the record bears. */
  readonly reviewer: () => Promise<string>;
  /** The list of reports has changed. */
  readonly announce: () => void;
};

type Node = ReportDocument["body"]["root"]["children"][number];
/** What is needed to take a replacement back from one report: what stood there before. */
type Undo = { readonly revision: number; readonly nodes: ReadonlyMap<number, Node> };
type Choice = ParsedInput<"library.replace">["choices"][number];

const titleOfReport = ({ body, year }: ReportDocument): string => titleOf(blocksFromBody(body), year);

/** The body with other nodes at some places, and other ids of replacements. */
function withNodes(
  { body }: ReportDocument,
  nodes: ReadonlyMap<number, Node>,
  ids: readonly string[],
): ReportDocument["body"] {
  const { root } = body;
  const children = root.children.map((node, index) => nodes.get(index) ?? node);
  return { ...body, root: { ...root, children, $: { ...root.$, replacements: ids } } };
}

/** The nodes of the blocks that were replaced; all others stay as the editor wrote them. */
function changedNodes(before: readonly Block[], after: readonly Block[], year: number): ReadonlyMap<number, Node> {
  const changed = new Map<number, Node>();
  for (const [index, block] of after.entries()) {
    if (block === before[index]) continue;
    const [node] = bodyFromBlocks([block], year).root.children;
    if (node !== undefined) changed.set(index, node);
  }
  return changed;
}

/** Tells the places of one report apart; `undefined` of a text without cells is one name for all of them. */
const nameOf = ({ block, row, cell, start }: Choice["hits"][number]): string => `${block} ${row} ${cell} ${start}`;

/** What was refused, worded for the report. A disk that is full has lost nothing here: the text stays as it was. */
function failureOf(error: unknown, name: string) {
  if (!(error instanceof AppError)) throw error;
  const details = { ...error.details, ...(name === "" ? {} : { name }), purpose: "replace" };
  return { code: error.code, message: describeError(error.code, details) };
}

export function createReplacing({ reportFiles, locks, now, reviewer, announce }: Parts): Replacing {
  const undos = new Map<string, ReadonlyMap<string, Undo>>();

  /** Runs a change of one report that no window has open; the report's lock is held meanwhile. */
  const alone = <T>(id: string, work: (file: ReportFile) => Promise<T>): Promise<T> =>
    reportFiles.use(id, async (file) => {
      const holder = `replacing ${randomUUID()}`;
      const isTaken = locks.isOpen(id) || (await locks.isTakenByOther(id, null));
      if (isTaken || !(await locks.mayWrite(id, holder))) throw new AppError("replace-open");
      try {
        return await work(file);
      } finally {
        await locks.leave(id, holder);
      }
    });
  const write = async (file: ReportFile, report: ReportDocument): Promise<number> => {
    const next = { ...report, revision: report.revision + 1, updatedAt: now().toISOString() };
    await file.write(next);
    return next.revision;
  };
  /** Tells what came of one report, and its title as far as it can be read. */
  const told = async <T>(
    id: string,
    work: (file: ReportFile, named: (report: ReportDocument) => void) => Promise<T>,
  ) => {
    let title = "";
    try {
      const done = await alone(id, (file) => work(file, (report) => (title = titleOfReport(report))));
      return { id, title, done, failure: null };
    } catch (error) {
      if (title === "")
        title = await reportFiles.use(id, async (file) => titleOfReport((await file.current()).report)).catch(() => "");
      return { id, title, done: null, failure: failureOf(error, title) };
    }
  };

  return {
    replace: async ({ query, replacement, choices }) => {
      // The list of words comes with them, which a start of the program does without.
      const [{ findReplacements }, { applyReplacements }] = await Promise.all([
        import("../../core/replace/find-replacements.ts"),
        import("../../core/replace/apply-replacements.ts"),
      ]);
      const token = randomUUID();
      const by = await reviewer();
      const undo = new Map<string, Undo>();
      const reports = [];
      for (const { id, revision, hits } of choices) {
        const { done, ...result } = await told(id, async (file, named) => {
          const { report } = await file.current();
          named(report);
          if (report.revision !== revision) throw new AppError("replace-changed");
          const blocks = blocksFromBody(report.body);
          const wanted = new Set(hits.map(nameOf));
          const chosen = findReplacements(blocks, { query }, report.year).filter((hit) => wanted.has(nameOf(hit)));
          const change = { query, replacement };
          const { blocks: replaced, record } = applyReplacements(blocks, chosen, change, report.year);
          if (record.sentences.length === 0) throw new AppError("replace-changed");
          const nodes = changedNodes(blocks, replaced, report.year);
          const entry = recordOf({ id: token, at: now().toISOString(), by }, change, record.sentences);
          const written = await write(file, {
            ...report,
            body: withNodes(report, nodes, withReplacementId(replacementsIn(report.body), token)),
            replacements: withRecord(report.replacements ?? [], entry),
          });
          const before = report.body.root.children;
          const old = new Map([...nodes.keys()].flatMap((at) => (before[at] === undefined ? [] : [[at, before[at]]])));
          undo.set(id, { revision: written, nodes: old });
          return entry.count;
        });
        reports.push({ ...result, count: done ?? 0 });
      }
      if (undo.size === 0) return { token: null, reports };
      undos.set(token, undo);
      for (const oldest of [...undos.keys()].slice(0, -KEPT)) undos.delete(oldest);
      announce();
      return { token, reports };
    },
    undo: async (token) => {
      const undo = undos.get(token);
      if (undo === undefined) throw new AppError("replace-undo-gone");
      const left = new Map(undo);
      const reports = [];
      for (const [id, { revision, nodes }] of undo) {
        const { done, ...result } = await told(id, async (file, named) => {
          const { report } = await file.current();
          named(report);
          if (report.revision !== revision) throw new AppError("replace-undo-changed");
          const ids = replacementsIn(report.body).filter((one) => one !== token);
          await write(file, { ...report, body: withNodes(report, nodes, ids) });
          return true;
        });
        if (done === true) left.delete(id);
        reports.push(result);
      }
      // What could not be taken back now may be later: a report that was open is closed, a disk has room again.
      if (left.size > 0) undos.set(token, left);
      else undos.delete(token);
      announce();
      return { reports };
    },
  };
}
