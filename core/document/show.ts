import { assembleReport } from "./assemble.ts";
import { captionLead } from "./captions.ts";
import { type PrintedBlock, type PrintedInline } from "./printed-block.ts";
import { alignedPlainText, onOneLine } from "./content-text.ts";
import type { ReportDocument } from "./schema.ts";
import { assertNever } from "../result.ts";

type ShownCell = { readonly text: string; readonly rowSpan: number; readonly colSpan: number };

/** One line of the block list of the command line. */
export type ShownBlock =
  | { readonly kind: "title"; readonly text: string }
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly number: string;
      readonly text: string;
      readonly runIn: boolean;
    }
  | { readonly kind: "listItem"; readonly level: number; readonly number: string; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly ShownCell[])[] }
  | { readonly kind: "image"; readonly text: string }
  | { readonly kind: "pageBreak" };

/** Headings and titles are one line, whatever soft breaks they carry. */
const oneLine = (content: readonly PrintedInline[]): string => onOneLine(alignedPlainText(content));

function showBlock(block: PrintedBlock): readonly ShownBlock[] {
  switch (block.kind) {
    case "title":
      return [{ kind: "title", text: oneLine(block.content) }];
    case "heading": {
      const { level, number } = block;
      return [{ kind: "heading", level, number, text: oneLine(block.content), runIn: false }];
    }
    case "runInHeading": {
      const { level, number } = block;
      return [
        { kind: "heading", level, number, text: oneLine(block.heading), runIn: true },
        { kind: "paragraph", text: alignedPlainText(block.content) },
      ];
    }
    case "listItem": {
      const { level, number } = block;
      return [{ kind: "listItem", level, number, text: alignedPlainText(block.content) }];
    }
    case "paragraph":
      return [{ kind: "paragraph", text: captionLead(block.captionNumber) + alignedPlainText(block.content) }];
    case "table":
      return [
        {
          kind: "table",
          rows: block.rows.map((row) =>
            row.map(({ paragraphs, rowSpan, colSpan }) => ({
              text: paragraphs.map(alignedPlainText).join("\n"),
              rowSpan,
              colSpan,
            })),
          ),
        },
      ];
    case "image":
      return [{ kind: "image", text: block.altText }];
    case "pageBreak":
      return [{ kind: "pageBreak" }];
    default:
      return assertNever(block);
  }
}

/** The report as a flat list in printed order, without empty lines. A run-in heading is two: heading and paragraph. */
export function showBlocks(report: Pick<ReportDocument, "body" | "meta" | "year">): readonly ShownBlock[] {
  return assembleReport(report)
    .blocks.flatMap(showBlock)
    .filter((shown) => shown.kind !== "paragraph" || shown.text.trim() !== "");
}
