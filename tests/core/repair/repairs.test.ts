import { maskedText } from "../../../core/document/content-text.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { metaSchema, type Meta } from "../../../core/document/schema.ts";
import { applyRepairs } from "../../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../../core/repair/find-repairs.ts";
import type { Repair } from "../../../core/repair/repair.ts";
import { paragraphsOf } from "../../../core/document/block-content.ts";
import { numberBlocks } from "../../../core/document/numbering.ts";
import { importText } from "../../../core/import/text.ts";
import { arbitraryBlocks } from "../document/arbitrary-blocks.ts";

const emptyMeta = metaSchema.parse({});
const year = 2023;
const body = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const text = (words: string): Inline => ({ kind: "text", text: words });
const reportOf = (blocks: readonly Block[], meta: Partial<Meta> = {}) => ({
  blocks,
  meta: { ...emptyMeta, ...meta },
  year,
});
const reportFrom = (lines: readonly string[]) => reportOf(importText(lines.join("\n")).blocks);

/** The lines of a report as they are printed, ordinals in front. */
function linesOf(blocks: readonly Block[]): readonly string[] {
  const numbers = numberBlocks(blocks);
  return blocks.map(
    (block, index) =>
      (numbers[index] ?? "") +
      paragraphsOf(block)
        .map((content) => maskedText(content, year))
        .join(""),
  );
}

function repaired(words: string, choose: (repair: Repair) => boolean = () => true): string {
  const report = reportOf([body(text(words))]);
  const { blocks } = applyRepairs(report, findRepairs(report).repairs.filter(choose));
  return linesOf(blocks).join("\n");
}

describe("marks between Chinese", () => {
  it.each([
    ["我局认真履职,全年完成项目32个;整改率98.5%.", "我局认真履职，全年完成项目32个；整改率98.5%."],
    ["实施方案(2021-2025年)已印发,请执行:", "实施方案（2021-2025年）已印发，请执行："],
    ["《某某办法(试行)》和世界贸易组织(WTO)规则", "《某某办法（试行）》和世界贸易组织（WTO）规则"],
    ['坚持"三重一大"制度和“双随机"检查', "坚持“三重一大”制度和“双随机”检查"],
    ["完善(一）类制度", "完善（一）类制度"],
  ])("become full-width: %s", (before, after) => {
    expect(repaired(before)).toBe(after);
  });

  it.each([
    "共计1,234.5万元，比例3:1，时间9:30",
    "见https://www.example.gov.cn/a?b=1,2;c(d)和邮箱a.b@example.cn",
    "附件“附表(1).xlsx”和E:\\资料\\附表",
    '{"msg": "成功", "list": (1, 2)}',
    "Annual report (draft), part 1; see f(x)",
  ])("stay in figures, times, addresses, names of files and Western words: %s", (words) => {
    expect(repaired(words)).toBe(words);
  });

  it("are counted where they are not repaired", () => {
    const { repairs, unchanged } = findRepairs(reportOf([body(text('局长刘?同志说"完成了 1)任务'))]));
    expect(repairs).toEqual([]);
    expect(unchanged.map(({ kind }) => kind).sort()).toEqual(["bracket-unpaired", "question-mark", "quote-unpaired"]);
  });
});

describe("residue", () => {
  it("goes, lines as a whole", () => {
    const report = reportFrom([
      "青石县审计局2023年工作报告",
      "[bookmark: _GoBack]全年工作完成，成效明显。",
      "— 2 —",
      "打印本页 关闭窗口",
    ]);
    const { repairs } = findRepairs(report);
    expect(repairs.map(({ kind }) => kind)).toEqual(["bookmark", "page-number", "web-page"]);
    expect(repairs.every(({ isSafe }) => isSafe)).toBe(true);
    expect(linesOf(applyRepairs(report, repairs).blocks)).toEqual([
      "青石县审计局2023年工作报告",
      "全年工作完成，成效明显。",
    ]);
  });

  it("within a sentence goes alone", () => {
    expect(repaired("加强\u200b审计\ufeff监督 — 2 —力度，⼯作到位")).toBe("加强审计监督力度，工作到位");
    expect(repaired("2021—2025年，完成—3—项", ({ isSafe }) => isSafe)).toBe("2021—2025年，完成—3—项");
  });
});

describe("spaces", () => {
  it.each([
    ["我局 2023 年共完成项目 32 个， 加强审 计监督。", "我局2023年共完成项目32个，加强审计监督。"],
    ["　　全年工作完成 ，成效明显。", "全年工作完成，成效明显。"],
  ])("within Chinese go: %s", (before, after) => {
    expect(repaired(before)).toBe(after);
  });

  it.each([
    "开展“学思想 强党性 重实践”活动，效果明显。",
    "全年完成审计项目    个，促进增收    万元。",
    "局长：张 三",
    "法定代表人      （姓名）、     （身份证号码），由研发部林晖 2018/12/5。",
    "本次会议由（ ）主持，请各单位参加。",
    "11．3 在履行合同过程中，应当守约。",
    "使用 AI 系统开展审计，电话 87654321。",
    "中共某某市委办公室 某某市审计局",
  ])("stay where they are meant, or may be: %s", (words) => {
    expect(repaired(words)).toBe(words);
  });
});

describe("marks and characters", () => {
  it.each([
    ["工作完成，，成效明显。。", "工作完成，成效明显。"],
    ["某审发[2023]5号、某政办(2022)12号", "某审发〔2023〕5号、某政办〔2022〕12号"],
    ["二０二０年，空客Ａ380投入使用", "二〇二〇年，空客A380投入使用"],
    ["２０２３年完成３．５亿元，ＡＩ应用", "2023年完成3.5亿元，AI应用"],
  ])("are put right: %s", (before, after) => {
    expect(repaired(before)).toBe(after);
  });
});

const sections = (...ordinals: readonly string[]): readonly string[] => [
  "青石县审计局2023年工作报告",
  "一、主要工作",
  ...ordinals.flatMap((ordinal) => [`${ordinal}加强审计监督。`, "全年工作完成，成效明显。"]),
];

describe("ordinals", () => {
  it.each([
    ["the first of a run", ["（1）", "（二）", "（三）"], ["（一）", "（二）", "（三）"], "ordinal-form", true],
    [
      "one in a run",
      ["（一）", "（二）", "（1）", "（四）"],
      ["（一）", "（二）", "（三）", "（四）"],
      "ordinal-form",
      true,
    ],
    ["the last of a run", ["（一）", "（二）", "（3）"], ["（一）", "（二）", "（三）"], "ordinal-form", true],
    ["a gap", ["（一）", "（二）", "（四）"], ["（一）", "（二）", "（三）"], "ordinal-sequence", false],
    [
      "one twice",
      ["（一）", "（二）", "（二）", "（三）"],
      ["（一）", "（二）", "（三）", "（四）"],
      "ordinal-sequence",
      false,
    ],
    ["half-width brackets", ["(一)", "(二)"], ["（一）", "（二）"], "ordinal-marks", true],
  ] as const)("that were lost or are wrong are put right: %s", (_, given, wanted, kind, isSafe) => {
    const report = reportFrom(sections(...given));
    const { repairs } = findRepairs(report);
    expect(new Set(repairs.map((repair) => `${repair.kind} ${repair.isSafe}`))).toEqual(new Set([`${kind} ${isSafe}`]));
    const result = reportOf(applyRepairs(report, repairs).blocks);
    expect(linesOf(result.blocks)).toEqual(sections(...wanted));
    expect(findRepairs(result).repairs).toEqual([]);
  });

  it("that are right are left alone", () => {
    const lines = [
      ...sections("（一）", "（二）"),
      "二、下一步工作",
      "1.加强领导",
      "2.加强保障",
      "三、结语",
      "1.总体情况",
    ];
    expect(findRepairs(reportFrom(lines)).repairs).toEqual([]);
  });

  it("that cannot be understood are counted", () => {
    const { repairs, unchanged } = findRepairs(reportFrom(sections("（三）", "（四）")));
    expect(repairs).toEqual([]);
    expect(unchanged).toMatchObject([{ kind: "ordinal-unclear" }]);
  });
});

const kindsOf = (lines: readonly string[]) =>
  findRepairs(reportFrom(lines)).repairs.map(({ kind, isSafe }) => `${kind}${isSafe ? "" : "?"}`);
const afterAll = (lines: readonly string[]): readonly string[] => {
  const report = reportFrom(lines);
  return linesOf(applyRepairs(report, findRepairs(report).repairs).blocks);
};
const title = "青石县审计局2023年工作报告";

describe("lines", () => {
  it("broken within a sentence are joined, also around a page number", () => {
    const lines = [
      title,
      "我局认真履行审计监督职责，扎实推进各项工",
      "作落实见效，全年完成审计项目32个，",
      "— 2 —",
      "查出问题金额3.5亿元。",
    ];
    expect(kindsOf(lines)).toEqual(["broken-line", "broken-line", "page-number"]);
    expect(afterAll(lines)).toEqual([
      title,
      "我局认真履行审计监督职责，扎实推进各项工作落实见效，全年完成审计项目32个，查出问题金额3.5亿元。",
    ]);
  });

  it("of one width all through a file are joined where no sentence ends", () => {
    const lines = [
      "我局坚持以习近平新时代中国特色社会主义思想为指导的要求",
      "全面贯彻落实党的二十大精神和市委审计委员会的决策与部署",
      "扎实推进审计监督和法治政府建设各项工作任务的落地和见效",
      "取得明显成效。",
    ];
    expect(afterAll([title, ...lines])).toEqual([title, lines.join("")]);
  });

  it("that end as paragraphs do stay", () => {
    const lines = [
      title,
      "同志们：",
      "全年工作完成，成效明显。",
      "抓好队伍建设",
      "继续加强学习，提高能力，",
      "1.坚持学习",
      "某某市审计局",
      "2024年1月5日",
    ];
    expect(kindsOf(lines)).toEqual([]);
  });
});

describe("paragraphs that ran together", () => {
  it("are parted at the headings that others count up to and on from", () => {
    const lines = [
      title,
      "一、主要工作",
      "（一）加强学习。组织学习12次，效果明显。（二）加强监督。完成项目32个。",
      "（三）加强管理。制度更加健全。二、下一步工作",
      "继续努力，做好工作。",
      "三、建议",
      "加大支持力度。",
    ];
    expect(kindsOf(lines).slice(0, 2)).toEqual(["run-together", "run-together"]);
    expect(afterAll(lines)).toEqual([
      title,
      "一、主要工作",
      "（一）加强学习。组织学习12次，效果明显。",
      "（二）加强监督。完成项目32个。",
      "（三）加强管理。制度更加健全。",
      "二、下一步工作",
      "继续努力，做好工作。",
      "三、建议",
      "加大支持力度。",
    ]);
  });

  it("are told from a list within a paragraph", () => {
    const lines = [
      title,
      "一、主要工作",
      "（一）加强学习。",
      "要求如下。（一）按时参加。（二）认真记录。",
      "（二）加强监督。",
      "完成项目32个。",
    ];
    expect(kindsOf(lines)).toEqual([]);
  });
});

describe("tables that became lines", () => {
  it("are rebuilt on request from rows with tabs", () => {
    const report = reportFrom([
      title,
      "全年情况如下，供参考。",
      "项目\t数量\t金额",
      "财政审计\t3\t1.5亿元",
      "投资审计\t5\t2亿元",
      "情况良好，请审阅。",
    ]);
    const { repairs } = findRepairs(report);
    expect(repairs.map(({ kind, isSafe }) => [kind, isSafe])).toEqual([["flattened-table", false]]);
    const table = applyRepairs(report, repairs).blocks[2];
    expect(
      table?.kind === "table" &&
        table.rows.map((row) => row.map(({ paragraphs }) => maskedText(paragraphs[0] ?? [], year))),
    ).toEqual([
      ["项目", "数量", "金额"],
      ["财政审计", "3", "1.5亿元"],
      ["投资审计", "5", "2亿元"],
    ]);
  });

  it("are rebuilt from one cell a line, or counted where rows are not even", () => {
    const cells = ["序号", "名称", "数量", "1", "财政审计", "3", "2", "投资审计", "5"];
    const all = reportOf(cells.map((cell) => body(text(cell))));
    const [table] = applyRepairs(all, findRepairs(all).repairs).blocks;
    expect(table?.kind === "table" ? [table.rows.length, table.columnWidths.length] : null).toEqual([3, 3]);
    const { repairs, unchanged } = findRepairs(reportOf(cells.slice(0, 8).map((cell) => body(text(cell)))));
    expect([repairs, unchanged.map(({ kind, count }) => [kind, count])]).toEqual([[], [["table-unclear", 8]]]);
  });

  it("are read by their running numbers where cells are long, merged, empty, or the head is repeated", () => {
    const goal = "到2027年，整改到位率达到95%；审计建议采纳率高于60%，结果公开率逐年提高。";
    const lines = [
      "重点任务分工表",
      ...["目标", "序号", "任务", "指标"],
      ...["健全体系", "1", "完善制度", goal],
      ...["2", "理顺机制"],
      ...["目标", "序号", "任务", "指标"],
      ...["3", "统一标准"],
      ...["强化队伍", "4", "开展培训", "每年两次"],
      ...["5", "选拔骨干"],
    ];
    const report = reportOf([...lines, "任务由各科室分工落实，有关情况按季通报。"].map((line) => body(text(line))));
    const { repairs, unchanged } = findRepairs(report);
    expect([repairs.map(({ kind, after }) => [kind, after]), unchanged]).toEqual([
      [["flattened-table", "6 行 4 列的表格：目标 | 序号 | 任务 | 指标"]],
      [],
    ]);
    const repaired = applyRepairs(report, repairs).blocks;
    expect(repaired.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
    const table = repaired[1];
    const cell = (words: string, rowSpan = 1) => [words, rowSpan];
    expect(
      table?.kind === "table" &&
        table.rows.map((row) => row.map(({ paragraphs, rowSpan }) => [maskedText(paragraphs[0] ?? [], year), rowSpan])),
    ).toEqual([
      [cell("目标"), cell("序号"), cell("任务"), cell("指标")],
      [cell("健全体系", 3), cell("1"), cell("完善制度"), cell(goal, 3)],
      [cell("2"), cell("理顺机制")],
      [cell("3"), cell("统一标准")],
      [cell("强化队伍", 2), cell("4"), cell("开展培训"), cell("每年两次", 2)],
      [cell("5"), cell("选拔骨干")],
    ]);
  });

  it("are left alone where the numbers do not tell which cell a line is", () => {
    const lines = ["序号", "事项", "依据", "1", "甲", "2", "乙", "丙", "丁", "3", "戊"];
    expect(findRepairs(reportOf(lines.map((line) => body(text(line))))).repairs).toEqual([]);
  });

  it("end with the last number, whose row may be short", () => {
    const lines = ["序号", "事项", "依据", "1", "甲", "办法一", "2", "乙", "办法二", "3", "丙"];
    const report = reportOf(lines.map((line) => body(text(line))));
    const [table] = applyRepairs(report, findRepairs(report).repairs).blocks;
    expect(
      table?.kind === "table" && table.rows.at(-1)?.map(({ paragraphs }) => maskedText(paragraphs[0] ?? [], year)),
    ).toEqual(["3", "丙", ""]);
  });
});

it("keeps the faces, years and blanks of a paragraph while its marks change", () => {
  const report = reportOf([
    body(
      { kind: "text", text: "完成,", bold: true },
      { kind: "blank", label: "数" },
      text(",在"),
      { kind: "year", offset: 0 },
      text(" 年(上)"),
    ),
  ]);
  expect(applyRepairs(report, findRepairs(report).repairs).blocks[0]).toEqual(
    body(
      { kind: "text", text: "完成，", bold: true },
      { kind: "blank", label: "数" },
      text("，在"),
      { kind: "year", offset: 0 },
      text("年（上）"),
    ),
  );
});

it("leaves text under review to its reviewer, and says so", () => {
  const { repairs, unchanged } = findRepairs(
    reportOf([body({ kind: "text", text: "２０２３", reviewId: "a" }, text("年,"))]),
  );
  expect(repairs.map(({ kind }) => kind)).toEqual(["half-width-punctuation"]);
  expect(unchanged).toMatchObject([{ kind: "under-review", count: 1 }]);
});

it("repairs 公文要素", () => {
  const report = reportOf([body(text("正文。"))], {
    documentNumber: "某审发[2023]5号",
    attachmentNames: ["情况表(一)", "台账"],
  });
  const { repairs } = findRepairs(report);
  expect(repairs.map(({ block }) => block)).toEqual([-1, -1]);
  expect(applyRepairs(report, repairs).meta).toMatchObject({
    documentNumber: "某审发〔2023〕5号",
    attachmentNames: ["情况表（一）", "台账"],
  });
});

describe("any choice of repairs", () => {
  const pieces = fc.constantFrom(
    ...'工作 审计 , ( ) （ ） " “ ” : 2023年 ？ ? \u200b [bookmark:_a] — 2 — （一） 一、 （1） (二) 。 ， ； 3个 《 》 错误!未找到引用源 \n \t 　 ⼯ １ Ａ ，， 〔2023〕5号'.split(
      " ",
    ),
    " ",
  );
  const words = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
  const plain = fc.array(
    words.map((line): Block => body(text(line))),
    { minLength: 1, maxLength: 8 },
  );
  const imported = fc
    .array(words, { minLength: 1, maxLength: 8 })
    .filter((lines) => lines.join("").trim() !== "")
    .map((lines) => importText(lines.join("\n")).blocks);
  const anyBlocks = fc.oneof(arbitraryBlocks, plain, imported);

  it("applies, in any order, and leaves other blocks as they are", () => {
    fc.assert(
      fc.property(anyBlocks, fc.infiniteStream(fc.boolean()), (blocks, coins) => {
        const report = reportOf(blocks);
        const chosen = findRepairs(report).repairs.filter(() => coins.next().value === true);
        const result = applyRepairs(report, chosen);
        expect(applyRepairs(report, [...chosen].reverse())).toEqual(result);
        const touched = new Set(chosen.flatMap(({ actions }) => actions.flatMap((action) => blocksOf(action))));
        const kept = blocks.filter((_, index) => !touched.has(index));
        expect(kept.every((block) => result.blocks.includes(block))).toBe(true);
        // what is locked comes through whole and in order, if in fewer runs
        const marked = (list: readonly Block[]): string =>
          list
            .flatMap(paragraphsOf)
            .flat()
            .filter((inline) => inline.kind === "blank" || inline.kind === "year" || "reviewId" in inline)
            .map((inline) =>
              inline.kind === "text"
                ? Array.from(inline.text, (sign) => `${sign}${inline.reviewId}`).join("")
                : JSON.stringify(inline),
            )
            .join("");
        expect(marked(result.blocks)).toEqual(marked(blocks));
      }),
      { numRuns: 1500 },
    );
  });

  it("leaves nothing to do again when it is the whole, but ordinals that count again", () => {
    fc.assert(
      fc.property(plain, (blocks) => {
        const report = reportOf(blocks);
        const first = findRepairs(report).repairs.filter(({ actions }) =>
          actions.every(({ kind }) => kind === "edit" || kind === "editElement" || kind === "remove"),
        );
        const again = findRepairs({ ...report, ...applyRepairs(report, first) }).repairs;
        const seen = new Set([
          "control-character",
          "bookmark",
          "field-code",
          "full-width-characters",
          "look-alike-character",
          "document-number",
        ]);
        expect(again.filter(({ kind }) => seen.has(kind))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves everything the same when it is empty", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const report = reportOf(blocks);
        const result = applyRepairs(report, []);
        expect(result.blocks).toBe(blocks);
        expect(result.meta).toBe(report.meta);
      }),
    );
  });
});

function blocksOf(action: Repair["actions"][number]): readonly number[] {
  switch (action.kind) {
    case "edit":
    case "split":
      return [action.place.block];
    case "editElement":
      return [];
    case "join":
      return [action.block, action.onto];
    case "table":
      return Array.from({ length: action.end - action.block }, (_, index) => action.block + index);
    case "remove":
    case "number":
      return [action.block];
  }
}
