import type { ReportWork } from "../work/report-work.ts";
import type {
  Caller,
  Input,
  OpenedReport,
  Output,
  ParsedInput,
  ReportSummary,
  Settings,
  TemplateSummary,
  Warning,
} from "../../core/contract.ts";
import type { OwnWords } from "../../core/check/lists/own-words.ts";
import type { Directory } from "../../core/directory/directory.ts";
import type { ImageFile, ReportDocument } from "../../core/document/schema.ts";
import type { Template } from "../../core/document/template.ts";
import type { HouseStyle } from "../../core/layout/rules/house-style.ts";
import type { Computer } from "../computer.ts";
import type { Emit } from "../emit.ts";
import type { Log } from "../log.ts";
import type { ImportedReport } from "../read-own-report.ts";
import type { FileSystem } from "./file-system.ts";

export type StoreOptions = {
  /** Holds everything the user made. Nothing is ever written outside of it. */
  readonly dataFolder: string;
  /** Built-in templates, one JSON file each; only read. */
  readonly templatesFolder: string;
  readonly now: () => Date;
  /** `library.changed` and `report.accessChanged`. Left out: nobody listens (command line). */
  readonly emit?: Emit;
  readonly log?: Log;
  /** Does what takes long; left out: work of its own. */
  readonly work?: Pick<ReportWork, "roll" | "propose">;
  /** The computer and its user, as others on a shared folder are to know them. */
  readonly computer?: Computer;
  readonly user?: string;
  /** The seam for tests that inject faults. */
  readonly files?: FileSystem;
};

/** An image as it lies in the library. */
export type StoredImage = { readonly mediaType: ImageFile["mediaType"]; readonly bytes: Uint8Array };
/** An image with its id (SHA-256 of its bytes) and its size, read from the bytes themselves. */
export type AddedImage = Output<"image.add">;

/** The reports of the library and its recycle bin. Every failure is an `AppError`. */
export type ReportStore = {
  list(): Promise<Output<"library.list">>;
  create(input: ParsedInput<"library.create">): Promise<ReportSummary>;
  /** Takes a report with its images into the library under a new id. @param signal gives it up */
  add(imported: Pick<ImportedReport, "report" | "images">, signal?: AbortSignal): Promise<ReportSummary>;
  /** The report as last saved, for output; takes no lock. */
  read(id: string): Promise<ReportDocument>;
  /** Opens for a window. Only the first window may write; the others get `access: "read"`. */
  open(id: string, caller: Caller): Promise<OpenedReport>;
  /** Resolves only when the new revision is safe on disk. */
  save(input: ParsedInput<"report.save">, caller: Caller): Promise<Output<"report.save">>;
  close(id: string, caller: Caller): Promise<void>;
  /** Who has the report open on another computer; null: nobody there. */
  holder(id: string): Promise<Output<"report.holder">>;
  /** Opens for writing what another computer has open; its user was asked. @throws AppError report-open-elsewhere */
  takeOver(input: ParsedInput<"report.takeOver">, caller: Caller): Promise<OpenedReport>;
  /** Keeps a window's text as a report of its own, whatever became of the one it was opened from. */
  saveCopy(input: ParsedInput<"report.saveCopy">): Promise<ReportSummary>;
  /** The window is gone: all its locks end. */
  closeWindow(windowId: string): Promise<void>;
  /** This year's draft from a report as last saved; takes no lock, shares its images, leaves it as it is. */
  roll(input: ParsedInput<"library.roll">, signal?: AbortSignal): Promise<Output<"library.roll">>;
  duplicate(id: string): Promise<ReportSummary>;
  rename(input: ParsedInput<"library.rename">, caller: Caller): Promise<ReportSummary>;
  trash(id: string, caller: Caller): Promise<void>;
  restore(id: string): Promise<ReportSummary>;
  /** Deletes for good what lies in the recycle bin, and the images that nothing refers to any more. */
  purge(ids: readonly string[]): Promise<void>;
};

/** Replacing in several reports at one go. What cannot be done in one of them is told and stops no other. */
export type Replacing = {
  replace(input: ParsedInput<"library.replace">): Promise<Output<"library.replace">>;
  /** @throws AppError replace-undo-gone */
  undo(token: string): Promise<Output<"library.undoReplace">>;
};

export type ImageStore = {
  add(input: { readonly reportId: string; readonly fileName: string; readonly bytes: Uint8Array }): Promise<AddedImage>;
  /** Null: there is no such image. */
  read(imageId: string): Promise<StoredImage | null>;
  /** Those of `imageIds` that exist. */
  readAll(imageIds: readonly string[]): Promise<ReadonlyMap<string, StoredImage>>;
  /** The ids that `readAll` would find, each once; no image is read for it. */
  present(imageIds: readonly string[]): Promise<readonly string[]>;
};

export type TemplateStore = {
  list(): Promise<readonly TemplateSummary[]>;
  read(id: string): Promise<Template>;
  saveFromReport(input: ParsedInput<"template.saveFromReport">): Promise<TemplateSummary>;
  remove(id: string): Promise<void>;
};

export type SettingsStore = {
  read(): Promise<Settings>;
  change(change: Input<"settings.change">): Promise<Settings>;
};

/** 本单位版式 of this computer. */
export type HouseStyleStore = {
  /** A file that does not open costs the style, never the window: the standard holds then, and that is said. */
  read(): Promise<HouseStyle>;
  /** @throws AppError report-newer-version: such a file is not replaced; and what writing throws */
  write(style: HouseStyle): Promise<void>;
};

/** A list that the house keeps for all its reports: 名录, 词表. */
export type HouseListStore<L extends { readonly revision: number }> = {
  /** As it is stored; an empty one where there is none, or none that this program can read, which is told. */
  read(): Promise<L>;
  /**
   * Stores other entries.
   * @param baseRevision of the list that they were made from
   * @throws AppError list-changed-elsewhere; list-not-writable where the file is of a newer program, or cannot be read
   */
  save(entries: L extends { readonly entries: infer E } ? E : never, baseRevision: number): Promise<L>;
};

/** Everything that lies in the data folder. */
export type Store = {
  readonly reports: ReportStore;
  readonly replacing: Replacing;
  readonly images: ImageStore;
  readonly templates: TemplateStore;
  readonly settings: SettingsStore;
  readonly houseStyle: HouseStyleStore;
  readonly directory: HouseListStore<Directory>;
  readonly words: HouseListStore<OwnWords>;
  /** What the reports of the library would add to 名录. */
  proposeForDirectory(signal: AbortSignal): Promise<Output<"directory.propose">>;
  /** What was found damaged or was repaired since the start, for the user to know. */
  notices(): readonly Warning[];
  /** Ends all locks and writes what may be written late. */
  close(): Promise<void>;
};
