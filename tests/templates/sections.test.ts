import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createReport } from "../../core/document/create.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { outlineOf } from "../../core/document/outline.ts";
import { INTRODUCTION_SECTION_ID } from "../../core/document/schema.ts";
import type { Template } from "../../core/document/template.ts";
import {
  headingsOf,
  readable,
  sectionIdsOf,
  type TemplateHeading,
  templateById,
  templatesById,
} from "./built-in-templates.ts";

/** The words under a heading up to the next one, run-in text included. */
function frameOf(template: Template, heading: TemplateHeading): string {
  const headings = headingsOf(template);
  const end = headings.find((other) => other.index > heading.index)?.index ?? template.blocks.length;
  const below = template.blocks.slice(heading.index + 1, end);
  return [heading.body, ...below.map((block) => (block.kind === "paragraph" ? block.content : []))]
    .map(readable)
    .join("");
}

function hasSubheading(template: Template, heading: TemplateHeading): boolean {
  const next = headingsOf(template).find((other) => other.index > heading.index);
  return next !== undefined && next.level > heading.level;
}

/** Headings with the words of all headings above them, so that equal words in different places stay apart. */
function pathsOf(template: Template): readonly string[] {
  const above: string[] = [];
  return headingsOf(template).map(({ level, heading }) => {
    above.length = level;
    above[level] = readable(heading);
    return [...above].join(" / ");
  });
}

describe.each(templatesById)("the sections of %s", (id, template) => {
  it("have ids that are unique, stable and readable", () => {
    const ids = sectionIdsOf(template);
    expect(ids.filter((sectionId) => !/^[a-z]+(?:-[a-z]+)*$/u.test(sectionId))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(INTRODUCTION_SECTION_ID);
  });

  it("have a guide each, and every guide has its section", () => {
    const ids = sectionIdsOf(template);
    expect(Object.keys(template.guides).sort()).toEqual([INTRODUCTION_SECTION_ID, ...ids].sort());
  });

  it("are all known by their headings", () => {
    expect(headingsOf(template).filter(({ sectionId }) => sectionId === undefined)).toEqual([]);
  });

  it("are all still to be written in a fresh report, but for what is settled from the start", () => {
    const report = createReport({ template, year: 2026, organ: "某市审计局", id: randomUUID(), now: new Date() });
    const begun = outlineOf(blocksFromBody(report.body), 2026).filter(({ status }) => status !== "todo");
    const settled =
      { "audit-plan": ["introduction", "plan-text", "guidance-and-goals", "goals", "goal-team"] }[id] ?? [];
    expect(begun.map(({ sectionId }) => sectionId)).toEqual(settled);
  });

  it("say what belongs there, by what it is proved and who knows", () => {
    const poor = Object.entries(template.guides).filter(
      ([, { note, evidence, departments }]) =>
        !/^[^。]+(?:。[^。]+)?。$/u.test(note) ||
        evidence.length < 2 ||
        evidence.length > 5 ||
        departments.length < 1 ||
        departments.length > 4 ||
        [...evidence, ...departments].some((entry) => entry === "" || /[。；]$/u.test(entry)),
    );
    expect(poor.map(([sectionId]) => sectionId)).toEqual([]);
  });

  it("begin with a sentence frame wherever no subheading follows at once", () => {
    const empty = headingsOf(template).filter((heading) => !hasSubheading(template, heading));
    const short = empty.filter((heading) => frameOf(template, heading).length < 40);
    expect(short.map(({ sectionId }) => sectionId)).toEqual([]);
  });

  it("leave something to fill in every frame", () => {
    const leaves = headingsOf(template).filter((heading) => !hasSubheading(template, heading));
    const finished = leaves.filter((heading) => !frameOf(template, heading).includes("【"));
    expect(finished.map(({ sectionId }) => sectionId)).toEqual([]);
  });

  it("end every frame with a full stop or the colon that opens a list", () => {
    const open = headingsOf(template)
      .map((heading) => frameOf(template, heading))
      .filter((frame) => frame !== "" && !/[。：]$|[。：]\S*一览表$|日$/u.test(frame));
    expect(open).toEqual([]);
  });

  it("have headings that differ under one parent", () => {
    const paths = pathsOf(template);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  it("end a heading with 。 only where it runs into its paragraph", () => {
    const wrong = headingsOf(template).filter(({ runIn, heading }) => readable(heading).endsWith("。") !== runIn);
    expect(wrong.map(({ sectionId }) => sectionId)).toEqual([]);
    expect(headingsOf(template).filter(({ runIn, body }) => runIn && body.length === 0)).toEqual([]);
  });

  it("go down one level at a time", () => {
    const levels = headingsOf(template).map(({ level }) => level);
    expect(levels.filter((level, index) => index > 0 && level - (levels[index - 1] ?? 0) > 1)).toEqual([]);
    expect(levels[0] ?? 1).toBe(id === "audit-plan" ? 0 : 1);
  });

  it("number themselves", () => {
    for (const block of template.blocks) {
      if (block.kind === "heading" || block.kind === "runInHeading")
        expect(block.ordinal).toEqual({ kind: "computed" });
    }
  });
});

describe("required sections", () => {
  it.each(["fazhi-municipal", "fazhi-county", "fazhi-district"])(
    "of %s cover what the rule on annual reports asks for",
    (id) => {
      const { guides } = templateById(id);
      const required = Object.keys(guides).filter((sectionId) => guides[sectionId]?.required === true);
      const asked = {
        "fazhi-municipal": ["introduction", "measures", "first-responsibility", "problems", "next-steps"],
        "fazhi-county": ["introduction", "first-responsibility", "integration", "shortcomings", "next-year"],
        "fazhi-district": ["introduction", "work", "first-responsibility", "problems", "measures"],
      }[id];
      expect(required).toEqual(expect.arrayContaining(asked ?? []));
    },
  );

  it("leave out what a bureau may have no duty for", () => {
    const optional = (id: string): string[] =>
      Object.entries(templateById(id).guides).flatMap(([sectionId, { required }]) => (required ? [] : [sectionId]));
    expect(optional("fazhi-municipal")).toEqual([]);
    expect(optional("fazhi-county")).toEqual(["suggest-training", "suggest-support", "suggest-synergy"]);
    expect(optional("fazhi-district")).toEqual(["public-service", "decision-evaluation", "mediation"]);
    expect(optional("audit-plan")).toEqual(["foreign-funds", "emergencies"]);
    expect(optional("enforcement")).toEqual([]);
  });
});
