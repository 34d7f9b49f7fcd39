import { describe, expect, it } from "vitest";
import { arrangePages, nextPreviewZoom, PAGE_GAP_PX, rowAt } from "../../../renderer/preview/arrange-pages.ts";

const upright = { widthPt: 595.3, heightPt: 841.9 };
const lying = { widthPt: 841.9, heightPt: 595.3 };

describe("pages in the preview", () => {
  it("fill the width that there is, with their margins", () => {
    const { rows, scale } = arrangePages([upright, upright], { widthPx: 700, zoom: "fit", isSpread: false });
    expect(rows.map(({ pages }) => pages.map(({ index }) => index))).toEqual([[0], [1]]);
    expect(rows[0]?.pages[0]?.widthPx).toBe(700 - 2 * PAGE_GAP_PX);
    expect(scale).toBeCloseTo(672 / 793.7, 3);
  });

  it("give up their margins where they could not be read otherwise, but for lying ones", () => {
    const { rows } = arrangePages([upright, lying], { widthPx: 350, zoom: "fit", isSpread: false });
    const [one, two] = rows.map(({ pages }) => pages[0]);
    expect(one?.scale).toBeGreaterThan(0.55);
    expect((one?.leftPx ?? 0) < 0 && (one?.widthPx ?? 0) + 2 * (one?.leftPx ?? 0)).toBe(350);
    expect(two?.leftPx).toBe(PAGE_GAP_PX);
  });

  it("stand in twos, each row as high as its higher page", () => {
    const { rows } = arrangePages([upright, lying, upright], { widthPx: 1000, zoom: 50, isSpread: true });
    expect(rows.map(({ pages }) => pages.length)).toEqual([2, 1]);
    expect(rows[0]?.heightPx).toBe(rows[0]?.pages[0]?.heightPx);
    expect(rows[1]?.topPx).toBe(2 * PAGE_GAP_PX + (rows[0]?.heightPx ?? 0));
  });

  it("can be scrolled sideways where a scale was chosen that is too large for the room", () => {
    const { rows, widthPx } = arrangePages([upright], { widthPx: 400, zoom: 100, isSpread: false });
    expect(widthPx).toBe(794 + 2 * PAGE_GAP_PX);
    expect(rows[0]?.pages[0]?.leftPx).toBe(PAGE_GAP_PX);
  });

  it("are found by height", () => {
    const arrangement = arrangePages(
      Array.from({ length: 300 }, () => upright),
      {
        ...{ widthPx: 700, zoom: 50, isSpread: false },
      },
    );
    for (const [index, { topPx, heightPx }] of arrangement.rows.entries()) {
      expect(rowAt(arrangement, topPx + heightPx / 2)).toBe(index);
    }
    expect(rowAt(arrangePages([], { widthPx: 700, zoom: "fit", isSpread: false }), 10)).toBe(0);
  });

  it("grow and shrink by steps, from any scale", () => {
    expect([nextPreviewZoom(72, 1), nextPreviewZoom(72, -1), nextPreviewZoom(400, 1), nextPreviewZoom(25, -1)]).toEqual(
      [75, 67, 400, 25],
    );
  });
});
