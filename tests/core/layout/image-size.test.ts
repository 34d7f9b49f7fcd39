import { describe, expect, it } from "vitest";
import { imageSizePt } from "../../../core/layout/image-size.ts";
import { ptToMm } from "../../../core/layout/units.ts";

describe("an image on the page", () => {
  it("has its natural size at 96 dpi where that fits", () => {
    expect(imageSizePt({ widthPx: 96, heightPx: 48, displayWidthMm: null })).toEqual({ widthPt: 72, heightPt: 36 });
  });

  it("is as wide as the writer chose", () => {
    expect(ptToMm(imageSizePt({ widthPx: 96, heightPx: 48, displayWidthMm: 100 }).widthPt)).toBeCloseTo(100);
  });

  it("is never wider or higher than the type area, and keeps its proportions", () => {
    const wide = imageSizePt({ widthPx: 8000, heightPx: 100, displayWidthMm: null });
    expect(ptToMm(wide.widthPt)).toBeCloseTo(156);
    const high = imageSizePt({ widthPx: 500, heightPx: 5000, displayWidthMm: 150 });
    expect(ptToMm(high.heightPt)).toBeCloseTo(225);
    expect(high.heightPt / high.widthPt).toBeCloseTo(10);
  });
});
