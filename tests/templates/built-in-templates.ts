import { readdirSync, readFileSync } from "node:fs";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { type Template, templateSchema } from "../../core/document/template.ts";

const folder = new URL("../../templates/", import.meta.url);

/** Names of the template files, sorted. */
export const templateFileNames = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort();

/** The parsed JSON of one template file, unchecked. */
export function readTemplateFile(fileName: string): unknown {
  return JSON.parse(readFileSync(new URL(fileName, folder), "utf8"));
}

export const templates: readonly Template[] = templateFileNames.map((name) =>
  templateSchema.parse(readTemplateFile(name)),
);

/** Pairs for `it.each`: the id names the case. */
export const templatesById = templates.map((template) => [template.id, template] as const);

export function templateById(id: string): Template {
  const template = templates.find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(`No template ${id}`);
  return template;
}

/** Ids of the sections in order: headings, and the title of a text that is attached. */
export function sectionIdsOf(template: Template): readonly string[] {
  return template.blocks.flatMap((block) => ("sectionId" in block ? [block.sectionId ?? ""] : []));
}

/** A heading with all its words: `heading` is the heading part, `body` what runs on in the same paragraph. */
export type TemplateHeading = {
  readonly index: number;
  readonly level: number;
  readonly runIn: boolean;
  readonly sectionId: string | undefined;
  readonly heading: readonly Inline[];
  readonly body: readonly Inline[];
};

export function headingsOf(template: Template): readonly TemplateHeading[] {
  return template.blocks.flatMap((block, index): TemplateHeading[] => {
    if (block.kind === "heading") {
      const { level, sectionId, content } = block;
      return [{ index, level, runIn: false, sectionId, heading: content, body: [] }];
    }
    if (block.kind === "runInHeading") {
      const { level, sectionId, heading, content } = block;
      return [{ index, level, runIn: true, sectionId, heading, body: content }];
    }
    return [];
  });
}

function contentsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case "title":
    case "heading":
    case "listItem":
    case "paragraph":
      return [block.content];
    case "runInHeading":
      return [block.heading, block.content];
    case "table":
      return block.rows.flat().flatMap((cell) => cell.paragraphs);
    case "image":
    case "pageBreak":
      return [];
  }
}

/** Every run of inline content of a template: one a paragraph, heading or table cell's paragraph. */
export function inlineContents(template: Template): readonly (readonly Inline[])[] {
  return template.blocks.flatMap(contentsOf);
}

/** A run of content as a writer reads it; a blank shows its label, a year stands as four digits. */
export function readable(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === "text") return inline.text;
      if (inline.kind === "blank") return `【${inline.label}】`;
      return inline.kind === "year" ? "年份" : "\n";
    })
    .join("");
}

/** Everything in a template that people read: text, labels, guidance, deadlines, names. */
export function wordsOf(template: Template): readonly string[] {
  const guidance = Object.values(template.guides).flatMap((guide) => [
    guide.note,
    ...guide.evidence,
    ...guide.departments,
  ]);
  return [
    template.name,
    template.summary,
    ...template.deadlines,
    ...guidance,
    ...inlineContents(template).flatMap((content) =>
      content.flatMap((inline) => {
        if (inline.kind === "text") return [inline.text];
        return inline.kind === "blank" ? [inline.label] : [];
      }),
    ),
  ];
}
