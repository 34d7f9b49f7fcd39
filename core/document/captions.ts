import type { Block } from "./blocks.ts";

/** The word before the number of a 表题 or a 图题. */
const words = { caption: "表", imageCaption: "图" } as const;
export type CountedRole = keyof typeof words;
const isCountedRole = (role: string): role is CountedRole => role in words;

/** Between 表1 and its words. */
const SPACE = "\u3000";

/** What stands before the words of a counted caption: 表1 and a blank; "" before all else. */
export const captionLead = (number: string | undefined): string => (number === undefined ? "" : number + SPACE);

/** Counts 表题 and 图题 in the order of the text, each kind by itself; a new title begins a new text. */
export function createCaptionCounter(): {
  readonly count: (role: CountedRole) => string;
  /** What the next of its kind will be, without counting it. */
  readonly preview: (role: CountedRole) => string;
  readonly restart: () => void;
} {
  const counts = { caption: 0, imageCaption: 0 };
  return {
    count: (role) => `${words[role]}${(counts[role] += 1)}`,
    preview: (role) => `${words[role]}${counts[role] + 1}`,
    restart: () => Object.assign(counts, { caption: 0, imageCaption: 0 }),
  };
}

/** The number of each block that is a counted caption, 表1 or 图1; null for all others. */
export function numberCaptions(blocks: readonly Block[]): readonly (string | null)[] {
  const counter = createCaptionCounter();
  return blocks.map((block) => {
    if (block.kind === "title") counter.restart();
    if (block.kind !== "paragraph" || block.counted !== true || !isCountedRole(block.role)) return null;
    return counter.count(block.role);
  });
}

const written = {
  caption: /^表\s*\d{1,3}(?:[-－—.]\d{1,3})?[\s：:]+/u,
  imageCaption: /^图\s*\d{1,3}(?:[-－—.]\d{1,3})?[\s：:]+/u,
};

/** How many UTF-16 units of a caption are a number that somebody typed before it: 表 2-1, 图3：. */
export const typedNumberLength = (role: CountedRole, text: string): number => written[role].exec(text)?.[0].length ?? 0;

/**
 * The lines of 表注 that stand above their table (单位：万元) and not below it: those that lead to a table and do not
 * follow one.
 */
export function linesAboveTables(blocks: readonly Block[]): ReadonlySet<Block> {
  const isNote = (block: Block | undefined): boolean => block?.kind === "paragraph" && block.role === "tableNote";
  const above = new Set<Block>();
  blocks.forEach((block, index) => {
    if (block.kind !== "table") return;
    let first = index;
    while (isNote(blocks[first - 1])) first -= 1;
    if (blocks[first - 1]?.kind === "table") return;
    for (const note of blocks.slice(first, index)) above.add(note);
  });
  return above;
}
