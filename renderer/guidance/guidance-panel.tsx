import { type ReactNode, useEffect, useState } from "react";
import { type SectionGuide } from "../../core/document/schema.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { hasRead, markRead } from "./deadlines-read.ts";
import { guideOfSection } from "./guide-of-section.ts";
import styles from "./guidance-panel.module.css";

/** What belongs into the section the cursor stands in, whom to ask for it, and what is still blank. */
export function GuidancePanel() {
  const section = useEditorSnapshot((snapshot) => snapshot.currentSection);
  const outline = useEditorSnapshot((snapshot) => snapshot.outline) ?? [];
  const guides = useStore((state) => state.opened?.report.guides) ?? {};
  const found = section && guideOfSection(guides, outline, section);
  return (
    <div className={styles.panel}>
      {section && (
        <p className={styles.section}>
          {section.number}
          {section.text || (section.level === 0 && section.number === "" ? "引言" : "")}
        </p>
      )}
      {found ? (
        <>
          {found.of !== section && (
            <p className={styles.inherited}>
              这里用的是上一级“{found.of.number}
              {found.of.text}”的提示。
            </p>
          )}
          <Guide guide={found.guide} />
        </>
      ) : (
        <p className={styles.teach}>
          {section
            ? "这一节没有写作提示。从模板新建的报告，光标走到哪一节，这里就说明那一节写什么、用什么材料、向哪个处室要。"
            : "把光标放进正文，这里会说明光标所在的那一节写什么、用什么材料、向哪个处室要。"}
        </p>
      )}
      <Blanks />
      <Deadlines />
    </div>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.card}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Guide({ guide }: { readonly guide: SectionGuide }) {
  return (
    <>
      <Card title="这一节写什么">
        {guide.note && <p>{guide.note}</p>}
        {guide.evidence.length > 0 && (
          <ul className={styles.list}>
            {guide.evidence.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
        <p>
          <span className={guide.required ? styles.required : styles.optional}>
            {guide.required ? "必写" : "没有可以不写"}
          </span>
        </p>
      </Card>
      {guide.departments.length > 0 && (
        <Card title="向谁要材料">
          <p>{guide.departments.join("、")}</p>
        </Card>
      )}
    </>
  );
}

const NAMED_BLANKS = 8;
/** So long it takes to read the deadlines of a template. */
const READ_MS = 4_000;

function Blanks() {
  const labels = useEditorSnapshot((snapshot) => snapshot.sectionBlanks) ?? [];
  const total = useEditorSnapshot((snapshot) => snapshot.blanks) ?? 0;
  const goOn = (): void => useStore.getState().editor?.goToNextBlank();
  if (total === 0) return null;
  return (
    <Card title="还空着的">
      <p>
        {labels.length > 0 ? `本节 ${labels.length} 处：${listOf(labels)}` : `本节没有空白，全文还有 ${total} 处。`}
      </p>
      <Button variant="quiet" className={styles.next ?? ""} onClick={goOn}>
        跳到下一处空白
        <kbd>Tab</kbd>
      </Button>
    </Card>
  );
}

/** The first labels by name; a long list helps nobody to find the next blank. */
function listOf(labels: readonly string[]): string {
  const named = labels.slice(0, NAMED_BLANKS).join("、");
  return labels.length > NAMED_BLANKS ? `${named}……` : named;
}

/** Open until it was read once: whoever comes back to the report finds it folded. */
function Folding({ reportId, deadlines }: { readonly reportId: string; readonly deadlines: readonly string[] }) {
  const [wasRead] = useState(() => hasRead(reportId));
  useEffect(() => {
    const timer = setTimeout(() => markRead(reportId), READ_MS);
    return () => clearTimeout(timer);
  }, [reportId]);
  return (
    <details
      className={styles.card}
      open={!wasRead}
      onToggle={(event) => event.currentTarget.open || markRead(reportId)}
    >
      <summary className={styles.summary}>
        <h3>时限和要求</h3>
      </summary>
      <ul className={styles.list}>
        {deadlines.map((deadline) => (
          <li key={deadline}>{deadline}</li>
        ))}
      </ul>
    </details>
  );
}

function Deadlines() {
  const deadlines = useStore((state) => {
    const templateId = state.opened?.report.templateId;
    return state.templates?.find((template) => template.id === templateId)?.deadlines;
  });
  const reportId = useStore((state) => state.opened?.report.id);
  if (!deadlines || deadlines.length === 0 || reportId === undefined) return null;
  return <Folding key={reportId} reportId={reportId} deadlines={deadlines} />;
}
