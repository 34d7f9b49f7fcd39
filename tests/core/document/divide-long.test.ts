import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { inlineText } from "../../../core/document/content-text.ts";
import { divideContent, dividedMessage, divideLong, LONGEST_PARAGRAPH } from "../../../core/document/divide-long.ts";

const YEAR = 2026;
const sentence = "我局按期完成年度审计项目计划，并督促各单位逐条整改。";
const text = (value: string): Inline => ({ kind: "text", text: value });
const pieces = (...content: Inline[]): readonly string[] =>
  divideContent(content, YEAR).map((piece) => inlineText(piece, YEAR));
const paragraph = (...content: Inline[]): Block => ({ kind: "paragraph", role: "body", content });

describe("a paragraph that is too long", () => {
  it("is divided behind sentences, and no character is lost or added", () => {
    const whole = sentence.repeat(5000);
    const parts = pieces(text(whole));
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.join("")).toBe(whole);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
      expect(part.endsWith("。")).toBe(true);
    }
  });

  it("keeps a closing quotation mark with its sentence", () => {
    for (const part of pieces(text("会议指出：“审计要全覆盖。”".repeat(4000)))) expect(part.endsWith("。”")).toBe(true);
  });

  it("is divided behind a clause where no sentence ends, and plainly where nothing does", () => {
    for (const part of pieces(text("审计整改，".repeat(9000)))) expect(part.endsWith("，")).toBe(true);
    const bare = pieces(text("审".repeat(100_000)));
    expect(bare.join("")).toBe("审".repeat(100_000));
    expect(Math.max(...bare.map((part) => part.length))).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
  });

  it("ends at a line break that it has, which becomes the end of the paragraph", () => {
    const line: readonly Inline[] = [text(sentence), { kind: "break" }];
    const parts = divideContent(Array.from({ length: 10_000 }, () => line).flat(), YEAR);
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts.slice(0, -1)) expect(part.at(-1)).toStrictEqual(text(sentence));
    const words = parts.flatMap((part) => part.filter(({ kind }) => kind === "text"));
    expect(words).toHaveLength(10_000);
  });

  it("never parts a rare character, a mark on a letter, a blank or the text of one review item", () => {
    for (const part of pieces(text(`a${"𠮷".repeat(50_000)}`))) expect(part).not.toMatch(/^[\udc00-\udfff]/u);
    for (const part of pieces(text("e\u0301".repeat(30_001)))) expect(part.startsWith("e")).toBe(true);
    const blank: Inline = { kind: "blank", label: "填".repeat(300) };
    const filled = divideContent(Array.from({ length: 200 }, () => [text("审计"), blank]).flat(), YEAR);
    expect(filled.flat().filter(({ kind }) => kind === "blank")).toHaveLength(200);
    const reviewed: Inline = { kind: "text", text: "，".repeat(30_000), reviewId: "one" };
    const marked = divideContent([text("审".repeat(15_000)), reviewed, text("计".repeat(15_000))], YEAR);
    expect(
      marked.filter((part) => part.some((inline) => inline.kind === "text" && inline.reviewId === "one")),
    ).toHaveLength(1);
  });

  it("is found in titles, headings, run-in headings and cells; what goes on from them is body text", () => {
    const long = [text(sentence.repeat(2000))];
    const blocks: readonly Block[] = [
      { kind: "title", content: long },
      { kind: "runInHeading", level: 2, ordinal: { kind: "computed" }, heading: [text("整改")], content: long },
      {
        kind: "table",
        columnWidths: [1],
        headerRows: 0,
        rows: [[{ paragraphs: [long], rowSpan: 1, colSpan: 1, align: "start" }]],
      },
      paragraph(text("短。")),
    ];
    const { blocks: short, divided } = divideLong(blocks, YEAR);
    expect(divided.map(({ block }) => block)).toStrictEqual([0, 1, 2]);
    expect(short[0]?.kind).toBe("title");
    expect(inlineText(short[0]?.kind === "title" ? short[0].content : [], YEAR).length).toBeLessThanOrEqual(1000);
    expect(short[1]).toMatchObject({ kind: "paragraph", role: "body" });
    expect(short.filter(({ kind }) => kind === "title" || kind === "runInHeading")).toHaveLength(2);
    const table = short.find((block) => block.kind === "table");
    expect(table?.rows[0]?.[0]?.paragraphs.length).toBeGreaterThan(1);
    expect(short.at(-1)).toBe(blocks[3]);
    expect(dividedMessage(divided)).toContain("“我局按期完成年度审计项目计划，并督促各单…”（52000 字，分成");
  });

  it("leaves a text alone that is short enough", () => {
    const blocks = [paragraph(text(sentence.repeat(500)))];
    expect(divideLong(blocks, YEAR)).toStrictEqual({ blocks, divided: [] });
  });
});
