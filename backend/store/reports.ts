import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { OpenedReport, ParsedInput, ReportSummary } from "../../core/contract.ts";
import { withBlockIds } from "../../core/document/block-ids.ts";
import { createReport } from "../../core/document/create.ts";
import type { ReportDocument, ReportEdit } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import type { Emit } from "../emit.ts";
import { extractImages, keepImages } from "./embedded-images.ts";
import { writeDurably } from "./durable-write.ts";
import type { FileSystem } from "./file-system.ts";
import type { Folders } from "./folders.ts";
import type { ImageFiles } from "./images.ts";
import { imagesOf, type ImagesInUse } from "./images-in-use.ts";
import type { Library } from "./library.ts";
import type { Locks } from "./locks.ts";
import type { Notices } from "./notices.ts";
import type { RecycleBin } from "./recycle-bin.ts";
import type { Recovery } from "./read-file.ts";
import { MOST_BYTES } from "./read-whole.ts";
import type { ReportFile } from "./report-file.ts";
import type { ReportFiles } from "./report-files.ts";
import { renamed } from "./retitle.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { ReportStore, TemplateStore } from "./store.ts";
import { isNewerVersion } from "./newer-summary.ts";
import { assertFits, assertUnderstood, summariseStored } from "./stored-summary.ts";
import type { ReportWork } from "../work/report-work.ts";

export type ReportParts = {
  readonly folders: Folders;
  readonly files: FileSystem;
  readonly now: () => Date;
  readonly library: Library;
  readonly reportFiles: ReportFiles;
  readonly recycleBin: RecycleBin;
  readonly locks: Locks;
  readonly images: ImageFiles;
  readonly imagesInUse: ImagesInUse;
  readonly templates: Pick<TemplateStore, "read">;
  readonly notices: Notices;
  readonly emit: Emit;
  readonly work: Pick<ReportWork, "roll">;
  /** Names of the people of 名录. */
  readonly people: () => Promise<readonly string[]>;
  /** The list will differ: bring the index in step when there is time. */
  readonly listChanged: () => void;
};

const editOf = ({ year, preset, meta, body, review, replacements }: ReportEdit): ReportEdit => ({
  year,
  preset,
  meta,
  body,
  ...(review === undefined ? {} : { review }),
  ...(replacements === undefined ? {} : { replacements }),
});

/** A window that knows of no review, of no replacement and of no ids of blocks sends none, and loses none. */
const wholeEdit = (edit: ReportEdit, { id, review, replacements }: ReportDocument): ReportEdit =>
  editOf({
    ...edit,
    body: withBlockIds(edit.body, id),
    review: edit.review ?? review,
    replacements: edit.replacements ?? replacements,
  });

/** A file may claim any revision; what cannot be counted on exactly begins anew, or the saved file would not open again. */
const revisionAfter = (revision: number): number => (Number.isSafeInteger(revision + 1) ? revision + 1 : 1);

export function createReportStore(parts: ReportParts): ReportStore {
  const { folders, files, now, library, reportFiles, recycleBin, locks, images, imagesInUse, templates } = parts;

  const announce = (): void => {
    parts.listChanged();
    parts.emit("library.changed", {});
  };

  /** Says what was recovered where the call itself has no place to say it. */
  const currentOf = async (file: ReportFile): Promise<ReportDocument> => {
    const { report, recovery } = await file.current();
    if (recovery !== null) {
      const { title } = summariseStored(report);
      parts.notices.add(
        "report-recovered",
        `报告“${title}”的文件已损坏，已改用上一次保存的内容。损坏的文件留在数据文件夹中：${recovery.damagedFileName}。`,
      );
    }
    return report;
  };

  /** The sweep of a purge must not look between two steps of a change that moves names of images. */
  const oneAtATime = createSerialQueue();
  const alone = <T>(work: () => Promise<T>): Promise<T> => oneAtATime("library", work);

  const addNew = async (report: ReportDocument): Promise<ReportSummary> => {
    const summary = assertUnderstood(report);
    const path = join(folders.reports, `${report.id}.json`);
    await writeDurably(files, path, JSON.stringify(report), { keepPrevious: false, mostBytes: MOST_BYTES });
    announce();
    return summary;
  };
  const add: ReportStore["add"] = ({ report, images: given }, signal) =>
    alone(async () => {
      assertFits(report);
      assertUnderstood(report);
      await keepImages(given, images);
      if (signal?.aborted === true) throw new AppError("cancelled");
      return addNew({ ...report, id: randomUUID(), revision: 0 });
    });

  const asCopy = (report: ReportDocument): ReportDocument => {
    const time = now().toISOString();
    return { ...report, id: randomUUID(), revision: 0, createdAt: time, updatedAt: time };
  };

  const open = async (id: string, file: ReportFile, windowId: string): Promise<OpenedReport> => {
    const access = await locks.enter(id, windowId);
    try {
      const { report: stored, recovery } = await file.current();
      const report = await extractImages(stored, images);
      imagesInUse.note(id, imagesOf(report.body));
      return { report, access, recovery: recoveryOf(recovery, report) };
    } catch (error) {
      await locks.leave(id, windowId);
      throw error;
    }
  };

  const save = async (
    { id, baseRevision, edit }: ParsedInput<"report.save">,
    file: ReportFile,
    windowId: string,
  ): Promise<ReportDocument> => {
    const assertRight = async (): Promise<void> => {
      if (!(await locks.mayWrite(id, windowId))) throw new AppError("report-open-elsewhere");
    };
    if (!locks.isHeldBy(id, windowId)) await assertRight();
    const base = await file.baseForSave(baseRevision, assertRight);
    const whole = wholeEdit(edit, base);
    // The answer to this very save got lost on its way to the window.
    if (base.revision === revisionAfter(baseRevision) && isDeepStrictEqual(editOf(base), whole)) return base;
    if (base.revision !== baseRevision) throw new AppError("report-changed-elsewhere");
    const report = await extractImages({ ...base, ...whole }, images);
    const next = { ...report, revision: revisionAfter(baseRevision), updatedAt: now().toISOString() };
    await file.write(next);
    imagesInUse.note(id, imagesOf(next.body));
    parts.listChanged();
    return next;
  };

  /** Runs a change from the library's list, which must not pull a report away from under another window. */
  const refuseWhenTaken = async (id: string, windowId: string): Promise<void> => {
    if (await locks.isTakenByOther(id, windowId)) throw new AppError("report-open-elsewhere");
  };
  const forgetIfClosed = (id: string): void => {
    if (!locks.isOpen(id)) imagesInUse.forget(id);
  };

  return {
    list: () => library.list(),
    create: async ({ templateId, year, organ }) => {
      const template = await templates.read(templateId);
      return addNew(createReport({ template, year, organ, id: randomUUID(), now: now() }));
    },
    add,
    read: (id) => reportFiles.use(id, currentOf),
    open: (id, { windowId }) => reportFiles.use(id, (file) => open(id, file, windowId)),
    save: (input, { windowId }) =>
      reportFiles.use(input.id, async (file) => {
        const wasOpen = locks.isOpen(input.id);
        try {
          const { revision, updatedAt } = await save(input, file, windowId);
          return { revision, savedAt: updatedAt };
        } catch (error) {
          const isGone = error instanceof AppError && error.code === "report-not-found";
          if (isGone && !wasOpen) await locks.leave(input.id, windowId);
          throw error;
        }
      }),
    close: (id, { windowId }) =>
      reportFiles.use(id, async () => {
        await locks.leave(id, windowId);
        forgetIfClosed(id);
      }),
    holder: async (id) => ({ holder: await locks.holderElsewhere(id) }),
    takeOver: ({ id, token }, { windowId }) =>
      reportFiles.use(id, async (file) => {
        if (!(await locks.takeOver(id, windowId, token))) throw new AppError("report-open-elsewhere");
        return open(id, file, windowId);
      }),
    saveCopy: async ({ report }) => addNew(asCopy(await extractImages(report, images))),
    closeWindow: async (windowId) => {
      const ids = await locks.leaveAll(windowId);
      for (const id of ids) forgetIfClosed(id);
    },
    // The old report is held until the new one is safe, so that no purge takes the images that both share.
    duplicate: (id) =>
      reportFiles.use(id, async (file) => addNew(asCopy(await extractImages(await currentOf(file), images)))),
    roll: ({ id, ...choices }, signal) =>
      reportFiles.use(id, async (file) => {
        const last = await extractImages(await currentOf(file), images);
        const made = { id: randomUUID(), now: now() };
        const { report, changed } = await parts.work.roll(
          { last, choices: { ...choices, people: await parts.people() }, made },
          signal,
        );
        const summary = await addNew(report);
        return { report: summary, items: report.review?.items.length ?? 0, changed, pending: summary.pending };
      }),
    rename: ({ id, title }, { windowId }) =>
      reportFiles.use(id, async (file) => {
        await refuseWhenTaken(id, windowId);
        const report = await currentOf(file);
        const next = {
          ...renamed(report, title.trim()),
          revision: report.revision + 1,
          updatedAt: now().toISOString(),
        };
        await file.write(next);
        announce();
        return summariseStored(next);
      }),
    trash: (id, { windowId }) =>
      reportFiles.use(id, async (file) => {
        await refuseWhenTaken(id, windowId);
        // One of a newer version goes to the bin as it is: to delete it is its user's own act, and needs no reading.
        await currentOf(file).catch((error: unknown) => {
          if (!isNewerVersion(error)) throw error;
        });
        await recycleBin.put(id);
        await locks.leave(id, windowId);
        forgetIfClosed(id);
        announce();
      }),
    restore: (id) =>
      reportFiles.use(id, async () => {
        const summary = await alone(() => recycleBin.takeBack(id));
        announce();
        return summary;
      }),
    purge: async (ids) => {
      await alone(() => recycleBin.purge(ids));
      announce();
    },
  };
}

const recoveryOf = (recovery: Recovery | null, { updatedAt }: ReportDocument): OpenedReport["recovery"] =>
  recovery === null ? null : { damagedFileName: basename(recovery.damagedFileName), restoredFrom: updatedAt };
