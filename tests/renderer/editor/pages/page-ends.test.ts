import { describe, expect, it } from "vitest";
import { type LaidOutBlock, pageEnds } from "../../../../renderer/editor/pages/page-ends.ts";
import { pageAt } from "../../../../renderer/editor/pages/page-view.ts";

const pitch = 10;
const pageHeight = 220;
const block = (top: number, lines: number, other: Partial<LaidOutBlock> = {}): LaidOutBlock => ({
  top,
  bottom: top + lines * pitch,
  breaks: "lines",
  linePitch: pitch,
  keepsWithNext: false,
  rowTops: [],
  repeatedHeight: 0,
  ...other,
});

describe("Page ends", () => {
  it("stand after every twenty-second line of a long paragraph", () => {
    expect(pageEnds([block(0, 50)], pageHeight)).toEqual([220, 440]);
  });
  it("do not come before a page is full", () => {
    expect(pageEnds([block(0, 10), block(100, 12)], pageHeight)).toEqual([]);
    expect(pageEnds([block(0, 10), block(100, 12), block(220, 1)], pageHeight)).toEqual([220]);
  });
  it("take a heading along to the text it heads", () => {
    const blocks = [block(0, 21), block(210, 1, { keepsWithNext: true }), block(220, 3)];
    expect(pageEnds(blocks, pageHeight)).toEqual([210]);
  });
  it("stand between the rows of a table, and leave room for the header that repeats", () => {
    const rowTops = Array.from({ length: 12 }, (_, row) => row * 40);
    const table = block(0, 48, { breaks: "rows", rowTops, repeatedHeight: 40 });
    expect(pageEnds([table], pageHeight)).toEqual([200, 360]);
  });
  it("do not part rows that a merged cell ties, but where those are longer than a page", () => {
    const rowTops = Array.from({ length: 12 }, (_, row) => row * 40);
    const tied = block(0, 48, { breaks: "rows", rowTops, tiedRows: new Set([4, 5, 6]) });
    expect(pageEnds([tied], pageHeight)).toEqual([120, 320]);
    const long = block(0, 48, { breaks: "rows", rowTops, tiedRows: new Set([...rowTops.keys()].slice(1)) });
    expect(pageEnds([long], pageHeight)).toEqual([200, 400]);
  });
  it("never leave the rows that repeat alone at the foot", () => {
    const table = block(170, 12, { breaks: "rows", rowTops: [170, 190, 250], repeatedHeight: 20 });
    expect(pageEnds([block(0, 17), table], pageHeight)).toEqual([170]);
  });
  it("take the last line before a signature along, and no more of its paragraph", () => {
    const blocks = [block(0, 20), block(200, 2, { keepsWithNext: true }), block(230, 2, { breaks: "whole" })];
    expect(pageEnds(blocks, pageHeight)).toEqual([210]);
  });
  it("stand before the title of an attached text, once, page break or not", () => {
    const title = { breaks: "whole", startsPage: true } as const;
    expect(pageEnds([block(0, 5), block(70, 2, title)], pageHeight)).toEqual([50]);
    const pageBreak = block(50, 0, { breaks: "pageBreak" });
    expect(pageEnds([block(0, 5), pageBreak, pageBreak, block(70, 2, title)], pageHeight)).toEqual([50]);
  });
  it("stand where the writer put a page break", () => {
    expect(pageEnds([block(0, 2), block(20, 1, { breaks: "pageBreak" }), block(30, 2)], pageHeight)).toEqual([30]);
  });
  it("move a picture to the next page as a whole", () => {
    expect(pageEnds([block(0, 15), block(150, 10, { breaks: "whole" })], pageHeight)).toEqual([150]);
  });
  it("come to an end when something is higher than a page", () => {
    expect(pageEnds([block(0, 60, { breaks: "whole" }), block(600, 3)], pageHeight).length).toBeLessThan(5);
  });
  it("tell the page of a line", () => {
    expect([0, 215, 221, 500].map((y) => pageAt([220, 440], y))).toEqual([1, 1, 2, 3]);
  });
});
