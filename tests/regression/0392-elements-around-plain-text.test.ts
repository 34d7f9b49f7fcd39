import fc from "fast-check";
import { expect, it } from "vitest";
import { paragraphsOf } from "../../core/document/block-content.ts";
import { numberBlocks } from "../../core/document/numbering.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { importText } from "../../core/import/text.ts";

const title = "青石县审计局关于2025年工作情况的报告";
const metaOf = (...lines: readonly string[]) => importText([title, "全年工作完成。", ...lines].join("\n")).meta;

it.each([
  ["二〇二六年一月二十日", "2026-01-20"],
  ["二○二六年一月二十日", "2026-01-20"],
  ["2026年01月20日", "2026-01-20"],
  ["2026.1.20", "2026-01-20"],
  ["2026-1-20", "2026-01-20"],
  ["2026年1月20日", "2026-01-20"],
])("the day %s under the organ is its 成文日期", (day, date) => {
  expect(metaOf("青石县审计局", day)).toMatchObject({ signatories: ["青石县审计局"], date });
  expect(metaOf(`青石县审计局    ${day}`)).toMatchObject(
    day.includes("年") ? { signatories: ["青石县审计局"], date } : {},
  );
});

it("抄送 and 印发 behind the sign-off go into 公文要素, and so do 附件说明 and two organs with their seals", () => {
  const meta = metaOf("附件：1.情况表", "2.名单", "青石县审计局（盖章）", "青石县财政局（盖章）", "2026年1月20日", "（此件公开发布）", "抄送：县委办、县人大办。", "青石县审计局办公室　2026年1月21日印发");
  expect(meta).toMatchObject({
    attachmentNames: ["情况表", "名单"],
    signatories: ["青石县审计局（盖章）", "青石县财政局（盖章）"],
    date: "2026-01-20",
    note: "此件公开发布",
    copyRecipients: "县委办、县人大办",
    printingOrgan: "青石县审计局办公室",
    printingDate: "2026-01-21",
  });
}); // prettier-ignore

it("a joint head names its first organ and the others, and what has no place of its own stays", () => {
  const { meta, blocks } = importText(
    ["000001", "机密★1年", "特急", "青石县审计局", "青石县财政局", "文件", "青审发〔2026〕3号　签发人：张三 李四", title, "正文。", "抄报：县委。", "抄送：县人大办。"].join("\n"),
  );
  expect(meta).toMatchObject({
    copyNumber: "000001",
    secrecy: "机密★1年",
    urgency: "特急",
    issuingOrgan: "青石县审计局",
    jointOrgans: ["青石县财政局"],
    documentNumber: "青审发〔2026〕3号",
    signedOffBy: ["张三", "李四"],
    copyRecipients: "县人大办",
  });
  expect(blocks.map((block) => paragraphsOf(block).map((content) => inlineText(content, 0)).join(""))).toContain("抄报：县委。");
}); // prettier-ignore

it("a line like one of them alone proves nothing and stays in the text", () => {
  expect(metaOf("2026年1月").date).toBeUndefined();
  expect(importText(`机密\n${title}\n正文。`).meta.secrecy).toBeUndefined();
  expect(metaOf("附件：1.情况表", "3.名单").attachmentNames).toBeUndefined();
});

/** Lines around a text; each holds a word that stands in no other. */
const lines = fc.shuffledSubarray(
  ["000001", "机密", "特急", "甲县审计局文件", "乙县财政局", "丙审发〔2026〕3号", "签发人：丁", title, "戊县政府：", "己正文。", "附件：1.庚表", "2.辛名单", "壬县审计局", "癸县司法局（盖章）", "2026年1月20日", "（此件子公开）", "抄报：丑委。", "抄送：寅办。", "抄送：卯办。", "辰县审计局办公室 2026年1月21日印发", "— 3 —"],
  { minLength: 1 },
); // prettier-ignore
const marks = ["000001", "机密", "特急", ...Array.from("甲乙丙丁戊己庚辛壬癸子丑寅卯辰")];

it("no line is lost, in whatever order the lines stand: each is in the text or in 公文要素", () => {
  fc.assert(
    fc.property(lines, (given) => {
      const text = given.join("\n");
      const { blocks, meta } = importText(text);
      const numbers = numberBlocks(blocks);
      const kept = blocks.map(
        (block, at) =>
          (numbers[at] ?? "") +
          paragraphsOf(block)
            .map((content) => inlineText(content, 0))
            .join(""),
      );
      const found = kept.join("\n") + JSON.stringify(meta);
      for (const mark of marks.filter((one) => text.includes(one))) expect(found).toContain(mark);
    }),
    { numRuns: 500 },
  );
});
