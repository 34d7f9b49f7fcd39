import { FileClock, FolderOpen, Plus, Search } from "lucide-react";
import { useState } from "react";
import { newReport, openFiles, rollReport, runCommand } from "../commands.ts";
import { startDesk } from "../start-desk.ts";
import { Notices } from "../panels/notices.tsx";
import { type Route, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { AppMenu } from "../header/app-menu.tsx";
import { Seal } from "../ui/seal.tsx";
import { arrangeReports, firstView } from "./arrange-reports.ts";
import { Bin } from "./bin.tsx";
import { FirstRun } from "./first-run.tsx";
import { searchReports } from "./group-reports.ts";
import styles from "./library.module.css";
import { LibraryFilters } from "./library-filters.tsx";
import { ReportTable } from "./report-table.tsx";
import { ResumeCard } from "./resume-card.tsx";

/** The library: all reports by year, and the recycle bin. Before the first report there are three ways to begin. */
export function Library({ shelf }: { readonly shelf: "reports" | "bin" }) {
  const library = useStore((state) => state.library);
  const [search, setSearch] = useState("");
  const [view, setView] = useState(firstView);
  if (!library) return <Unread />;
  const found = searchReports(library.reports, search);
  const shown = arrangeReports(found, view);
  const isFirstRun = library.reports.length === 0 && library.trash.length === 0;
  return (
    <div className={styles.library}>
      <header className={styles.header}>
        <Seal />
        <h1 className={styles.brand}>年报台</h1>
        {!isFirstRun && <Shelves shelf={shelf} reports={library.reports.length} bin={library.trash.length} />}
        <span className={styles.space} />
        {!isFirstRun && (
          <>
            <SearchField value={search} onChange={setSearch} />
            <Button icon={FolderOpen} onClick={() => void runCommand(openFiles)}>
              打开文件
            </Button>
            <Button icon={FileClock} onClick={() => void runCommand(rollReport)}>
              从去年报告新建
            </Button>
            <Button variant="primary" icon={Plus} onClick={() => void runCommand(newReport)}>
              新建报告
            </Button>
          </>
        )}
        <AppMenu />
      </header>
      <section aria-label="提醒">
        <Notices />
      </section>
      <main className={styles.main}>
        {isFirstRun ? (
          <FirstRun />
        ) : shelf === "bin" ? (
          <Bin reports={searchReports(library.trash, search)} search={search} />
        ) : (
          <>
            {search.trim() === "" && <ResumeCard reports={library.reports} />}
            <LibraryFilters reports={found} view={view} onChange={setView} shown={shown.length} />
            <ReportTable reports={shown} all={library.reports} search={search} view={view} onView={setView} />
          </>
        )}
      </main>
    </div>
  );
}

/** The library could not be read at the start; the reason stands in the notice. */
function Unread() {
  return (
    <div className={styles.library}>
      <header className={styles.header}>
        <h1 className={styles.brand}>年报台</h1>
      </header>
      <section aria-label="提醒">
        <Notices />
      </section>
      <main className={styles.unread}>
        <Button onClick={() => void startDesk()}>再读一次报告库</Button>
      </main>
    </div>
  );
}

function Shelves(props: { readonly shelf: "reports" | "bin"; readonly reports: number; readonly bin: number }) {
  const shelves = [
    { shelf: "reports", label: "报告", count: props.reports },
    { shelf: "bin", label: "回收站", count: props.bin },
  ] as const;
  return (
    <nav className={styles.shelves} aria-label="报告库">
      {shelves.map(({ shelf, label, count }) => (
        <button
          key={shelf}
          type="button"
          className={styles.shelf}
          aria-current={props.shelf === shelf ? "page" : undefined}
          onClick={() => useStore.setState({ route: { kind: "library", shelf } satisfies Route })}
        >
          {label}
          <span className={styles.count}>{count}</span>
        </button>
      ))}
    </nav>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <label className={styles.search}>
      <Search size={15} strokeWidth={1.75} aria-hidden />
      <input
        type="search"
        aria-label="按标题查找报告"
        placeholder="按标题查找"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onChange("")}
      />
    </label>
  );
}
