import { expect, it } from "vitest";
import { rollReport } from "../../core/rollover/roll-report.ts";
import { importedReport } from "./imported.ts";

const report = (contact: string) =>
  importedReport(
    `青溪市审计局2024年工作报告\n2024年，我局完成审计项目36个。\n青溪市审计局\n2025年1月20日\n（联系人：${contact}，电话：65001234）`,
  );

it.each(["张晓梅", "周全", "水生林", "古丽娜尔"])(
  "the contact %s is kept as 附注 and is an item of the new report",
  (name) => {
    const last = report(name);
    expect(last.meta.note).toBe(`联系人：${name}，电话：65001234`);
    const rolled = rollReport(last, {
      toYear: 2025,
      id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12",
      now: new Date("2026-01-05T00:00:00Z"),
    });
    expect(rolled.report.meta.note).toBe(last.meta.note);
    expect(rolled.report.review?.items).toContainEqual(
      expect.objectContaining({ kind: "name", element: "note", text: name, proposed: null }),
    );
  },
);
