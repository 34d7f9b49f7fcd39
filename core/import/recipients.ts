const organWord =
  /(?:局|府|委|厅|署|院|办|会|部门|单位|处|科|室|区|县|市|镇|乡|街道|公司|集团|机关|机构|学校|中心|组|站|所|人大|政协|省|部|法院|领导|同志们|代表|委员)[：:]$/u;
const notRecipients = /[。；！？;!?]|如下|以下|下列|报告|汇报|情况|工作|包括|其中|主要/u;
const longestLine = 200;

/** Whether the line under a title is the 主送机关: names of organs, closed by ： */
export function isRecipients(text: string): boolean {
  return text.length <= longestLine && organWord.test(text) && !notRecipients.test(text);
}
