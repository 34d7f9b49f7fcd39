import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildFaces } from "../backend/build-faces.ts";
import { attentionOf, inspectDamaged, rowOf } from "../backend/inspect/inspected-export.ts";
import { everyKindOfBlock, SAMPLE_IMAGE_ID, sampleReport } from "../core/export/sample-report.ts";
import { equalityReports } from "../layout/equality-reports.ts";

beforeAll(buildFaces, 180_000);

/**
 * Rows that tell of these very files: the program's own faces stand in for the official ones, and a paragraph may end with
 * one character on its line wherever its words happen to end.
 */
const ofThisFile = ["faces-substituted", "single-character-lines"];

describe("0772 what is laid out as it should be", () => {
  it.each(equalityReports)("passes every check that applies to it: %s", async (_, report) => {
    const { rows } = await inspectDamaged(report);
    const look = rows.filter(({ verdict, id }) => verdict === "attention" && !ofThisFile.includes(id));
    expect(look).toEqual([]);
    expect(rows.find(({ id }) => id === "text")?.measured).toMatch(/^\d+ 字，一字不差$/u);
  });

  it("passes a report with a picture, whose words are not printed then, and sees one that leaves the type area", async () => {
    const bytes = readFileSync(new URL("../backend/pdf/draw/picture.png", import.meta.url));
    const images = new Map([[SAMPLE_IMAGE_ID, { mediaType: "image/png", bytes }]]);
    const report = sampleReport(everyKindOfBlock);
    const clean = await inspectDamaged(report, { images });
    expect(attentionOf(clean)).toEqual(["faces-substituted"]);
    expect(rowOf(clean, "text").verdict).toBe("ok");
    const moved = await inspectDamaged(report, {
      images,
      pages: (pages) =>
        pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.kind === "image" ? { ...item, xPt: item.xPt + 40 } : item)),
        })),
    });
    expect(attentionOf(moved)).toEqual(["inside-type-area", "faces-substituted"]);
  });
});
