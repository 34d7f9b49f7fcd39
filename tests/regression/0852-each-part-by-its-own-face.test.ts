import { beforeAll, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { buildFaces } from "../backend/build-faces.ts";
import {
  attentionOf,
  faceFor,
  inspectDamaged,
  rowOf,
  textOfLine,
  withLines,
  withRuns,
} from "../backend/inspect/inspected-export.ts";
import { paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";

beforeAll(buildFaces, 180_000);

const sentence = "各处室要把推进法治建设列入重要日程，与业务工作同部署、同推进、同检查，确保各项要求落到实处。";
const elements = {
  issuingOrgan: "青石县审计局",
  documentNumber: "青审发〔2026〕3号",
  signatories: ["青石县审计局"],
  date: "2026-03-01",
} as const;
const notice = (blocks: readonly Block[], attachmentNames: readonly string[]) =>
  ({
    ...sampleReport(blocks, { ...elements, attachmentNames: [...attachmentNames] }),
    preset: "notice-with-attachment",
  }) as const;
const texts = (count: number): readonly Block[] => Array.from({ length: count }, () => paragraph(sentence.repeat(4)));
const attached = [title("关于印发工作计划的通知"), ...texts(2), title("工作计划"), ...texts(2)];

it.each([
  ["the layout's", notice(attached, ["工作计划"])],
  ["the layout's, numbered", notice([...attached, title("联系人名单"), ...texts(1)], ["工作计划", "联系人名单"])],
  [
    "the writer's",
    notice(
      [...attached.slice(0, 3), { kind: "paragraph", role: "flush", content: [text("附件")] }, ...attached.slice(3)],
      ["工作计划"],
    ),
  ],
] as const)("0852 has nothing against 附件 in 黑体 above an attachment: %s", async (_, report) => {
  const inspection = await inspectDamaged(report);
  expect(attentionOf(inspection)).toEqual(["faces-substituted"]);
  expect(rowOf(inspection, "body-face").verdict).toBe("ok");
});

it("0852 still sees text in 黑体 that is no label", async () => {
  const inspection = await inspectDamaged(notice(attached, ["工作计划"]), {
    pages: (pages) =>
      withLines(pages, (line) =>
        textOfLine(line).startsWith("附件：") ? withRuns(line, (run) => ({ ...run, face: faceFor("heiti") })) : line,
      ),
  });
  expect(rowOf(inspection, "body-face").places.map(({ words }) => words)).toEqual(["附件：工作计划"]);
});

// of the program's own faces that of 楷体 lacks 鿰, and that of 仿宋 has it
it("0852 asks for each character in the face of its part: a run-in heading and the text behind it", async () => {
  const report = (inHeading: string, inText: string) =>
    sampleReport(
      [
        title("工作报告"),
        {
          kind: "runInHeading",
          level: 2,
          ordinal: { kind: "computed" },
          heading: [text(`健全${inHeading}制度。`)],
          content: [text(`由${inText}某负责。`)],
        },
      ],
      {},
    );
  const rowFor = async (...given: Parameters<typeof report>) =>
    rowOf(await inspectDamaged(report(...given)), "characters-substituted");
  expect((await rowFor("", "鿰")).verdict).toBe("ok");
  expect((await rowFor("鿰", "")).measured).toContain("“鿰”");
});

it("0852 names the lines that lack a character, and not those where the writer has put 〓", async () => {
  const given = sampleReport(
    [title("工作报告"), paragraph("本行的〓是写报告的人自己加的。"), paragraph("负责人赵\u{2b7a8}。")],
    {},
  );
  const row = rowOf(await inspectDamaged(given), "characters-missing");
  expect([row.measured, row.places.map(({ words }) => words)]).toEqual(["1 处以〓代替", ["负责人赵\u{2b7a8}。"]]);
});
