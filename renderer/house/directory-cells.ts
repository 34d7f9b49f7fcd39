import {
  type DirectoryEntry,
  type DirectoryKind,
  keyOfEntry,
  LONGEST_NAME,
  MOST_DIRECTORY_ENTRIES,
  MOST_NAMES,
} from "../../core/directory/directory.ts";
import { type EntryColumn } from "./entry-table.tsx";

/** What the list of each kind shows; the name stands first. */
export const directoryColumns: Readonly<Record<DirectoryKind, readonly EntryColumn[]>> = {
  organ: [
    { name: "全称", share: 4, placeholder: "添加单位，如 青石县财政局" },
    { name: "简称", share: 3, placeholder: "如 县财政局" },
    { name: "其他称呼", share: 3, placeholder: "用、分开" },
    { name: "本单位", share: 1, isTick: true },
  ],
  person: [
    { name: "姓名", share: 2, placeholder: "添加人员" },
    { name: "职务", share: 5, placeholder: "如 党组书记、局长" },
  ],
  department: [
    { name: "名称", share: 3, placeholder: "添加处室，如 法规审理科" },
    { name: "简称", share: 2, placeholder: "如 法规科" },
    { name: "其他称呼", share: 3, placeholder: "用、分开" },
  ],
};

/** The cells of an entry, in the order of its columns. */
export function cellsOfEntry(entry: DirectoryEntry): readonly string[] {
  if (entry.kind === "person") return [entry.name, entry.post];
  const names = [entry.name, entry.short, entry.others.join("、")];
  return entry.kind === "organ" ? [...names, entry.isOwn ? "是" : ""] : names;
}

/** An entry as a line that says all of it. */
export const textOfEntry = (entry: DirectoryEntry): string =>
  entry.kind === "person"
    ? entry.post
    : [
        entry.short === "" ? "" : `简称 ${entry.short}`,
        entry.others.length === 0 ? "" : `也称 ${entry.others.join("、")}`,
        entry.kind === "organ" && entry.isOwn ? "本单位" : "",
      ]
        .filter((part) => part !== "")
        .join("；");

/**
 * The entry that cells say, or what is wrong with them.
 * @param others the entries that it stands beside
 */
export function entryOfCells(
  kind: DirectoryKind,
  cells: readonly string[],
  others: readonly DirectoryEntry[],
): DirectoryEntry | string {
  const [name = "", second = "", third = "", own = ""] = cells.map((cell) => cell.trim());
  if (name === "") return kind === "person" ? "请写姓名。" : "请写全称。";
  const names = [...new Set(third.split(/[、，,；;\s]+/u))].filter((one) => ![name, second, ""].includes(one));
  if ([name, second, ...names].some((one) => one.length > LONGEST_NAME)) return `每个称呼最多 ${LONGEST_NAME} 字。`;
  if (names.length > MOST_NAMES) return `其他称呼最多 ${MOST_NAMES} 个。`;
  if (others.length >= MOST_DIRECTORY_ENTRIES) return `名录最多 ${MOST_DIRECTORY_ENTRIES} 条。`;
  const key = keyOfEntry({ kind, name });
  if (others.some((other) => keyOfEntry(other) === key)) return `“${name}”已在名录中。`;
  if (kind === "person") return { kind, name, post: second };
  if (kind === "department") return { kind, name, short: second, others: names };
  return { kind, name, short: second, others: names, isOwn: own !== "" };
}
