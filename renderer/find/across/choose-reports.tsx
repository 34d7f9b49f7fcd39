import { useState } from "react";
import { groupByYear, searchReports } from "../../library/group-reports.ts";
import { useStore } from "../../store.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { TextField } from "../../ui/field.tsx";
import styles from "./across-dialog.module.css";
import { useAcross } from "./across-session.ts";

/** What to look for, and in which reports. */
export function ChooseReports() {
  const library = useStore((state) => state.library);
  const openId = useStore((state) => state.opened?.report.id);
  const { query, replacement, ids } = useAcross();
  const [search, setSearch] = useState("");
  const shown = searchReports(library?.reports ?? [], search);
  const setChosen = (reports: readonly { readonly id: string }[], chosen: boolean): void => {
    const next = new Set(ids);
    for (const { id } of reports) {
      if (chosen && id !== openId) next.add(id);
      else next.delete(id);
    }
    useAcross.setState({ ids: next });
  };
  return (
    <div className={styles.choose}>
      <div className={styles.words}>
        <TextField
          label="查找"
          value={query}
          maxLength={500}
          onChange={(value) => useAcross.setState({ query: value })}
        />
        <TextField
          label="替换为"
          value={replacement}
          maxLength={2000}
          onChange={(value) => useAcross.setState({ replacement: value })}
        />
        <TextField label="只列出标题中有这些字的报告" value={search} onChange={setSearch} />
      </div>
      <div className={styles.reports} role="group" aria-label="在哪些报告中替换">
        {groupByYear(shown).map(({ year, reports }) => {
          const open = reports.filter(({ id }) => id !== openId);
          const chosen = open.filter(({ id }) => ids.has(id)).length;
          return (
            <fieldset key={year} className={styles.year}>
              <legend>
                <label className={styles.yearName}>
                  <Checkbox
                    checked={chosen > 0 && chosen === open.length}
                    mixed={chosen > 0 && chosen < open.length}
                    disabled={open.length === 0}
                    onChange={() => setChosen(open, chosen < open.length)}
                  />
                  <strong>{year} 年</strong>
                  <span className={styles.quiet}>
                    {chosen} / {reports.length}
                  </span>
                </label>
              </legend>
              {reports.map(({ id, title }) => (
                <label key={id} className={styles.report}>
                  <Checkbox
                    checked={ids.has(id) && id !== openId}
                    disabled={id === openId}
                    onChange={(next) => setChosen([{ id }], next)}
                  />
                  <span>{title}</span>
                  {id === openId && <span className={styles.note}>正在编辑，请在报告里用“替换”（Ctrl+H）</span>}
                </label>
              ))}
            </fieldset>
          );
        })}
        {shown.length === 0 && <p className={styles.quiet}>没有这样的报告。</p>}
      </div>
      <p className={styles.quiet}>只查正文，不查公文要素；回收站里的报告不在其中。</p>
    </div>
  );
}
