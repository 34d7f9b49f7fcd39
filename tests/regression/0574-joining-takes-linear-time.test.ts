import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { groupActions } from "../../core/repair/group-actions.ts";
import { joinPieces, type Piece } from "../../core/repair/pieces.ts";

const YEAR = 2025;
const words = (index: number): Inline =>
  index % 2 === 0 ? { kind: "text", text: `${index}` } : { kind: "text", text: `${index}`, bold: true };
const body = (index: number): Block => ({ kind: "paragraph", role: "body", content: [words(index)] });
const piecesOf = (count: number): readonly (readonly Piece[])[] =>
  Array.from({ length: count }, (_, source) => [{ block: body(source), number: null, isChosen: false, source }]);
/** Each line goes on from the one above it. */
const joinsOf = (count: number) =>
  groupActions([
    {
      actions: Array.from({ length: count - 1 }, (_, at) => ({ kind: "join" as const, block: at + 1, onto: at })),
    },
  ]);

const join = (count: number) => {
  const [pieces, actions] = [piecesOf(count), joinsOf(count)];
  return () => joinPieces(pieces, actions, YEAR);
};

function cpuMs(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe("a sentence that is broken over many lines", () => {
  it("is whole again", () => {
    const [only, ...others] = join(5)();
    expect(others).toEqual([]);
    expect(only?.block).toEqual({ kind: "paragraph", role: "body", content: [0, 1, 2, 3, 4].map(words) });
  });

  it("is whole again where what it goes on from is a heading", () => {
    const heading: Piece = {
      block: { kind: "heading", level: 1, ordinal: { kind: "typed", text: "一、" }, content: [words(0)] },
      number: "一、",
      isChosen: false,
      source: 0,
    };
    const [only] = joinPieces([[heading], ...piecesOf(3).slice(1)], joinsOf(3), YEAR);
    expect(only?.block).toMatchObject({ kind: "heading", content: [words(0), words(1), words(2)] });
  });

  it("takes as much longer to join as it has more lines", () => {
    const [short, long] = [join(1000), join(16000)];
    short();
    const few = Math.max(2, Math.min(cpuMs(short), cpuMs(short)));
    let many = Infinity;
    for (let tries = 0; tries < 6 && many / few >= 100; tries += 1) many = Math.min(many, cpuMs(long));
    expect(many / few).toBeLessThan(100);
  });
});
