import { describe, expect, it, vi } from "vitest";
import type { Block } from "../../../core/document/blocks.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import { type Asked, type Checked, createCheckClient } from "../../../renderer/check/check-client.ts";
import { emptyHouse } from "../../../core/check/house-lists.ts";
import { createChecking } from "../../../renderer/check/checking.ts";
import type { Answer, Question, ReportAround } from "../../../renderer/check/protocol.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] });
const title: Block = { kind: "title", content: [{ kind: "text", text: "青石县审计局关于2025年工作情况的报告" }] };
const around: ReportAround = {
  meta: metaSchema.parse({}),
  year: 2025,
  reportType: "other",
  guides: {},
  previous: null,
  settled: new Set(),
  pending: new Set(),
};
const noSwitches = {};

/** A client over a worker that answers when it is told to, by way of what a real one can carry. */
function open(blocks: readonly Block[]) {
  const answerTo = createChecking();
  const waiting: Answer[] = [];
  const questions: Question[] = [];
  let listener: ((event: MessageEvent<Answer>) => void) | undefined;
  let fail: ((event: { readonly message: string }) => void) | undefined;
  let isEnded = false;
  const text: { asked: Asked } = {
    asked: { blocks: [title, ...blocks], around, switches: noSwitches, house: emptyHouse },
  };
  const seen: Checked[] = [];
  const stuck: boolean[] = [];
  const client = createCheckClient(
    {
      postMessage: (question: Question) => {
        questions.push(structuredClone(question));
        waiting.push(structuredClone(answerTo(structuredClone(question))));
      },
      addEventListener: (kind: string, listen: never) => {
        if (kind === "message") listener = listen;
        else fail = listen;
      },
      terminate: () => (isEnded = true),
    },
    () => text.asked,
    (checked) => seen.push(checked),
    () => stuck.push(true),
  );
  const answer = (): void => {
    const data = waiting.shift();
    if (data !== undefined) listener?.({ data } as MessageEvent<Answer>);
  };
  return { text, client, seen, stuck, questions, answer, isEnded: () => isEnded, fail: () => fail?.({ message: "" }) };
}

const rulesIn = (checked: Checked | undefined) => checked?.findings.map(({ rule }) => rule);

describe("checking beside the window", () => {
  it("sends what has changed, and keeps what is said of the rest", () => {
    const blocks = ["加强审计监督的的力度。", "健全整改台账，成效明显。", "完成项目32个,成效明显。"].map(paragraph);
    const { text, client, seen, questions, answer } = open(blocks);
    client.ask();
    answer();
    expect(rulesIn(seen[0])).toEqual(["TY-1", "PU-01"]);
    text.asked = { ...text.asked, blocks: text.asked.blocks.with(2, paragraph("健全整改台帐，成效明显。")) };
    client.ask();
    answer();
    expect(questions[1]).toMatchObject({ change: { start: 2, remove: 1 }, around: null, switches: null });
    expect(rulesIn(seen[1])).toEqual(["TY-1", "TY-2", "PU-01"]);
    expect(seen[1]?.findings[0]).toBe(seen[0]?.findings[0]);
    expect(seen[1]?.findings[2]).toBe(seen[0]?.findings[1]);
  });

  it("asks one question at a time, and then for the text as it is", () => {
    const { text, client, seen, questions, answer } = open([paragraph("甲,乙。")]);
    client.ask();
    for (const words of ["加强整改的的力度。", "加强整改的力度。"]) {
      text.asked = { ...text.asked, blocks: [title, paragraph(words)] };
      client.ask();
    }
    expect(questions).toHaveLength(1);
    answer();
    expect(questions).toHaveLength(2);
    answer();
    expect(seen.at(-1)?.asked).toBe(text.asked);
    expect(seen.at(-1)?.findings).toEqual([]);
    expect(questions).toHaveLength(2);
  });

  it("takes up the house's switches", () => {
    const { text, client, seen, answer } = open([paragraph("加强整改的的力度,成效明显。")]);
    client.ask();
    answer();
    expect(rulesIn(seen[0])).toEqual(["TY-1", "PU-01"]);
    text.asked = { ...text.asked, switches: { "PU-01": false } };
    client.ask();
    answer();
    expect(rulesIn(seen[1])).toEqual(["TY-1"]);
  });

  it("takes up the house's own words", () => {
    const { text, client, seen, answer } = open([paragraph("录入审计管理系统。")]);
    client.ask();
    answer();
    const word = { wrong: "审计管理系统", right: "金审三期系统", source: "", validFrom: "", validTo: "" };
    text.asked = { ...text.asked, house: { directory: [], words: [word] } };
    client.ask();
    answer();
    expect(seen.map(rulesIn)).toEqual([[], ["PH-1.own"]]);
  });

  it("is given up when no answer comes, and when the worker fails, and not otherwise", () => {
    vi.useFakeTimers();
    try {
      const answered = open([paragraph("甲。")]);
      answered.client.ask();
      answered.answer();
      const silent = open([paragraph("甲。")]);
      silent.client.ask();
      vi.advanceTimersByTime(60_000);
      expect([answered.stuck, answered.isEnded()]).toEqual([[], false]);
      expect([silent.stuck, silent.isEnded()]).toEqual([[true], true]);
      const failed = open([paragraph("甲。")]);
      failed.client.ask();
      vi.spyOn(console, "error").mockReturnValueOnce();
      failed.fail();
      expect([failed.stuck, failed.isEnded()]).toEqual([[true], true]);
    } finally {
      vi.useRealTimers();
    }
  });
});
