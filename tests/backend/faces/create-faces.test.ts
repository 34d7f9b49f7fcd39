import { standardStyle } from "../../../core/layout/rules/house-style.ts";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFaces, type ReportFaces } from "../../../backend/faces/create-faces.ts";
import {
  facesOfFontconfigFiles,
  facesOfRegistryFiles,
  installedFaceFiles,
  type FaceFile,
} from "../../../backend/faces/face-files.ts";
import type { WesternFace } from "../../../core/layout/fonts.ts";
import { programFolders } from "../../../backend/program-folder.ts";
import { buildFaces } from "../build-faces.ts";

const BUILD_WITHIN_MS = 180_000;
const folder = mkdtempSync(join(tmpdir(), "nianbao-faces-"));
const own = (name: string): FaceFile => ({ path: join(programFolders.faces, `nianbao-${name}.ttf`), index: 0 });
const code = (character: string): number => character.codePointAt(0) ?? 0;
const facesOf = (installed: Readonly<Record<string, FaceFile>>, westernFace: WesternFace = "same"): ReportFaces =>
  createFaces({
    installed: new Map(Object.entries(installed)),
    ownFolder: programFolders.faces,
    style: { ...standardStyle, westernFace },
  });

/** A copy of a face whose file says something else about embedding. */
function withRights(name: string, rights: number): FaceFile {
  const bytes = readFileSync(own(name).path);
  const record = bytes.indexOf("OS/2", 12, "latin1");
  bytes.writeUInt16BE(rights, bytes.readUInt32BE(record + 8) + 8);
  const path = join(folder, `${name}-${rights}.ttf`);
  writeFileSync(path, bytes);
  return { path, index: 0 };
}

beforeAll(buildFaces, BUILD_WITHIN_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the faces of a report", () => {
  it("are the best installed one of each class, else the program's own, and say which", () => {
    const faces = facesOf({ 仿宋: own("kai"), FangSong_GB2312: own("hei") });
    expect(faces.setCharacter("fangsong", code("国")).face).toContain("nianbao-hei.ttf");
    expect(faces.setCharacter("kaiti", code("国")).face).toContain("nianbao-kai.ttf");
    const uses = faces.uses();
    expect(uses.find(({ role }) => role === "fangsong")).toMatchObject({ used: "FangSong_GB2312", substituted: false });
    expect(uses.find(({ role }) => role === "heiti")).toMatchObject({ used: "Noto Sans SC", substituted: true });
  });

  it("set a character that the first face lacks in the next that has it", () => {
    // ’ is not in the own 楷体
    const set = facesOf({}).setCharacter("kaiti", code("’"));
    expect(set).toMatchObject({ advanceEm: 1, substituted: true });
    expect(set.face).not.toContain("nianbao-kai.ttf");
    expect(facesOf({}).setCharacter("kaiti", code("国")).substituted).toBe(false);
  });

  it("set 〓 and name the character where no face has it", () => {
    const faces = facesOf({});
    expect(faces.missingCharacters()).toEqual([]);
    expect(faces.setCharacter("fangsong", 0xe000)).toMatchObject({ advanceEm: 1, substituted: true });
    faces.setCharacter("fangsong", code("国"));
    expect(faces.missingCharacters()).toEqual(["\uE000"]);
  });

  it.each([
    ["restricted", 0x0002],
    ["not to be cut into a subset", 0x0100],
    ["bitmaps alone", 0x0200],
  ])("pass over a face whose embedding is %s", (_, rights) => {
    const faces = facesOf({ 仿宋: withRights("hei", rights) });
    expect(faces.setCharacter("fangsong", code("国")).face).toContain("nianbao-song.ttf");
    expect(faces.uses()[0]).toMatchObject({ role: "fangsong", substituted: true });
  });

  it("take a face that may be embedded for print and preview", () => {
    const faces = facesOf({ 仿宋: withRights("hei", 0x0004) });
    expect(faces.setCharacter("fangsong", code("国")).face).toContain("hei-4.ttf");
  });

  it("pass over a file that cannot be read", () => {
    const faces = facesOf({ 仿宋: { path: join(folder, "gone.ttf"), index: 0 } });
    expect(faces.uses()[0]).toMatchObject({ used: "Noto Serif SC", substituted: true });
  });

  it("set Western letters and digits, and no other mark, in Times where that is wished", () => {
    const installed = { "Liberation Serif": own("hei") };
    expect(facesOf(installed, "times").setCharacter("fangsong", code("7")).face).toContain("nianbao-hei.ttf");
    expect(facesOf(installed, "times").setCharacter("fangsong", code("“")).face).toContain("nianbao-song.ttf");
    expect(facesOf(installed, "same").setCharacter("fangsong", code("7")).face).toContain("nianbao-song.ttf");
  });

  it("know how high their files say that they are", () => {
    const faces = facesOf({});
    const { face } = faces.setCharacter("fangsong", code("国"));
    expect(faces.heightOf(face)).toEqual({ ascentEm: 1.151, descentEm: 0.286 });
  });
});

describe("the face files of this computer", () => {
  it("are read from the Windows registry, several faces of one collection too", () => {
    const listing = [
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts",
      "    SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc",
      "    方正小标宋简体 (TrueType)    REG_SZ    D:\\Faces\\FZXBSJW.TTF",
      "    Roman (All res)    REG_SZ    ROMAN.FON",
    ].join("\r\n");
    expect(Object.fromEntries(facesOfRegistryFiles(listing, "C:\\Windows\\Fonts"))).toEqual({
      SimSun: { path: "C:\\Windows\\Fonts\\simsun.ttc", index: 0 },
      NSimSun: { path: "C:\\Windows\\Fonts\\simsun.ttc", index: 1 },
      方正小标宋简体: { path: "D:\\Faces\\FZXBSJW.TTF", index: 0 },
    });
  });

  it("are read from fontconfig: the regular weight, no slant, nothing that varies", () => {
    const listing = [
      "/f/a-bold.ttf\t0\t200\t0\tFalse\tFangSong,仿宋",
      "/f/a.ttc\t2\t80\t0\tFalse\tFangSong,仿宋",
      "/f/a-italic.ttf\t0\t80\t100\tFalse\tFangSong,仿宋",
      "/f/v.ttf\t0\t80\t0\tTrue\tKaiTi",
      "/f/c.pcf.gz\t0\t80\t0\tFalse\tFixed",
      "",
    ].join("\n");
    expect(Object.fromEntries(facesOfFontconfigFiles(listing))).toEqual({
      FangSong: { path: "/f/a.ttc", index: 2 },
      仿宋: { path: "/f/a.ttc", index: 2 },
    });
  });

  it("are asked for without an error, wherever the program runs, and are files that exist", async () => {
    for (const { path } of (await installedFaceFiles()).values()) expect(existsSync(path), path).toBe(true);
  });
});
