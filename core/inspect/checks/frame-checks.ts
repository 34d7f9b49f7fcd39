import { faces, gbt9704 as layout, gbt9704Rules as rules, strokesEm } from "../../layout/gbt9704.ts";
import { ptToMm } from "../../layout/units.ts";
import { type Check, finding, isNear, mmText, placeOfLine, placeOfPage, sourceOf } from "../check.ts";
import type { MeasuredBox, MeasuredRun } from "../measured-pdf.ts";
import type { PdfLine, PdfView } from "../pdf-view.ts";
import type { Layout } from "../../layout/rules/layout.ts";
import { typeAreaPt } from "../type-area.ts";

const RULE_TOLERANCE_MM = 1;
const THICKNESS_TOLERANCE_MM = 0.1;
const FOOT_TOLERANCE_MM = 1;
/** Thicker is a box, thinner than wide it lies. */
const THICKEST_RULE_PT = 5;

const isLevelRule = ({ widthPt, heightPt }: MeasuredBox): boolean =>
  heightPt < THICKEST_RULE_PT && widthPt > 20 * heightPt;
const middleMm = ({ topPt, heightPt }: MeasuredBox): number => ptToMm(topPt + heightPt / 2);

const redRuleOf = ({ pdf }: PdfView): MeasuredBox | undefined =>
  pdf.pages[0]?.rules.find((rule) => rule.colour === "red" && isLevelRule(rule));

/** 版头: the red rule of page 1, as wide as the type area (7.2.7). */
const redRule: Check = {
  id: "red-rule",
  name: "版头红色分隔线",
  clause: "7.2.7",
  strength: "规定",
  expected: `与版心等宽，${layout.typeAreaWidthMm} mm`,
  pdf: (view, { preset, layout: house }) => {
    const rule = redRuleOf(view);
    // those of 信函 are longer (10.1)
    if (rule === undefined || preset === "letter") return null;
    const mm = ptToMm(rule.widthPt);
    const isOk =
      isNear(mm, layout.typeAreaWidthMm, RULE_TOLERANCE_MM) && isNear(rule.leftPt, typeAreaPt(house).left, 3);
    return finding(isOk, mmText(mm), [placeOfPage(0)]);
  },
};

const NUMBER_TOLERANCE_MM = 0.5;

const frameLines = ({ linesOfPage }: PdfView, role: string): readonly PdfLine[] =>
  linesOfPage[0]?.filter(({ place }) => place?.unit.kind === "frame" && place.unit.role === role) ?? [];

/** HD-1: the red rule stands below the strokes of 发文字号 (7.2.7). */
const redRulePlace: Check = {
  id: "red-rule-place",
  name: "分隔线在发文字号之下",
  ...sourceOf(rules.redRuleDistanceMm),
  expected: `之下 ${layout.redRuleDistanceMm} mm`,
  pdf: (view, { assembled }) => {
    const rule = redRuleOf(view);
    const line = frameLines(view, "documentNumber").at(-1);
    if (rule === undefined || line === undefined || assembled.letterhead?.form !== "document") return null;
    const mm = middleMm(rule) - ptToMm(line.baselinePt + strokesEm.below * line.sizePt);
    return finding(isNear(mm, layout.redRuleDistanceMm, NUMBER_TOLERANCE_MM), mmText(mm), [placeOfLine(line)]);
  },
};

/** Where the strokes of 发文机关标志 begin, from the paper's top edge (7.2.4, 10). */
const markFromTopMm = (house: Layout) => ({
  document: house.marginTopMm + layout.markTopMm,
  letter: layout.letterMarkFromTopMm,
  order: house.marginTopMm + layout.orderMarkTopMm,
  minutes: house.marginTopMm + layout.minutesMarkTopMm,
});

/** HD-1: the upper edge of 发文机关标志. */
const markTop: Check = {
  id: "mark-top",
  name: "发文机关标志的上边缘",
  clause: "7.2.4、10",
  strength: rules.markTopMm.strength,
  expected: ({ assembled: { letterhead }, layout: house }) =>
    `距纸张上边缘 ${markFromTopMm(house)[letterhead?.form ?? "document"]} mm`,
  pdf: (view, { assembled: { letterhead }, layout: house }) => {
    const [line] = frameLines(view, "issuingOrgan");
    if (line === undefined || letterhead === null) return null;
    const mm = ptToMm(line.baselinePt - strokesEm.above * line.sizePt);
    return finding(isNear(mm, markFromTopMm(house)[letterhead.form], RULE_TOLERANCE_MM), mmText(mm), [
      placeOfLine(line),
    ]);
  },
};

/** 7.2.4: 发文机关标志 in red 小标宋. */
const markLook: Check = {
  id: "mark-look",
  name: "发文机关标志的字体颜色",
  clause: "7.2.4",
  strength: "推荐",
  expected: "小标宋体，红色",
  pdf: (view, { faces: available }) => {
    const lines = frameLines(view, "issuingOrgan");
    const runs = lines.flatMap((line) => line.runs);
    const [shown] = runs;
    if (shown === undefined) return null;
    const isOwn = (run: MeasuredRun): boolean =>
      run.characters.every((sign) => available.faceOf(faces.mark, sign.codePointAt(0) ?? 0).name === run.face);
    const wrong = runs.find((run) => run.colour !== "red" || !isOwn(run));
    const colour = (wrong ?? shown).colour === "red" ? "红色" : "不是红色";
    return finding(
      wrong === undefined,
      `${available.wordsFor((wrong ?? shown).face)}，${colour}`,
      lines.map(placeOfLine),
    );
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
  expected: ({ layout: house }) =>
    `末条线在版心下边缘 ${house.marginTopMm + layout.typeAreaHeightMm} mm，首末线粗 ${FIRST_RULE_MM} mm，中间 ${MIDDLE_RULE_MM} mm`,
  pdf: (view, { meta, layout: house }) => {
    const isGiven = [meta.copyRecipients, meta.printingOrgan, meta.printingDate].some((value) => value !== "");
    const found = imprintRules(view);
    const [first] = found;
    const last = found.at(-1);
    if (!isGiven || first === undefined || last === undefined) return null;
    const foot = middleMm(last);
    const outer = [first, last].map(({ heightPt }) => ptToMm(heightPt));
    const inner = found.slice(1, -1).map(({ heightPt }) => ptToMm(heightPt));
    const isOk =
      isNear(foot, house.marginTopMm + layout.typeAreaHeightMm, FOOT_TOLERANCE_MM) &&
      outer.every((mm) => isNear(mm, FIRST_RULE_MM, THICKNESS_TOLERANCE_MM)) &&
      inner.every((mm) => isNear(mm, MIDDLE_RULE_MM, THICKNESS_TOLERANCE_MM));
    const text = `末条线在 ${mmText(foot)}，线粗 ${found.map(({ heightPt }) => ptToMm(heightPt).toFixed(2)).join("、")} mm`;
    return finding(isOk, text, [placeOfPage(view.pdf.pages.length - 1)]);
  },
};

export const frameChecks: readonly Check[] = [markTop, markLook, redRule, redRulePlace, imprint];
