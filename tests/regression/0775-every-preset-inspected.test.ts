import { beforeAll, describe, expect, it } from "vitest";
import { type LayoutPreset, layoutPresets, type Meta } from "../../core/document/schema.ts";
import type { Line } from "../../core/layout/pages/page.ts";
import { buildFaces } from "../backend/build-faces.ts";
import {
  attentionOf,
  type Damage,
  faceFor,
  inspectDamaged,
  rowOf,
  textOfLine,
  withLines,
  withRuns,
} from "../backend/inspect/inspected-export.ts";
import { heading, paragraph, sampleReport, title } from "../core/export/sample-report.ts";

beforeAll(buildFaces, 180_000);

const sentence = "各处室要把推进法治建设列入重要日程，与业务工作同部署、同推进、同检查，确保各项要求落到实处。";
const blocks = [
  title("关于印发工作要点的通知"),
  paragraph(sentence.repeat(4)),
  heading(1, "工作要点"),
  paragraph(sentence.repeat(20)),
];
const common: Partial<Meta> = {
  issuingOrgan: "青石县审计局",
  mainRecipients: "各科室",
  attachmentNames: ["工作要点任务分解表", "联系人名单"],
  signatories: ["青石县审计局"],
  date: "2026-03-01",
  note: "此件公开发布",
};
const numbered = { documentNumber: "青审发〔2026〕3号" };
const imprint = { copyRecipients: "县委办公室", printingOrgan: "青石县审计局办公室", printingDate: "2026-03-02" };
/** What each layout prints beside what all of them do. */
const printed: Readonly<Record<LayoutPreset, Partial<Meta>>> = {
  "public-report": {},
  "official-document": { ...numbered, ...imprint, copyNumber: "000012", secrecy: "秘密★1年", urgency: "特急" },
  "notice-with-attachment": { ...numbered, ...imprint },
  letter: { ...numbered, copyRecipients: "县委办公室" },
  order: { orderNumber: "第3号", signedOffBy: ["张某某"], signerPosts: ["局长"] },
  minutes: { ...numbered, ...imprint, attendees: "张某、李某", absentees: "王某", observers: "赵某" },
};
const reportOf = (preset: LayoutPreset, meta: Partial<Meta>) => ({
  ...sampleReport(blocks, { ...common, ...printed[preset], ...meta }),
  preset,
});
const attention = async (report: ReturnType<typeof reportOf>, damage: Damage = {}): Promise<readonly string[]> =>
  attentionOf(await inspectDamaged(report, damage)).filter((id) => id !== "faces-substituted");

const moved = (line: Line, x: number): Line =>
  withRuns(line, (run) => ({ ...run, xPt: run.xPt.map((one) => one + x) }));
const isDate = (line: Line): boolean => textOfLine(line) === "2026年3月1日";

describe("0775 every layout is inspected by its own numbers", () => {
  it.each(layoutPresets)("%s passes, without seal, with one and with 签名章", async (preset) => {
    for (const sealForm of ["", "seal"] as const) {
      expect([sealForm, await attention(reportOf(preset, { sealForm }))]).toEqual([sealForm, []]);
    }
    const chop = { sealForm: "signature", signedOffBy: ["张某某"], signerPosts: ["局长"], signatories: [] } as const;
    // without 版头 and 署名 nothing there says whose it is
    const expected = preset === "public-report" ? ["elements"] : [];
    expect(await attention(reportOf(preset, chop))).toEqual(expected);
  });

  it("passes joint organs with their seals", async () => {
    const organs = ["青石县审计局", "青石县财政局", "青石县统计局", "青石县司法局"];
    const meta = { jointOrgans: organs.slice(1), signatories: organs, sealForm: "seal" } as const;
    expect(await attention(reportOf("official-document", meta))).toEqual([]);
  });

  it.each(["", "seal"] as const)("sees a date that stands elsewhere (%s)", async (sealForm) => {
    const pages: Damage["pages"] = (laid) => withLines(laid, (line) => (isDate(line) ? moved(line, -20) : line));
    const report = reportOf("official-document", { sealForm });
    expect(await attention(report, { pages })).toEqual(["signature"]);
  });

  it("measures each mark from the paper's top edge", async () => {
    const tops = await Promise.all(
      (["official-document", "letter", "order", "minutes"] as const).map(
        async (preset) => rowOf(await inspectDamaged(reportOf(preset, {})), "mark-top").measured,
      ),
    );
    expect(tops).toEqual(["72.0 mm", "30.0 mm", "57.0 mm", "72.0 mm"]);
  });

  it("wants 纪要's labels in 黑体 and the names behind them in 仿宋", async () => {
    const pages: Damage["pages"] = (laid) =>
      withLines(laid, (line) =>
        textOfLine(line).startsWith("出席") ? withRuns(line, (run) => ({ ...run, face: faceFor("heiti") })) : line,
      );
    expect(await attention(reportOf("minutes", {}), { pages })).toEqual(["body-face"]);
  });
});
