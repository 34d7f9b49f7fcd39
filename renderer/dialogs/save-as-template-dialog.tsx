import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId, useState } from "react";
import { call } from "../desk.ts";
import { refreshTemplates } from "../library/library-actions.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { announce, announceFailure } from "../ui/toast.tsx";
import styles from "./dialogs.module.css";

const MAX_NAME_LENGTH = 80;

const contents = [
  { value: "outline", label: "只留提纲", text: "保留标题、写作提示和公文要素，正文清空，明年从提纲写起。" },
  { value: "text", label: "连正文一起", text: "正文也留下，明年在原文上改。" },
] as const;

/** Keeps the open report as a template of the user's own. */
export function SaveAsTemplateDialog({ onClose }: { readonly onClose: () => void }) {
  const opened = useStore((state) => state.opened);
  const formId = useId();
  const [name, setName] = useState("");
  const [content, setContent] = useState<(typeof contents)[number]["value"]>("outline");
  const [complaint, setComplaint] = useState<string>();
  const [working, setWorking] = useState(false);
  const save = async (): Promise<void> => {
    if (!opened) return;
    if (name.trim() === "") {
      setComplaint("请给模板起个名字，新建报告时靠它找到这个模板。");
      return;
    }
    setWorking(true);
    try {
      await useStore.getState().editor?.flush();
      await call("template.saveFromReport", {
        reportId: opened.report.id,
        name: name.trim(),
        keepText: content === "text",
      });
      await refreshTemplates();
      onClose();
      announce({ message: `已存为模板“${name.trim()}”，新建报告时可以选用。` });
    } catch (error) {
      announceFailure(error);
      setWorking(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title="另存为模板"
      actions={
        <>
          <ProgressLine active={working} label="正在保存模板" />
          <Button onClick={onClose}>取消</Button>
          <Button variant="primary" type="submit" form={formId} disabled={working}>
            保存模板
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="模板名称"
          value={name}
          onChange={(next) => {
            setName(next);
            setComplaint(undefined);
          }}
          error={complaint}
          placeholder="如 我局法治政府建设报告"
          maxLength={MAX_NAME_LENGTH}
          autoFocus
        />
        <RadioGroup
          className={styles.stack}
          aria-label="模板里留下什么"
          value={content}
          onValueChange={(next: typeof content) => setContent(next)}
        >
          {contents.map((option) => (
            <label key={option.value} className={styles.choice}>
              <Radio.Root value={option.value} className={styles.radio}>
                <Radio.Indicator className={styles.bullet} />
              </Radio.Root>
              <span>
                <b>{option.label}</b>
                <span className={styles.explain}>{option.text}</span>
              </span>
            </label>
          ))}
        </RadioGroup>
      </form>
    </Dialog>
  );
}
