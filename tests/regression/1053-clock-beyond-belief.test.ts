import { expect, it } from "vitest";
import { assertUnderstood } from "../../backend/store/stored-summary.ts";
import { reportFromImport } from "../../core/document/create.ts";

const made = (now: string) =>
  reportFromImport({
    imported: {
      title: "工作报告",
      blocks: [{ kind: "title", content: [{ kind: "text", text: "工作报告" }] }],
      meta: {},
      warnings: [],
    },
    year: 2026,
    id: crypto.randomUUID(),
    now: new Date(now),
  });

it.each(["+010240-01-05T08:00:00Z", "-000001-01-05T08:00:00Z"])("a clock at %s is told as such", (now) => {
  expect(() => assertUnderstood(made(now))).toThrow(expect.objectContaining({ code: "clock-unbelievable" }));
});

it.each(["1601-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])(
  "a clock at %s stores reports",
  (now) => {
    expect(assertUnderstood(made(now)).title).toBe("工作报告");
  },
);

it("what else does not fit is still said to be too long", () => {
  const report = { ...made("2026-01-05T08:00:00Z"), year: 1e9 };
  expect(() => assertUnderstood(report)).toThrow(expect.objectContaining({ code: "report-too-long" }));
});
