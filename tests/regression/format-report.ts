import { metaSchema } from "../../core/document/schema.ts";

/** The JSON of a small report, with what a test changes in it. */
export const jsonOfReport = (change: object = {}): Record<string, unknown> => ({
  format: "nianbao-report",
  formatVersion: 2,
  id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c11",
  revision: 1,
  templateId: "blank",
  reportType: "other",
  year: 2026,
  preset: "public-report",
  meta: metaSchema.parse({}),
  guides: {},
  body: { root: { type: "root", children: [{ type: "paragraph", children: [] }] } },
  images: {},
  createdAt: "2026-01-05T01:02:03.000Z",
  updatedAt: "2026-01-05T01:02:03.000Z",
  ...change,
});
