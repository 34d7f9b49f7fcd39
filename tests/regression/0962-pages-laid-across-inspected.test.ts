import { beforeAll, describe, expect, it } from "vitest";
import { buildFaces } from "../backend/build-faces.ts";
import { inspectDamaged, rowOf } from "../backend/inspect/inspected-export.ts";
import { landscapeReports } from "../layout/landscape-reports.ts";

beforeAll(buildFaces, 180_000);

/** Rows that tell of these very files, see 0772. */
const ofThisFile = ["faces-substituted", "single-character-lines"];

describe("0962 pages laid across", () => {
  it.each(landscapeReports)("pass every check that applies to them: %s", async (_, report) => {
    const inspection = await inspectDamaged(report);
    const look = inspection.rows.filter(({ verdict, id }) => verdict === "attention" && !ofThisFile.includes(id));
    expect(look).toEqual([]);
    expect(rowOf(inspection, "turned-pages")).toMatchObject({ verdict: "ok", clause: "8", strength: "规定" });
  });

  it("are told when a table or a page number stands elsewhere", async () => {
    const [, report] = landscapeReports[0] ?? [];
    if (report === undefined) throw new Error("No report");
    const moved = await inspectDamaged(report, {
      pages: (pages) =>
        pages.map((page) => ({
          ...page,
          items: page.items.map((item) => {
            if (item.kind === "rule") return { ...item, x1Pt: item.x1Pt + 20, x2Pt: item.x2Pt + 20 };
            return item.kind === "line" && item.turned === true ? { ...item, baselinePt: item.baselinePt + 10 } : item;
          }),
        })),
    });
    expect(rowOf(moved, "turned-pages").verdict).toBe("attention");
    expect(rowOf(moved, "page-numbers").verdict).toBe("attention");
  });
});
