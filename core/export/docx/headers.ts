import { AlignmentType, Header, Paragraph } from "docx";
import { gbt9704 as layout } from "../../layout/gbt9704.ts";
import { ptToTwip } from "../../layout/units.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

/** 待核稿 above the text, in the same place on odd and even pages, the first among them. */
function draftStampHeader(): Header {
  return new Header({
    children: [
      new Paragraph({
        style: styleIds.header,
        alignment: AlignmentType.RIGHT,
        indent: { right: ptToTwip(layout.draftStampIndentCharacters * layout.draftStampSizePt) },
        children: [textRun(layout.draftStampText)],
      }),
    ],
  });
}

type Headers = { readonly default: Header; readonly even: Header; readonly first?: Header };

/** @param hasFirst the first page has headers and footers of its own */
export const draftStampHeaders = (hasFirst: boolean): Headers => ({
  default: draftStampHeader(),
  even: draftStampHeader(),
  ...(hasFirst ? { first: draftStampHeader() } : {}),
});
