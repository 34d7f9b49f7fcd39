import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { unzipSync } from "fflate";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";
import { buildFaces } from "../build-faces.ts";

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(buildFaces, 180_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Ran = { readonly exit: number; readonly out: string; readonly err: string };

async function run(...words: readonly string[]): Promise<Ran> {
  let [out, err] = ["", ""];
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: (text) => (err += text) });
  return { exit, out, err };
}

/** Runs a command that must succeed and returns what it printed. */
async function answer<T>(...words: readonly string[]): Promise<T> {
  const { exit, out, err } = await run(...words);
  expect([exit, err]).toEqual([0, ""]);
  return JSON.parse(out) as T;
}

/** Runs a command that must fail as expected and returns the error it printed. */
async function failure(...words: readonly string[]): Promise<{ code: string; message: string }> {
  const { exit, out, err } = await run(...words);
  expect(exit).toBe(2);
  const { error } = JSON.parse(out) as { error: { code: string; message: string } };
  expect(error.message).toMatch(/[\u4e00-\u9fff].*。/u);
  expect(error.message).not.toMatch(/undefined|null|Error|node:|\bat /u);
  expect(err).toBe(`${error.message}\n`);
  return error;
}

const text = [
  "青石县审计局2025年法治政府建设情况报告",
  "2025年，我局扎实推进依法审计。",
  "一、主要工作",
  "（一）坚持依法履职。全年完成审计项目32个。",
  "（二）加强制度建设。修订制度5项。",
  "二、下一步工作",
  "继续加强队伍建设。",
].join("\r\n");

function givenText(name = "上年.txt", content: string | Uint8Array = text): string {
  writeFileSync(at(name), content);
  return at(name);
}

describe("templates", () => {
  it("lists the built-in templates with their sections", async () => {
    const templates = await answer<{ id: string; name: string; sections: number }[]>("templates");
    const ids = ["fazhi-municipal", "fazhi-county", "fazhi-district", "enforcement", "audit-plan", "blank"];
    expect(templates.map(({ id }) => id)).toEqual(ids);
    for (const { id, sections } of templates) expect(sections > 0).toBe(id !== "blank");
  });
});

describe("new", () => {
  it("writes a report that show reads again", async () => {
    const words = ["--template", "fazhi-county", "--year", "2026", "--org", "青石县审计局", "--out", at("新.json")];
    const made = await answer<{ id: string; title: string; blocks: number }>("new", ...words);
    expect(made.title).toContain("2026");
    const blocks = await answer<{ kind: string; text: string }[]>("show", at("新.json"), "--blocks");
    expect(blocks).toHaveLength(made.blocks);
    expect(blocks[0]).toMatchObject({ kind: "title", text: made.title });
    expect(readdirSync(folder)).toEqual(["新.json"]);
  });

  it.each([
    ["a template that does not exist", ["--template", "nothing", "--year", "2026"], "template-not-found"],
    ["a template by a path", ["--template", "../package", "--year", "2026"], "template-not-found"],
    ["a year that is none", ["--template", "blank", "--year", "二〇二六"], "argument-invalid"],
    ["a year out of range", ["--template", "blank", "--year", "1066"], "argument-invalid"],
    ["no year", ["--template", "blank"], "argument-missing"],
    ["an unknown option", ["--template", "blank", "--year", "2026", "--colour", "red"], "argument-invalid"],
    ["an option twice", ["--template", "blank", "--year", "2026", "--year", "2027"], "argument-invalid"],
    ["a file it does not take", ["--template", "blank", "--year", "2026", "a.json"], "argument-invalid"],
  ])("refuses %s", async (_, words, code) => {
    expect((await failure("new", ...words, "--out", at("新.json"))).code).toBe(code);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("import", () => {
  it("tells what it found, and show gives the text back", async () => {
    const imported = await answer<{
      title: string;
      headings: unknown[];
      tables: number;
      images: number;
      blocks: number;
    }>("import", givenText(), "--out", at("报告.json"));
    expect(imported).toMatchObject({ title: "青石县审计局2025年法治政府建设情况报告", tables: 0, images: 0 });
    expect(imported.headings).toEqual([
      { level: 1, number: "一、", text: "主要工作", runIn: false },
      { level: 2, number: "（一）", text: expect.stringContaining("坚持依法履职") as string, runIn: true },
      { level: 2, number: "（二）", text: expect.stringContaining("加强制度建设") as string, runIn: true },
      { level: 1, number: "二、", text: "下一步工作", runIn: false },
    ]);
    const { exit, out } = await run("show", at("报告.json"), "--text");
    expect(exit).toBe(0);
    expect(out.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
  });

  it.each([
    ["a file that is not there", "不存在.txt", null, "file-not-found"],
    ["an empty file", "空.txt", "", "file-empty"],
    ["a file of spaces", "空白.txt", " \r\n\t\r\n", "file-empty"],
    ["a binary file", "图.txt", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "file-not-text"],
    [
      "a Word file that nobody here can read",
      "加密.docx",
      Buffer.from("6214236501008e9f0b0c11", "hex"),
      "file-not-word",
    ],
    ["what Word leaves beside an open file", "~$去年.doc", Buffer.from("036c687400000000", "hex"), "file-owner-lock"],
    ["a Word file that was cut off", "稿.docx", "PK", "file-damaged"],
    ["a report", "报告.json", "{}", "file-kind-unsupported"],
  ])("refuses %s", async (_, name, content, code) => {
    if (content !== null) givenText(name, content);
    const error = await failure("import", at(name), "--out", at("out.json"));
    expect(error.code).toBe(code);
    expect(error.message).toContain(name);
    expect(existsSync(at("out.json"))).toBe(false);
  });

  it("refuses a folder and a file below a file", async () => {
    mkdirSync(at("夹"));
    expect((await failure("import", at("夹"), "--out", at("out.json"))).message).toContain("文件夹");
    expect((await failure("import", join(givenText(), "x.txt"), "--out", at("out.json"))).code).toBe("file-not-found");
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "tells that it may not read or write",
    async () => {
      chmodSync(givenText("锁.txt"), 0o000);
      expect((await failure("import", at("锁.txt"), "--out", at("out.json"))).code).toBe("file-unreadable");
      mkdirSync(at("只读"), { mode: 0o555 });
      expect((await failure("import", givenText(), "--out", at("只读/out.json"))).code).toBe("folder-read-only");
    },
  );

  it("does not write where it cannot, or may not", async () => {
    const file = givenText();
    expect((await failure("import", file, "--out", at("没有/out.json"))).code).toBe("folder-not-found");
    mkdirSync(at("夹.json"));
    expect((await failure("import", file, "--out", at("夹.json"))).code).toBe("write-failed");
    writeFileSync(at("已有.json"), "旧");
    expect((await failure("import", file, "--out", at("已有.json"))).code).toBe("file-exists");
    expect(readFileSync(at("已有.json"), "utf8")).toBe("旧");
    await answer("import", file, "--out", at("已有.json"), "--force");
    expect(readFileSync(at("已有.json"), "utf8")).toContain("nianbao-report");
  });
});

describe("show", () => {
  it("shows a text file without importing it first", async () => {
    expect(await answer("show", givenText(), "--blocks")).toHaveLength(9);
  });

  it.each([
    ["damaged JSON", '{"format":"nianbao-report",', "report-damaged"],
    ["JSON that is no report", '{"a":1}', "not-a-report"],
    ["a list", "[]", "not-a-report"],
    ["a template", '{"format":"nianbao-template","formatVersion":1}', "not-a-report"],
    ["a report of a newer program", '{"format":"nianbao-report","formatVersion":99}', "report-newer-version"],
    ["a report with missing parts", '{"format":"nianbao-report","formatVersion":1}', "report-damaged"],
    ["an empty file", "", "file-empty"],
  ])("refuses %s", async (_, content, code) => {
    const error = await failure("show", givenText("报告.json", content), "--blocks");
    expect(error.code).toBe(code);
    expect(error.message).toContain("报告.json");
  });

  it("needs to know what to show", async () => {
    expect((await failure("show", givenText())).code).toBe("argument-missing");
    expect((await failure("show", givenText(), "--blocks", "--text")).code).toBe("argument-invalid");
    expect((await failure("show", "--blocks")).code).toBe("argument-missing");
    expect((await failure("show", givenText(), givenText("b.txt"), "--text")).code).toBe("argument-invalid");
  });
});

describe("export", () => {
  it("makes all four files of a text file and says how", async () => {
    const targets = (["docx", "pdf", "txt", "html"] as const).flatMap((format) => [
      `--${format}`,
      at(`报告.${format}`),
    ]);
    const done = await answer<{
      files: Record<string, string>;
      pages: number;
      fonts: { role: string }[];
      ms: Record<string, number>;
    }>("export", givenText(), ...targets);
    expect(done.files).toEqual({
      docx: at("报告.docx"),
      pdf: at("报告.pdf"),
      txt: at("报告.txt"),
      html: at("报告.html"),
    });
    expect(done.fonts.map(({ role }) => role)).toEqual(["fangsong", "kaiti", "heiti", "xiaobiaosong", "songti"]);
    expect(Object.keys(done.ms)).toEqual(["docx", "pdf", "txt", "html"]);
    const pdf = await PDFDocument.load(readFileSync(at("报告.pdf")), { updateMetadata: false });
    expect(pdf.getPageCount()).toBe(done.pages);
    expect(pdf.getTitle()).toBe("青石县审计局2025年法治政府建设情况报告");
    expect(Object.keys(unzipSync(readFileSync(at("报告.docx"))))).toContain("word/document.xml");
    expect(readFileSync(at("报告.txt"), "utf8").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
    expect(readFileSync(at("报告.html"), "utf8")).toContain("坚持依法履职");
    expect(readdirSync(folder).sort()).toEqual(["上年.txt", "报告.docx", "报告.html", "报告.pdf", "报告.txt"].sort());
  });

  it("writes nothing when one of the files exists, unless it is forced", async () => {
    writeFileSync(at("b.html"), "旧");
    const words = ["export", givenText(), "--txt", at("a.txt"), "--html", at("b.html")];
    const error = await failure(...words);
    expect([error.code, error.message.includes("b.html")]).toEqual(["file-exists", true]);
    expect(existsSync(at("a.txt"))).toBe(false);
    await answer(...words, "--force");
    expect(readFileSync(at("b.html"), "utf8")).not.toBe("旧");
  });

  it("refuses to write over its own source or twice to one file, forced or not", async () => {
    const file = givenText();
    expect((await failure("export", file, "--txt", file, "--force")).code).toBe("argument-invalid");
    const twice = ["--txt", at("a"), "--html", `${folder}/./a`];
    expect((await failure("export", file, ...twice, "--force")).code).toBe("argument-invalid");
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("needs a format and a value for it", async () => {
    expect((await failure("export", givenText())).code).toBe("argument-missing");
    expect((await failure("export", givenText(), "--txt")).code).toBe("argument-missing");
    expect((await failure("export", givenText(), "--txt", "--force")).code).toBe("argument-missing");
    expect((await failure("export", givenText(), "--pdf=")).code).toBe("argument-missing");
  });

  it("tells about fonts when only a DOCX is made", async () => {
    const done = await answer<{ pages: null; fonts: { used: string }[] }>(
      "export",
      givenText(),
      "--docx",
      at("a.docx"),
    );
    expect(done.pages).toBeNull();
    expect(done.fonts.map(({ used }) => used)).toContain("方正小标宋简体");
  });
});

describe("the command line", () => {
  it("explains itself in Chinese", async () => {
    for (const words of [["--help"], ["help"], ["export", "--help"]]) {
      const { exit, out, err } = await run(...words);
      const { commands } = JSON.parse(out) as { commands: { name: string }[] };
      expect(commands.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["templates", "new", "import", "show", "export"]),
      );
      expect([exit, err.includes("用法"), err.includes("--docx")]).toEqual([0, true, true]);
    }
  });

  it("refuses a command that does not exist, by any name", async () => {
    for (const name of ["merge", "toString", "__proto__"]) expect((await failure(name)).code).toBe("unknown-command");
  });
});
