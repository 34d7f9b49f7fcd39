import {
  type DirectoryEntry,
  directoryKindNames,
  directoryKinds,
  type DirectoryKind,
  LONGEST_NAME,
  MOST_DIRECTORY_ENTRIES,
  MOST_NAMES,
} from "./directory.ts";

/** The columns of 名录 as a sheet, in the order in which it is written. */
const columns = ["类别", "名称", "简称", "其他称呼", "职务", "本单位"] as const;
type Column = (typeof columns)[number];

/** What sheets of bureaus have over these columns; the first is what is written. Spaces and what stands in brackets do not count. */
const headings: Readonly<Record<Column, RegExp>> = {
  类别: /^(?:类别|类型|种类)$/u,
  名称: /^(?:名称|全称|姓名|(?:单位|机关|机构|部门|处室|科室|人员)(?:名称|全称|姓名)?)$/u,
  简称: /^(?:规范化?)?简称$/u,
  其他称呼: /^(?:(?:其他|其它|允许的?)称呼|别称|别名|其他名称)$/u,
  职务: /^(?:现任)?(?:职务|职位|岗位)(?:职级)?$/u,
  本单位: /^(?:是否)?(?:为|是)?本(?:单位|机关)$/u,
};
/** What a heading says of the kind of all entries under it. */
const kindsOfHeadings: readonly (readonly [RegExp, DirectoryKind])[] = [
  [/^(?:姓名|人员)/u, "person"],
  [/^(?:处室|科室|部门)/u, "department"],
];
const kindWords: readonly (readonly [RegExp, DirectoryKind])[] = [
  [/^(?:单位|机关|机构|部委|organ)$/u, "organ"],
  [/^(?:人员|领导|个人|领导人员|领导干部|person)$/u, "person"],
  [/^(?:处室|科室|部门|内设机构|股室|department)$/u, "department"],
];

/** 名录 as rows of a sheet, the heading first. */
export function rowsOfDirectory(entries: readonly DirectoryEntry[]): readonly (readonly string[])[] {
  const ofKind = (kind: DirectoryKind) => entries.filter((entry) => entry.kind === kind);
  return [
    columns,
    ...directoryKinds.flatMap(ofKind).map((entry): readonly string[] => {
      const kind = directoryKindNames[entry.kind];
      if (entry.kind === "person") return [kind, entry.name, "", "", entry.post, ""];
      const isOwn = entry.kind === "organ" && entry.isOwn;
      return [kind, entry.name, entry.short, entry.others.join("、"), "", isOwn ? "是" : ""];
    }),
  ];
}

/** A row that cannot be taken. `message` is Chinese; `row` counts the rows of the sheet from 1, as people see them. */
type RowProblem = { readonly row: number; readonly message: string };
export type ReadRows = {
  readonly entries: readonly DirectoryEntry[];
  readonly problems: readonly RowProblem[];
};

const bare = (text: string): string => text.replace(/[（(][^）)]*[）)]|[\s*＊：:]/gu, "");

type Head = {
  /** Where each column stands. */
  readonly at: ReadonlyMap<Column, number>;
  /** The kind of rows that do not name one. */
  readonly kind: DirectoryKind;
};

function headOf(cells: readonly string[]): Head | null {
  const at = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const column = columns.find((one) => !at.has(one) && headings[one].test(bare(cell)));
    if (column !== undefined) at.set(column, index);
  }
  const name = at.get("名称");
  // one word alone over a sheet may be its title; a list of names has its heading over it and nothing else
  if (name === undefined) return null;
  const heading = bare(cells[name] ?? "");
  const kind = kindsOfHeadings.find(([pattern]) => pattern.test(heading))?.[1];
  return { at, kind: kind ?? (at.has("职务") && !at.has("简称") ? "person" : "organ") };
}

/** So many rows may stand over the heading: the title of the sheet, a date. */
const MOST_ROWS_ABOVE = 10;

function entryOf(cells: readonly string[], { at, kind: usual }: Head): DirectoryEntry | string {
  const cell = (column: Column): string => (cells[at.get(column) ?? -1] ?? "").replace(/\s+/gu, " ").trim();
  const name = cell("名称");
  if (name === "") return "没有名称。";
  const kindWord = bare(cell("类别"));
  const kind = kindWord === "" ? usual : kindWords.find(([pattern]) => pattern.test(kindWord))?.[1];
  if (kind === undefined) return `类别“${kindWord}”认不出，请写单位、人员或处室。`;
  const [short, post] = [cell("简称"), cell("职务")];
  const others = cell("其他称呼")
    .split(/[、，,；;]/u)
    .map((other) => other.trim())
    .filter((other) => other !== "" && other !== name && other !== short);
  const unique = [...new Set(others)];
  if ([name, short, post, ...unique].some((words) => words.length > LONGEST_NAME)) {
    return `“${name.slice(0, 20)}”这一行有的内容超过 ${LONGEST_NAME} 字。`;
  }
  if (unique.length > MOST_NAMES) return `“${name}”的其他称呼超过 ${MOST_NAMES} 个。`;
  if (kind === "person") return { kind, name, post };
  if (kind === "department") return { kind, name, short, others: unique };
  return { kind, name, short, others: unique, isOwn: /^(?:是|√|✓|1|y|yes|true|本单位)$/iu.test(cell("本单位")) };
}

/**
 * Reads rows of a sheet as entries of 名录. The heading may stand below a title and name the columns in any order.
 * @returns null where no row names a column 名称, 姓名 or the like
 */
export function entriesOfRows(rows: readonly (readonly string[])[]): ReadRows | null {
  const above = rows.slice(0, MOST_ROWS_ABOVE).findIndex((cells) => headOf(cells) !== null);
  const head = headOf(rows[above] ?? []);
  if (head === null) return null;
  const entries: DirectoryEntry[] = [];
  const problems: RowProblem[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index <= above || cells.every((cell) => cell.trim() === "")) continue;
    const entry = entryOf(cells, head);
    if (typeof entry === "string") problems.push({ row: index + 1, message: entry });
    else if (entries.length >= MOST_DIRECTORY_ENTRIES) {
      problems.push({ row: index + 1, message: `名录最多 ${MOST_DIRECTORY_ENTRIES} 条，从这一行起没有读入。` });
      break;
    } else entries.push(entry);
  }
  return { entries, problems };
}
