import type { FontRole } from "../../layout/font-role.ts";
import { fontChains } from "../../layout/fonts.ts";
import { gbt9704Rules as rules } from "../../layout/gbt9704.ts";
import { type Check, finding, findingOf, placeOfLine, placeOfPage, sourceOf } from "../check.ts";
import type { Inspected, InspectedFaces } from "../inspected.ts";
import type { InspectedPlace } from "../inspection.ts";
import { missingSign, textOfRuns } from "../measured-pdf.ts";
import { type PdfView, readText } from "../pdf-view.ts";
import { bareText, type PrintedUnit } from "../printed-units.ts";
import { roleAt } from "../role-at.ts";

/** 5.2.4: black, but for what the standard has red. */
const colour: Check = {
  id: "colour",
  name: "文字颜色",
  ...sourceOf(rules.colour),
  expected: "黑色；版头的红色除外",
  pdf: ({ lines }) => {
    const wrong = lines.filter(({ runs, place }) =>
      runs.some((run) => run.colour === "other" || (run.colour === "red" && place?.unit.role !== "issuingOrgan")),
    );
    return findingOf(wrong.map(placeOfLine), "黑色", `${wrong.length} 行不是黑色`);
  },
};

/** What a class is used for in this report; "" = it is not. */
function useOf(role: FontRole, { units }: Inspected): string {
  const has = (isIt: (unit: PrintedUnit) => boolean): boolean => units.some(isIt);
  if (role === "xiaobiaosong") return has(({ kind }) => kind === "title") ? "标题" : "";
  if (role === "kaiti") return has(({ level }) => level === 2) ? "二级标题" : "";
  if (role === "heiti")
    return has(({ level, cell }) => level === 1 || level === 0 || cell?.row === 0) ? "一级标题" : "";
  return role === "songti" ? "页码" : "正文";
}

/** Official faces that this computer lacks. DOCX names them all the same, PDF holds what stands in for them. */
const substitutedFaces: Check = {
  id: "faces-substituted",
  name: "公文字体齐全",
  clause: "5.2.2、7.3",
  strength: "一般",
  expected: "仿宋、楷体、黑体、小标宋、宋体",
  pdf: (_, inspected) => {
    const lacking = inspected.faces.uses.filter(
      ({ role, substituted }) => substituted && useOf(role, inspected) !== "",
    );
    const names = lacking.map(
      ({ role, requested }) => `${useOf(role, inspected)}：${requested} 以${fontChains[role].fallbackName}代替`,
    );
    return finding(lacking.length === 0, lacking.length === 0 ? "齐全" : names.join("；"));
  },
};

const countMissing = (text: string): number => text.split(missingSign).length - 1;

/** Characters that no face has: 〓 is drawn for them, and what should stand there is in the report. */
const missingCharacters: Check = {
  id: "characters-missing",
  name: "没有缺字",
  clause: "生僻字要有字形",
  strength: "实务",
  expected: "每个字都有字形",
  pdf: ({ pdf }) => {
    // 〓 that the writer has put there reads 〓
    const lacking = pdf.elements.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => {
        const count = countMissing(textOfRuns(piece.runs)) - countMissing(readText(piece));
        return count > 0 ? [{ piece, count }] : [];
      }),
    );
    const count = lacking.reduce((sum, one) => sum + one.count, 0);
    const places = lacking.map(({ piece }) => placeOfPage(piece.page, piece.actualText ?? ""));
    return findingOf(places, "没有", `${count} 处以〓代替`);
  },
};

/** Chinese characters for which another face stands in, each where it stands first. */
function borrowedCharacters({ lines }: PdfView, { faceOf }: InspectedFaces): ReadonlyMap<string, InspectedPlace> {
  const found = new Map<string, InspectedPlace>();
  for (const line of lines) {
    if (line.place === null || line.place.unit.kind === "frame") continue;
    const { unit } = line.place;
    let { offset } = line.place;
    for (const drawn of line.runs.flatMap(({ characters }) => characters)) {
      const at = offset;
      const isChinese = /\p{Script=Han}/u.test(drawn);
      offset += isChinese ? drawn.length : bareText(drawn).length;
      if (!isChinese || found.has(drawn)) continue;
      if (!faceOf(roleAt(unit, at), drawn.codePointAt(0) ?? 0).substituted) continue;
      const place = placeOfLine(line);
      found.set(drawn, { ...place, words: `“${drawn}”在“${place.words}”` });
    }
  }
  return found;
}

/** Chinese characters that stand in another face than those around them, such as rare ones of names: 镕, 堃. */
const rareCharacters: Check = {
  id: "characters-substituted",
  name: "生僻字字体一致",
  clause: "姓名、地名中的生僻字",
  strength: "实务",
  expected: "与前后文同一字体",
  pdf: (view, { faces }) => {
    const places = borrowedCharacters(view, faces);
    return findingOf(
      [...places.values()],
      "没有另用字体的字",
      `“${[...places.keys()].slice(0, 10).join("")}”用了别的字体，请看字形是否合适`,
    );
  },
};

export const glyphChecks: readonly Check[] = [colour, substitutedFaces, missingCharacters, rareCharacters];
