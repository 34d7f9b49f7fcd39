import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareReports } from "../../../core/compare/compare-reports.ts";
import type { Comparison } from "../../../core/compare/comparison.ts";
import { sentencesOf } from "../../../core/compare/sentences-of.ts";
import { assembleReport } from "../../../core/document/assemble.ts";
import { printedText } from "../../../core/document/content-text.ts";
import { arbitraryReport } from "../document/arbitrary-report.ts";
import { heading, paragraph, reportOf } from "./printed-report.ts";

const statuses = ({ sentences }: Comparison): readonly string[] =>
  sentences.map((sentence) => `${sentence.status} ${(sentence.new ?? sentence.old).text}`);

const openings = [
  "全年组织实施审计项目，重点关注政策落实、资金绩效和风险防范。",
  "制定整改台账并逐项对账销号，推动被审计单位健全内控。",
  "选派骨干参加跨区域交叉审计，积累了大数据分析经验。",
  "举办法治讲座和案例研讨，干部依法履职能力明显增强。",
  "聘请法律顾问参与重大决策论证，出具审核意见。",
  "公开审计结果公告，主动回应社会关切。",
] as const;

describe("compareReports", () => {
  it("tells kept, changed, added and removed sentences", () => {
    const old = reportOf("2023年，我局完成审计项目35个。制度建设持续加强。撤销一个临时机构。", "队伍素质稳步提升。");
    const now = reportOf("2024年，我局完成审计项目42个。制度建设持续加强。", "队伍素质稳步提升。新招录干部六名。");
    expect(statuses(compareReports(old, now))).toEqual([
      "changed 2024年，我局完成审计项目42个。",
      "kept 制度建设持续加强。",
      "removed 撤销一个临时机构。",
      "kept 队伍素质稳步提升。",
      "added 新招录干部六名。",
    ]);
  });

  it("knows the same sentence of another year by year, figures, ordinal and width of marks", () => {
    const old = reportOf("2022年下达计划9项，均已完成。", "二是追缴资金120万元。");
    const now = reportOf("2023年下达计划11项,均已完成。", "四是追缴资金87.5万元。");
    expect(compareReports(old, now).sentences.map(({ status }) => status)).toEqual(["changed", "changed"]);
  });

  it("finds a moved paragraph, and what changed in it as well", () => {
    const [first, second, third, fourth] = openings;
    const old = reportOf(`${first}2023年立项5个。`, second, third, fourth, openings[4]);
    const now = reportOf(second, third, fourth, openings[4], `${first}2024年立项5个。`);
    const { sentences, similarity } = compareReports(old, now);
    expect(sentences.map(({ status }) => status)).toEqual(["kept", "kept", "kept", "kept", "moved", "changed"]);
    expect(sentences.at(-1)).toMatchObject({ isElsewhere: true });
    expect(similarity).toBeGreaterThan(0.9);
  });

  it("finds a section that moved with its short heading, whatever its number is now", () => {
    const long = [heading("一、", "主要工作"), openings[0], openings[1], openings[2]];
    const short = [heading("二、", "队伍"), openings[3]];
    const moved = [heading("一、", "队伍"), openings[3]];
    const old = reportOf(...long, ...short);
    const now = reportOf(...moved, heading("二、", "主要工作"), openings[0], openings[1], openings[2]);
    expect(compareReports(old, now).sentences.map(({ status }) => status)).toEqual([
      "moved",
      "moved",
      "kept",
      "kept",
      "kept",
      "kept",
    ]);
  });

  it("does not take a sentence for the rewriting of a heading", () => {
    const old = reportOf(heading("一、", "主要负责人履行第一责任人职责情况"));
    const now = reportOf("局长认真履行第一责任人职责，亲自部署。");
    expect(compareReports(old, now).sentences.map(({ status }) => status)).toEqual(["removed", "added"]);
  });

  it("does not call a figure in a cell moved because it stands elsewhere too", () => {
    const table = (...cells: readonly string[]) =>
      ({
        kind: "table",
        columnWidths: [1],
        headerRows: 0,
        rows: cells.map((text) => [
          { paragraphs: [[{ kind: "text", text }]], rowSpan: 1, colSpan: 1, align: "start" } as const,
        ]),
      }) as const;
    const old = reportOf(table("项目数", "12"), openings[0], openings[1], openings[2]);
    const now = reportOf(openings[0], openings[1], openings[2], table("人员数", "12"));
    const { sentences } = compareReports(old, now);
    expect(sentences.filter(({ status }) => status === "moved")).toEqual([]);
  });

  it("gives places that lead back to the words", () => {
    const now = reportOf(heading("一、", "工作"), `  ${openings[0]}${openings[1]}`);
    for (const { new: sentence } of compareReports(reportOf(), now).sentences) {
      const block = now.blocks[sentence?.block ?? -1];
      if (sentence === null || block === undefined || !("content" in block)) throw new Error("no block");
      expect(printedText(block.content).slice(sentence.start, sentence.end)).toBe(sentence.text);
    }
  });

  it("measures 雷同度 by the characters of the new report", () => {
    expect(compareReports(reportOf("甲乙丙丁。"), reportOf("甲乙丙丁。戊己庚辛。")).similarity).toBe(0.5);
    expect(compareReports(reportOf("甲乙丙丁。戊己庚辛。"), reportOf("甲乙丙丁。")).similarity).toBe(1);
    expect(compareReports(reportOf(), reportOf()).similarity).toBe(1);
    expect(compareReports(reportOf("甲乙。"), reportOf()).similarity).toBe(0);
    // of eleven characters the year's five are not the same
    const { characters, same } = compareReports(reportOf("2023年加强整改。"), reportOf("2024年加强整改。"));
    expect([characters, same]).toEqual([10, 5]);
  });

  it("measures every section with the sections under it, and says which section it was made from", () => {
    const old = reportOf("引言一句。", heading("一、", "成效"), heading("（一）", "学习", 2), openings[0]);
    const now = reportOf(
      "引言一句。",
      heading("一、", "成效"),
      heading("（一）", "制度", 2),
      "完全不同的另外一段话在这里。",
      heading("（二）", "学习", 2),
      openings[0],
    );
    const { sections, sentences } = compareReports(old, now);
    expect(sections.map(({ text, block, oldBlock }) => [text, block, oldBlock])).toEqual([
      ["", 0, 0],
      ["成效", 1, 1],
      ["制度", 2, null],
      ["学习", 4, 2],
    ]);
    const [introduction, outer, fresh, learning] = sections;
    expect([introduction?.similarity, fresh?.similarity, learning?.similarity]).toEqual([1, 0, 1]);
    const sum = (fresh?.characters ?? 0) + (learning?.characters ?? 0) + 2;
    expect(outer?.characters).toBe(sum);
    expect(sentences[learning?.first ?? -1]?.new?.text).toBe("学习");
    expect(sentences[learning?.last ?? -1]?.new?.text).toBe(openings[0]);
  });

  it("lists sentences that follow each other unchanged; headings neither break nor count", () => {
    const old = reportOf(openings[0], openings[1], heading("一、", "其他"), openings[2], "2023年收尾。", openings[3]);
    const now = reportOf(openings[0], openings[1], heading("一、", "其他"), openings[2], "2024年收尾。", openings[3]);
    const characters = openings[0].length + openings[1].length + openings[2].length;
    expect(compareReports(old, now).unchangedRuns).toEqual([{ first: 0, last: 3, sentences: 3, characters }]);
  });

  it("reads whole reports, with years resolved and 公文要素 in their places", () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const comparison = compareReports(report, assembleReport(report));
        expect(comparison.sentences.filter(({ status }) => status !== "kept")).toEqual([]);
        expect(comparison.similarity).toBe(1);
      }),
      { numRuns: 50 },
    );
  });
});

/** Reports whose sentences are often equal or alike: the hard case for pairing. */
const arbitraryText: fc.Arbitrary<ReturnType<typeof reportOf>> = fc
  .array(
    fc.array(
      fc.oneof(
        fc.constantFrom(...openings, "无。", "2023年完成3项。", "2024年完成4项。"),
        fc
          .string({ unit: fc.constantFrom(...Array.from("审计整改落实，")), minLength: 1, maxLength: 8 })
          .map((text) => `${text}。`),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    { maxLength: 8 },
  )
  .map((paragraphs) => reportOf(...paragraphs.map((parts) => parts.join(""))));

const count = ({ sentences }: Comparison, status: string): number =>
  sentences.filter((sentence) => sentence.status === status).length;

describe("any comparison", () => {
  it("of a report with itself keeps everything", () => {
    fc.assert(
      fc.property(arbitraryText, (report) => {
        const { sentences, similarity } = compareReports(report, report);
        expect(sentences.every(({ status }) => status === "kept")).toBe(true);
        expect(similarity).toBe(1);
      }),
    );
  });

  it("names every sentence of both sides exactly once, the new ones in their order", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (old, now) => {
        const { sentences, similarity, same, characters } = compareReports(old, now);
        expect(sentences.flatMap((sentence) => sentence.new ?? [])).toEqual(sentencesOf(now.blocks));
        const olds = sentences.flatMap((sentence) => sentence.old ?? []);
        const byPlace = [...olds].sort((one, other) => one.block - other.block || one.start - other.start);
        expect(byPlace).toEqual(sentencesOf(old.blocks));
        expect(same <= characters && similarity >= 0 && similarity <= 1).toBe(true);
        for (const { status, old: before, new: after } of sentences) {
          if (status === "kept" || status === "moved") expect(before.text).toBe(after.text);
        }
      }),
    );
  });

  it("keeps what is kept or changed in place in the order of both sides", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (old, now) => {
        const inPlace = compareReports(old, now).sentences.flatMap((sentence) =>
          sentence.status === "kept" || (sentence.status === "changed" && !sentence.isElsewhere) ? [sentence.old] : [],
        );
        const sorted = [...inPlace].sort((one, other) => one.block - other.block || one.start - other.start);
        expect(inPlace).toEqual(sorted);
      }),
    );
  });

  it("exchanges added and removed when the reports are exchanged", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (old, now) => {
        const there = compareReports(old, now);
        const back = compareReports(now, old);
        for (const status of ["kept", "changed", "moved"]) expect(count(there, status)).toBe(count(back, status));
        expect(count(there, "added")).toBe(count(back, "removed"));
        expect(count(there, "removed")).toBe(count(back, "added"));
        expect(there.same).toBe(back.same);
      }),
    );
  });

  it("finds nothing but the paragraph that was inserted", () => {
    fc.assert(
      fc.property(arbitraryText, fc.nat(), (old, place) => {
        const inserted = paragraph("新设联动平台对账销号。");
        const at = place % (old.blocks.length + 1);
        const now = { ...old, blocks: old.blocks.toSpliced(at, 0, inserted) };
        const comparison = compareReports(old, now);
        expect(count(comparison, "added")).toBe(1);
        expect(count(comparison, "kept")).toBe(comparison.sentences.length - 1);
      }),
    );
  });

  it("finds the one paragraph that was moved past the others", () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), (from, to) => {
        const old = openings.map((text) => `${text}${text.slice(0, 6)}另行报告。`);
        const moved = old[from] ?? "";
        const now = old.toSpliced(from, 1).toSpliced(to, 0, moved);
        const comparison = compareReports(reportOf(...old), reportOf(...now));
        expect(count(comparison, "added") + count(comparison, "removed") + count(comparison, "changed")).toBe(0);
        // past its neighbour it is not known which of the two was moved
        expect(count(comparison, "moved")).toBe(from === to ? 0 : 2);
      }),
    );
  });
});
