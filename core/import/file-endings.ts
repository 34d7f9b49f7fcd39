/** Files that a report can be made of, by the endings of their names. */
const readable = {
  /** They may hold pictures. */
  word: ["docx", "docm", "dotx", "dotm", "doc", "dot", "wps", "wpt", "rtf", "mht", "mhtml"],
  text: ["txt", "md", "markdown", "htm", "html", "xml"],
  report: ["json"],
} as const satisfies Record<string, readonly string[]>;

export type ReadableKind = keyof typeof readable;

/** What files of other programs are called, as `file-kind-unsupported` names them by their content. */
const others: readonly (readonly [endings: string, kind: string])[] = [
  ["pdf", "PDF"],
  ["ofd", "OFD 版式文件"],
  ["ceb cebx sep gd", "公文版式文件"],
  ["xls xlsx xlsm xlsb", "Excel 表格"],
  ["csv", "CSV 表格"],
  ["et ett", "WPS 表格"],
  ["ppt pptx pps ppsx", "PowerPoint 演示文稿"],
  ["dps dpt", "WPS 演示文稿"],
  ["odt ott fodt", "OpenDocument（ODT）文档"],
  ["uot uof", "UOF 标文通文档"],
  ["pages", "Pages 文稿"],
  ["epub", "EPUB 电子书"],
  ["hwp hwpx", "韩文 HWP 文档"],
  ["eml msg", "邮件"],
  ["zip rar 7z tar gz", "压缩包"],
];

const endingOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";

/** How a file is read, by its name; null: not at all. */
export function readableKind(name: string): ReadableKind | null {
  const ending = endingOf(name);
  const kinds: readonly ReadableKind[] = ["word", "text", "report"];
  return kinds.find((kind) => readable[kind].some((one) => one === ending)) ?? null;
}

/** What a file of another program is, by its name; null: nothing that is known. */
export const otherKind = (name: string): string | null =>
  others.find(([endings]) => endings.split(" ").includes(endingOf(name)))?.[1] ?? null;

/** What a picker of files offers. */
export const readableEndings = (): string =>
  [...Object.values(readable).flatMap((endings) => endings.map((ending) => `.${ending}`)), "text/plain"].join(",");
