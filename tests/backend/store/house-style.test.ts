import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../backend/store/file-system.ts";
import { createHouseStyleStore } from "../../../backend/store/house-style.ts";
import { createNotices } from "../../../backend/store/notices.ts";
import { houseStyleText } from "../../../core/layout/rules/house-style-file.ts";
import { standardStyle } from "../../../core/layout/rules/house-style.ts";

const own = { ...standardStyle, linePitchPt: 28 };
let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "house-style-"));
  path = join(folder, "house-style.json");
});

const open = () => {
  const notices = createNotices();
  const store = createHouseStyleStore({
    ...{ path, files: nodeFileSystem, notices },
    now: () => new Date("2026-03-01T00:00:00Z"),
    inherited: () => Promise.resolve({ westernFace: "times" }),
  });
  return { store, notices };
};

describe("the stored 本单位版式", () => {
  it("is the standard with the face for digits that was set before, and what was written from then on", async () => {
    const { store } = open();
    expect(await store.read()).toEqual({ ...standardStyle, westernFace: "times" });
    await store.write(own);
    expect(await store.read()).toEqual(own);
    expect(await open().store.read()).toEqual(own);
  });

  it("follows a file that another program has put in its place", async () => {
    const { store } = open();
    await store.write(own);
    await writeFile(path, houseStyleText({ ...own, linePitchPt: 29.5 }));
    expect((await store.read()).linePitchPt).toBe(29.5);
  });

  it("leaves a file of a newer program as it is, says so, and lays out by the standard", async () => {
    const newer = JSON.stringify({ format: "nianbao-house-style", version: 2, style: { linePitch: "narrow" } });
    await writeFile(path, newer);
    const { store, notices } = open();
    expect(await store.read()).toEqual(standardStyle);
    expect(notices.all()[0]?.message).toContain("更新版本");
    await expect(store.write(own)).rejects.toMatchObject({ code: "report-newer-version" });
    expect(await readFile(path, "utf8")).toBe(newer);
  });

  it("keeps a damaged file under another name when a new style is written", async () => {
    await writeFile(path, "{ half");
    const { store, notices } = open();
    expect(await store.read()).toEqual(standardStyle);
    expect(notices.all()[0]?.message).toContain("已损坏");
    await store.write(own);
    expect(await open().store.read()).toEqual(own);
    const aside = (await readdir(folder)).find((name) => name.includes("damaged"));
    expect(await readFile(join(folder, aside ?? ""), "utf8")).toBe("{ half");
  });
});
