import type { Warning } from "../contract.ts";
import type { PlacedOrdinal } from "./place-ordinals.ts";
import { formatOrdinal } from "../document/numbering.ts";
import { countHalfWidthMarks } from "./half-width.ts";
import { residueInText, residueOfLine, type ResidueCode } from "./residue.ts";

/** What was found in the text, by line and by ordinal. */
export type ImportFindings = {
  readonly lines: readonly string[];
  readonly hasTitle: boolean;
  readonly ordinals: readonly PlacedOrdinal[];
  /** Lines that are cells of flattened tables. */
  readonly cells: number;
  /** Lines that are rows of tables; files with real tables have none. */
  readonly rows?: number;
  /** Blank lines that were left out. */
  readonly blankLines?: number;
};

const mostExamples = 3;
const longestExample = 24;

/** `“…”、“…” 等 12 处` */
function quote(found: readonly string[]): string {
  const visible = found.map((text) => text.trim()).filter((text) => text !== "");
  const examples = visible
    .slice(0, mostExamples)
    .map((text) => `“${text.length > longestExample ? `${text.slice(0, longestExample)}…` : text}”`);
  return `${examples.join("、")}${found.length > examples.length && examples.length > 0 ? "等" : ""} ${found.length} 处`;
}

const residueWording: Readonly<Record<ResidueCode, (found: readonly string[]) => string>> = {
  "residue-bookmark": (found) => `正文中有转换留下的书签标记：${quote(found)}。已原样保留，请核对后删除。`,
  "residue-field": (found) => `正文中有转换留下的域代码：${quote(found)}。已原样保留，请核对后删除。`,
  "residue-page-number": (found) => `正文中混有页码：${quote(found)}。已原样保留，请核对后删除。`,
  "residue-web-page": (found) => `正文中混有网页上的按钮或栏目文字：${quote(found)}。已原样保留，请核对后删除。`,
  "residue-control-character": (found) => `正文中有 ${found.length} 个看不见的控制字符。已原样保留，请核对后删除。`,
  "residue-unreadable-character": (found) =>
    `正文中有 ${found.length} 个无法识别的字符，可能是文字编码有误，请对照原文核对。`,
};

function residueWarnings(lines: readonly string[]): readonly Warning[] {
  const found = new Map<ResidueCode, string[]>();
  const add = (code: ResidueCode, texts: readonly string[]): void => {
    const list = found.get(code) ?? [];
    // not push(...texts): one line may hold hundreds of thousands
    for (const text of texts) list.push(text);
    found.set(code, list);
  };
  for (const line of lines) {
    const whole = residueOfLine(line);
    if (whole !== null) add(whole, [line]);
    if (whole === "residue-bookmark") continue;
    for (const { code, found: texts } of residueInText(line)) add(code, texts);
  }
  return [...found].map(([code, texts]) => ({ code, message: residueWording[code](texts) }));
}

/** Right in form and order, but not written as the standard writes it. 第一节 has no standard form. */
function hasOtherMarks({ level, parsed, isWrongForm, isOutOfOrder, isOwn }: PlacedOrdinal): boolean {
  if (isWrongForm || isOutOfOrder || isOwn === true || level === 0) return false;
  return parsed.text.replaceAll(/\s/gu, "") !== formatOrdinal(level, parsed.value);
}

function ordinalWarnings(ordinals: readonly PlacedOrdinal[]): readonly Warning[] {
  const texts = (list: readonly PlacedOrdinal[]): string[] =>
    list.map(({ parsed }) => `${parsed.text.trim()}${parsed.rest.slice(0, 12)}`);
  const wrongForm = texts(ordinals.filter(({ isWrongForm }) => isWrongForm));
  const outOfOrder = texts(ordinals.filter(({ isOutOfOrder }) => isOutOfOrder));
  const otherMarks = texts(ordinals.filter(hasOtherMarks));
  const warnings: Warning[] = [];
  if (wrongForm.length > 0) {
    const message = `序号写法与同级标题不一致：${quote(wrongForm)}。已按上下文归入同级标题，序号原样保留，请核对。`;
    warnings.push({ code: "ordinal-wrong-form", message });
  }
  if (outOfOrder.length > 0) {
    const message = `序号不连续或重复：${quote(outOfOrder)}。序号原样保留，请核对。`;
    warnings.push({ code: "ordinal-out-of-order", message });
  }
  if (otherMarks.length > 0) {
    const message = `序号的标点与公文规范写法不同：${quote(otherMarks)}。已原样保留，可逐条改为自动编号。`;
    warnings.push({ code: "ordinal-marks", message });
  }
  return warnings;
}

/** What a writer should know about an imported text. Nothing of it was changed. */
export function importWarnings({
  lines,
  hasTitle,
  ordinals,
  cells,
  rows = 0,
  blankLines = 0,
}: ImportFindings): readonly Warning[] {
  const warnings: Warning[] = [];
  if (!hasTitle) {
    warnings.push({ code: "title-missing", message: "没有找到标题：开头几行不像公文标题。请在编辑时补上。" });
  }
  warnings.push(...residueWarnings(lines), ...ordinalWarnings(ordinals));
  if (cells > 0) {
    const message = `有 ${cells} 行像是被拆散的表格单元格。文字已逐行保留；认得出行列的，导入体检可以还原成表格，其余请对照原文重新制表。`;
    warnings.push({ code: "table-flattened", message });
  }
  if (rows > 0) {
    const message = `有 ${rows} 行像是用制表符隔开的表格。文字已逐行保留；每行格数相同的，导入体检可以还原成表格，其余请对照原文重新制表。`;
    warnings.push({ code: "table-rows", message });
  }
  const marks = lines.reduce((sum, line) => sum + (residueOfLine(line) === null ? countHalfWidthMarks(line) : 0), 0);
  if (marks > 0) {
    const message = `中文之间有 ${marks} 处半角标点（如 , : ( )）。已原样保留，请核对后修改。`;
    warnings.push({ code: "punctuation-half-width", message });
  }
  if (blankLines > 0) {
    warnings.push({ code: "blank-lines", message: `段落之间的 ${blankLines} 个空行没有导入，文字没有增减。` });
  }
  return warnings;
}
