import { describe, expect, it } from "vitest";
import { layoutPresets, metaSchema } from "../../../core/document/schema.ts";
import { fieldsOfPreset, metaFields } from "../../../renderer/meta/meta-fields.ts";

const empty = metaSchema.parse({});
/** Elements without a form of their own. */
const unedited = ["sealForm", "attachments"];
const editedKeys = Object.keys(empty).filter((key) => !unedited.includes(key));

describe("the form of 公文要素", () => {
  it("has a field for every element, under its own name", () => {
    for (const [key, field] of Object.entries(metaFields)) expect(field.key).toBe(key);
    expect(Object.keys(metaFields).sort()).toEqual([...editedKeys].sort());
  });

  it("shows each element once, whatever the layout", () => {
    for (const preset of layoutPresets) {
      const { first, more } = fieldsOfPreset(preset, empty);
      expect(new Set([...first, ...more]).size).toBe(editedKeys.length);
    }
  });

  it("shows 发文字号 first only where the layout prints it", () => {
    const keysOf = (preset: (typeof layoutPresets)[number]) =>
      fieldsOfPreset(preset, empty).first.map((field) => field.key);
    expect(keysOf("public-report")).not.toContain("documentNumber");
    expect(keysOf("official-document")).toContain("documentNumber");
  });

  it("reads what it shows", () => {
    const meta = metaSchema.parse({
      issuingOrgan: "某县审计局",
      documentNumber: "某审发〔2026〕3号",
      signatories: ["某县审计局", "某县财政局"],
      date: "2026-03-01",
      copyNumber: "000001",
      urgency: "加急",
    });
    for (const field of Object.values(metaFields)) {
      expect(field.read(field.show(meta))).toEqual({ [field.key]: meta[field.key] });
    }
  });

  it("explains what is wrong with 发文字号, 份号 and dates", () => {
    expect(metaFields.documentNumber.read("某审发[2026]3号")).toContain("六角括号");
    expect(metaFields.copyNumber.read("第一份")).toContain("6 位");
    expect(metaFields.date.read("2026年2月30日")).toContain("没有这一天");
  });

  it("drops empty lines of a list", () => {
    expect(metaFields.signatories.read("某县审计局\n\n 某县财政局 \n")).toEqual({
      signatories: ["某县审计局", "某县财政局"],
    });
  });
});
