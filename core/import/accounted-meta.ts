import { formatChineseNumber } from "../document/chinese-numerals.ts";
import type { Meta } from "../document/schema.ts";

const yearInWords = (year: string): string =>
  Array.from(year, (digit) => "〇一二三四五六七八九".charAt(Number(digit))).join("");

/** The ways in which a day is written: it is stored as a day and not as the words of the file. */
function writtenDays(day: string): readonly string[] {
  const [year, month, date] = day.split("-");
  if (year === undefined || month === undefined || date === undefined) return [];
  const inWords = `${yearInWords(year)}年${formatChineseNumber(Number(month))}月${formatChineseNumber(Number(date))}日`;
  return [
    `${year}年${month}月${date}日`,
    `${year}.${month}.${date}`,
    inWords,
    inWords.replaceAll("〇", "○零"),
    // as the words of a file may have it: 01, 号, ．, /, ２０２６
    `${year}/${month}/${date}．．号`,
    Array.from(`${year}${month}${date}`, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(""),
    `${year}-${month}-${date}`,
  ];
}

/** 公文要素 as they may have stood in a file, with the words around them that no field holds. */
export function accountedMeta(meta: Partial<Meta>): readonly string[] {
  const { attachmentNames = [], signatories = [], signedOffBy = [], date = "", printingDate = "" } = meta;
  const labelled = (value: string | undefined, around: string): readonly string[] =>
    value === undefined || value === "" ? [] : [value, around];
  return [
    ...labelled(meta.issuingOrgan, "文件令纪要"),
    ...(meta.jointOrgans ?? []),
    ...labelled(meta.orderNumber, ""),
    ...(meta.signerPosts ?? []),
    ...labelled(meta.attendees, "出席："),
    ...labelled(meta.absentees, "请假："),
    ...labelled(meta.observers, "列席："),
    ...labelled(meta.copyNumber, ""),
    ...labelled(meta.secrecy, "★"),
    ...labelled(meta.urgency, ""),
    ...labelled(meta.documentNumber, "第号"),
    ...(signedOffBy.length > 0 ? [...signedOffBy, "签发人：:、，"] : []),
    ...labelled(meta.mainRecipients, "主送：:。"),
    ...attachmentNames.map((name, index) => `${index + 1}.．、${name}`),
    ...(attachmentNames.length > 0 ? ["附件：:１"] : []),
    ...signatories,
    ...(signatories.length > 1 ? ["、".repeat(signatories.length - 1)] : []),
    ...writtenDays(date),
    ...labelled(meta.note, "（）()"),
    ...labelled(meta.copyRecipients, "抄送：:。"),
    ...labelled(meta.printingOrgan, ""),
    ...(printingDate === "" ? [] : [...writtenDays(printingDate), "印发制刷"]),
  ];
}
