import { blocksFromBody } from "../document/from-lexical.ts";
import type { Meta, ReportDocument } from "../document/schema.ts";
import { titleOf } from "../document/title.ts";

const organEnd =
  "(?:管理局|监督局|分局|局|委员会|委|办公室|厅|署|法院|检察院|院|中心|支队|总队|大队|街道办事处|办事处|镇政府|乡政府|政府|管委会)";
/** 云岭县审计局|2025年度…, 某市司法局|关于…: who a title begins with. */
const atHead = new RegExp(
  `^\\s*(?<organ>[\\p{Script=Han}]{1,24}?${organEnd})(?=关于|\\s|[12]\\d{3}|[一二][〇○零]|[上下]半年|年度|法治|行政执法|工作)`,
  "u",
);
const placed = new RegExp(`^(?<place>.*[省市县区州旗盟])(?<kind>[^省市县区州旗盟]{1,20}${organEnd})$`, "u");
const SHORTEST = 3;

/** 云岭县审计局 is also 县审计局, 审计局 and 县局. */
export function shortNames(organ: string): readonly string[] {
  const { place, kind } = placed.exec(organ)?.groups ?? {};
  if (place === undefined || kind === undefined) return [];
  const level = place.slice(-1);
  const last = /(?:局|委|办|厅|署|院|队)$/u.exec(kind)?.[0];
  return [`${level}${kind}`, kind, ...(last === undefined ? [] : [`${level}${last}`])];
}

/** The organ whose report it is: as 发文机关 has it, the first signatory, or who the title begins with. Null: nothing says it. */
export function ownOrganIn(title: string, meta: Pick<Meta, "issuingOrgan" | "signatories">): string | null {
  const [first = ""] = meta.signatories;
  return (
    [meta.issuingOrgan, first, atHead.exec(title)?.groups?.["organ"] ?? ""].map((name) => name.trim()).find(Boolean) ??
    null
  );
}

/** The names of the organ of a report, from 公文要素 and from its title, the longest first. */
export function organNamesOf(title: string, meta: Pick<Meta, "issuingOrgan" | "signatories">): readonly string[] {
  const full = [meta.issuingOrgan, ...meta.signatories, atHead.exec(title)?.groups?.["organ"] ?? ""];
  const names = full.flatMap((name) => (name.trim() === "" ? [] : [name.trim(), ...shortNames(name.trim())]));
  return [...new Set(names)]
    .filter((name) => name.length >= SHORTEST || /^[省市县区州旗盟]局$/u.test(name))
    .sort((one, other) => other.length - one.length);
}

/** Names by which a report calls the organ that makes it, the longest first. */
export const organNames = (report: Pick<ReportDocument, "body" | "meta" | "year">): readonly string[] =>
  organNamesOf(titleOf(blocksFromBody(report.body), report.year), report.meta);
