import { gbt9704 as layout } from "../../layout/gbt9704.ts";
import { mmToTwip } from "../../layout/units.ts";
import { styleIds } from "./style-ids.ts";
import { element, valueElement } from "./xml.ts";

const EIGHTHS_PER_POINT = 8;

const edges = ["top", "left", "bottom", "right"] as const;

const margin = (edge: (typeof edges)[number]): string => {
  const vertical = edge === "top" || edge === "bottom";
  const mm = vertical ? layout.tableCellPaddingVerticalMm : layout.tableCellPaddingHorizontalMm;
  return element(`w:${edge}`, { "w:w": mmToTwip(mm), "w:type": "dxa" });
};

const border = (edge: string): string =>
  element(`w:${edge}`, {
    "w:val": "single",
    "w:sz": layout.tableRuleWidthPt * EIGHTHS_PER_POINT,
    "w:space": 0,
    "w:color": "auto",
  });

const noIndent = element("w:tblInd", { "w:w": 0, "w:type": "dxa" });

/** The table styles that Word expects in every document, and the ruled one that the report uses. */
export function tableStyles(): readonly string[] {
  const normal = element(
    "w:style",
    { "w:type": "table", "w:default": 1, "w:styleId": styleIds.tableNormal },
    valueElement("w:name", "Normal Table"),
    valueElement("w:uiPriority", 99),
    element("w:semiHidden"),
    element("w:unhideWhenUsed"),
    element("w:tblPr", {}, noIndent, element("w:tblCellMar", {}, ...edges.map(margin))),
  );
  const noList = element(
    "w:style",
    { "w:type": "numbering", "w:default": 1, "w:styleId": styleIds.noList },
    valueElement("w:name", "No List"),
    valueElement("w:uiPriority", 99),
    element("w:semiHidden"),
    element("w:unhideWhenUsed"),
  );
  const grid = element(
    "w:style",
    { "w:type": "table", "w:styleId": styleIds.tableGrid },
    valueElement("w:name", "Table Grid"),
    valueElement("w:basedOn", styleIds.tableNormal),
    valueElement("w:uiPriority", 39),
    element(
      "w:tblPr",
      {},
      noIndent,
      element("w:tblBorders", {}, ...[...edges, "insideH", "insideV"].map(border)),
      element("w:tblCellMar", {}, ...edges.map(margin)),
    ),
  );
  return [normal, noList, grid];
}
