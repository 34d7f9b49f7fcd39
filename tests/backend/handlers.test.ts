import { expect, onTestFinished, test, vi } from "vitest";
import { createDispatch } from "../../backend/dispatch.ts";
import { createHandlers } from "../../backend/handlers.ts";
import { createFileReader } from "../../backend/import/file-reader.ts";
import { createImports } from "../../backend/import/imports.ts";
import { userName } from "../../backend/user-name.ts";
import { channels, type Channel } from "../../core/channels.ts";
import { contract, type Input, type Output } from "../../core/contract.ts";
import type { OutputService } from "../../backend/output/output-service.ts";
import { makePng } from "./store/image-samples.ts";
import { anna, boris, editWith, makeFolder, openTestStore, textOf } from "./store/test-store.ts";
import { createLongWork } from "../../backend/work/waiting.ts";

/** Calls as a window makes them: through dispatch, on a real store. Every answer is held against the contract. */
async function openDesk() {
  const store = await openTestStore(await makeFolder());
  const called: string[] = [];
  const note =
    (name: string) =>
    (input: unknown): Promise<never> => {
      called.push(`${name} ${JSON.stringify(input)}`);
      return Promise.resolve({} as never);
    };
  const output: OutputService = {
    pages: note("pages"),
    drawPages: note("drawPages"),
    pagesFace: note("pagesFace"),
    chooseFolder: note("chooseFolder"),
    plan: note("plan"),
    run: note("run"),
    cancel: note("cancel"),
    reveal: note("reveal"),
    exportInspection: note("exportInspection"),
    planComparison: note("planComparison"),
    exportComparison: note("exportComparison"),
    planCheckSheet: note("planCheckSheet"),
    exportCheckSheet: note("exportCheckSheet"),
    planHouseList: note("planHouseList"),
    exportHouseList: note("exportHouseList"),
  };
  const closed: string[] = [];
  const shell = {
    kind: "browser",
    version: "0.1.0",
    readyToClose: ({ windowId }: { windowId: string }) => void closed.push(windowId),
  } as const;
  const reader = createFileReader(() => new Date());
  const imports = createImports(reader, store.reports);
  const handlers = createHandlers({ store, imports, output, longWork: createLongWork(), shell });
  const dispatch = createDispatch(handlers, (place, error) => {
    throw new Error(place, { cause: error });
  });
  const call = async <C extends Channel>(channel: C, input: Input<C>, caller = anna): Promise<Output<C>> => {
    const result = await dispatch(channel, input, caller);
    if (!result.ok) throw Object.assign(new Error(result.error.message), { code: result.error.code });
    return contract[channel].output.parse(result.value) as Output<C>;
  };
  return { call, dispatch, handlers, called, closed };
}

test("there is a handler for every channel", async () => {
  const { handlers } = await openDesk();
  expect(Object.keys(handlers).sort()).toEqual([...channels].sort());
});

test("a writer's way through the library answers every call as the contract says", async () => {
  const { call } = await openDesk();
  const [template] = await call("template.list", {});
  const made = await call("library.create", { templateId: template?.id ?? "", year: 2026, organ: "某市审计局" });
  const opened = await call("report.open", { id: made.id });
  expect(opened.access).toBe("write");
  expect((await call("report.open", { id: made.id }, boris)).access).toBe("read");
  const edit = editWith("写下", opened.report);
  expect((await call("report.save", { id: made.id, baseRevision: 0, edit })).revision).toBe(1);
  const image = { reportId: made.id, fileName: "图.png", base64: makePng(8, 6).toString("base64") };
  expect(await call("image.add", image)).toMatchObject({ widthPx: 8, heightPx: 6 });
  const own = await call("template.saveFromReport", { reportId: made.id, name: "我的", keepText: false });
  await call("template.remove", { id: own.id });
  await call("report.close", { id: made.id });
  await call("report.close", { id: made.id }, boris);
  expect((await call("library.rename", { id: made.id, title: "改名" })).title).toBe("改名");
  const copy = await call("library.duplicate", { id: made.id });
  const bytes = Buffer.from("关于某事的报告\n一、情况\n有话说。\n");
  const imported = await call("library.importFile", { fileName: "甲.txt", bytes, year: 2025 });
  await call("library.cancelImport", {});
  expect(imported.report.year).toBe(2025);
  const draft = await call("library.roll", { id: imported.report.id, fromYear: 2025, toYear: 2026, repairs: [] });
  expect(draft).toMatchObject({ report: { year: 2026 }, changed: 0 });
  await call("library.trash", { id: copy.id });
  expect((await call("library.list", {})).trash.map(({ id }) => id)).toEqual([copy.id]);
  expect((await call("library.restore", { id: copy.id })).id).toBe(copy.id);
  await call("library.trash", { id: copy.id });
  await call("library.purge", { ids: [copy.id] });
  expect((await call("library.list", {})).reports).toHaveLength(3);
  expect((await call("settings.change", { zoom: 120 })).zoom).toBe(120);
  expect((await call("settings.read", {})).zoom).toBe(120);
});

test.each([
  ["2026-11-23", 2026],
  ["2027-02-10", 2026],
  ["2027-06-30", 2026],
  ["2027-07-01", 2027],
])("on %s the likely year of a new report is %i", async (day, year) => {
  vi.useFakeTimers({ now: new Date(`${day}T12:00:00`), toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const { call } = await openDesk();
  const known = { version: "0.1.0", shell: "browser", notices: [], likelyYear: year };
  expect(await call("app.info", {})).toEqual({ ...known, userName: userName() });
});

test("a user of whom the system knows no name has none", () => {
  expect(userName(() => ({ username: "李" }))).toBe("李");
  const unknown = (): never => {
    throw Object.assign(new Error("uv_os_get_passwd returned ENOENT"), { code: "ERR_SYSTEM_ERROR" });
  };
  expect(userName(unknown)).toBe("");
});

test("a report is read beside the window that writes it, as last saved and without its pen", async () => {
  const { call, dispatch } = await openDesk();
  const [template] = await call("template.list", {});
  const { id } = await call("library.create", { templateId: template?.id ?? "", year: 2026, organ: "" });
  const opened = await call("report.open", { id });
  await call("report.save", { id, baseRevision: 0, edit: editWith("写下", opened.report) });
  const { report } = await call("report.read", { id }, boris);
  expect([report.revision, textOf(report)]).toEqual([1, expect.stringContaining("写下")]);
  await call("report.close", { id });
  expect((await call("report.open", { id }, anna)).access).toBe("write");
  const missing = { id: "00000000-0000-4000-8000-000000000000" };
  expect(await dispatch("report.read", missing, anna)).toMatchObject({ error: { code: "report-not-found" } });
});

test("output calls go to the output service and closing to the shell", async () => {
  const { dispatch, called, closed } = await openDesk();
  const id = "00000000-0000-4000-8000-000000000000";
  await dispatch("layout.pages", { id }, anna);
  await dispatch("pages.draw", { id }, anna);
  await dispatch("export.chooseFolder", {}, anna);
  await dispatch("export.plan", { id, folderToken: null, formats: ["docx"] }, anna);
  await dispatch("export.run", { id, folderToken: "t", formats: ["pdf"], overwrite: false }, anna);
  await dispatch("export.cancel", { id }, anna);
  await dispatch("export.reveal", { folderToken: "t" }, anna);
  expect(called.map((entry) => entry.split(" ")[0])).toEqual([
    "pages",
    "drawPages",
    "chooseFolder",
    "plan",
    "run",
    "cancel",
    "reveal",
  ]);
  await dispatch("app.readyToClose", {}, boris);
  expect(closed).toEqual([boris.windowId]);
});
