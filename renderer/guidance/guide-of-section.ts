import { type OutlineSection } from "../../core/document/outline.ts";
import { INTRODUCTION_SECTION_ID, type SectionGuide } from "../../core/document/schema.ts";

type Section = Pick<OutlineSection, "index" | "level" | "sectionId">;
type Found<S> = { readonly guide: SectionGuide; /** The section that the guide was written for. */ readonly of: S };

/**
 * The guide of a section, or else of the nearest section above it that has one: a heading that the writer
 * added stands under the guidance of its part.
 */
export function guideOfSection<S extends Section>(
  guides: Readonly<Record<string, SectionGuide>>,
  outline: readonly S[],
  section: S,
): Found<S> | null {
  const own = section.sectionId ? guides[section.sectionId] : undefined;
  if (own) return { guide: own, of: section };
  let level = section.level;
  for (const above of outline.filter((one) => one.index < section.index).toReversed()) {
    if (above.level >= level || above.sectionId === INTRODUCTION_SECTION_ID) continue;
    level = above.level;
    const guide = above.sectionId ? guides[above.sectionId] : undefined;
    if (guide) return { guide, of: above };
  }
  return null;
}
