import { describe, expect, it } from "vitest";
import type { Block } from "../../../core/document/blocks.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import { importText } from "../../../core/import/text.ts";
import { createChecker } from "../../../core/check/create-checker.ts";
import { rules } from "../../../core/check/rules.ts";
import { findRepairs } from "../../../core/repair/find-repairs.ts";
import { reportOf as reportToCheck } from "../check/checked.ts";
import { growthOf } from "../../support/work.ts";

/** What hostile or broken files repeat: everything that a pattern of a finder may begin with and not end. */
const pieces = [
  "1.", "1.1", "2.9月 ", "(", ")", "()", "（", "(审", "\"", "\"审", "“", "”", "审\"", "'", "@", "a@", "a.", "a-", "http://", "c:\\",
  "审.", "审.doc", "—", "— 1 ", " ", "审 ", "\u3000", "\t", "，", "，，", "。", "。”", "？", "?", "审?", "[bookmark:", "[bookmark:a]", "HYPERLINK \"",
  "PAGEREF _", "\\* MERGEFORMAT", "错误!", "某[2023]", "某[2023]5号", "（一）", "。（一）审", "。一、审", "一.1", "一、1 ", "1.1.1 审", "０", "Ａ．",
  "⼯", "\u200b", "\ufffd", "《", "》", "【", "附件：1.", "2026年1月1日", "抄送：", "某局",
] as const; // prettier-ignore

/** Sixteen times the text takes some 16 times the work where it grows evenly, 256 times where it grows as a square. */
const mostTimes = 100;

function expectEven(make: (count: number) => () => unknown): void {
  expect(growthOf(make(1000), make(16000), mostTimes)).toBeLessThan(mostTimes);
}

const reportOf = (blocks: readonly Block[]) => ({ blocks, meta: metaSchema.parse({}), year: 2025 });
const body = (text: string): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] });

function checksOf(piece: string, count: number): () => unknown {
  const report = reportToCheck([body(`审${piece.repeat(count)}审`)]);
  return () => createChecker(rules)(report);
}

describe("the work of looking a text through grows with its length and no faster", () => {
  it.each(pieces)("for repairs in one paragraph of %j", (piece) => {
    expectEven((count) => {
      const report = reportOf([body(`审${piece.repeat(count)}审`)]);
      return () => findRepairs(report);
    });
  });

  it.each([...pieces, "从1个", "“审", "（“审）", "一是审。", "审审", "2025年1月", "《规定》"])(
    "for checks of one paragraph of %j",
    (piece) => {
      expectEven((count) => checksOf(piece, count / 4));
    },
  );

  it.each([
    "13812345678",
    "1个，其中1个、",
    "1个其中1个",
    "共计1个、",
    "率1%",
    "占1%",
    "《规定》1,000元",
    "《规定》2021年，我局",
  ])("for checks of as many figures in one paragraph of %j", (piece) => {
    expectEven((count) => checksOf(piece, count));
  });

  it.each(pieces)("for reading lines of %j", (piece) => {
    expectEven((count) => {
      const text = `某局工作报告\n${`${piece}审计工作\n`.repeat(count / 4)}`;
      return () => importText(text);
    });
  });

  it.each(["（1）审计", "（一）审计", "1.1 审计", "2.9月底", "序号", "1", "甲\t乙", "。一、审", "— 1 —"])(
    "for repairs of as many lines of %j",
    (line) => {
      expectEven((count) => {
        const report = reportOf(importText(`${line}\n`.repeat(count / 8)).blocks);
        return () => findRepairs(report);
      });
    },
  );
});
