import type { Line } from "./lines.ts";
import { residueOfLine } from "./residue.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";

/** 文种 and other words that titles end with. */
const titleEnd =
  /(?:报告|规划|通知|意见|方案|总结|计划|纲要|要点|办法|决定|请示|函|批复|公告|通告|通报|公报|条例|规定|规则|细则|章程|说明|汇报|材料|讲话|致辞|发言|建议|决议|议案|预案|提案|答复|纪要|清单|制度|白皮书|情况|综述|年报|指南|规程|准则|指引|标准)$/u;
/** （试行） or （2021—2025年） behind the last word. */
const titleSuffix = /[（(][^（）()。]{1,30}[）)]$/u;
/** What an attached table or list may be called besides. */
const attachedEnd = /(?:表|名单|目录|台账|名册|图|附件|样式|格式|答案|口径)$/u;
const sentenceMark = /[。；：！？，;:!?,]/u;
const longestLine = 60;

const year = "(?:(?:19|20)[0-9]{2}|[１２][０-９]{3}|二[〇○零O0][一二三四五六七八九〇○零]{2})";
const organ = "[局厅署委办府会院处科队镇乡校司所社站区市县省]|中心|公司|街道|大学|机关|党组";
/** How whole titles begin: 关于…, 2025年…, 某某局关于…, 某某市…; not the second half of one. */
const titleStart = new RegExp(
  `^(?:关于|中共|中华人民共和国|《|“|${year}(?:年|[-—–－～~至])|.{1,40}?(?:${organ})(?:关于|${year}|“|《|印发|转发)|.{1,13}?[省市县区州盟旗镇乡]..)`,
  "u",
);
/** The line above a title's second half ends in the middle: 关于印发, …《, …的. */
const goesOnBelow = /(?:关于|印发|转发|发布|公布|下达|报送|上报|的|、|和|与|及|暨|年度?|[《“（(])$/u;

/** A line that may be a title or a part of one. */
export function isTitleLine({ text, isTabbed }: Line): boolean {
  return (
    !isTabbed &&
    text.length <= longestLine &&
    !sentenceMark.test(text) &&
    parseOrdinal(text) === null &&
    residueOfLine(text) === null
  );
}

/** A saying above ——某某局2025年工作总结: it may have a comma. */
export function isTitleAboveDash({ text, isTabbed }: Line): boolean {
  return !isTabbed && text.length <= longestLine && !/[。；：:;]/u.test(text) && parseOrdinal(text) === null;
}

export function endsLikeTitle(text: string): boolean {
  const bare = text.replace(titleSuffix, "");
  return bare.length >= 4 && titleEnd.test(bare.replace(/[》”]$/u, ""));
}

/** Like `endsLikeTitle`, for what stands under 附件: also 一览表, 名单. */
export function endsLikeAttachedTitle(text: string): boolean {
  return endsLikeTitle(text) || attachedEnd.test(text.replace(titleSuffix, ""));
}

export const startsLikeTitle = (text: string): boolean => titleStart.test(text);
export const goesOnInNextLine = (text: string): boolean => goesOnBelow.test(text);
/** ——某某局2025年工作总结 under a saying. */
export const isDashed = (text: string): boolean => /^[—–―-]{1,3}[^0-9—–―-]/u.test(text);
