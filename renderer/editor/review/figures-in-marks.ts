import { $isMarkNode, type MarkNode } from "@lexical/mark";
import { $isLineBreakNode, type LexicalNode } from "lexical";
import { type FigureProblem, isProblem, problemOf } from "../../../core/figures/figure-problem.ts";
import { enteredValue } from "../../../core/figures/entered-value.ts";
import { enterValues } from "../../../core/figures/set-figures.ts";
import { $allFigures, $figuresIn, $printFigures } from "../figures/figure-nodes.ts";
import { $readFigures, $writeFigures } from "../figures/figures-state.ts";
import { $isFigureNode, type FigureNode } from "../nodes/figure-node.ts";
import { reviewIdOf } from "./line-text.ts";
import { $writeWords } from "./marks.ts";

/** The figures of the ledger that items of the review are about, by their ids. */
export function $figuresOf(items: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(items);
  return new Set(
    $allFigures().flatMap((node) => {
      const mark = node.getParent();
      return $isMarkNode(mark) && wanted.has(reviewIdOf(mark)) ? [node.getFigureId()] : [];
    }),
  );
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, "\\$&");

/** What of last year's words stands at each figure of a mark; null: the words are others. */
function $wordsOfFigures(mark: MarkNode, words: string): readonly (readonly [FigureNode, string])[] | null {
  const nodes: readonly LexicalNode[] = mark.getChildren();
  const pattern = nodes.map((node) =>
    $isFigureNode(node) ? "(.+?)" : $isLineBreakNode(node) ? "\\n" : escaped(node.getTextContent()),
  );
  const match = new RegExp(`^${pattern.join("")}$`, "su").exec(words);
  return match && nodes.filter($isFigureNode).map((node, index) => [node, match[index + 1] ?? ""] as const);
}

/**
 * 沿用: writes last year's words into the marks of an item. A figure in them gets its value of last year, with all its
 * places, and stays a figure; where last year's words do not say its value, nothing is written and the reason given.
 */
export function $writeLastYears(id: string, marks: readonly MarkNode[], words: string): FigureProblem | null {
  const own = marks.filter((mark) => reviewIdOf(mark) === id);
  const bound = own.filter((mark) => $figuresIn(mark).length > 0);
  if (bound.length === 0) {
    $writeWords(id, marks, words);
    return null;
  }
  const ledger = $readFigures();
  const values = new Map<string, string>();
  for (const mark of bound) {
    if (mark.getTextContent() === words) continue;
    const found = $wordsOfFigures(mark, words);
    if (found === null)
      return problemOf(mark.getTextContent(), `是台账里的数据，不能换成“${words}”。请直接改它的数值。`);
    for (const [node, part] of found) {
      const figure = Object.hasOwn(ledger, node.getFigureId()) ? ledger[node.getFigureId()] : undefined;
      if (figure === undefined || part === node.getTextContent()) continue;
      const value = enteredValue(figure, node.getPlaceText(), part);
      if (typeof value !== "string") return value;
      if (value !== figure.value) values.set(node.getFigureId(), value);
    }
  }
  const next = enterValues(ledger, values);
  if (isProblem(next)) return next;
  const problem = $printFigures(next);
  if (problem !== null) return problem;
  $writeFigures(next);
  return null;
}
