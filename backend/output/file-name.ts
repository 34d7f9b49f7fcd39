import type { ExportFormat } from "../../core/contract.ts";

/** What stands behind the point of the names of files that the program writes. */
type FileEnding = ExportFormat | "xlsx" | "csv" | "json";

/**
 * Longest name without its ending: 255 bytes are the limit of common file systems, a Chinese character has three. The
 * rest is for the ending, and for a number that a file manager puts behind the name of a copy.
 */
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
/** Names of devices, which Windows keeps for itself with any ending, and before any dot. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/iu;
/** Room for the path of a file in Word and in the file manager of Windows. */
const MAX_WINDOWS_PATH = 259;

const isWithin = (name: string, maxUnits: number): boolean =>
  Buffer.byteLength(name) <= MAX_NAME_BYTES && name.length <= maxUnits;

/** As much of a name as there is room for in front of its suffix. */
function shortened(name: string, suffix: string, maxUnits: number): string {
  if (isWithin(name + suffix, maxUnits)) return name;
  // No more characters than bytes: a title of a megabyte is not taken apart one by one.
  const characters = Array.from(name.slice(0, MAX_NAME_BYTES));
  while (!isWithin(characters.join("") + suffix, maxUnits) && characters.length > 0) characters.pop();
  return characters.join("").replace(/\p{Cs}/gu, "");
}

/** How many UTF-16 units a name may have in a folder: on Windows the whole path is limited. */
const unitsIn = (folder: string, format: FileEnding, platform: NodeJS.Platform): number =>
  platform === "win32"
    ? Math.max(MIN_UNITS, MAX_WINDOWS_PATH - folder.length - `\\.${format}`.length - SPARE_UNITS)
    : MAX_NAME_BYTES;
/** For the number of a second file, " (2)". */
const SPARE_UNITS = 4;
/** A folder that deep leaves no room for a name; a name is given all the same, and the system has its say. */
const MIN_UNITS = 16;

type NameOptions = {
  /** Stands behind the title and is kept when the title has to be cut. */
  readonly suffix?: string;
  /** Where the file will lie. */
  readonly folder?: string;
  readonly platform?: NodeJS.Platform;
};

/** The file name for a title, allowed on Windows and Linux alike. An empty title gives 未命名报告. */
export function fileNameOf(
  title: string,
  format: FileEnding,
  { suffix = "", folder = "", platform = process.platform }: NameOptions = {},
): string {
  const plain = title
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[\\/:*?"<>|]/gu, (mark) => fullWidth[mark] ?? "")
    .replace(/\s+/gu, " ");
  const trimmed = plain.trim().replace(/^[. ]+/gu, "");
  const safe = trimmed.replace(deviceName, (device) => `${device}_`);
  const name = shortened(safe, suffix, unitsIn(folder, format, platform)).replace(/[. ]+$/gu, "");
  return `${name === "" ? "未命名报告" : name}${suffix}.${format}`;
}
