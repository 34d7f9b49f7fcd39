import { $getRoot } from "lexical";
import { paragraphsOf } from "../../../core/document/block-content.ts";
import { type Block } from "../../../core/document/blocks.ts";
import { isOpen } from "../../../core/document/inline-traits.ts";
import { withTitle } from "../../../core/document/title.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { $blockOf } from "../session/live-blocks.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { $parseBlocks } from "../session/parse-blocks.ts";

/** Labels of the blanks in a range of blocks, in order. */
export function blankLabels(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    paragraphsOf(block).flatMap((content) => content.flatMap((inline) => (isOpen(inline) ? [inline.label] : []))),
  );
}

/** Replaces the text of the title, or makes a title where there is none. */
export function $setTitleText(text: string, reportYear: number): void {
  const root = $getRoot();
  const old = root.getChildren().find($isReportTitleNode);
  const [block] = withTitle(old ? [$blockOf(old)] : [], text, reportYear);
  const [made] = block ? $parseBlocks(bodyFromBlocks([block], reportYear)) : [];
  if (!$isReportTitleNode(made)) return;
  if (old) old.clear().append(...made.getChildren());
  else root.splice(0, 0, [made]);
}
