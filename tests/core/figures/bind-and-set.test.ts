import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../../core/document/block-content.ts";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { figuresIn, withFigures } from "../../../core/document/body-state.ts";
import { inlineText } from "../../../core/document/content-text.ts";
import { type Figures, figuresSchema } from "../../../core/document/figures.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { reportSchema, type ReportDocument } from "../../../core/document/schema.ts";
import { showBlocks } from "../../../core/document/show.ts";
import { bindFigures } from "../../../core/figures/bind-figures.ts";
import { figurePlaces } from "../../../core/figures/figure-places.ts";
import { isProblem } from "../../../core/figures/figure-problem.ts";
import { proposeFigures } from "../../../core/figures/propose-figures.ts";
import { setFigures } from "../../../core/figures/set-figures.ts";
import { growthOf } from "../../support/work.ts";
import { arbitraryContent } from "../document/arbitrary-inline.ts";
import { blockReport, body, table, text } from "./report-of.ts";

const textsOf = (report: ReportDocument): readonly string[] =>
  blocksFromBody(report.body).flatMap((block) => paragraphsOf(block).map((line) => inlineText(line, report.year)));

/** The report with all that its text proposes bound. */
function bound(report: ReportDocument): ReportDocument {
  const result = bindFigures(report, proposeFigures(report));
  if (isProblem(result)) throw new Error(result.problem);
  return { ...report, body: result.body };
}

/** The lines of a report after figures, named by their names, got new values; or why they cannot have them. */
function set(report: ReportDocument, values: Readonly<Record<string, string>>): readonly string[] | string {
  const ids = new Map(Object.entries(figuresIn(report.body)).map(([id, { name }]) => [name, id]));
  const wanted = new Map(Object.entries(values).map(([name, value]) => [ids.get(name) ?? name, value]));
  const result = setFigures(report, wanted);
  return isProblem(result) ? result.problem : textsOf({ ...report, body: result.body }).slice(1);
}

const changed = (sentence: string, name: string, value: string): readonly string[] | string =>
  set(bound(blockReport(body(text(sentence)))), { [name]: value });

const number = fc
  .tuple(
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.constantFrom("", ".5", ".25", ".10"),
    fc.constantFrom("plain", "grouped", "wide"),
  )
  .map(([whole, fraction, form]) => {
    const plain = `${whole}${fraction}`;
    if (form === "grouped") return plain.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/gu, ",");
    const wide = (mark: string): string => String.fromCharCode(mark.charCodeAt(0) + 0xfee0);
    return form === "wide" ? plain.replace(/[\d.]/gu, wide) : plain;
  });
const said = fc
  .tuple(
    fc.constantFrom("受理案件", "查出问题金额", "举办培训班", "比上年增长", "2025年整改率", "其中", "《甲》第12条"),
    number,
    fc.constantFrom("件", "亿元", "万元", " 万元", "%", "％", "期", "余份", ""),
    fc.constantFrom("，", "。", "、", "（", "以上"),
  )
  .map((parts) => parts.join(""));
const look = fc.constantFrom({}, { bold: true as const }, { reviewId: "a-1" }, { script: "super" as const });
const sentences: fc.Arbitrary<readonly Inline[]> = fc
  .array(fc.tuple(said, look), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map(([words, given]): Inline => ({ kind: "text", text: words, ...given })));
const blocks: fc.Arbitrary<readonly Block[]> = fc.array(
  fc.oneof(
    sentences.map((content) => body(...content)),
    arbitraryContent.map((content) => body(...content)),
    fc
      .tuple(number, number, said)
      .map(([one, other, words]) => table(["事项", "金额（万元）", "件数"], ["甲镇", one, other], ["乙镇", words, ""])),
  ),
  { minLength: 1, maxLength: 4 },
);

describe("binding", () => {
  it("changes no printed letter and no mark of the review, and gives a valid report", () => {
    let count = 0;
    fc.assert(
      fc.property(blocks, (given) => {
        const report = blockReport(...given);
        const after = bound(report);
        expect(textsOf(after)).toEqual(textsOf(report));
        expect(showBlocks(after)).toEqual(showBlocks(report));
        expect(reportSchema.parse(after)).toEqual(after);
        const proposed = proposeFigures(report);
        const places = figurePlaces(blocksFromBody(after.body), after.year);
        for (const figure of proposed) expect(places.get(figure.id)).toEqual(figure.places.map(({ place }) => place));
        count += proposed.length;
        // nothing is left to propose, but where two things of one name are told apart by nothing
        expect(proposeFigures(after)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(count).toBeGreaterThan(100);
  });

  it("keeps what is bold and what is under review", () => {
    const report = blockReport(
      body({ kind: "text", text: "受理案件12件", bold: true }, { kind: "text", text: "，办结11件。", reviewId: "a-1" }),
    );
    expect(blocksFromBody(bound(report).body)[1]).toMatchObject({
      content: [
        { kind: "text", text: "受理案件", bold: true },
        { kind: "figure", text: "12件", bold: true },
        { kind: "text", text: "，办结", reviewId: "a-1" },
        { kind: "figure", text: "11件", reviewId: "a-1" },
        { kind: "text", text: "。", reviewId: "a-1" },
      ],
    });
  });

  it("refuses by name what does not stand there any more", () => {
    const report = blockReport(body(text("受理案件12件。")));
    const other = blockReport(body(text("受理投诉12次。")));
    expect(bindFigures(other, proposeFigures(report))).toEqual({
      problem: expect.stringContaining("“受理案件”") as string,
    });
  });

  it("takes time in proportion to its places", () => {
    const paragraph = (count: number) => blockReport(body(text("受理案件12件，办结11件。".repeat(count))));
    const [short, long] = [paragraph(60), paragraph(480)];
    const [few, many] = [proposeFigures(short), proposeFigures(long)];
    expect(
      growthOf(
        () => bindFigures(short, few),
        () => bindFigures(long, many),
        24,
      ),
    ).toBeLessThan(24);
  });
});

describe("a new value", () => {
  it("shows in all places of its figure and nowhere else", () => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.integer({ min: 1, max: 999_999 }), (given, pick, value) => {
        const report = bound(blockReport(...given));
        const ids = Object.keys(figuresIn(report.body));
        const id = ids[pick % Math.max(1, ids.length)];
        if (id === undefined) return;
        const result = setFigures(report, new Map([[id, String(value)]]));
        if (isProblem(result)) throw new Error(result.problem);
        const before = blocksFromBody(report.body);
        const after = blocksFromBody(result.body);
        // all but the words of that figure
        const masked = (all: readonly Block[]): string =>
          JSON.stringify(all, (_, part: unknown) =>
            typeof part === "object" && part !== null && "figureId" in part && part.figureId === id
              ? { ...part, text: "", figureId: "" }
              : part,
          );
        expect(masked(after)).toBe(masked(before));
        expect(figuresIn(result.body)[id]?.value).toBe(String(value));
        // and back again
        const { value: stood = "", unit = "" } = figuresIn(report.body)[id] ?? {};
        if (stood.includes(".") && /^[件期]$/u.test(unit)) return;
        const back = setFigures({ ...report, body: result.body }, new Map([[id, stood]]));
        if (isProblem(back)) throw new Error(back.problem);
        expect(figuresIn(back.body)[id]?.value).toBe(stood);
      }),
      { numRuns: 150 },
    );
  });

  it.each<readonly [string, string, string, string]>([
    ["受理案件1,204件。", "受理案件", "98765", "受理案件98,765件。"],
    ["受理案件1,204件。", "受理案件", "987", "受理案件987件。"],
    ["受理案件１２件。", "受理案件", "345", "受理案件３４５件。"],
    ["罚没金额１，２３４．５０ 万元。", "罚没金额", "23456.7", "罚没金额２３，４５６．７０ 万元。"],
    ["罚没金额3.20亿元。", "罚没金额", "4", "罚没金额4.00亿元。"],
    ["整改率95.5％。", "整改率", "96", "整改率96％。"],
    ["整改率95%。", "整改率", "96.25", "整改率96.25%。"],
    ["罚没金额0.1亿元。", "罚没金额", "0.30000000000000000001", "罚没金额0.30000000000000000001亿元。"],
    ["受理案件12件。", "受理案件", "007", "受理案件7件。"],
  ])("%s → %s = %s", (sentence, name, value, wanted) => expect(changed(sentence, name, value)).toEqual([wanted]));

  it("shows in another scale, and in a column whose head has the unit", () => {
    const report = bound(
      blockReport(
        body(text("查出问题金额3.2亿元。")),
        body(text("全年查出问题金额32,000万元。")),
        table(["单位名称", "罚款金额（万元）"], ["甲镇", "1,234.50"]),
      ),
    );
    expect(set(report, { 查出问题金额: "3.25", "甲镇·罚款金额": "20000" })).toEqual([
      "查出问题金额3.25亿元。",
      "全年查出问题金额32,500万元。",
      "单位名称",
      "罚款金额（万元）",
      "甲镇",
      "20,000.00",
    ]);
  });

  it("is rounded where the place is, and refused where nothing would be left of it", () => {
    const report = bound(blockReport(body(text("罚没金额3.2亿元。"))));
    const [id = ""] = Object.keys(figuresIn(report.body));
    const inlines: readonly Inline[] = [
      text("约"),
      { kind: "figure", figureId: id, text: "3亿元", display: { unit: "亿元", decimals: 0 } },
    ];
    const figures = figuresIn(report.body);
    const short: ReportDocument = { ...report, body: withFigures(blockReport(body(...inlines)).body, figures) };
    expect(set(short, { 罚没金额: "4.5" })).toEqual(["约5亿元"]);
    expect(set(short, { 罚没金额: "0.4" })).toContain("“罚没金额”改为 0.4亿元 后，“3亿元”处按原来的位数只能显示为 0");
  });

  it.each<readonly [string, string]>([
    ["十二", "“受理案件”的新数值“十二”不是数字"],
    ["12件", "不是数字"],
    ["1,200", "不是数字"],
    ["", "不是数字"],
    ["1e3", "不是数字"],
    ["12.5", "“受理案件”以“件”计数，不能是小数"],
    ["-3", "“受理案件”以“件”计数，不能是负数"],
  ])("%j is refused by the figure's name", (value, wanted) =>
    expect(changed("受理案件12件。", "受理案件", value)).toContain(wanted),
  );

  it("has to be confirmed again, and one that is the same does not", () => {
    const report = bound(blockReport(body(text("受理案件12件，整改率95%。"))));
    const confirmed = { by: "甲", at: "2026-01-05T01:02:03.000Z" };
    const figures: Figures = Object.fromEntries(
      Object.entries(figuresIn(report.body)).map(([id, figure]) => [id, { ...figure, confirmed }]),
    );
    const [one = "", other = ""] = Object.keys(figures);
    const given = { ...report, body: withFigures(report.body, figures) };
    const result = setFigures(
      given,
      new Map([
        [one, "13"],
        [other, "95"],
      ]),
    );
    if (isProblem(result)) throw new Error(result.problem);
    expect(Object.values(figuresIn(result.body)).map((figure) => figure.confirmed)).toEqual([null, confirmed]);
  });
});

describe("derived figures", () => {
  const ledger = figuresSchema.parse({
    a: { name: "甲", value: "1.2", unit: "亿元", lastYear: "1" },
    b: { name: "乙", value: "3000", unit: "万元" },
    sum: { name: "合计", value: "1.5", unit: "亿元", formula: { kind: "sum", of: ["a", "b"] } },
    less: { name: "差额", value: "9000", unit: "万元", formula: { kind: "difference", from: "a", less: "b" } },
    share: { name: "占比", value: "80.0", unit: "%", formula: { kind: "share", part: "a", whole: "sum" }, decimals: 1 },
    growth: { name: "增长", value: "20", unit: "%", formula: { kind: "growth", now: "a", base: null }, decimals: 0 },
  });
  const shown: readonly Inline[] = Object.entries(ledger).flatMap(([figureId, { name, value, unit }]): Inline[] => [
    text(name),
    { kind: "figure", figureId, text: `${value}${unit}` },
  ]);
  const report = (figures: Figures): ReportDocument => {
    const given = blockReport(body(...shown));
    return { ...given, body: withFigures(given.body, figures) };
  };

  it("follow what they are reckoned from, in their own units", () => {
    expect(set(report(ledger), { 甲: "2.1" })).toEqual([
      "甲2.1亿元乙3000万元合计2.4亿元差额18000万元占比87.5%增长110%",
    ]);
    expect(set(report(ledger), { 乙: "0" })).toEqual(["甲1.2亿元乙0万元合计1.2亿元差额12000万元占比100.0%增长20%"]);
  });

  it("are rounded as they say", () => {
    const round = (rounding: "halfUp" | "halfEven" | "down") => {
      const share = { ...ledger["sum"], rounding, decimals: 0, unit: "亿元" };
      return set(report(figuresSchema.parse({ ...ledger, sum: share })), { 甲: "2.2" });
    };
    expect(
      [round("halfUp"), round("halfEven"), round("down")].map((line) => /合计(\d)/u.exec(String(line))?.[1]),
    ).toEqual(["3", "2", "2"]);
  });

  it.each<readonly [string, object, string]>([
    ["are not set themselves", {}, "“合计”由其他数据算出，不能直接改"],
    [
      "name a missing operand",
      { sum: { formula: { kind: "sum", of: ["a", "gone"] } } },
      "“合计”要用到的一项数据已不在台账里",
    ],
    ["name an operand without a value", { b: { value: "" } }, "要用到“乙”，但它还没有数值"],
    [
      "name a whole of 0",
      { share: { formula: { kind: "share", part: "a", whole: "b" } }, b: { value: "0" } },
      "“占比”要除以“乙”，而它是 0",
    ],
    ["name last year's value that is missing", { a: { lastYear: "" } }, "“增长”要用到“甲”的上年数"],
    ["name units that differ", { b: { unit: "件" } }, "要用到“乙”，但两项的单位（件、亿元）不同"],
    ["name a cycle", { sum: { formula: { kind: "sum", of: ["a", "share"] } } }, "的计算绕成了圈"],
  ])("%s", (what, changes, wanted) => {
    const figures = figuresSchema.parse(
      Object.fromEntries(
        Object.entries(ledger).map(([id, figure]) => [
          id,
          { ...figure, ...(changes as Readonly<Record<string, object>>)[id] },
        ]),
      ),
    );
    expect(set(report(figures), what.startsWith("are not") ? { 合计: "2" } : { 甲: "2" })).toContain(wanted);
  });
});
