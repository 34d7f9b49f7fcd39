import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { printReport } from "../../backend/pdf/print-report.ts";
import { programFolders } from "../../backend/program-folder.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { buildFaces } from "../backend/build-faces.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { title } from "../core/export/sample-report.ts";
import { compareMeasured } from "./compare-pages.ts";
import { type InkBand, measureInk } from "./measure-ink.ts";
import { measurePages } from "./measure-pages.ts";
import { officeFacesFile } from "./office-faces.ts";
import { imprintElements, linesOfText, officialReport } from "./official-reports.ts";
import { docxToPdf, hasLibreOffice, reportMissing } from "./tools.ts";

reportMissing();

/** EQ-1 of the layout's assertions. */
const LEAST_EQUAL = 0.98;

type Case = readonly [name: string, report: ReportDocument, options?: { readonly isLastPageEven: boolean }];
type Files = { readonly pdf: Uint8Array; readonly docx: Uint8Array };

const joint = ["某某市财政局", "中共某某市委组织部"];
const manyRecipients = Array.from({ length: 30 }, (_, index) => `某某第${index + 1}区人民政府`).join("，");
const short = (lines: number) => [title("关于某事的报告"), ...linesOfText(lines)];

const documents: readonly Case[] = [
  ["with all markings", officialReport({ copyNumber: "000123", secrecy: "机密★1年", urgency: "特急" })],
  ["that goes upwards", officialReport({ ...imprintElements, signedOffBy: ["李某某", "王某", "赵某某"] })],
  ["of joint organs", officialReport({ ...imprintElements, jointOrgans: joint, secrecy: "秘密" })],
  ["with 主送 in its 版记", officialReport({ ...imprintElements, mainRecipients: manyRecipients })],
  ["whose 版记 has a page of its own", officialReport(imprintElements, short(27))],
  ["whose 版记 stands on an even page", officialReport(imprintElements, short(3)), { isLastPageEven: true }],
  ["with an empty page before 版记", officialReport(imprintElements, short(27)), { isLastPageEven: true }],
];

const signers = { signedOffBy: ["李某某", "王某"], signerPosts: ["市长", "市财政局局长"] };
const attendance = { attendees: "张某某、".repeat(24).slice(0, -1), absentees: "钱某某", observers: "孙某某" };
const joined = ["某某市审计局", "某某市财政局", "中共某某市委组织部"];
const attached = [...short(3), title("某某市审计工作计划"), ...linesOfText(30), title("量化指标"), ...linesOfText(4)];

/** Whose marks stand elsewhere: only lines and pages are compared, and the ink of both. */
const others: readonly Case[] = [
  ["a letter", officialReport({ ...imprintElements, secrecy: "秘密", urgency: "特急" }, short(30), "letter")],
  ["an order", officialReport({ ...imprintElements, ...signers, orderNumber: "第3号" }, linesOfText(3), "order")],
  ["minutes", officialReport({ ...imprintElements, ...attendance, signatories: [] }, short(9), "minutes")],
  ["a sealed report", officialReport({ sealForm: "seal" }, short(3))],
  ["a report of joint organs with seals", officialReport({ sealForm: "seal", signatories: joined }, short(13))],
  ["a report with 签名章", officialReport({ ...signers, sealForm: "signature" }, short(3))],
  [
    "a notice with two attachments",
    officialReport({ ...imprintElements, attachmentNames: ["计划", "量化指标"] }, attached, "notice-with-attachment"),
  ],
];

describe.skipIf(!hasLibreOffice)("an official document, drawn and as LibreOffice lays its DOCX out", () => {
  let facesFile = "";
  beforeAll(() => {
    buildFaces();
    facesFile = officeFacesFile();
  });

  async function filesOf(report: ReportDocument, isLastPageEven = false): Promise<Files> {
    const images = new Map<string, never>();
    const job = {
      report,
      images,
      style: standardStyle,
      stamped: false,
      program: "libreoffice",
      isLastPageEven,
    } as const;
    const sources = { installed: new Map<string, never>(), ownFolder: programFolders.faces };
    const { bytes, imprint } = await printReport(job, sources);
    const docx = await exportDocx(report, { ...docxOptions, images, imprint });
    return { pdf: bytes, docx: await docxToPdf(docx, { FONTCONFIG_FILE: facesFile }) };
  }

  for (const [name, report, options] of documents) {
    it(`${name}: same lines on the same pages, everything at its millimetre`, () => expectSame(report, options));
  }

  for (const [name, report] of others) {
    it(`${name}: same lines on the same pages, the same ink at the same places`, async () => {
      const files = await filesOf(report);
      await expectSameLines(files);
      const [ours, theirs] = [measureInk(files.pdf), measureInk(files.docx)].map((pages) =>
        pages.map((page) => page.filter(({ colour, isRule }) => colour === "red" || isRule)),
      );
      expect(ours?.map((page) => page.length)).toEqual(theirs?.map((page) => page.length));
      ours?.forEach((page, at) =>
        page.forEach((band, index) => {
          const other = theirs?.[at]?.[index];
          for (const edge of ["topMm", "bottomMm", "leftMm", "rightMm"] as const) {
            expect(Math.abs(band[edge] - (other?.[edge] ?? 0))).toBeLessThan(0.5);
          }
        }),
      );
    });
  }

  async function expectSameLines(files: Files): Promise<void> {
    const [ours, theirs] = await Promise.all([measurePages(files.pdf), measurePages(files.docx)]);
    const { pages, lines, equal, differences } = compareMeasured(ours, theirs);
    expect(pages[0], differences.join(" | ")).toBe(pages[1]);
    expect(equal / lines, differences.join(" | ")).toBeGreaterThanOrEqual(LEAST_EQUAL);
    expect(ours.map(({ footer }) => footer.map(({ text }) => text))).toEqual(
      theirs.map(({ footer }) => footer.map(({ text }) => text)),
    );
  }

  async function expectSame(report: ReportDocument, options: Case[2]): Promise<void> {
    const files = await filesOf(report, options?.isLastPageEven);
    await expectSameLines(files);
    for (const pdf of [files.pdf, files.docx]) {
      const ink = measureInk(pdf);
      expectHead(ink[0] ?? []);
      if (report.meta.printingDate !== "") expectImprint(ink.at(-1) ?? []);
    }
  }
});

/** HD-1: the mark's upper edge at 72 ± 1 mm; the red rule 156 ± 1 mm wide, 4 ± 0.5 mm under 发文字号. */
function expectHead(page: readonly InkBand[]): void {
  const red = page.filter(({ colour }) => colour === "red");
  const [mark] = red;
  const rule = red.find(({ isRule }) => isRule);
  if (mark === undefined || rule === undefined) throw new Error("no red head");
  expect(Math.abs(mark.topMm - 72)).toBeLessThan(1);
  expect(Math.abs(rule.rightMm - rule.leftMm - 156)).toBeLessThan(1);
  const number = page.filter(({ colour, bottomMm }) => colour === "black" && bottomMm < rule.topMm).at(-1);
  expect(Math.abs(rule.topMm - (number?.bottomMm ?? 0) - 4)).toBeLessThan(0.5);
}

/** IM-1: the last rule at 262 ± 1 mm on the last page, 156 ± 1 mm wide, 0.35 ± 0.1 mm. */
function expectImprint(page: readonly InkBand[]): void {
  const rules = page.filter(({ colour, isRule }) => colour === "black" && isRule);
  expect(rules.length).toBeGreaterThanOrEqual(2);
  const last = rules.at(-1);
  expect(Math.abs((last?.bottomMm ?? 0) - 262)).toBeLessThan(1);
  for (const { leftMm, rightMm } of rules) expect(Math.abs(rightMm - leftMm - 156)).toBeLessThan(1);
}
