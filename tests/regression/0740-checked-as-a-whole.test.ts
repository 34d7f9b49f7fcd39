import fc from "fast-check";
import { expect, it } from "vitest";
import { createChecker } from "../../core/check/create-checker.ts";
import { type KnownFinding, knownFindings } from "../../core/check/known-findings.ts";
import type { Block } from "../../core/document/blocks.ts";
import { metaSchema } from "../../core/document/schema.ts";
import { textChange } from "../../renderer/compare/text-change.ts";
import { createChecking } from "../../renderer/check/checking.ts";
import type { ReportAround } from "../../renderer/check/protocol.ts";

const sentences = [
  "全年完成审计项目36个,成效明显。",
  "加强审计监督的的力度，健全整改台帐。",
  "全年完成审计项目36个，其中财政审计12个、经济责任审计14个、投资审计9个。",
  "我局坚持依法审计、客观求实，把法治要求贯穿全过程。",
  "本局干部参加培训，我局修订制度三项，我局加强整改。",
  "截止2025年底，整改率90%，应整改问题200个，已整改150个。",
  "认真落实《规定》要求，贯彻党的二十一大精神。",
  "一是加强学习。二是加强管理。四是加强监督。",
];
const text = fc.array(fc.constantFrom(...sentences), { maxLength: 3 }).map((parts) => parts.join(""));
const block: fc.Arbitrary<Block> = fc.oneof(
  text.map((words): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text: words }] })),
  fc
    .record({ level: fc.constantFrom(1, 2), words: fc.constantFrom("主要工作", "存在的问题", "下一步安排。") })
    .map(({ level, words }): Block => ({
      kind: "heading",
      level: level === 1 ? 1 : 2,
      ordinal: { kind: "computed" },
      content: [{ kind: "text", text: words }],
    })),
);

type Step =
  | { readonly kind: "put"; readonly at: number; readonly block: Block }
  | { readonly kind: "insert"; readonly at: number; readonly block: Block }
  | { readonly kind: "remove"; readonly at: number }
  | { readonly kind: "move"; readonly at: number; readonly to: number }
  /** Undo brings back what stood there, in objects of its own. */
  | { readonly kind: "undo" };
const at = fc.nat(12);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("put" as const), at, block }),
  fc.record({ kind: fc.constant("insert" as const), at, block }),
  fc.record({ kind: fc.constant("remove" as const), at }),
  fc.record({ kind: fc.constant("move" as const), at, to: at }),
  fc.constant({ kind: "undo" as const }),
);

function changed(blocks: readonly Block[], before: readonly Block[], one: Step): readonly Block[] {
  switch (one.kind) {
    case "put":
      return blocks.length === 0 ? blocks : blocks.with(one.at % blocks.length, one.block);
    case "insert":
      return blocks.toSpliced(one.at % (blocks.length + 1), 0, one.block);
    case "remove":
      return blocks.toSpliced(one.at % (blocks.length || 1), 1);
    case "move": {
      const [moved] = blocks.slice(one.at % (blocks.length || 1));
      if (moved === undefined) return blocks;
      return blocks.toSpliced(one.at % blocks.length, 1).toSpliced(one.to % blocks.length, 0, moved);
    }
    case "undo":
      return structuredClone(before);
  }
}

const around: ReportAround = {
  meta: metaSchema.parse({ issuingOrgan: "青石县审计局" }),
  year: 2025,
  reportType: "other",
  guides: {},
  previous: null,
  settled: new Set(),
  pending: new Set(),
};

it("finds after any row of changes what a look at the whole finds, and sends it whole", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), fc.array(step, { maxLength: 8 }), (first, steps) => {
      const ask = createChecking();
      let [blocks, before, sent]: (readonly Block[])[] = [first, first, []];
      let findings: readonly KnownFinding[] = [];
      let turn = 0;
      const look = (): void => {
        const change = textChange(sent ?? [], blocks ?? []);
        const isFirst = turn === 0;
        const question = {
          turn: (turn += 1),
          change,
          around: isFirst ? around : null,
          switches: isFirst ? {} : null,
          house: null,
        };
        const answer = structuredClone(ask(structuredClone(question)));
        findings = findings.toSpliced(answer.start, answer.remove, ...answer.findings);
        sent = blocks;
        const report = { ...around, blocks: blocks ?? [] };
        expect(findings).toEqual(knownFindings(report, createChecker()(report)));
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      };
      look();
      for (const one of steps) {
        const next = changed(blocks ?? [], before ?? [], one);
        before = blocks;
        blocks = next;
        look();
      }
    }),
    { numRuns: 60 },
  );
});
