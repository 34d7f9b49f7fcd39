import { describe, expect, it } from "vitest";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { templateSchema } from "../../core/document/template.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { readTemplateFile, templateFileNames, templates, templatesById } from "./built-in-templates.ts";

describe("built-in templates", () => {
  it("are the five report types and the blank document, each in a file named by its id", () => {
    expect(templateFileNames).toEqual([
      "audit-plan.json",
      "blank.json",
      "enforcement.json",
      "fazhi-county.json",
      "fazhi-district.json",
      "fazhi-municipal.json",
    ]);
    expect(templates.map((template) => `${template.id}.json`)).toEqual(templateFileNames);
  });

  it.each(templateFileNames)("%s follows the template format", (fileName) => {
    const parsed = templateSchema.safeParse(readTemplateFile(fileName));
    expect(parsed.error?.issues).toBeUndefined();
  });

  it("have a name of their own, a summary, and the type and preset of their kind", () => {
    expect(new Set(templates.map((template) => template.name)).size).toBe(templates.length);
    for (const template of templates) expect(template.summary).toMatch(/。$/u);
    expect(Object.fromEntries(templates.map(({ id, reportType, preset }) => [id, [reportType, preset]]))).toEqual({
      "audit-plan": ["audit-plan", "notice-with-attachment"],
      blank: ["other", "public-report"],
      enforcement: ["enforcement", "public-report"],
      "fazhi-county": ["fazhi", "public-report"],
      "fazhi-district": ["fazhi", "public-report"],
      "fazhi-municipal": ["fazhi", "public-report"],
    });
  });

  it.each(templatesById)("%s keeps its meaning on the way into the editor and back", (_id, template) => {
    expect(blocksFromBody(bodyFromBlocks(template.blocks, 2026))).toEqual(template.blocks);
  });

  it.each(templatesById)("%s leaves 公文要素 to the writer: none is invented", (_id, template) => {
    expect(Object.values(template.meta).every((value) => value.length === 0)).toBe(true);
  });
});
