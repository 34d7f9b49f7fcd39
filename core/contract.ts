import * as z from "zod";
import type { Channel, EventName } from "./channels.ts";
import type { Result } from "./result.ts";
import { ownWordsEntries, ownWordsFile } from "./check/lists/own-words.ts";
import { directorySchema, entriesSchema, entrySchema } from "./directory/directory.ts";
import { LONGEST_ID } from "./document/limits.ts";
import { placeSchema } from "./document/place.ts";
import { inspectionSchema } from "./inspect/inspection.ts";
import { reportYearSchema } from "./document/report-year.ts";
import { layoutPresets, reportEditSchema, reportSchema, reportTypes } from "./document/schema.ts";
import { printedElements } from "./document/assemble.ts";
import { frameElements } from "./layout/pages/page.ts";
import type { DrawnPage } from "./layout/pages/drawn-page.ts";
import type { PageStart } from "./layout/pages/page-starts.ts";
import { sampleItemSchema } from "./layout/rules/style-from-sample.ts";
import { houseStyleSchema } from "./layout/rules/house-style.ts";
import { fontRoles } from "./layout/font-role.ts";

/** What each call takes and gives. The backend parses every input; the window trusts the outputs' types. */

const reportId = z.uuid();
const nothing = z.strictObject({});

export const exportFormats = ["docx", "pdf", "txt", "html"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const fontUseSchema = z.strictObject({
  role: z.literal(fontRoles),
  /** The official face that the layout asks for. */
  requested: z.string(),
  /** The face that was found on this computer, or the program's own. */
  used: z.string(),
  substituted: z.boolean(),
});
export type FontUse = Readonly<z.infer<typeof fontUseSchema>>;

const warningSchema = z.strictObject({ code: z.string(), message: z.string() });
/** Something the user should know about a result that was reached all the same. `message` is Chinese. */
export type Warning = Readonly<z.infer<typeof warningSchema>>;

export const reportSummarySchema = z.strictObject({
  id: reportId,
  title: z.string(),
  year: reportYearSchema,
  reportType: z.literal(reportTypes),
  preset: z.literal(layoutPresets),
  organ: z.string(),
  /** 待写 nothing written yet, 在写, 已完成 every section marked done. */
  status: z.literal(["todo", "writing", "done"]),
  /** Chinese characters, words and numbers, as word counts in offices go. */
  words: z.int().min(0),
  /** Blanks still to fill. */
  blanks: z.int().min(0),
  /** 待核: items of its review that nobody has settled; 0 where there is no review. */
  pending: z.int().min(0),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ReportSummary = Readonly<z.infer<typeof reportSummarySchema>>;

const templateSummarySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  reportType: z.literal(reportTypes),
  /** Texts of the headings, in order, with their level: the outline to look at before choosing. */
  outline: z.array(z.strictObject({ level: z.int(), number: z.string(), text: z.string() })).readonly(),
  deadlines: z.array(z.string()).readonly(),
  builtIn: z.boolean(),
});
export type TemplateSummary = Readonly<z.infer<typeof templateSummarySchema>>;

/** What the right rail opens; each keeps a width of its own. */
const sidePanels = ["guidance", "meta", "compare", "review", "check", "figures", "hits"] as const;
export const sidePanelSchema = z.literal(sidePanels);
export type SidePanel = z.infer<typeof sidePanelSchema>;

const settingValues = {
  theme: z.literal(["light", "eye-care", "dark"]),
  /** Percent, or as wide as the window has room for, at most 100. */
  zoom: z.union([z.literal("fit"), z.int().min(50).max(200)]),
  /** 单位名称 that new reports start with. */
  organ: z.string().max(200),
  /** 核对人: the name that decisions of a review carry; "" = the name of the computer's user. */
  reviewer: z.string().max(50),
  /** Typeface of Western letters and digits: the Chinese face itself, or Times New Roman. The standard is silent. */
  westernFace: z.literal(["same", "times"]),
  /** Rules of the checker that the house has switched on or off, by their ids; the others are as they come. */
  checkRules: z.record(z.string().max(LONGEST_ID), z.boolean()).readonly(),
  outlineWidthPx: z.int().min(200).max(420),
  panelWidthsPx: z.partialRecord(sidePanelSchema, z.int().min(280).max(480)),
};
export const settingsSchema = z.strictObject({
  theme: settingValues.theme.default("light"),
  zoom: settingValues.zoom.default("fit"),
  organ: settingValues.organ.default(""),
  reviewer: settingValues.reviewer.default(""),
  westernFace: settingValues.westernFace.default("same"),
  checkRules: settingValues.checkRules.default({}),
  outlineWidthPx: settingValues.outlineWidthPx.default(252),
  panelWidthsPx: settingValues.panelWidthsPx.default({}),
});
/** The settings to change. Without defaults: they would reset every setting that a change does not name. */
const settingsChange = z.strictObject(settingValues).partial();
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

const openedReport = z.strictObject({
  report: reportSchema,
  access: z.literal(["write", "read"]),
  /** Set when the stored file was damaged and an older one was opened instead. */
  recovery: z
    .strictObject({
      /** Name of the file that keeps the damaged text. */
      damagedFileName: z.string(),
      /** When the opened version was saved. */
      restoredFrom: z.iso.datetime(),
    })
    .nullable(),
});
export type OpenedReport = Readonly<z.infer<typeof openedReport>>;

const lockHolder = z.strictObject({
  /** Names this very claim; a takeover holds for no other. */
  token: z.string(),
  /** "" where an older version of the program has it open. */
  computer: z.string(),
  user: z.string(),
  /** By the other computer's clock. */
  lastSign: z.iso.datetime(),
  /** For how long no sign of life was seen here, by this computer's clock. */
  quietMs: z.number(),
});
export type LockHolder = Readonly<z.infer<typeof lockHolder>>;

const exportPlan = z.strictObject({
  /** Stands for the folder in later calls; the window never sees or sends a path it did not get. */
  folderToken: z.string(),
  /** The folder as people read it. */
  folderLabel: z.string(),
  files: z
    .array(z.strictObject({ format: z.literal(exportFormats), name: z.string(), exists: z.boolean() }))
    .readonly(),
  /** How many items of its review are 待核. */
  pending: z.int().min(0),
  warnings: z.array(warningSchema).readonly(),
});
export type ExportPlan = Readonly<z.infer<typeof exportPlan>>;

const exportResult = z.strictObject({
  folderToken: z.string(),
  folderLabel: z.string(),
  files: z.array(z.strictObject({ format: z.literal(exportFormats), name: z.string(), bytes: z.int() })).readonly(),
  /** Pages of the PDF; null when no PDF was made. */
  pages: z.int().nullable(),
  fonts: z.array(fontUseSchema).readonly(),
  /** 待核稿 stands on every page. */
  stamped: z.boolean(),
  /** Null: no file with pages was made, or it could not be measured. */
  inspection: inspectionSchema.nullable(),
  warnings: z.array(warningSchema).readonly(),
});
export type ExportResult = Readonly<z.infer<typeof exportResult>>;

/** Why a report of several was left as it is; null: it was not. `message` is Chinese. */
const failure = z.strictObject({ code: z.string(), message: z.string() }).nullable();

/** Whether 待核稿 is to stand on the pages as long as items of the review are 待核. */
const draftStamp = { stamp: z.boolean().default(false) };

const fileBytes = { fileName: z.string().min(1).max(255), base64: z.base64() };

const counted = z.int().min(0);
const pageStart = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("text"), block: counted, start: counted, row: counted.nullable() }),
    z.strictObject({
      kind: z.literal("element"),
      element: z.literal(printedElements),
      line: counted,
      nextBlock: counted.nullable(),
    }),
    z.strictObject({ kind: z.literal("frame"), element: z.literal(frameElements) }),
  ])
  .nullable() satisfies z.ZodType<PageStart | null>;

const comparedPair = {
  id: reportId,
  /** Null: 去年文本 that came with the report. */
  withId: reportId.nullable(),
};
/** The files that lists of the house are written to. */
const houseFiles = ["directory.xlsx", "directory.csv", "words.json", "house-style.json"] as const;
export type HouseFile = (typeof houseFiles)[number];

const placedFolder = { folderToken: z.string(), folderLabel: z.string() };

const givenFile = z.strictObject({
  fileName: fileBytes.fileName,
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

export const contract = {
  "app.info": {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      shell: z.literal(["electron", "browser"]),
      /** What happened to the stored files since the last start, for the user to know. */
      notices: z.array(warningSchema).readonly(),
      /** Years to offer when a report is made; the first is the likely one. */
      likelyYear: reportYearSchema,
      /** The computer's user, for 核对人; "" when the system does not say. */
      userName: z.string(),
    }),
  },
  /** The window has saved everything (or the user agreed to lose it): the shell may close it. */
  "app.readyToClose": { input: nothing, output: nothing },
  "library.list": {
    input: nothing,
    output: z.strictObject({
      reports: z.array(reportSummarySchema).readonly(),
      trash: z.array(reportSummarySchema.extend({ trashedAt: z.iso.datetime() })).readonly(),
    }),
  },
  "library.create": {
    input: z.strictObject({ templateId: z.string(), year: reportYearSchema, organ: z.string().max(200) }),
    output: reportSummarySchema,
  },
  "library.importFile": {
    input: z.strictObject({
      fileName: fileBytes.fileName,
      /** Not as base64: a report with its photographs is large. */
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      /** Null: the one that the file names. */
      year: reportYearSchema.nullable(),
    }),
    output: z.strictObject({ report: reportSummarySchema, warnings: z.array(warningSchema).readonly() }),
  },
  /** Gives up what this window is having brought in. */
  "library.cancelImport": { input: nothing, output: nothing },
  /** This year's draft from a report of the library, which stays as it is. */
  "library.roll": {
    input: z.strictObject({
      id: reportId,
      /** 报告年度 of the report; the one it is stored with may have been guessed from its text. */
      fromYear: reportYearSchema,
      toYear: reportYearSchema,
      /** Ids of the repairs to make before, out of those that `findRepairs` names for the report as stored. */
      repairs: z.array(z.string()),
    }),
    output: z.strictObject({
      report: reportSummarySchema,
      /** How many things can be stale, */
      items: z.int().min(0),
      /** how many of them were brought to the new year, */
      changed: z.int().min(0),
      /** and how many are 待核. */
      pending: z.int().min(0),
    }),
  },
  /** Gives up the draft that this window is having made. */
  "library.cancelRoll": { input: nothing, output: nothing },
  "library.duplicate": { input: z.strictObject({ id: reportId }), output: reportSummarySchema },
  "library.rename": {
    input: z.strictObject({ id: reportId, title: z.string().min(1).max(200) }),
    output: reportSummarySchema,
  },
  "library.trash": { input: z.strictObject({ id: reportId }), output: nothing },
  "library.restore": { input: z.strictObject({ id: reportId }), output: reportSummarySchema },
  /** Deletes for good what lies in the recycle bin. */
  "library.purge": { input: z.strictObject({ ids: z.array(reportId).min(1) }), output: nothing },
  /** The report as last saved, to look at beside another: takes no lock. Its images stay beside it. */
  "report.read": { input: z.strictObject({ id: reportId }), output: z.strictObject({ report: reportSchema }) },
  /** Replaces in several reports what the writer chose; each report stands alone. Says what it could not do, and why. */
  "library.replace": {
    input: z.strictObject({
      query: z.string().min(1).max(500),
      replacement: z.string().max(2000),
      choices: z
        .array(
          z.strictObject({
            id: reportId,
            /** Of the report in which the hits were found. */
            revision: z.int().min(0),
            hits: z.array(placeSchema),
          }),
        )
        .min(1),
    }),
    output: z.strictObject({
      /** For taking it back, as long as the program runs; null when nothing was replaced. */
      token: z.string().nullable(),
      reports: z.array(z.strictObject({ id: reportId, title: z.string(), count: z.int(), failure })).readonly(),
    }),
  },
  /** Takes a replacement back in every report that was not changed since. */
  "library.undoReplace": {
    input: z.strictObject({ token: z.string() }),
    output: z.strictObject({
      reports: z.array(z.strictObject({ id: reportId, title: z.string(), failure })).readonly(),
    }),
  },
  "report.open": { input: z.strictObject({ id: reportId }), output: openedReport },
  "report.save": {
    input: z.strictObject({ id: reportId, baseRevision: z.int().min(0), edit: reportEditSchema }),
    output: z.strictObject({ revision: z.int(), savedAt: z.iso.datetime() }),
  },
  "report.close": { input: z.strictObject({ id: reportId }), output: nothing },
  /** Who has the report open on another computer of a shared folder; null: nobody there. */
  "report.holder": {
    input: z.strictObject({ id: reportId }),
    output: z.strictObject({ holder: lockHolder.nullable() }),
  },
  /** 接管: takes the pen from another computer. The user was asked, and knows whose it is. */
  "report.takeOver": { input: z.strictObject({ id: reportId, token: z.string().max(100) }), output: openedReport },
  /** 另存副本: the text of a window as a report of its own, whatever became of the one it was opened from. */
  "report.saveCopy": { input: z.strictObject({ report: reportSchema }), output: reportSummarySchema },
  "image.add": {
    input: z.strictObject({ reportId, ...fileBytes }),
    output: z.strictObject({
      imageId: z.string(),
      widthPx: z.int().positive(),
      heightPx: z.int().positive(),
    }),
  },
  "template.list": { input: nothing, output: z.array(templateSummarySchema).readonly() },
  "template.saveFromReport": {
    input: z.strictObject({ reportId, name: z.string().min(1).max(80), keepText: z.boolean() }),
    output: templateSummarySchema,
  },
  "template.remove": { input: z.strictObject({ id: z.string() }), output: nothing },
  /** Where the pages of the report as last saved begin. */
  "layout.pages": {
    input: z.strictObject({ id: reportId }),
    output: z.strictObject({ starts: z.array(pageStart).readonly() }),
  },
  /** The pages of the report for the window to draw, see `DrawnPage`. */
  "pages.draw": {
    input: z.strictObject({
      id: reportId,
      ...draftStamp,
      /** What the window has, saved or not; without it the report as last saved. */
      unsaved: reportEditSchema.optional(),
    }),
    output: z.strictObject({
      revision: z.int(),
      title: z.string(),
      /** A run's `face` is a token for `pages.face`. */
      pages: z.custom<readonly DrawnPage[]>(),
      /** One a page: pages of one key look the same. */
      keys: z.array(z.string()).readonly(),
      stamped: z.boolean(),
      fonts: z.array(fontUseSchema).readonly(),
      warnings: z.array(warningSchema).readonly(),
    }),
  },
  /** Some characters of a face as a file for the browser: each stands at its `drawnCodePoint`. */
  "pages.face": {
    input: z.strictObject({ face: z.string().max(100), characters: z.string().min(1).max(200_000) }),
    output: z.strictObject({ fileBase64: z.base64() }),
  },
  /** Gives up the pages that this window is having made. */
  "pages.cancel": { input: nothing, output: nothing },
  /** Lets the user choose where files go. Null: the user cancelled, or this shell has no such dialog. */
  "export.chooseFolder": {
    input: nothing,
    output: z.strictObject({ folderToken: z.string(), folderLabel: z.string() }).nullable(),
  },
  "export.plan": {
    input: z.strictObject({
      id: reportId,
      /** Null: where the last export went, or the usual folder. */
      folderToken: z.string().nullable(),
      formats: z.array(z.literal(exportFormats)).min(1),
    }),
    output: exportPlan,
  },
  "export.run": {
    input: z.strictObject({
      id: reportId,
      folderToken: z.string(),
      formats: z.array(z.literal(exportFormats)).min(1),
      overwrite: z.boolean(),
      ...draftStamp,
    }),
    output: exportResult,
  },
  "export.cancel": { input: z.strictObject({ id: reportId }), output: nothing },
  "export.reveal": { input: z.strictObject({ folderToken: z.string() }), output: nothing },
  /** 版面体检单 of the report's last export as a Word document, beside the files of that export. */
  "inspection.export": {
    input: z.strictObject({ id: reportId, folderToken: z.string(), overwrite: z.boolean() }),
    output: z.strictObject({ ...placedFolder, name: z.string(), bytes: z.int() }),
  },
  /** Where 对照稿 of two reports as last saved would go. */
  "comparison.plan": {
    input: z.strictObject({ ...comparedPair, folderToken: z.string().nullable() }),
    output: z.strictObject({ ...placedFolder, name: z.string(), exists: z.boolean() }),
  },
  "comparison.export": {
    input: z.strictObject({ ...comparedPair, folderToken: z.string(), overwrite: z.boolean() }),
    output: z.strictObject({ ...placedFolder, name: z.string(), bytes: z.int() }),
  },
  /** Gives up 对照稿 that this window is having made. */
  "comparison.cancel": { input: nothing, output: nothing },
  /** Where 校核单 of a report as last saved would go. */
  "checkSheet.plan": {
    input: z.strictObject({ id: reportId, folderToken: z.string().nullable() }),
    output: z.strictObject({ ...placedFolder, name: z.string(), exists: z.boolean() }),
  },
  "checkSheet.export": {
    input: z.strictObject({ id: reportId, folderToken: z.string(), overwrite: z.boolean() }),
    output: z.strictObject({ ...placedFolder, name: z.string(), bytes: z.int() }),
  },
  "checkSheet.cancel": { input: nothing, output: nothing },
  /** 本单位版式 of this computer. */
  "houseStyle.read": { input: nothing, output: z.strictObject({ style: houseStyleSchema }) },
  /** The style that a file holds. Nothing is taken by it. */
  "houseStyle.readFile": { input: givenFile, output: z.strictObject({ style: houseStyleSchema }) },
  /** The style of a finished Word file, with all that was read. Nothing is taken by it. */
  "houseStyle.readSample": {
    input: givenFile,
    output: z.strictObject({ style: houseStyleSchema, items: z.array(sampleItemSchema).readonly() }),
  },
  "houseStyle.save": { input: z.strictObject({ style: houseStyleSchema }), output: nothing },
  /** 本单位名录 and 本单位词表. */
  "house.read": { input: nothing, output: z.strictObject({ directory: directorySchema, words: ownWordsFile }) },
  "directory.save": {
    input: z.strictObject({ entries: entriesSchema, baseRevision: z.int().min(0) }),
    output: directorySchema,
  },
  /** What the reports of the library would add to 名录. Nothing is taken by it. */
  "directory.propose": {
    input: nothing,
    output: z.strictObject({
      proposals: z
        .array(
          z.strictObject({
            change: z.discriminatedUnion("kind", [
              z.strictObject({ kind: z.literal("add"), after: entrySchema }),
              z.strictObject({ kind: z.literal("change"), before: entrySchema, after: entrySchema }),
            ]),
            count: z.int().min(0),
            titles: z.array(z.string()).readonly(),
          }),
        )
        .readonly(),
      /** How many reports were looked through, */
      reports: z.int().min(0),
      /** and the titles of those that could not be read. */
      unread: z.array(z.string()).readonly(),
    }),
  },
  "directory.cancelPropose": { input: nothing, output: nothing },
  "words.save": {
    input: z.strictObject({ entries: ownWordsEntries, baseRevision: z.int().min(0) }),
    output: ownWordsFile,
  },
  /** The rows of an Excel or CSV file. */
  "sheet.read": {
    input: z.strictObject({
      fileName: fileBytes.fileName,
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    }),
    output: z.strictObject({ rows: z.array(z.array(z.string()).readonly()).readonly() }),
  },
  /** Where a file of a list of the house would go. */
  "houseList.plan": {
    input: z.strictObject({ file: z.literal(houseFiles), folderToken: z.string().nullable() }),
    output: z.strictObject({ ...placedFolder, name: z.string(), exists: z.boolean() }),
  },
  "houseList.export": {
    input: z.strictObject({ file: z.literal(houseFiles), folderToken: z.string(), overwrite: z.boolean() }),
    output: z.strictObject({ ...placedFolder, name: z.string(), bytes: z.int() }),
  },
  "settings.read": { input: nothing, output: settingsSchema },
  "settings.change": { input: settingsChange, output: settingsSchema },
} as const satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>;

export type Input<C extends Channel> = z.input<(typeof contract)[C]["input"]>;
export type ParsedInput<C extends Channel> = z.output<(typeof contract)[C]["input"]>;
export type Output<C extends Channel> = z.output<(typeof contract)[C]["output"]>;

/** Who calls: one window. Its locks end when it goes. */
export type Caller = { readonly windowId: string };
export type Handlers = {
  readonly [C in Channel]: (input: ParsedInput<C>, caller: Caller) => Promise<Output<C>>;
};

/** What each event carries. */
type EventPayloads = {
  readonly "library.changed": Record<string, never>;
  /** 名录 or 词表 was changed, in this window or another. */
  readonly "house.changed": Record<string, never>;
  /** The window that was read-only may write now, or the other way round. */
  readonly "report.accessChanged": { readonly id: string; readonly access: "write" | "read" };
  readonly "export.progress": {
    readonly id: string;
    readonly format: ExportFormat;
    readonly step: "layout" | "inspect" | "write" | "done";
    readonly finished: number;
    readonly total: number;
  };
  /** The shell wants to close the window: save, then call `app.readyToClose`. */
  readonly "app.closing": Record<string, never>;
};
export type EventPayload<E extends EventName> = EventPayloads[E];

/** What preload (Electron) or the page's own script (browser mode) puts at the window's disposal. */
export type ShellBridge = {
  invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>;
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
};
