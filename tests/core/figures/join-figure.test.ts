import { describe, expect, it } from "vitest";
import type { Block } from "../../../core/document/blocks.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { inlineText } from "../../../core/document/content-text.ts";
import { paragraphsOf } from "../../../core/document/block-content.ts";
import { bindInBlocks } from "../../../core/figures/bind-figures.ts";
import { isProblem } from "../../../core/figures/figure-problem.ts";
import { figuresSaidAt, joinedTo } from "../../../core/figures/join-figure.ts";
import { isWellNamed } from "../../../core/figures/propose-figures.ts";
import { notAFigure, type ShownProposal, showProposals } from "../../../core/figures/shown-proposals.ts";
import { blockReport, body, table, text } from "./report-of.ts";

const report = blockReport(
  body(text("全年完成审计项目42个，查出问题金额2.36亿元。")),
  table(["类别", "项目（个）", "金额（万元）"], ["合计", "42", "23,600"]),
);
const blocks = blocksFromBody(report.body);
const proposals = (taken: readonly string[] = []): readonly ShownProposal[] =>
  showProposals({ blocks, meta: report.meta, year: report.year, previous: undefined, taken });
const named = (part: string): ShownProposal => {
  const found = proposals().find(({ name }) => name.includes(part));
  if (found === undefined) throw new Error(part);
  return found;
};
const bind = (...chosen: Parameters<typeof bindInBlocks>[1]) => {
  const done = bindInBlocks({ blocks, figures: {} }, chosen, report.year);
  if (isProblem(done)) throw new Error(done.problem);
  return done;
};

describe("a proposal in the panel", () => {
  it("comes with its words, what stands around them, and its sentence", () => {
    expect(named("完成审计项目")).toMatchObject({ texts: ["42个"], before: "全年完成审计项目" });
    expect(named("问题金额").sentence).toBe("全年完成审计项目42个，查出问题金额2.36亿元");
    expect(notAFigure(named("问题金额"))).toEqual({
      rule: "数据 2.36亿元",
      sentence: "全年完成审计项目42个，查出问题金额2.36亿元",
    });
    expect(proposals().every(isWellNamed)).toBe(true);
  });

  it("can become another place of a figure that has its value, in the unit of either", () => {
    const { blocks: withOne, figures } = bind(named("完成审计项目"), named("问题金额"));
    const [count, money] = Object.keys(figures);
    const left = showProposals({
      ...{ blocks: withOne, meta: report.meta, year: report.year, previous: undefined },
      taken: Object.keys(figures),
    });
    const cell = left.find(({ texts }) => texts[0] === "42");
    if (cell === undefined || count === undefined) throw new Error("no cell");
    expect(figuresSaidAt(figures, cell, cell.texts)).toEqual([count]);
    const joined = bindInBlocks({ blocks: withOne, figures }, [joinedTo(cell, count, "个")], report.year);
    if (isProblem(joined)) throw new Error(joined.problem);
    expect(Object.keys(joined.figures)).toEqual([count, money]);
    // a number whose head names another unit than the figure's has none of its own to be shown in
    const other = left.find(({ texts }) => texts[0] === "23,600");
    expect(other && figuresSaidAt(figures, other, other.texts)).toEqual([]);
  });

  it("changes no letter and leaves the other blocks the objects that they were", () => {
    const done = bind(named("完成审计项目"));
    const words = (all: readonly Block[]): readonly string[] =>
      all.flatMap((block) => paragraphsOf(block).map((line) => inlineText(line, report.year)));
    expect(words(done.blocks)).toEqual(words(blocks));
    expect(done.blocks.map((block, index) => block === blocks[index])).toEqual([true, false, true]);
  });
});
