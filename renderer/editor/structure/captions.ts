import { $getState, $isTextNode, $setState, type ElementNode } from "lexical";
import { typedNumberLength } from "../../../core/document/captions.ts";
import { $isReportLineNode, type ReportLineNode } from "../nodes/report-line-node.ts";
import { countedState } from "../nodes/section-state.ts";
import { $selectedTextBlocks } from "./headings.ts";

type Caption = { readonly line: ReportLineNode; readonly role: "caption" | "imageCaption" };

function $selectedCaptions(): readonly Caption[] {
  return $selectedTextBlocks().flatMap((line): readonly Caption[] => {
    if (!$isReportLineNode(line)) return [];
    const role = line.getRole();
    return role === "caption" || role === "imageCaption" ? [{ line, role }] : [];
  });
}

/** Numbers the selected captions (表1, 图1), or takes their numbers away; a number that was typed gives way to the counted one. */
export function $toggleCounted(): void {
  const captions = $selectedCaptions();
  const areCounted = captions.every(({ line }) => $getState(line, countedState));
  for (const { line, role } of captions) {
    if (!areCounted) $removeStart(line, typedNumberLength(role, line.getTextContent()));
    $setState(line, countedState, !areCounted);
  }
}

/** Removes characters at the beginning of a line, as far as they are plain text. */
function $removeStart(line: ElementNode, length: number): void {
  let left = length;
  for (const node of line.getAllTextNodes()) {
    if (left <= 0 || !$isTextNode(node) || !node.isSimpleText()) return;
    const taken = Math.min(left, node.getTextContentSize());
    left -= taken;
    if (taken === node.getTextContentSize()) node.remove();
    else node.spliceText(0, taken, "");
  }
}
