import type { ErrorCode, ErrorDetails } from "./result.ts";

/**
 * The sentence for every expected failure: what happened, why, and the next step. Details that a message can use:
 * `name` (file or report), `version`, `limitMb`, `option`, `value`, `reason`, `command`, `fromYear`, `toYear`.
 * A detail that is missing leaves a message that is still whole. One failure can meet an import, an opening, an export
 * and the command line: its sentence says what is true in all of them; `purpose` says where more is known. A text that
 * is being saved (`purpose` "save") stands in a window, and its writer hears that it is not lost.
 */
type Wording = (details: ErrorDetails) => string;

/** `《name》` or the given words when no name is known. */
const named = (details: ErrorDetails, otherwise: string, key = "name"): string => {
  const name = details[key];
  return name === undefined || name === "" ? otherwise : `“${name}”`;
};
const add = (details: ErrorDetails, key: string, wording: (value: string | number) => string): string => {
  const value = details[key];
  return value === undefined || value === "" ? "" : wording(value);
};
const workNames: Readonly<Record<string, string>> = {
  roll: "从去年报告新建",
  comparison: "制作对照稿",
  sentences: "逐句对照",
  repairs: "导入体检",
  check: "校核",
  checkSheet: "制作校核单",
  sample: "照文件取版式",
  proposals: "从报告中找名称",
};
const workOf = (details: ErrorDetails): string => workNames[details["work"] ?? ""] ?? "这一步";
/** What to do with a file of another program, by what it is. */
const adviceOnKinds: readonly (readonly [kind: RegExp, advice: string])[] = [
  [/Excel|表格/u, "请把要用的内容复制到 Word 或 WPS 文字的文件里，存为 .docx 后再试。"],
  [/压缩包/u, "请先解压，再打开里面的 Word、WPS 或文本文件。"],
  [/PDF|版式/u, "请打开生成它的 Word 或 WPS 文件；没有时，可用 WPS 或办公软件把它转换为 .docx，核对后再试。"],
  [/演示/u, "请把要用的文字复制到 Word 或 WPS 文字的文件里，存为 .docx 后再试。"],
  [/邮件/u, "请把邮件中的附件另存出来，再打开附件。"],
];
const adviceOn = (kind: string): string =>
  adviceOnKinds.find(([pattern]) => pattern.test(kind))?.[1] ??
  "请在 Word 或 WPS 中打开它，另存为 .docx 或纯文本（.txt）后再试。";
const textIsSafe = "正文仍在窗口中，没有丢失。";
const isSave = (details: ErrorDetails): boolean => details["purpose"] === "save";
const counted = (value: string | number): string => Number(value).toLocaleString("en");

const wordings: Readonly<Record<ErrorCode, Wording>> = {
  "bad-request": (details) =>
    isSave(details)
      ? `这次没有保存：程序收到的内容不合要求。${textIsSafe}请先“另存副本”或导出留底，再重新打开程序。`
      : "这一步没有完成：程序收到的内容不完整或不合要求。请重试；如果仍然出现，请重新打开程序。",
  cancelled: () => "已取消，文件没有改动。",
  internal: (details) =>
    isSave(details)
      ? `程序内部出错，这次没有保存。${textIsSafe}请重试；如果反复出现，请先“另存副本”或导出留底，再重新打开程序。`
      : "程序内部出错，这一步没有完成。已保存的内容不受影响，请重试；如果反复出现，请重新打开程序。",

  "report-not-found": (details) =>
    isSave(details)
      ? `报告${named(details, "")}的文件不见了，可能已被删除或移走，这次没有保存。${textIsSafe}请用“另存副本”留下它。`
      : `找不到报告${named(details, "")}，它可能已被删除或移走。请返回报告列表，或到回收站中查找。`,
  "report-damaged": (details) =>
    `报告文件${named(details, "")}已损坏${add(details, "reason", (reason) => `（${reason}）`)}，无法读取。` +
    "文件没有改动，请从备份中找回。",
  "report-newer-version": (details) =>
    `文件${named(details, "")}由更新版本的年报台写成${add(details, "version", (version) => `（格式版本 ${version}）`)}，` +
    "本版本不能打开，以免改坏内容。请升级程序后再打开，文件没有改动。",
  "report-open-elsewhere": (details) =>
    isSave(details)
      ? `报告${named(details, "")}已在另一个窗口或另一台电脑上打开，由那里接着写，这次没有保存。${textIsSafe}请用“另存副本”留下它。`
      : `报告${named(details, "")}正在另一个窗口或另一台电脑上打开着，这一步没有做。请先在那里关闭它，再重试。`,
  "report-changed-elsewhere": (details) =>
    isSave(details)
      ? `报告${named(details, "")}在别处保存过更新的内容，本次没有保存，以免覆盖。请先复制这里改动的文字，再重新打开报告。`
      : `报告${named(details, "")}刚在别处保存过更新的内容，这一步没有做，以免覆盖。请重试。`,
  "not-a-report": (details) =>
    `${named(details, "所选文件")}不是年报台的报告文件。请选择由年报台保存的报告；纯文本请用“导入”打开。`,

  "year-not-later": (details) =>
    `今年的报告年度应当晚于去年的报告年度${add(details, "fromYear", (year) => `（${year}年）`)}` +
    `${add(details, "toYear", (year) => `，不能是 ${year}年`)}。请核对两个年度，改正后重试。`,
  "year-in-doubt": (details) =>
    `标题写的是 ${details["fromYear"] ?? "同一"}年，不早于新报告年度${add(details, "toYear", (year) => ` ${year}年`)}，没有生成新报告。` +
    "请核对两个年度；如果不错，请用 --from-year 指明原报告年度。",
  "previous-missing": (details) =>
    `报告${named(details, "")}没有附带去年文本，没有什么可以对照。请在“去年文本”栏中选一份报告来对照。`,
  "repairs-outdated": (details) =>
    `报告${named(details, "")}在列出修整项目以后又有改动，所选的项目对不上了，没有生成新报告。请重新打开修整窗口，再选一次。`,

  "clock-unbelievable": () =>
    "没有继续：这台电脑的日期不对，超出了能记录的范围。请先在系统设置中改正日期和时间，再重试。文件没有改动。",
  "report-too-long": ({ name, count, most, unit }) =>
    (count === undefined || most === undefined
      ? `${named({ name: name ?? "" }, "这份报告")}的内容超出了一份报告能有的范围，没有继续。`
      : `${named({ name: name ?? "" }, "这份报告")}有 ${counted(count)} ${unit ?? "段"}，` +
        `超过一份报告 ${counted(most)} ${unit ?? "段"}的上限${unit === "字" ? "" : "（表格里每格算一段）"}，没有继续。`) +
    "请拆成几份，再分别处理。",
  "report-too-large": (details) =>
    `报告的内容太多${add(details, "reason", (reason) => `（${reason}）`)}，文件里放不下，这次没有保存。${textIsSafe}` +
    "请删去一部分，或剪切到另一份报告中，然后会自动保存。",

  "work-too-slow": (details) =>
    `${workOf(details)}用时过长，已停止，什么都没有改动。请检查报告里是否有大量重复或异常的内容，分成几份后再试。`,
  "work-too-large": (details) =>
    `${workOf(details)}需要的内存过多，已停止，什么都没有改动。请关闭其他程序，或把报告分成几份后再试。`,

  "replace-open": (details) =>
    `报告${named(details, "")}正打开着，这里没有改动它。请先关闭那份报告，或在那里用“替换”（Ctrl+H）。`,
  "replace-changed": (details) => `报告${named(details, "")}在查找之后又改过，没有替换。请重新查找。`,
  "replace-undo-changed": (details) =>
    `报告${named(details, "")}在替换之后又改过，没有撤销，以免丢掉后来的改动。可在“替换记录”中看到换过什么。`,
  "replace-undo-gone": () =>
    "这次替换已经不能一起撤销：程序重新打开过，或此后又替换过多次。换过什么记在各份报告的“替换记录”中。",

  "disk-full": (details) =>
    details["purpose"] === "replace"
      ? `磁盘空间已满，报告${named(details, "")}没有改动。请清理磁盘后重试。`
      : isSave(details)
        ? `磁盘空间已满，未能保存。${textIsSafe}请清理磁盘，空间够用后会自动继续保存。`
        : details["purpose"] === "export"
          ? `磁盘空间已满，文件${named(details, "")}没有写入。请清理磁盘，或换一个文件夹后重试。`
          : "磁盘空间已满，这一步没有做成。请清理磁盘后重试。",
  "folder-read-only": (details) =>
    `文件夹${named(details, "", "folder")}不允许写入${add(details, "reason", (reason) => `（${reason}）`)}，` +
    `${isSave(details) ? `未能保存。${textIsSafe}` : "没有写入。"}请检查磁盘和文件夹的权限，或换一个文件夹。`,
  "name-too-long": (details) =>
    `文件名${named(details, "")}太长，这个文件夹所在的磁盘放不下这样的名称，没有写入。请把名称改短后重试。`,
  "file-locked": (details) =>
    details["purpose"] === "read"
      ? `文件${named(details, "")}正被其他程序占用，现在读不了。请关闭占用它的程序后重试。`
      : `文件${named(details, "")}正被其他程序占用，未能写入。请关闭打开它的程序（如 Word、WPS）后重试。`,
  "write-failed": (details) =>
    `文件${named(details, "")}未能写入磁盘${add(details, "reason", (reason) => `（${reason}）`)}。` +
    "请检查磁盘或 U 盘是否可用，然后重试。",
  "file-exists": (details) => `文件${named(details, "")}已经存在，没有覆盖。请换一个文件名，或确认覆盖后重试。`,
  "folder-not-found": (details) =>
    `找不到文件夹${named(details, "", "folder")}，它可能已被移走，或 U 盘已拔出。请重新选择文件夹。`,

  "folder-not-shown": (details) =>
    `没能打开文件夹${named(details, "", "folder")}的窗口。文件已经在里面，请用文件管理器自行前往。`,

  "template-not-found": (details) => `找不到模板${named(details, "")}，它可能已被删除。请在模板列表中另选一个。`,
  "template-damaged": (details) =>
    `模板文件${named(details, "")}已损坏或不是年报台的模板，无法使用。请另选模板，或从原报告重新保存模板。`,
  "template-built-in": (details) => `模板${named(details, "")}是程序自带的，不能删除。自己保存的模板可以删除。`,

  "file-not-found": (details) => `找不到文件${named(details, "")}。请检查文件名和位置是否正确，然后重试。`,
  "file-unreadable": (details) =>
    `文件${named(details, "")}无法读取${add(details, "reason", (reason) => `（${reason}）`)}。` +
    "请检查是否有权限、是否被其他程序占用，然后重试。",
  "file-empty": (details) =>
    details["reason"] === undefined
      ? `文件${named(details, "")}是空的，里面没有文字。请检查是否选错了文件。`
      : `文件${named(details, "")}的正文里没有文字，没有读入。${details["reason"]}请检查是否选错了文件。`,
  "file-too-large": (details) =>
    `文件${named(details, "")}太大${add(details, "limitMb", (limit) => `，超过 ${limit} MB 的上限`)}，没有读入。` +
    "请拆分文件，或去掉其中的图片后重试。",
  "file-not-text": (details) =>
    `文件${named(details, "")}不是纯文本，或文字编码无法识别，没有读入。请用记事本打开后另存为 UTF-8 编码的文本文件。`,
  "file-not-word": (details) =>
    `认不出文件${named(details, "")}的内容，没有读入。它可能被单位的文档加密软件加了密，或者已经损坏。` +
    "请在能打开它的电脑上用 Word 或 WPS 打开，解密后另存为 .docx 再试。",
  "file-owner-lock": (details) =>
    `${named(details, "这个文件")}是 Word 或 WPS 打开文件时留下的临时文件，里面没有正文。请选名称前面没有“~$”的那个文件。`,
  "file-kind-unsupported": (details) =>
    `暂不能读取${named(details, "这种文件")}这种格式的文件${add(details, "kind", (kind) => `（${kind}）`)}，没有读入。${adviceOn(String(details["kind"] ?? ""))}`,
  "file-encrypted": (details) =>
    `文件${named(details, "")}设有打开密码，内容已加密，没有读入。请在 Word 或 WPS 中打开，取消密码后另存一份再试。`,
  "style-invalid": (details) =>
    `文件${named(details, "")}不是可用的本单位版式${add(details, "reason", (reason) => `：${reason}`)}，没有采用，原来的版式不变。` +
    "请选择由年报台导出的版式文件（.json），或者照一份 Word 文件取版式。",
  "file-damaged": (details) =>
    `文件${named(details, "")}不完整或已损坏，无法读取，没有读入。请在 Word 或 WPS 中打开并修复，另存为 .docx 后再试。`,
  "file-too-complex": (details) =>
    `文件${named(details, "")}的结构异常${add(details, "reason", (reason) => `（${reason}）`)}，为安全起见没有读入。` +
    "如果来源可靠，请在 Word 或 WPS 中打开，另存为新的 .docx 后再试。",
  "file-too-slow": (details) =>
    `文件${named(details, "")}太复杂，读取用时过长，已停止，没有读入。` +
    "请在 Word 或 WPS 中打开，去掉图片或分成几份，另存为新的 .docx 后再试。",
  "sheet-unreadable": (details) =>
    `表格文件${named(details, "")}不能读取${add(details, "reason", (reason) => `（${reason}）`)}，没有读入。` +
    "请在 Excel 或 WPS 表格中另存为 .xlsx 或 CSV 后再试。",
  "list-changed-elsewhere": (details) =>
    `${named(details, "这份清单")}刚在另一个窗口改过，这次没有保存，以免覆盖。窗口里已换成最新的内容，请再改一次。`,
  "list-not-writable": (details) =>
    `${named(details, "这份清单")}的文件${add(details, "reason", (reason) => `${reason}`)}，这次没有保存，文件没有改动。`,
  "image-unsupported": (details) =>
    `图片${named(details, "")}不是 PNG 或 JPEG 格式，或文件已损坏，没有插入。请转换格式后重新插入。`,
  "image-too-large": (details) =>
    `图片${named(details, "")}太大${add(details, "limitMb", (limit) => `，超过 ${limit} MB 的上限`)}，没有插入。` +
    "请缩小图片后重新插入。",

  "pdf-failed": (details) =>
    `PDF 没有生成${add(details, "reason", (reason) => `（${reason}）`)}。报告没有改动，请重试；其他格式可以照常导出。`,
  "docx-failed": (details) =>
    `Word 文件没有生成${add(details, "reason", (reason) => `（${reason}）`)}。` +
    "报告没有改动，请重试；如果仍然失败，请检查报告中的图片和表格。",
  "nothing-to-export": () => "没有可以导出的内容。请先写入正文，或至少选择一种导出格式。",

  "unknown-command": (details) =>
    `没有${named(details, "这个", "command")}命令。${add(details, "known", (known) => `可用的命令：${known}。`)}`,
  "argument-missing": (details) => `缺少参数${add(details, "option", (option) => ` ${option}`)}。请补上后重试。`,
  "argument-invalid": (details) =>
    `参数${add(details, "option", (option) => ` ${option} `)}${add(details, "value", (value) => `的值“${value}”`)}不合要求` +
    `${add(details, "reason", (reason) => `：${reason}`)}。请改正后重试。`,
};

/** The Chinese message for an expected failure, ready to show: what happened, why, and what to do next. */
export function describeError(code: ErrorCode, details: ErrorDetails = {}): string {
  // An export of several files says which of them are there although a later one failed.
  return wordings[code](details) + add(details, "written", (names) => `此前已写好：${names}。`);
}
