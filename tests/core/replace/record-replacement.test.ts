import { describe, expect, it } from "vitest";
import { type ReplacementRecord, replacementRecordSchema } from "../../../core/document/replacement-record.ts";
import { recordOf, withRecord, withReplacementId } from "../../../core/replace/record-replacement.ts";

const given = { id: "r", at: "2026-02-01T08:00:00.000Z", by: "王岩" };
const change = { query: "强审", replacement: "金审" };
const sentence = (before: string) => ({ before, after: before.replaceAll("强审", "金审"), count: 1 });
const recorded = (id: string, sentences: number): ReplacementRecord =>
  recordOf(
    { ...given, id },
    change,
    Array.from({ length: sentences }, () => sentence("科技强审。")),
  );

describe("the record of a replacement", () => {
  it("tells the true numbers although it keeps a bounded number of sentences", () => {
    const record = recordOf(
      given,
      change,
      Array.from({ length: 700 }, () => ({ ...sentence("强审强审。"), count: 2 })),
    );
    expect([record.count, record.sentenceCount, record.sentences.length]).toEqual([1400, 700, 50]);
    expect(replacementRecordSchema.parse(record)).toEqual(record);
  });

  it("cuts a long sentence around the change", () => {
    const record = recordOf(given, change, [sentence(`${"甲".repeat(500)}强审${"乙".repeat(500)}`)]);
    const [shown] = record.sentences;
    expect(shown?.before).toMatch(/^…甲+强审乙+…$/u);
    expect(shown?.after).toMatch(/^…甲+金审乙+…$/u);
    expect(shown?.before.length).toBeLessThan(200);
  });

  it("stays within bounds for all records of a report, and the latest keep their sentences", () => {
    let records: readonly ReplacementRecord[] = [];
    for (let at = 0; at < 260; at += 1) records = withRecord(records, recorded(String(at), 50));
    expect(records).toHaveLength(200);
    expect(records.at(-1)?.id).toBe("259");
    expect(records.at(-1)?.sentences).toHaveLength(50);
    expect(records[0]).toMatchObject({ id: "60", count: 50, sentenceCount: 50, sentences: [] });
    expect(records.reduce((sum, { sentences }) => sum + sentences.length, 0)).toBeLessThanOrEqual(1000);
  });

  it("names no more replacements in the text than are recorded", () => {
    const ids = Array.from({ length: 230 }, (_, at) => String(at)).reduce<readonly string[]>(withReplacementId, []);
    expect([ids.length, ids.at(-1)]).toEqual([200, "229"]);
  });
});
