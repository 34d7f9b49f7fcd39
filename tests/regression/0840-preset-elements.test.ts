import { describe, expect, it } from "vitest";
import { exportWarnings } from "../../backend/output/run-export.ts";
import { elementNames } from "../../core/document/element-names.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { elementsOfPreset } from "../../core/document/preset-elements.ts";
import { layoutPresets, type Meta, metaSchema, type ReportDocument } from "../../core/document/schema.ts";
import { exportText } from "../../core/export/text.ts";
import { unprintedNames } from "../../core/export/unprinted-elements.ts";
import { fieldsOfPreset } from "../../renderer/meta/meta-fields.ts";
import { paragraph, sampleReport, title } from "../core/export/sample-report.ts";

const words: Readonly<Record<Exclude<keyof Meta, "sealForm" | "attachments">, unknown>> = {
  copyNumber: "000123",
  secrecy: "机密★1年",
  urgency: "特急",
  issuingOrgan: "甲市乙局",
  jointOrgans: ["丙市丁局"],
  orderNumber: "第7号",
  documentNumber: "甲审发〔2031〕5号",
  signedOffBy: ["戊某某"],
  signerPosts: ["己职"],
  mainRecipients: "庚市政府",
  attachmentNames: ["辛表"],
  signatories: ["壬市癸局"],
  date: "2031-01-02",
  note: "子附注",
  attendees: "丑某",
  absentees: "寅某",
  observers: "卯某",
  copyRecipients: "辰委",
  printingOrgan: "巳办",
  printingDate: "2031-03-04",
};
type Key = keyof typeof words;
const keys = Object.keys(words) as readonly Key[];
const spoken = (key: Key): string => {
  if (key === "date") return "2031年1月2日";
  return key === "printingDate" ? "2031年3月4日" : String([words[key]].flat()[0]);
};

const presetsAndSeals = layoutPresets.flatMap((preset) =>
  (["", "seal", "signature"] as const).map((sealForm) => [preset, sealForm] as const),
);

const reportOf = (preset: (typeof layoutPresets)[number], meta: Readonly<Record<string, unknown>>) => ({
  ...sampleReport([title("关于工作的报告"), paragraph("正文一段。")]),
  preset,
  meta: metaSchema.parse(meta),
});

describe("one table says what a preset prints", () => {
  it.each(presetsAndSeals)("to the form, to the files and to what is said of the rest (%s, %s)", (preset, sealForm) => {
    const report = reportOf(preset, { ...words, sealForm });
    const table = elementsOfPreset(preset, report.meta);
    const shown = fieldsOfPreset(preset, report.meta).first.map(({ key }) => key);
    const text = exportText(report);
    const said = exportWarnings(report)
      .map(({ message }) => message)
      .join("\n");
    for (const key of keys) {
      const isPrinted = table.has(key);
      const isSaid = said.includes(`${elementNames[key]}“`);
      expect([key, shown.includes(key), text.includes(spoken(key)), !isSaid]).toEqual([
        key,
        isPrinted,
        isPrinted,
        isPrinted,
      ]);
    }
  });

  it("says 密级, 份号 and 主送 of orders and minutes where they are filled in", () => {
    for (const preset of ["order", "minutes"] as const) {
      const shown = fieldsOfPreset(preset, metaSchema.parse({})).first.map(({ key }) => key);
      expect(shown).toEqual(expect.arrayContaining(["copyNumber", "secrecy", "urgency", "mainRecipients"]));
    }
  });

  it("keeps the field of the signer of an order where it is while the name is typed", () => {
    for (const signedOffBy of [[], ["戊"]]) {
      const shown = fieldsOfPreset("order", metaSchema.parse({ signedOffBy })).first.map(({ key }) => key);
      expect(shown).toEqual(expect.arrayContaining(["signedOffBy", "signerPosts"]));
      expect(shown.includes("signatories")).toBe(signedOffBy.length === 0);
    }
  });

  it("promises no 发文机关 in a public report", () => {
    const { first, more } = fieldsOfPreset("public-report", metaSchema.parse({}));
    expect(first.map(({ key }) => key)).toEqual(["mainRecipients", "attachmentNames", "signatories", "date", "note"]);
    expect(more.map(({ key }) => key)).toContain("issuingOrgan");
  });
});

describe("the line under 版式", () => {
  it("names what is filled and not printed, 密级 first", () => {
    const meta = { copyNumber: "000123", secrecy: "机密★1年", copyRecipients: "辰委", note: "子附注" };
    const namesOf = (report: ReportDocument) => unprintedNames(report, () => blocksFromBody(report.body));
    expect(namesOf(reportOf("public-report", meta))).toEqual(["密级和保密期限", "份号", "抄送"]);
    expect(namesOf(reportOf("official-document", meta))).toEqual([]);
    expect(namesOf(reportOf("letter", { ...meta, printingOrgan: "巳办" }))).toEqual(["印发机关"]);
  });
});
