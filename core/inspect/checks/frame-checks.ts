import { gbt9704 as layout } from "../../layout/gbt9704.ts";
import { ptToMm } from "../../layout/units.ts";
import { type Check, finding, isNear, mmText, placeOfPage } from "../check.ts";
import type { MeasuredBox } from "../measured-pdf.ts";
import type { PdfView } from "../pdf-view.ts";
import { typeAreaPt } from "../type-area.ts";

const RULE_TOLERANCE_MM = 1;
const THICKNESS_TOLERANCE_MM = 0.1;
const FOOT_TOLERANCE_MM = 1;
/** Thicker is a box, thinner than wide it lies. */
const THICKEST_RULE_PT = 5;

const isLevelRule = ({ widthPt, heightPt }: MeasuredBox): boolean =>
  heightPt < THICKEST_RULE_PT && widthPt > 20 * heightPt;
const middleMm = ({ topPt, heightPt }: MeasuredBox): number => ptToMm(topPt + heightPt / 2);

/** 版头: the red rule of page 1, as wide as the type area (7.2.7). */
const redRule: Check = {
  id: "red-rule",
  name: "版头红色分隔线",
  clause: "7.2.7",
  strength: "规定",
  expected: `与版心等宽，${layout.typeAreaWidthMm} mm`,
  pdf: ({ pdf }, { preset }) => {
    const red = pdf.pages[0]?.rules.filter((rule) => rule.colour === "red" && isLevelRule(rule)) ?? [];
    const [rule] = red;
    // those of 信函 are longer (10.1)
    if (rule === undefined || preset === "letter") return null;
    const mm = ptToMm(rule.widthPt);
    const isOk = isNear(mm, layout.typeAreaWidthMm, RULE_TOLERANCE_MM) && isNear(rule.leftPt, typeAreaPt.left, 3);
    return finding(isOk, mmText(mm), [placeOfPage(0)]);
  },
};

/** 版头: the red rule stands 4 mm below 发文字号 (7.2.7). */
const RED_RULE_BELOW_MM = 4;
const NUMBER_TOLERANCE_MM = 0.5;
/** A Chinese character reaches so far below its baseline, in em. */
const BELOW_BASELINE_EM = 0.12;

const redRulePlace: Check = {
  id: "red-rule-place",
  name: "分隔线在发文字号之下",
  clause: "7.2.7",
  strength: "规定",
  expected: `之下 ${RED_RULE_BELOW_MM} mm`,
  pdf: ({ pdf, linesOfPage }, { meta, preset }) => {
    const number = meta.documentNumber.replaceAll(/\s/gu, "");
    const rule = pdf.pages[0]?.rules.find((one) => one.colour === "red" && isLevelRule(one));
    const line = linesOfPage[0]?.find(({ text }) => number !== "" && text.replaceAll(/\s/gu, "").includes(number));
    if (rule === undefined || line === undefined || preset === "letter" || preset === "order") return null;
    const mm = ptToMm(rule.topPt - (line.baselinePt + BELOW_BASELINE_EM * line.sizePt));
    return finding(isNear(mm, RED_RULE_BELOW_MM, NUMBER_TOLERANCE_MM), mmText(mm), [placeOfPage(0)]);
  },
};

/** The level black rules at the foot of the last page that are as wide as the type area and bound no table. */
function imprintRules({ pdf, linesOfPage }: PdfView): readonly MeasuredBox[] {
  const page = pdf.pages.length - 1;
  const isTable = linesOfPage[page]?.some(({ element }) => element.cell !== null) === true;
  if (isTable) return [];
  const wide = (pdf.pages[page]?.rules ?? []).filter(
    (rule) =>
      rule.colour === "black" &&
      isLevelRule(rule) &&
      isNear(ptToMm(rule.widthPt), layout.typeAreaWidthMm, RULE_TOLERANCE_MM),
  );
  return [...wide].sort((one, other) => one.topPt - other.topPt);
}

const FIRST_RULE_MM = 0.35;
const MIDDLE_RULE_MM = 0.25;

/** IM-1: the last rule of 版记 lies on the type area's bottom edge; the outer ones are thicker (7.4.1). */
const imprint: Check = {
  id: "imprint",
  name: "版记",
  clause: "7.4.1",
  strength: "推荐",
  expected: `末条线在版心下边缘 ${layout.marginTopMm + layout.typeAreaHeightMm} mm，首末线粗 ${FIRST_RULE_MM} mm，中间 ${MIDDLE_RULE_MM} mm`,
  pdf: (view, { meta }) => {
    const isGiven = [meta.copyRecipients, meta.printingOrgan, meta.printingDate].some((value) => value !== "");
    const found = imprintRules(view);
    const [first] = found;
    const last = found.at(-1);
    if (!isGiven || first === undefined || last === undefined) return null;
    const foot = middleMm(last);
    const outer = [first, last].map(({ heightPt }) => ptToMm(heightPt));
    const inner = found.slice(1, -1).map(({ heightPt }) => ptToMm(heightPt));
    const isOk =
      isNear(foot, layout.marginTopMm + layout.typeAreaHeightMm, FOOT_TOLERANCE_MM) &&
      outer.every((mm) => isNear(mm, FIRST_RULE_MM, THICKNESS_TOLERANCE_MM)) &&
      inner.every((mm) => isNear(mm, MIDDLE_RULE_MM, THICKNESS_TOLERANCE_MM));
    const text = `末条线在 ${mmText(foot)}，线粗 ${found.map(({ heightPt }) => ptToMm(heightPt).toFixed(2)).join("、")} mm`;
    return finding(isOk, text, [placeOfPage(view.pdf.pages.length - 1)]);
  },
};

export const frameChecks: readonly Check[] = [redRule, redRulePlace, imprint];
