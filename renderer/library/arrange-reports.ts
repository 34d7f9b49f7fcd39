import { type ReportSummary } from "../../core/contract.ts";
import { dueDateOf } from "../../core/document/due-date.ts";

/** What the library shows of its reports, and in which order. */
export type LibraryView = {
  readonly type: ReportSummary["reportType"] | "all";
  readonly status: ReportSummary["status"] | "all";
  /** Only reports in which something waits: blanks or 待核. */
  readonly openOnly: boolean;
  readonly sort: SortKey;
  readonly direction: "up" | "down";
};

export type SortKey = "title" | "type" | "status" | "due" | "blanks" | "pending" | "words" | "updated";

export const firstView: LibraryView = {
  ...{ type: "all", status: "all", openOnly: false, sort: "due", direction: "up" },
};

const statusOrder = { todo: 0, writing: 1, done: 2 } as const;

/**
 * The order that a first click on a column's head gives: names from their beginning, what is due from the first on,
 * figures and times from the largest.
 */
export const firstDirection = (key: SortKey): LibraryView["direction"] =>
  ["title", "type", "status", "due"].includes(key) ? "up" : "down";

/** What has no 期限 stands behind all that has one. */
function dueTime({ reportType, year }: ReportSummary): number {
  const due = dueDateOf(reportType, year);
  return due ? Date.UTC(due.year, due.month - 1, due.day) : Number.MAX_SAFE_INTEGER;
}

const byColumn: Readonly<Record<SortKey, (a: ReportSummary, b: ReportSummary) => number>> = {
  title: (a, b) => a.title.localeCompare(b.title, "zh-CN", { numeric: true }),
  type: (a, b) => a.reportType.localeCompare(b.reportType),
  status: (a, b) => statusOrder[a.status] - statusOrder[b.status],
  due: (a, b) => dueTime(a) - dueTime(b),
  blanks: (a, b) => a.blanks - b.blanks,
  pending: (a, b) => a.pending - b.pending,
  words: (a, b) => a.words - b.words,
  updated: (a, b) => a.updatedAt.localeCompare(b.updatedAt),
};

/** The reports of a view in its order; what is alike stands by its last change. */
export function arrangeReports(reports: readonly ReportSummary[], view: LibraryView): readonly ReportSummary[] {
  const sign = view.direction === "up" ? 1 : -1;
  return reports
    .filter(
      ({ reportType, status, blanks, pending }) =>
        (view.type === "all" || reportType === view.type) &&
        (view.status === "all" || status === view.status) &&
        (!view.openOnly || blanks + pending > 0),
    )
    .toSorted((a, b) => sign * byColumn[view.sort](a, b) || b.updatedAt.localeCompare(a.updatedAt));
}

/**
 * What tells reports of one title apart, by their ids: a name for each, the oldest first, and how it differs from it.
 * Reports whose title is their own are not among them.
 */
export function tellTwinsApart(
  reports: readonly ReportSummary[],
): ReadonlyMap<string, { readonly chip: string; readonly difference: string }> {
  const groups = new Map<string, ReportSummary[]>();
  for (const report of reports) {
    const key = `${report.year} ${report.title}`;
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return new Map(
    [...groups.values()]
      .filter((twins) => twins.length > 1)
      .flatMap((twins) => {
        const ordered = twins.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
        return ordered.map((report, index) => {
          const first = ordered[0];
          const difference = first === undefined || index === 0 ? "最早的一份" : differenceFrom(first, report);
          return [report.id, { chip: `第${index + 1}份`, difference }] as const;
        });
      }),
  );
}

function differenceFrom(first: ReportSummary, report: ReportSummary): string {
  const words = report.words - first.words;
  const blanks = report.blanks - first.blanks;
  const pending = report.pending - first.pending;
  const parts = [
    ...(report.organ !== first.organ ? [report.organ] : []),
    ...(words === 0 ? [] : [`比第1份${words > 0 ? "多" : "少"} ${Math.abs(words)} 字`]),
    ...(blanks === 0 ? [] : [`空白${blanks > 0 ? "多" : "少"} ${Math.abs(blanks)} 处`]),
    ...(pending === 0 ? [] : [`待核${pending > 0 ? "多" : "少"} ${Math.abs(pending)} 处`]),
  ];
  return parts.length === 0 ? "字数与第1份相同" : parts.join("，");
}
