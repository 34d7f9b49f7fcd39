import { directoryKindNames } from "../../core/directory/directory.ts";
import { entriesOfRows } from "../../core/directory/directory-rows.ts";
import { directoryChanges, type DirectoryChange } from "../../core/directory/merge-entries.ts";
import { call } from "../desk.ts";
import { type ShownChange } from "./change-chooser.tsx";
import { textOfEntry } from "./directory-cells.ts";
import { useHouse } from "./house-store.ts";

/** Changes of 名录 to choose from. */
export type DirectoryProposals = {
  readonly title: string;
  readonly about: string;
  readonly changes: readonly DirectoryChange[];
  readonly shown: readonly ShownChange[];
  readonly problems: readonly string[];
  /** Ticked from the beginning: their user has asked for them. */
  readonly areAsked: boolean;
};

const shownChange = (change: DirectoryChange, from?: string): ShownChange => ({
  kind: change.kind,
  name: change.after.name,
  after: [directoryKindNames[change.after.kind], textOfEntry(change.after)].filter(Boolean).join(" · "),
  ...(change.kind === "change" && { before: textOfEntry(change.before) }),
  ...(from !== undefined && { from }),
});

/** What the reports of the library name. @throws CallError */
export async function proposalsOfLibrary(): Promise<DirectoryProposals> {
  const { proposals, reports, unread } = await call("directory.propose", {});
  const from = (titles: readonly string[], count: number): string => {
    const [first = "", ...others] = titles;
    return `${count} 处，见《${first}》${others.length > 0 ? `等 ${titles.length} 份` : ""}`;
  };
  const about =
    proposals.length === 0
      ? `看过 ${reports} 份报告，没有找到名录里还没有的名称。`
      : `从 ${reports} 份报告里找到这些名称，勾选要放进名录的；没有勾选的不会放进去。人名和职务请核对。`;
  return {
    title: "从报告中找名称",
    about: unread.length === 0 ? about : `${about}有 ${unread.length} 份报告读不出来，没有看。`,
    changes: proposals.map(({ change }) => change),
    shown: proposals.map(({ change, count, titles }) => shownChange(change, from(titles, count))),
    problems: [],
    areAsked: false,
  };
}

/** What an Excel or CSV file would change. @throws CallError; null where no row of it names the columns */
export async function proposalsOfSheet(file: File): Promise<DirectoryProposals | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { rows } = await call("sheet.read", { fileName: file.name, bytes });
  const read = entriesOfRows(rows);
  if (read === null) return null;
  const changes = directoryChanges(useHouse.getState().directory.entries, read.entries);
  const same = read.entries.length - changes.length;
  return {
    title: `导入“${file.name}”`,
    about:
      changes.length === 0
        ? `表中的 ${read.entries.length} 条都已在名录里，没有要改的。`
        : `勾选要放进名录的；名录里有而表中没有的不动。${same > 0 ? `另有 ${same} 条与名录相同或重复。` : ""}`,
    changes,
    shown: changes.map((change) => shownChange(change)),
    problems: read.problems.map(({ row, message }) => `第 ${row} 行：${message}`),
    areAsked: true,
  };
}
