import { beforeAll, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import type { Line } from "../../core/layout/pages/page.ts";
import { buildFaces } from "../backend/build-faces.ts";
import {
  attentionOf,
  inspectDamaged,
  rowOf,
  textOfLine,
  withLines,
  withRuns,
} from "../backend/inspect/inspected-export.ts";
import { goalsTable, heading, paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";

beforeAll(buildFaces, 180_000);

const sentence = "各处室要把推进法治建设列入重要日程，与业务工作同部署、同推进、同检查，确保各项要求落到实处。";
const longTitle = "某市审计局关于2025年度推进法治政府建设工作情况的报告";
const plain = sampleReport([title(longTitle), paragraph(sentence), paragraph("全年完成审计项目9个。")], {});
const lookOf = (inspection: Awaited<ReturnType<typeof inspectDamaged>>): readonly string[] =>
  attentionOf(inspection).filter((id) => id !== "faces-substituted");

/** The title's text set anew on lines of these lengths, each in the middle. */
function retitled(lengths: readonly number[]) {
  return (pages: Parameters<typeof withLines>[0]) => {
    const lines =
      pages[0]?.items.filter((item): item is Line => item.kind === "line" && item.part?.role.kind === "title") ?? [];
    const [first] = lines;
    const characters = Array.from(lines.map(textOfLine).join(""));
    if (first === undefined) throw new Error("No title");
    let at = 0;
    const anew = lengths.map((length, index): Line => {
      const own = characters.slice(at, at + length);
      at += length;
      const left = (79.35 + 521.6 - own.length * 22) / 2;
      const xPt = own.map((_, one) => left + one * 22);
      return withRuns(
        { ...first, runs: first.runs.slice(0, 1), baselinePt: first.baselinePt + index * 0.01 },
        (run) => ({ ...run, text: own.join(""), xPt }),
      );
    });
    const shown = anew.map((line, index) => ({ ...line, baselinePt: first.baselinePt + index * 28.95 }));
    const others = withLines(pages, (line) =>
      line.part?.role.kind === "title"
        ? null
        : { ...line, baselinePt: line.part === null ? line.baselinePt : line.baselinePt + 57.9 },
    );
    return others.map((page, index) => (index === 0 ? { ...page, items: [...shown, ...page.items] } : page));
  };
}

it.each([
  ["a trapezoid", [8, 9, 10], []],
  ["a diamond", [7, 12, 8], []],
  ["lines of one length", [13, 14], []],
  ["a last line of one character", [13, 13, 1], ["title-lines"]],
  ["a short line between two longer ones", [12, 4, 11], ["title-lines"]],
] as const)("0771 a title in the form of %s is judged by its lines on paper", async (_, lengths, expected) => {
  const count = lengths.reduce((sum: number, length) => sum + length, 0);
  const given = sampleReport([title("某".repeat(count - 2) + "报告"), paragraph(sentence)], {});
  expect(lookOf(await inspectDamaged(given, { pages: retitled(lengths) }))).toEqual(expected);
});

it("0771 names a paragraph that ends with one character on a line of its own", async () => {
  // 26 characters stand on its first line, 28 on its second
  const leftover = `${"推进依法行政工作".repeat(6)}推进依法行政工。`;
  const characters = Array.from(leftover).length;
  const given = sampleReport([title("工作报告"), paragraph(leftover.slice(-(26 + 28 + 2)))], {});
  expect(characters).toBeGreaterThanOrEqual(56);
  const row = rowOf(await inspectDamaged(given), "single-character-lines");
  expect([row.verdict, row.places.map(({ words }) => words)]).toEqual(["attention", ["工。"]]);
});

it("0771 names a heading that ends a page, and lets a heading at the end of the report be", async () => {
  const many = Array.from({ length: 19 }, (_, index) => paragraph(`第${index + 1}段。`));
  const given = sampleReport(
    [title("工作报告"), ...many, heading(1, "下一步安排"), paragraph(sentence), heading(1, "附")],
    {},
  );
  expect(lookOf(await inspectDamaged(given))).toEqual([]);
  const atFoot = await inspectDamaged(given, {
    pages: (pages) => {
      const isHeading = (line: Line): boolean => textOfLine(line).startsWith("一、");
      const own = pages
        .flatMap(({ items }) => items)
        .find((item): item is Line => item.kind === "line" && isHeading(item));
      if (own === undefined) throw new Error("No heading");
      const rest = withLines(pages, (line) => (isHeading(line) ? null : line));
      return rest.map((page, index) =>
        index === 0 ? { ...page, items: [...page.items, { ...own, baselinePt: 736 }] } : page,
      );
    },
  });
  const row = rowOf(atFoot, "heading-at-foot");
  expect(row.places).toEqual([
    { page: 1, words: "一、下一步安排", target: { kind: "text", place: { block: 20, start: 0, end: 5 } } },
  ]);
});

it("0771 names a cell that a page's end splits, and lets a merged cell go on behind it", async () => {
  const given = sampleReport([title("工作报告"), paragraph(sentence), goalsTable(40, 5), paragraph("完。")], {});
  expect(lookOf(await inspectDamaged(given))).toEqual([]);
  const split = await inspectDamaged(given, {
    pages: (pages) => {
      const isCell = (line: Line): boolean => line.part?.cell?.row === 3 && line.part.cell.column === 2;
      const cell = pages
        .flatMap(({ items }) => items)
        .find((item): item is Line => item.kind === "line" && isCell(item));
      if (cell === undefined) throw new Error("No cell");
      const [one, other] = [
        withRuns(cell, (run) => ({ ...run, text: run.text.slice(0, 6), xPt: run.xPt.slice(0, 6) })),
        withRuns(cell, (run) => ({ ...run, text: run.text.slice(6), xPt: run.xPt.slice(6) })),
      ];
      const rest = withLines(pages, (line) => (isCell(line) ? one : line));
      return rest.map((page, index) =>
        index === 1 ? { ...page, items: [...page.items, { ...other, baselinePt: 700 }] } : page,
      );
    },
  });
  expect(lookOf(split)).toEqual(["split-rows"]);
  expect(rowOf(split, "split-rows").places[0]?.target).toEqual({
    kind: "text",
    place: { block: 2, row: 3, cell: 1, start: 0, end: 6 },
  });
});

it("0771 tells a character that no face has, and one that another face lends", async () => {
  const given = sampleReport([title("工作报告"), paragraph("负责人：朱镕、李堃、王䶮、赵\u{2b7a8}\ue123。")], {});
  const inspection = await inspectDamaged(given);
  expect(rowOf(inspection, "characters-missing").verdict).toBe("attention");
  expect(rowOf(inspection, "characters-missing").measured).toMatch(/^\d 处以〓代替$/u);
  expect(rowOf(inspection, "text").verdict).toBe("ok");
  const own = sampleReport([title("工作报告"), paragraph("缺的字用〓代替。")], {});
  expect(rowOf(await inspectDamaged(own), "characters-missing").verdict).toBe("ok");
});

it("0771 says which of 公文要素 did not reach the paper", async () => {
  const meta = {
    secrecy: "秘密★1年",
    copyRecipients: "市委办公室，市人大常委会办公室",
    signatories: ["某市审计局"],
    date: "2026-03-01",
  };
  const blocks: readonly Block[] = [
    title("工作报告"),
    paragraph(`${sentence}本报告是秘密★1年内的要求之一，${sentence}`),
  ];
  const row = rowOf(await inspectDamaged(sampleReport(blocks, meta)), "elements");
  expect(row.verdict).toBe("attention");
  const elements = new Set(row.places.map(({ target }) => (target?.kind === "element" ? target.element : "")));
  expect([...elements]).toEqual(["secrecy", "copyRecipients"]);
});

it("0771 takes the looks of text by its writer's as they are: bold, raised, typed spaces, Western words", async () => {
  const given = sampleReport(
    [
      title("工作报告"),
      {
        kind: "paragraph",
        role: "body",
        content: [
          text("全年", true),
          text("新增面积5m"),
          { kind: "text", text: "2", script: "super" },
          text("，详见https://example.gov.cn/a-b。"),
        ],
      },
      paragraph("　　自己空了两格的一段。"),
    ],
    {},
  );
  expect(lookOf(await inspectDamaged(given))).toEqual([]);
  expect(lookOf(await inspectDamaged(plain))).toEqual([]);
});
