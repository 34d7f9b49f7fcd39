/** What names of organs end with. */
const organEnd =
  /(?:局|厅|署|委|委员会|办公室|办|政府|法院|检察院|院|处|科|中心|领导小组|党组|党委|大队|支队|总队|公司|集团|所|部|站|学校|大学|银行|协会|学会|管委会|街道|乡|镇)$/u;
const notInName = /[。，；：！？、,;:!?0-9《》“”]/u;
const longestName = 45;

/** A line that is the name of an organ, as it signs. */
export function isOrganName(text: string): boolean {
  return text.length >= 3 && text.length <= longestName && !notInName.test(text) && organEnd.test(text);
}

/** The organs of one line: several stand on it when gaps or 、 part them and each part is a name. */
export function organsOf(text: string): readonly string[] {
  const parts = text.split(/\s{1,40}|、/u).filter((part) => part !== "");
  return parts.length > 1 && parts.every(isOrganName) ? parts : [text];
}
