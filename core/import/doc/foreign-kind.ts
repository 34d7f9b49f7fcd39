/** What a compound file without a Word text is. */
export function foreignKind(names: ReadonlySet<string>): string {
  if (names.has("workbook") || names.has("book")) return "Excel 或 WPS 表格";
  if (names.has("powerpoint document")) return "PowerPoint 或 WPS 演示文稿";
  if (names.has("\u0005hwpsummaryinformation")) return "韩文 HWP 文档";
  if (names.has("visiodocument")) return "Visio 图形";
  if ([...names].some((name) => name.startsWith("__substg1.0_"))) return "Outlook 邮件";
  return "不是 Word 文档";
}
