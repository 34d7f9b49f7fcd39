import { describe, expect, it } from "vitest";
import { type SectionGuide } from "../../../core/document/schema.ts";
import { guideOfSection } from "../../../renderer/guidance/guide-of-section.ts";

const guide = (note: string): SectionGuide => ({ required: true, note, evidence: [], departments: [] });
const guides = { introduction: guide("引言"), part: guide("第一部分"), own: guide("自己的") };
const introduction = { index: 1, level: 0, sectionId: "introduction" } as const;
const part = { index: 2, level: 1, sectionId: "part" } as const;
const own = { index: 3, level: 2, sectionId: "own" } as const;
const added = { index: 4, level: 2, sectionId: "" } as const;
const addedPart = { index: 5, level: 1, sectionId: "" } as const;
const deep = { index: 6, level: 3, sectionId: "" } as const;
const outline = [introduction, part, own, added, addedPart, deep];

describe("the guidance of a section", () => {
  it("is its own where the template has one", () => {
    expect(guideOfSection(guides, outline, own)).toEqual({ guide: guides.own, of: own });
  });

  it("is that of the part above for a heading that the writer added", () => {
    expect(guideOfSection(guides, outline, added)).toEqual({ guide: guides.part, of: part });
  });

  it("never comes from a neighbour or from the introduction", () => {
    expect(guideOfSection(guides, outline, addedPart)).toBeNull();
    expect(guideOfSection(guides, outline, deep)).toBeNull();
  });
});
