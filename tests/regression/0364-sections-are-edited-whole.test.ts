import { describe, expect, it } from "vitest";
import { type Block, computedOrdinal, type Inline } from "../../core/document/blocks.ts";
import { addSection, deleteSection, renameSection, shiftSection } from "../../core/document/edit-sections.ts";
import { frameOf, fittingZoom, pageLeftPx } from "../../renderer/panels/frame.ts";

const text = (words: string): Inline => ({ kind: "text", text: words });
const heading = (level: 1 | 2 | 3, ...content: readonly Inline[]): Block => ({
  ...{ kind: "heading", level, ordinal: computedOrdinal, content },
});
const year: Inline = { kind: "year", offset: 0 };

describe("a section of the outline", () => {
  it("is renamed around its year, which goes on following 报告年度", () => {
    const blocks = [heading(1, year, text("年主要安排"))];
    expect(renameSection(blocks, 0, "2026年工作安排", 2026)).toMatchObject([
      { content: [year, text("年"), text("工作"), text("安排")] },
    ]);
    expect(renameSection(blocks, 0, "2025年主要安排", 2026)).toMatchObject([
      { content: [text("2025"), text("年主要安排")] },
    ]);
    expect(renameSection(blocks, 0, "2026年主要安排", 2026)).toBe(blocks);
  });

  it("takes its sub-sections along when its level changes, and leaves all others alone", () => {
    const blocks = [heading(1, text("甲")), heading(2, text("乙")), heading(3, text("丙")), heading(2, text("丁"))];
    const raised = shiftSection(blocks, 1, 3, -1);
    expect(raised.map((block) => (block.kind === "heading" ? block.level : null))).toEqual([1, 1, 2, 2]);
    expect(raised[0]).toBe(blocks[0]);
    expect(raised[3]).toBe(blocks[3]);
    expect(shiftSection(blocks, 0, 4, -1)).toBe(blocks);
  });

  it("is added and deleted as a whole", () => {
    const blocks = [heading(1, text("甲")), heading(1, text("乙"))];
    expect(addSection(blocks, 1, 1)).toHaveLength(3);
    expect(deleteSection(blocks, 0, 1)).toEqual([blocks[1]]);
  });
});

describe("the frame of the window", () => {
  const wanted = {
    ...{ outline: true, outlineOver: false, panel: true, panelOver: false, pane: false },
    ...{ outlinePx: 252, panelPx: 308 },
  };

  it("is one bar and a rail below 1280 px or 680 px", () => {
    expect(frameOf({ width: 1279, height: 900 }, wanted)).toMatchObject({ compact: true, outline: "rail" });
    expect(frameOf({ width: 1600, height: 679 }, wanted)).toMatchObject({ compact: true, outline: "rail" });
    expect(frameOf({ width: 1280, height: 680 }, wanted)).toMatchObject({ compact: false, outline: "column" });
  });

  it("has room for 去年对照 and the review side by side at 1366", () => {
    const frame = frameOf({ width: 1366, height: 768 }, { ...wanted, pane: true });
    expect(frame).toMatchObject({ panel: "column", outline: "rail" });
    expect(frame.panePx).toBeGreaterThanOrEqual(300);
  });

  it("scales the page only where its 版心 does not fit, and never beyond 100 %", () => {
    expect(fittingZoom(5000, true)).toBe(1);
    expect(fittingZoom(640, false)).toBe(1);
    expect(fittingZoom(500, false)).toBeLessThan(1);
    expect(pageLeftPx(640, 1)).toBeLessThan(0);
    expect(pageLeftPx(400, 1)).toBeNull();
  });
});
