import { Trash2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { type TemplateSummary } from "../../core/contract.ts";
import { builtInTemplateIds } from "../../core/document/template.ts";
import { call } from "../desk.ts";
import { readYear } from "../meta/read-year.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { announceFailure } from "../ui/toast.tsx";
import { refreshTemplates } from "./library-actions.ts";
import styles from "./new-report-dialog.module.css";
import { openReport } from "./open-report.ts";
import { TemplatePreview } from "./template-preview.tsx";

/** The built-in templates in their order, others after them. */
function inOrder(templates: readonly TemplateSummary[]): readonly TemplateSummary[] {
  const order: readonly string[] = builtInTemplateIds;
  const place = ({ id }: TemplateSummary): number => (order.includes(id) ? order.indexOf(id) : Infinity);
  return templates.toSorted((a, b) => Math.sign(place(a) - place(b)) || a.name.localeCompare(b.name, "zh-CN"));
}

/** Chooses a template, 报告年度 and 单位名称, and begins the report. */
export function NewReportDialog({ onClose }: { readonly onClose: () => void }) {
  const templates = useStore((state) => state.templates);
  const likelyYear = useStore((state) => state.info?.likelyYear);
  const formId = useId();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [year, setYear] = useState(() => String(likelyYear ?? new Date().getFullYear()));
  const [asksForOrgan, setAsksForOrgan] = useState(false);
  const [organ, setOrgan] = useState(() => useStore.getState().settings.organ);
  const [complaint, setComplaint] = useState<string>();
  const [working, setWorking] = useState(false);
  useEffect(() => {
    refreshTemplates().catch(announceFailure);
  }, []);
  const chosen = templates?.find((template) => template.id === chosenId) ?? inOrder(templates ?? [])[0];

  const create = async (): Promise<void> => {
    const reportYear = readYear(year);
    if (reportYear === null) {
      setComplaint("请写四位数的年份，如 2026。");
      return;
    }
    if (!chosen || working) return;
    const { settings } = useStore.getState();
    if (organ.trim() === "" && settings.organ !== "" && !asksForOrgan) {
      setAsksForOrgan(true);
      return;
    }
    setWorking(true);
    try {
      // An emptied name holds for this report; the next one is asked for it again.
      if (organ.trim() !== "" && organ.trim() !== settings.organ) await changeSettings({ organ: organ.trim() });
      const report = await call("library.create", { templateId: chosen.id, year: reportYear, organ: organ.trim() });
      onClose();
      await openReport(report.id);
    } catch (error) {
      announceFailure(error);
      setWorking(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title="新建报告"
      actions={
        <>
          <ProgressLine active={working} label="正在新建" />
          <Button onClick={onClose}>取消</Button>
          <Button variant="primary" type="submit" form={formId} disabled={!chosen || working}>
            新建
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <TemplateList templates={templates ?? []} chosen={chosen} onChoose={setChosenId} onTake={() => void create()} />
        <div className={styles.right}>
          <form
            id={formId}
            className={styles.fields}
            onSubmit={(event) => {
              event.preventDefault();
              void create();
            }}
          >
            <TextField
              label="报告年度"
              inputMode="numeric"
              value={year}
              error={complaint}
              onChange={(next) => {
                setYear(next);
                setComplaint(undefined);
              }}
            />
            <TextField
              label="单位名称"
              placeholder="如 某市审计局，记住后下次自动填上"
              value={organ}
              maxLength={200}
              error={asksForOrgan ? "单位名称清空了，标题和署名里会空着。不写的话，再点一次“新建”。" : undefined}
              onChange={(next) => {
                setOrgan(next);
                setAsksForOrgan(false);
              }}
            />
          </form>
          {chosen && <TemplatePreview template={chosen} />}
        </div>
      </div>
    </Dialog>
  );
}

type TemplateListProps = {
  readonly templates: readonly TemplateSummary[];
  readonly chosen: TemplateSummary | undefined;
  readonly onChoose: (id: string) => void;
  readonly onTake: () => void;
};

function TemplateList({ templates, chosen, onChoose, onTake }: TemplateListProps) {
  const groups = [
    { label: "内置模板", templates: inOrder(templates.filter((template) => template.builtIn)) },
    { label: "我的模板", templates: templates.filter((template) => !template.builtIn) },
  ];
  const list = useRef<HTMLDivElement>(null);
  const move = (step: 1 | -1): void => {
    const order = groups.flatMap((group) => group.templates);
    const next = order[order.findIndex((template) => template.id === chosen?.id) + step];
    if (!next) return;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-template="${next.id}"]`)?.focus();
  };
  return (
    <div
      ref={list}
      className={styles.list}
      role="radiogroup"
      aria-label="模板"
      onKeyDown={(event) => {
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          event.preventDefault();
          move(event.key === "ArrowDown" ? 1 : -1);
        }
      }}
    >
      {groups.map(
        (group) =>
          group.templates.length > 0 && (
            <div key={group.label} className={styles.group}>
              <h3>{group.label}</h3>
              {group.templates.map((template) => (
                <TemplateOption
                  key={template.id}
                  template={template}
                  isChosen={template.id === chosen?.id}
                  onChoose={() => onChoose(template.id)}
                  onTake={onTake}
                />
              ))}
            </div>
          ),
      )}
    </div>
  );
}

type TemplateOptionProps = {
  readonly template: TemplateSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onTake: () => void;
};

function TemplateOption({ template, isChosen, onChoose, onTake }: TemplateOptionProps) {
  const [asking, setAsking] = useState(false);
  const remove = async (): Promise<void> => {
    try {
      await call("template.remove", { id: template.id });
      await refreshTemplates();
    } catch (error) {
      announceFailure(error);
    }
  };
  if (asking) {
    return (
      <div className={styles.asking}>
        <p>删除模板“{template.name}”？用它写的报告不受影响。</p>
        <Button variant="danger" onClick={() => void remove()}>
          删除
        </Button>
        <Button onClick={() => setAsking(false)}>留着</Button>
      </div>
    );
  }
  return (
    <div className={styles.option}>
      <button
        type="button"
        role="radio"
        aria-checked={isChosen}
        tabIndex={isChosen ? 0 : -1}
        data-template={template.id}
        className={styles.name}
        onClick={onChoose}
        onDoubleClick={onTake}
      >
        {template.name}
      </button>
      {!template.builtIn && (
        <IconButton icon={Trash2} label={`删除模板“${template.name}”`} onClick={() => setAsking(true)} />
      )}
    </div>
  );
}
