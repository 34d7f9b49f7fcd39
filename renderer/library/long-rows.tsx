import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import type { ReportSummary } from "../../core/contract.ts";
import type { YearGroup } from "./group-reports.ts";

const YEAR_HEIGHT_PX = 40;
const ROW_HEIGHT_PX = 48;
/** Rows beyond the edge of what is in sight, where the arrow keys and Tab lead next. */
const SPARE_ROWS = 12;

type Item =
  { readonly kind: "year"; readonly group: YearGroup } | { readonly kind: "report"; readonly report: ReportSummary };

type LongRowsProps = {
  readonly groups: readonly YearGroup[];
  readonly columns: number;
  readonly renderYear: (group: YearGroup) => ReactNode;
  readonly renderRow: (report: ReportSummary) => ReactNode;
};

/** The rows of a library of hundreds of reports: only those in sight are there, between two empty rows of the height of the rest. */
export function LongRows({ groups, columns, renderYear, renderRow }: LongRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const items = groups.flatMap((group): readonly Item[] => [
    { kind: "year", group },
    ...group.reports.map((report): Item => ({ kind: "report", report })),
  ]);
  // This component keeps nothing of what the library returns.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => body.current?.closest<HTMLElement>("main") ?? null,
    estimateSize: (index) => (items[index]?.kind === "year" ? YEAR_HEIGHT_PX : ROW_HEIGHT_PX),
    overscan: SPARE_ROWS,
    // Before the window is measured some rows stand there all the same.
    initialRect: { width: 0, height: 700 },
  });
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <tbody ref={body}>
      <Gap heightPx={above} columns={columns} />
      {shown.map(({ index }) => {
        const item = items[index];
        if (item === undefined) return null;
        return item.kind === "year" ? renderYear(item.group) : renderRow(item.report);
      })}
      <Gap heightPx={below} columns={columns} />
    </tbody>
  );
}

function Gap({ heightPx, columns }: { readonly heightPx: number; readonly columns: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height: heightPx, padding: 0, border: 0 }} />
    </tr>
  );
}
