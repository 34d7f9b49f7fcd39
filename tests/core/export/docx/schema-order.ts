/**
 * Child order of WordprocessingML property elements, from the xsd:sequence of each complex type in ECMA-376 Part 4
 * (transitional), wml.xsd. Word calls a file damaged whose children stand in another order.
 */
const sequences: Readonly<Record<string, string>> = {
  pPr: `pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
    divId cnfStyle rPr sectPr pPrChange`,
  rPr: `rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath`,
  sectPr: `headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`,
  tblPr: `tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
    tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange`,
  trPr: `cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del
    trPrChange`,
  tcPr: `cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns
    cellDel cellMerge tcPrChange`,
  tbl: `bookmarkStart bookmarkEnd tblPr tblGrid tr`,
  tr: `tblPrEx trPr tc`,
  tblBorders: `top left start bottom right end insideH insideV`,
  tblCellMar: `top left start bottom right end`,
  styles: `docDefaults latentStyles style`,
  docDefaults: `rPrDefault pPrDefault`,
  style: `name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
    personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`,
  font: `altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic`,
  settings: `writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView
    trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
    clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
    displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin
    drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
    strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema
    saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving
    saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars
    rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults
    doNotEmbedSmartTags decimalSymbol listSeparator`,
  compat: `useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance
    balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn
    spacingInWholePoints lineWrapLikeWord6 adjustLineHeightInTable useFELayout compatSetting`,
};

const orders = new Map(Object.entries(sequences).map(([name, children]) => [`w:${name}`, children.split(/\s+/u)]));

/** Elements whose children may stand once only; the others repeat some of theirs. */
const onceOnly = new Set([
  "w:pPr",
  "w:rPr",
  "w:tblPr",
  "w:trPr",
  "w:tcPr",
  "w:settings",
  "w:tblBorders",
  "w:tblCellMar",
]);

type Open = { readonly name: string; place: number; readonly seen: Set<string> };

/** What in a part stands where the schema does not allow it; empty = the part is in order. Also checks that tags match. */
export function schemaOrderProblems(xml: string): readonly string[] {
  const problems: string[] = [];
  const stack: Open[] = [];
  for (const match of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/gu)) {
    const [, closing, name = "", , selfClosing] = match;
    if (closing === "/") {
      const open = stack.pop();
      if (open?.name !== name) problems.push(`</${name}> closes <${open?.name ?? "nothing"}>`);
      continue;
    }
    const parent = stack.at(-1);
    if (parent !== undefined) problems.push(...placeProblems(parent, name));
    if (selfClosing !== "/") stack.push({ name, place: 0, seen: new Set() });
  }
  return stack.length === 0 ? problems : [...problems, `<${stack.at(-1)?.name ?? ""}> is never closed`];
}

function placeProblems(parent: Open, child: string): readonly string[] {
  const order = orders.get(parent.name);
  if (order === undefined) return [];
  const place = order.indexOf(child.replace(/^w:/u, ""));
  if (place < 0) return [`<${child}> does not belong into <${parent.name}>`];
  if (place < parent.place) return [`<${child}> stands too late in <${parent.name}>`];
  if (onceOnly.has(parent.name) && parent.seen.has(child)) return [`<${child}> stands twice in <${parent.name}>`];
  parent.place = place;
  parent.seen.add(child);
  return [];
}
