/** What an archive without a Word text is, by the names in it; "" for one that nobody knows. */
export function foreignPackage(names: readonly string[]): string {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\//u)) return "Excel 表格";
  if (has(/^ppt\//u)) return "PowerPoint 演示文稿";
  if (has(/^OFD\.xml$/iu)) return "OFD 版式文件";
  if (has(/^(?:uof|_meta\/meta)\.xml$/iu)) return "UOF 标文通文档";
  if (has(/^content\.xml$/u) && has(/^(?:mimetype|META-INF\/manifest\.xml)$/u)) return "OpenDocument（ODT）文档";
  if (has(/^META-INF\/container\.xml$/u)) return "EPUB 电子书";
  if (has(/^Index\/Document\.iwa$/u)) return "Pages 文稿";
  if (has(/\.(?:docx?|wps|pdf|xlsx?|txt|rtf)$/iu)) return "ZIP 压缩包";
  return "";
}
