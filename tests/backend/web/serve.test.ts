import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { browse } from "../../support/browse.ts";
import { serve, type BrowserMode, type ServeOptions } from "../../../backend/web/serve.ts";

let folder: string;
let logged: unknown[];
let open: BrowserMode[];

const options = (): ServeOptions => ({
  dataFolder: join(folder, "data"),
  folders: {
    defaultFolder: () => Promise.resolve(join(folder, "export")),
    choose: () => Promise.resolve(null),
    reveal: () => Promise.resolve(),
  },
  log: (...entry) => logged.push(entry),
  // A window that is ready ends the waiting, however slow the computer is; one that is not would wait for ever.
  farewellMs: Number.POSITIVE_INFINITY,
});
async function start(): Promise<BrowserMode> {
  const mode = await serve(options());
  open.push(mode);
  return mode;
}
const note = (): string => join(folder, "data", "running.json");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-serve-"));
  [logged, open] = [[], []];
});
afterEach(async () => {
  for (const mode of open) if (mode.kind === "serving") await mode.close();
  expect(logged).toEqual([]);
  rmSync(folder, { recursive: true });
});

describe("browser mode", () => {
  it("answers the calls of the window", async () => {
    const page = await browse((await start()).startUrl);
    expect(await page.call("app.info")).toMatchObject({ shell: "browser", notices: [] });
    const made = await page.call<{ title: string }>("library.create", { templateId: "blank", year: 2026, organ: "局" });
    await page.heard("library.changed");
    expect(await page.call("library.list")).toMatchObject({ reports: [{ title: made.title }] });
    page.leave();
  });

  it("is joined by a second start, which gets a link of its own", async () => {
    const first = await start();
    const second = await start();
    expect(second.kind).toBe("joined");
    expect(new URL(second.startUrl).origin).toBe(new URL(first.startUrl).origin);
    const [one, two] = [await browse(first.startUrl), await browse(second.startUrl)];
    await one.call("library.create", { templateId: "blank", year: 2026, organ: "局" });
    await two.heard("library.changed");
    one.leave();
    two.leave();
  });

  it("keeps the secret of joining to its user and takes it away at the end", async () => {
    const mode = await start();
    if (process.platform !== "win32") expect(statSync(note()).mode & 0o777).toBe(0o600);
    expect(readFileSync(note(), "utf8")).not.toContain(new URL(mode.startUrl).search);
    if (mode.kind === "serving") await mode.close();
    expect(existsSync(note())).toBe(false);
  });

  it.each([
    ["of a program that was killed", { origin: "http://127.0.0.1:9", pid: 1, secret: "x".repeat(43) }],
    ["that was cut short", null],
  ])("starts over a note %s", async (_, content) => {
    const first = await start();
    if (first.kind === "serving") await first.close();
    writeFileSync(note(), content === null ? '{"origin":"htt' : JSON.stringify(content));
    expect((await start()).kind).toBe("serving");
  });

  it("gives the pen to the other window when the first one goes", async () => {
    const mode = await start();
    const [one, two] = [await browse(mode.startUrl), await browse((await start()).startUrl)];
    const { id } = await one.call<{ id: string }>("library.create", { templateId: "blank", year: 2026, organ: "局" });
    expect(await one.call("report.open", { id })).toMatchObject({ access: "write" });
    expect(await two.call("report.open", { id })).toMatchObject({ access: "read" });
    one.leave();
    expect(await two.heard("report.accessChanged")).toContain('"access":"write"');
    two.leave();
  });

  it("lets its windows save before it ends", async () => {
    const mode = await start();
    const page = await browse(mode.startUrl);
    const closing = mode.kind === "serving" ? mode.close() : Promise.resolve();
    await page.heard("app.closing");
    expect(await page.call("library.list")).toMatchObject({ reports: [] });
    await page.call("app.readyToClose");
    await closing;
    await expect(page.call("app.info")).rejects.toThrow();
  });
});
