import { describe, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { type LayoutPreset, type Meta, metaSchema } from "../../core/document/schema.ts";
import { unprintedAtExport, unprintedNames } from "../../core/export/unprinted-elements.ts";
import { paragraph, sampleReport, title } from "../core/export/sample-report.ts";

const text: readonly Block[] = [
  title("甲市乙局关于工作的报告"),
  paragraph("正文一段。"),
  paragraph("丙市丁局协助。"),
  paragraph("附表见后。"),
];

/** The names, how often the text was asked for, and how many of its blocks were looked at. */
function asked(meta: Readonly<Record<string, unknown>>, preset: LayoutPreset = "public-report") {
  let times = 0;
  const seen = new Set<number>();
  const blocks = new Proxy(text, {
    get: (target, key, receiver) => {
      if (typeof key === "string" && /^[0-9]+$/u.test(key)) seen.add(Number(key));
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  const names = unprintedNames({ meta: metaSchema.parse(meta), preset, year: 2026 }, () => {
    times += 1;
    return blocks;
  });
  return { names, times, blocks: seen.size };
}

describe("the line under 版式", () => {
  it("asks nothing of the text where 公文要素 tell", () => {
    expect(asked({})).toEqual({ names: [], times: 0, blocks: 0 });
    expect(asked({ secrecy: "机密★1年", copyRecipients: "辰委" })).toMatchObject({ times: 0 });
    expect(asked({ issuingOrgan: "甲市乙局", signatories: ["甲市乙局"] })).toMatchObject({ names: [], times: 0 });
    expect(asked({ issuingOrgan: "甲市乙局", signedOffBy: ["某某"] }, "official-document")).toMatchObject({ times: 0 });
  });

  it("looks no further than to where an organ is named", () => {
    expect(asked({ issuingOrgan: "甲市乙局" })).toEqual({ names: [], times: 1, blocks: 1 });
    expect(asked({ issuingOrgan: "丙市丁局" })).toEqual({ names: [], times: 1, blocks: 3 });
    expect(asked({ issuingOrgan: "戊市己局" })).toEqual({ names: ["发文机关"], times: 1, blocks: 4 });
  });
});

describe("what is said of attachments", () => {
  const namesOf = (meta: Partial<Meta>): readonly string[] => {
    const blocks = text.with(-1, { ...paragraph("附表见后。"), id: "attached" });
    return unprintedAtExport({ ...sampleReport(blocks, meta), preset: "public-report" }).map(({ message }) => message);
  };

  it("is nothing where 附件说明, the text or its own place in the text says them", () => {
    expect(namesOf({ attachmentNames: ["辛表"], attachments: [{ title: "辛表", content: null }] })).toEqual([]);
    expect(namesOf({ attachments: [{ title: "附表", content: null }] })).toEqual([]);
    expect(namesOf({ attachments: [{ title: "壬表", content: "attached" }] })).toEqual([]);
    expect(namesOf({ attachments: [{ title: "癸表", content: null }] }).join("")).toContain("附件“癸表”");
  });
});
