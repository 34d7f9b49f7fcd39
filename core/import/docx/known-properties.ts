import type { Tally } from "../word/document-items.ts";
import { noteUnknown } from "../word/unknown.ts";
import { elementsOf, type XmlElement } from "../word/xml.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).map((name) => `w:${name}`));

/**
 * Properties by what they belong to (ISO/IEC 29500-1 17.3–17.6). Some are read, the others are looks that a report has no
 * place for. One that is not named here may mean anything, and is told.
 */
const known = {
  run: names(
    `b bCs bdr caps cs color del dstrike eastAsianLayout effect em emboss fitText highlight i iCs imprint ins kern lang
     moveFrom moveTo noProof oMath outline position rFonts rPrChange rStyle rtl shadow shd smallCaps snapToGrid spacing
     specVanish strike sz szCs u vanish vertAlign w webHidden`,
  ),
  paragraph: names(
    `adjustRightInd autoSpaceDE autoSpaceDN bidi cnfStyle contextualSpacing divId framePr ind jc keepLines keepNext kinsoku
     mirrorIndents numPr outlineLvl overflowPunct pageBreakBefore pBdr pPrChange pStyle rPr sectPr shd snapToGrid spacing
     suppressAutoHyphens suppressLineNumbers suppressOverlap tabs textAlignment textboxTightWrap textDirection
     topLinePunct widowControl wordWrap`,
  ),
  table: names(
    `bidiVisual jc shd tblBorders tblCaption tblCellMar tblCellSpacing tblDescription tblInd tblLayout tblLook tblOverlap
     tblpPr tblPrChange tblPrExChange tblStyle tblStyleColBandSize tblStyleRowBandSize tblW`,
  ),
  row: names(
    `cantSplit cnfStyle del divId gridAfter gridBefore hidden ins jc tblCellSpacing tblHeader trHeight trPrChange wAfter
     wBefore`,
  ),
  cell: names(
    `cellDel cellIns cellMerge cnfStyle gridSpan headers hideMark hMerge noWrap shd tcBorders tcFitText tcMar tcPrChange tcW
     textDirection vAlign vMerge`,
  ),
  section: names(
    `bidi cols docGrid endnotePr footerReference footnoteColumns footnotePr formProt headerReference lnNumType noEndnote
     paperSrc pgBorders pgMar pgNumType pgSz printerSettings rtlGutter sectPrChange textDirection titlePg type vAlign`,
  ),
} as const;

/** Tells properties that no reader knows. Those of extensions are made to be passed over. */
export function checkProperties(properties: XmlElement | undefined, kind: keyof typeof known, tally: Tally): void {
  for (const { name } of elementsOf(properties)) {
    if (name.startsWith("w:") && !known[kind].has(name)) noteUnknown(tally, "格式", name);
  }
}
