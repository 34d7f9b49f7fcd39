import type { ExportFormat } from "../../core/contract.ts";

/** Longest name without its ending: 255 bytes are the limit of common file systems, a Chinese character has three. */
const MAX_NAME_BYTES = 240;

/** What Windows does not allow in a name, and the full-width mark that reads the same. */
const fullWidth: Readonly<Record<string, string>> = {
  "\\": "＼",
  "/": "／",
  ":": "：",
  "*": "＊",
  "?": "？",
  '"': "＂",
  "<": "＜",
  ">": "＞",
  "|": "｜",
};
/** Names of devices, which Windows keeps for itself with any ending. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

function shortened(name: string): string {
  const characters = Array.from(name);
  while (Buffer.byteLength(characters.join("")) > MAX_NAME_BYTES) characters.pop();
  return characters.join("");
}

/** The file name for a title, allowed on Windows and Linux alike. An empty title gives 未命名报告. */
export function fileNameOf(title: string, format: ExportFormat): string {
  const plain = title
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[\\/:*?"<>|]/gu, (mark) => fullWidth[mark] ?? "")
    .replace(/\s+/gu, " ");
  const name = shortened(plain.trim()).replace(/^[. ]+|[. ]+$/gu, "");
  if (name === "") return `未命名报告.${format}`;
  return `${deviceName.test(name) ? `${name}_` : name}.${format}`;
}
