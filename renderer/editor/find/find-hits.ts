import { $isElementNode, $isTextNode, $getRoot, type LexicalNode } from "lexical";
import { judgeHits } from "../../../core/replace/judge-hits.ts";
import { type FindHit } from "../session/editor-handle.ts";
import { findMatches, hitText, type ParagraphText, type TextRun, type FindOptions } from "./find-matches.ts";
import { $inlineNodes } from "../structure/inline-nodes.ts";
import { $isBlankNode } from "../nodes/blank-node.ts";
import { $isFigureNode } from "../nodes/figure-node.ts";
import { $isYearNode } from "../nodes/year-node.ts";

/** A hit with its place in the text. */
export type Hit = FindHit & {
  readonly paragraph: ParagraphText;
  readonly start: number;
  readonly end: number;
};

/** Every place of the text where `query` stands, in order. */
export function $findHits(query: string, options: FindOptions): readonly Hit[] {
  const paragraphs = $textLines().map((paragraph) => {
    const matches = findMatches(paragraph.text, query, options);
    return { paragraph, text: paragraph.text, matches, locked: matches.length === 0 ? [] : lockedSpans(paragraph) };
  });
  const judged = options.judged ? judgeHits(paragraphs) : null;
  return paragraphs.flatMap(({ paragraph, text, matches }, index) =>
    matches.map(({ start, end }, at) => ({
      id: `${paragraph.key}:${start}`,
      paragraph,
      start,
      end,
      ...hitText(text, start, end),
      judgement: judged?.[index]?.[at] ?? null,
    })),
  );
}

const lockedSpans = ({ runs }: ParagraphText) =>
  runs.flatMap(({ start, length, lockedBy }) =>
    lockedBy === null ? [] : [{ start, end: start + length, by: lockedBy }],
  );

/** Every line of the text. The labels of blanks stand on the page, so they are looked through as well. */
export const $textLines = (): readonly ParagraphText[] => $paragraphs($getRoot());

/** Every line of text under a node: blocks, and the paragraphs of cells. */
function $paragraphs(node: LexicalNode): ParagraphText[] {
  if (!$isElementNode(node)) return [];
  const children = $inlineNodes(node);
  if (children.some($isElementNode)) return children.flatMap((child) => $paragraphs(child));
  let text = "";
  const runs: TextRun[] = [];
  for (const child of children) {
    const part = child.getTextContent();
    const lockedBy = $isBlankNode(child)
      ? "blank"
      : $isYearNode(child)
        ? "year"
        : $isFigureNode(child)
          ? "figure"
          : null;
    runs.push({ key: child.getKey(), start: text.length, length: part.length, lockedBy });
    text += $isTextNode(child) ? part : "\uFFFC".repeat(part.length);
  }
  return text === "" ? [] : [{ key: node.getKey(), text, runs }];
}
