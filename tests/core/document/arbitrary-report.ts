import fc from "fast-check";
import { withBlockIds } from "../../../core/document/block-ids.ts";
import { FORMAT_VERSION, type Meta, metaSchema, type ReportDocument } from "../../../core/document/schema.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { arbitraryBlocks } from "./arbitrary-blocks.ts";

const arbitraryMeta: fc.Arbitrary<Meta> = fc
  .record(
    {
      issuingOrgan: fc.constantFrom("某某市审计局", "某某县审计局"),
      mainRecipients: fc.constantFrom("市人民政府：", "各区审计局"),
      signatories: fc.constantFrom(["某某市审计局"], ["中共某某市委审计委员会办公室", "某某市审计局"]),
      date: fc.constantFrom("2026-03-01", "2026-12-31"),
      note: fc.constantFrom("此件公开发布", "联系人：某某"),
    },
    { requiredKeys: [] },
  )
  .map((given) => metaSchema.parse(given));

/** Whole reports as they stand in their files. */
export const arbitraryReport: fc.Arbitrary<ReportDocument> = fc
  .record({ blocks: arbitraryBlocks, meta: arbitraryMeta, year: fc.integer({ min: 1949, max: 2199 }), id: fc.uuid() })
  .map(({ blocks, meta, year, id }) => ({
    format: "nianbao-report",
    formatVersion: FORMAT_VERSION,
    id,
    revision: 3,
    templateId: "blank",
    reportType: "other",
    year,
    preset: "public-report",
    meta,
    guides: {},
    body: withBlockIds(bodyFromBlocks(blocks, year), id),
    images: {},
    createdAt: "2026-01-05T01:02:03.000Z",
    updatedAt: "2026-02-05T01:02:03.000Z",
  }));
