import { describe, expect, it } from "vitest";
import type { Block, HeadingLevel, Inline } from "../../../core/document/blocks.ts";
import { findUnfinished } from "../../../core/check/find-unfinished.ts";
import { findTypedBlanks, typedBlanks } from "../../../core/check/typed-blanks.ts";
import { unfinishedWarnings } from "../../../core/check/unfinished-warnings.ts";
import type { Unfinished } from "../../../core/check/unfinished.ts";
import { type ReviewEntry, reviewEntries } from "../../../core/document/review-entries.ts";
import { metaSchema, type SectionGuide } from "../../../core/document/schema.ts";

const words = (text: string): Inline => ({ kind: "text", text });
const blank = (label: string): Inline => ({ kind: "blank", label });
const title = (...content: readonly Inline[]): Block => ({ kind: "title", content });
const paragraph = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const heading = (level: HeadingLevel, text: string, sectionId?: string): Block => ({
  kind: "heading",
  level,
  ordinal: { kind: "computed" },
  content: text === "" ? [] : [words(text)],
  ...(sectionId === undefined ? {} : { sectionId }),
});
const runIn = (head: string, text: string, sectionId: string): Block => ({
  kind: "runInHeading",
  level: 2,
  ordinal: { kind: "computed" },
  heading: head === "" ? [] : [words(head)],
  content: text === "" ? [] : [words(text)],
  sectionId,
});
const named = title(words("青石县审计局年度报告"));

const guide = (required: boolean): SectionGuide => ({ required, note: "", evidence: [], departments: [] });
const find = (
  blocks: readonly Block[],
  guides: Readonly<Record<string, SectionGuide>> = {},
  entries: readonly ReviewEntry[] = [],
): readonly Unfinished[] => findUnfinished({ blocks, year: 2026, guides, entries });
const said = (found: readonly Unfinished[]): readonly string[] =>
  found.map(({ kind, words: text }) => `${kind} ${text}`);

describe("a title", () => {
  it.each([
    ["no title line", []],
    ["an empty one", [title()]],
    ["marks alone", [title(words(" 。"))]],
    ["the year alone", [title({ kind: "year", offset: 0 }, words("年度"))]],
  ])("is missed where there is %s", (_, titles) => {
    expect(said(find([...titles, paragraph(words("正文。"))]))).toEqual(["title "]);
  });

  it("that has blanks is unfinished in them alone", () => {
    expect(said(find([title(blank("单位")), paragraph(words("正文。"))]))).toEqual(["blank 【单位】"]);
  });

  it("of an attached text is missed too", () => {
    const found = find([named, paragraph(words("现印发。")), title(), paragraph(words("正文。"))]);
    expect(found).toMatchObject([{ kind: "title", target: { place: { block: 2 } } }]);
  });
});

describe("a section that must be written", () => {
  const guides = { introduction: guide(true), a: guide(true), b: guide(true), c: guide(false) };

  it("is found empty, with its name and place", () => {
    const blocks = [
      named,
      paragraph(words("引言。")),
      heading(1, "主要做法", "a"),
      paragraph(),
      heading(1, "下一步打算"),
    ];
    expect(find(blocks, guides)).toEqual([
      {
        kind: "section",
        words: "一、主要做法",
        section: "",
        target: { kind: "text", place: { block: 2, start: 0, end: 0 } },
      },
    ]);
  });

  it.each<[string, Block]>([
    ["words", paragraph(words("已办结。"))],
    ["a blank", paragraph(blank("数量"))],
    [
      "a picture",
      { kind: "image", imageId: "0".repeat(64), widthPx: 1, heightPx: 1, displayWidthMm: null, altText: "" },
    ],
    ["a number", { kind: "listItem", level: 3, ordinal: { kind: "none" }, content: [words("甲")] }],
  ])("is not empty with %s in it", (_, block) => {
    const found = find([named, paragraph(words("引言。")), heading(1, "主要做法", "a"), block], guides);
    expect(found.filter(({ kind }) => kind === "section")).toEqual([]);
  });

  it("is named where it is empty, not again above", () => {
    const blocks = [
      named,
      paragraph(words("引言。")),
      heading(1, "主要做法", "a"),
      heading(2, "学习", "b"),
      paragraph(),
    ];
    expect(said(find(blocks, guides))).toEqual(["section （一）学习"]);
  });

  it("is empty as a whole where what stands under it may be left out", () => {
    const blocks = [named, paragraph(words("引言。")), heading(1, "主要做法", "a"), heading(2, "学习", "c")];
    expect(said(find(blocks, guides))).toEqual(["section 一、主要做法"]);
  });

  it("says nothing with a mark, and something with text under it further down", () => {
    const head = [named, paragraph(words("引言。")), heading(1, "主要做法", "a")];
    expect(said(find([...head, paragraph(words("。"))], guides))).toEqual(["section 一、主要做法"]);
    expect(find([...head, heading(2, "学习", "c"), paragraph(words("已学。"))], guides)).toEqual([]);
  });

  it("is asked for as a run-in heading too, and as the introduction", () => {
    expect(said(find([named, paragraph(), runIn("强化监督。", "", "a")], guides))).toEqual([
      "section 引言",
      "section （一）强化监督。",
    ]);
  });

  it("is not asked for where the guide says so, or where there is none", () => {
    expect(find([named, paragraph(words("引言。")), heading(1, "甲", "c"), heading(1, "乙")], guides)).toEqual([]);
  });

  it("is the text itself where a report has none at all", () => {
    expect(said(find([named, paragraph()]))).toEqual(["section 引言"]);
  });
});

describe("a bare ordinal", () => {
  it.each<[string, Block]>([
    ["（一）", heading(2, "")],
    ["1.", heading(3, " ")],
    ["（一）", runIn("", "", "x")],
    ["一、", paragraph(words("一、"))],
    ["（3）", paragraph(words("（3） "))],
    ["第四章", paragraph(words("第四章"))],
  ])("%s is found", (ordinal, block) => {
    expect(said(find([named, paragraph(words("引言。")), block]))).toEqual([`ordinal ${ordinal}`]);
  });

  it("is found on a line of a paragraph, at its place", () => {
    const [found] = find([named, paragraph(words("引言。"), { kind: "break" }, words("2."))]);
    expect(found?.target).toEqual({ kind: "text", place: { block: 1, start: 4, end: 6 } });
  });

  it.each(["一、学习", "1.5亿元。", "第三季度。", "12"])("is none in %s", (text) => {
    expect(find([named, paragraph(words(text))])).toEqual([]);
  });

  it("is not told twice, as an empty section too", () => {
    expect(said(find([named, paragraph(words("引言。")), heading(1, "", "a")], { a: guide(true) }))).toEqual([
      "ordinal 一、",
    ]);
  });
});

describe("a blank", () => {
  it("is found with its label, section and place, in cells too", () => {
    const cell = (...paragraphs: (readonly Inline[])[]) =>
      ({ paragraphs, rowSpan: 1, colSpan: 1, align: "start" }) as const;
    const found = find([
      named,
      paragraph(words("引言。")),
      heading(1, "数据"),
      runIn("学习。", "", "x"),
      paragraph(words("办结"), blank("项目数"), words("个。")),
      {
        kind: "table",
        columnWidths: [1, 1],
        headerRows: 0,
        rows: [[cell([words("甲")]), cell([words("乙")], [words("共"), blank("金额")])]],
      },
    ]);
    expect(found.filter(({ kind }) => kind === "blank")).toEqual([
      {
        kind: "blank",
        words: "【项目数】",
        section: "（一）学习。",
        target: { kind: "text", place: { block: 4, start: 2, end: 7 } },
      },
      {
        kind: "blank",
        words: "【金额】",
        section: "（一）学习。",
        target: { kind: "text", place: { block: 5, row: 0, cell: 1, start: 3, end: 7 } },
      },
    ]);
  });

  it.each(typedBlanks.flatMap(({ yes }) => yes))("is seen in %s", (text) => {
    expect(findTypedBlanks(text)).toHaveLength(1);
  });

  it.each(typedBlanks.flatMap(({ no }) => no))("is not seen in %s", (text) => {
    expect(findTypedBlanks(text)).toEqual([]);
  });

  it("whose label looks like a typed one counts once", () => {
    expect(said(find([named, paragraph(blank("20XX年"))]))).toEqual(["blank 【20XX年】"]);
  });
});

describe("an item that is 待核", () => {
  const fact = { kind: "figure" as const, text: "32个", proposed: null };
  const review = {
    fromYear: 2025,
    items: [
      { ...fact, id: "a", element: null },
      { ...fact, id: "b", element: null, text: "5" },
      { ...fact, id: "c", element: "mainRecipients" as const, text: "县委" },
    ],
  };

  it("is found with all its parts, settled ones are not, elements come with their name", () => {
    const marked = paragraph(
      words("共"),
      { kind: "text", text: "32", reviewId: "a" },
      { kind: "text", text: "个", bold: true, reviewId: "a" },
      { kind: "text", text: "5", reviewId: "b" },
    );
    const meta = metaSchema.parse({ mainRecipients: "县委" });
    const decisions = { b: { state: "kept" as const, by: "", at: "2026-01-05T00:00:00Z" } };
    const entries = reviewEntries(review, { blocks: [named, marked], decisions, meta, year: 2026, figures: {} });
    expect(find([named, marked], {}, entries)).toEqual([
      { kind: "pending", words: "县委", section: "", target: { kind: "element", element: "mainRecipients" } },
      { kind: "pending", words: "32个", section: "", target: { kind: "text", place: { block: 1, start: 1, end: 4 } } },
    ]);
  });
});

it("has a sentence for each kind, with names where they help", () => {
  const found = find(
    [title(), heading(1, "主要做法", "a"), paragraph(words("1.")), heading(2, ""), paragraph(blank("数量"))],
    {
      a: guide(true),
    },
  );
  expect(unfinishedWarnings(found)).toEqual([
    { code: "title-missing", message: "报告还没有标题。" },
    { code: "ordinals-bare", message: "还有 2 处标题或序号后面没有文字：“1.”“（一）”。" },
    { code: "blanks-left", message: "还有 1 处空白没有填写，导出的文件中以【】标出。" },
  ]);
});

it("takes time that grows with the length alone", () => {
  const many = Array.from({ length: 10_001 }, (_, index) => heading(index % 2 === 0 ? 2 : 3, "", "a"));
  expect(find([named, heading(1, "甲", "a"), ...many], { a: guide(true) })).toHaveLength(10_001);
  expect(findTypedBlanks("_x（待".repeat(30_000))).toEqual([]);
});
