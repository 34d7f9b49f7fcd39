import { describe, expect, it, vi } from "vitest";
import type { Block } from "../../../core/document/blocks.ts";
import { type Compared, createCompareClient } from "../../../renderer/compare/compare-client.ts";
import { createComparer } from "../../../renderer/compare/comparer.ts";
import type { Answer, OldText, Question } from "../../../renderer/compare/protocol.ts";
import { textChange } from "../../../renderer/compare/text-change.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] });
const sentences = [
  "健全内部管理制度，规范审计执法行为。",
  "开展业务培训，干部依法审计能力明显提升。",
  "邀请法律顾问参与重大事项论证，出具书面意见。",
];
const old: OldText = { year: 2025, blocks: sentences.map(paragraph) };

/** A worker that answers when it is told to, by way of what a real one can carry. */
function openWorker() {
  const ask = createComparer();
  const waiting: Answer[] = [];
  const questions: Question[] = [];
  let listener: ((event: MessageEvent<Answer>) => void) | undefined;
  let fail: ((event: { readonly message: string }) => void) | undefined;
  let isEnded = false;
  return {
    questions,
    worker: {
      postMessage: (question: Question) => {
        questions.push(structuredClone(question));
        const answer = ask(structuredClone(question));
        if (answer !== null) waiting.push(structuredClone(answer));
      },
      addEventListener: (kind: string, listen: never) => {
        if (kind === "message") listener = listen;
        else fail = listen;
      },
      terminate: () => (isEnded = true),
    } as unknown as Worker,
    isEnded: () => isEnded,
    fail: () => fail?.({ message: "out of memory" }),
    answer: () => {
      const data = waiting.shift();
      if (data !== undefined) listener?.({ data } as MessageEvent<Answer>);
    },
  };
}

function open(blocks: readonly Block[], view: OldText | null = old) {
  const { worker, questions, answer, isEnded, fail } = openWorker();
  const text = { blocks, year: 2026, view, previous: old };
  const seen: Compared[] = [];
  const stuck: boolean[] = [];
  const client = createCompareClient(
    worker,
    () => ({ ...text }),
    (compared) => seen.push(compared),
    () => stuck.push(true),
  );
  return { text, client, seen, stuck, questions, answer, isEnded, fail };
}

const compareQuestions = (questions: readonly Question[]) =>
  questions.flatMap((one) => (one.kind === "compare" ? [one] : []));

describe("comparing beside the window", () => {
  it("is given up when no answer comes, and when the worker fails, and not otherwise", () => {
    vi.useFakeTimers();
    try {
      const answered = open(sentences.map(paragraph));
      answered.client.ask();
      answered.answer();
      const silent = open(sentences.map(paragraph));
      silent.client.ask();
      vi.advanceTimersByTime(59_999);
      expect([silent.stuck, silent.isEnded()]).toEqual([[], false]);
      vi.advanceTimersByTime(1);
      expect([silent.stuck, silent.isEnded()]).toEqual([[true], true]);
      expect([answered.stuck, answered.isEnded()]).toEqual([[], false]);
    } finally {
      vi.useRealTimers();
    }
    const complaints = vi.spyOn(console, "error").mockReturnValue(undefined);
    const failing = open(sentences.map(paragraph));
    failing.client.ask();
    failing.fail();
    expect([failing.stuck, failing.isEnded()]).toEqual([[true], true]);
    expect(complaints).toHaveBeenCalledWith("out of memory");
    complaints.mockRestore();
  });

  it("sends a text once, and of the living one only what changed", () => {
    const blocks = sentences.map(paragraph);
    const { text, client, questions, answer } = open(blocks);
    client.ask();
    answer();
    text.blocks = blocks.with(1, paragraph("新写的一句话。"));
    client.ask();
    answer();
    expect(questions.filter(({ kind }) => kind === "hold")).toHaveLength(1);
    expect(compareQuestions(questions).map(({ change }) => change.blocks.length)).toEqual([3, 1]);
  });

  it("asks one thing at a time, and of several questions meanwhile the last", () => {
    const blocks = sentences.map(paragraph);
    const { text, client, seen, questions, answer } = open(blocks);
    client.ask();
    for (const words of ["甲。", "乙。", "丙。"]) {
      text.blocks = [...blocks, paragraph(words)];
      client.ask();
    }
    expect(compareQuestions(questions)).toHaveLength(1);
    answer();
    expect(compareQuestions(questions)).toHaveLength(2);
    answer();
    expect(JSON.stringify(seen.at(-1)?.view)).toContain("丙。");
  });

  it("keeps the rows that say the same as the same objects", () => {
    const many = Array.from({ length: 400 }, (_, at) => paragraph(`第${at}项工作按计划完成，成效明显，群众满意。`));
    const source: OldText = { year: 2025, blocks: many };
    const { text, client, seen, answer } = open(many, source);
    client.ask();
    answer();
    text.blocks = [paragraph("开头新写了一句话，后面都没有动。"), ...many];
    client.ask();
    answer();
    const parts = (compared: Compared | undefined) =>
      compared?.view?.sections.flatMap((section) => section.parts) ?? [];
    const before = new Set(parts(seen[0]).map(({ rows }) => rows));
    const after = parts(seen[1]);
    expect(after.length).toBeGreaterThan(5);
    expect(after.filter(({ rows }) => before.has(rows)).length).toBeGreaterThanOrEqual(after.length - 1);
  });

  it("drops what came of a report that is not looked at any more", () => {
    const blocks = sentences.map(paragraph);
    const { text, client, seen, answer } = open(blocks);
    client.ask();
    text.view = { year: 2024, blocks: [paragraph("别的报告。")] };
    client.ask();
    answer();
    expect(seen).toHaveLength(0);
    answer();
    expect(JSON.stringify(seen[0]?.view)).toContain("别的报告。");
  });

  it("tells the states of the sections when nobody looks at the comparison", () => {
    const { client, seen, answer } = open(sentences.map(paragraph), null);
    client.ask();
    answer();
    expect(seen[0]?.view).toBeNull();
    expect(seen[0]?.states?.get(0)).toBe("carried");
  });
});

describe("textChange", () => {
  it("names the stretch that changed", () => {
    const [a, b, c, d] = ["甲", "乙", "丙", "丁"].map(paragraph) as [Block, Block, Block, Block];
    expect(textChange([a, b, c], [a, d, c])).toEqual({ start: 1, remove: 1, blocks: [d] });
    expect(textChange([a, b, c], [a, c])).toEqual({ start: 1, remove: 1, blocks: [] });
    expect(textChange([a, a], [a, a, a])).toEqual({ start: 2, remove: 0, blocks: [a] });
    expect(textChange([a, b], [a, b])).toEqual({ start: 2, remove: 0, blocks: [] });
  });
});
