import { Download, FileText, Upload } from "lucide-react";
import { useState } from "react";
import { type Output } from "../../core/contract.ts";
import { deviationsOf, gridText } from "../../core/layout/rules/deviations.ts";
import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { call, messageOf } from "../desk.ts";
import { HouseExport } from "../house/house-export.tsx";
import { pickFile } from "../house/pick-file.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { announce } from "../ui/toast.tsx";
import { changeHouseStyle } from "./change-house-style.ts";
import { DeviationList } from "./deviation-list.tsx";
import { draftOf, faultOf, numberKeys } from "./draft-style.ts";
import styles from "./house-style.module.css";
import { SampleList } from "./sample-list.tsx";
import { StyleFields } from "./style-fields.tsx";

type Sample = Output<"houseStyle.readSample"> & { readonly fileName: string };

/** 本单位版式: edited as a draft beside what it does to the page; it holds once it is taken. */
export function HouseStyleDialog({ onClose }: { readonly onClose: () => void }) {
  const stored = useStore((state) => state.layout.style);
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [sample, setSample] = useState<Sample | null>(null);
  const [isReading, setReading] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const read = async (take: (given: { fileName: string; bytes: Uint8Array }) => Promise<void>, file: File) => {
    setReading(true);
    setFailure(null);
    try {
      await take({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setReading(false);
    }
  };
  const readSample = (file: File): Promise<void> =>
    read(async (given) => setSample({ ...(await call("houseStyle.readSample", given)), fileName: file.name }), file);
  const readFile = (file: File): Promise<void> =>
    read(async (given) => setDraft(draftOf((await call("houseStyle.readFile", given)).style)), file);

  if (isExporting) return <HouseExport file="house-style.json" onClose={() => setExporting(false)} />;
  if (sample !== null) {
    const use = (): void => {
      setDraft(draftOf(sample.style));
      setSample(null);
    };
    return <SampleDialog sample={sample} onBack={() => setSample(null)} onUse={use} />;
  }
  const isWrong = numberKeys.some((key) => faultOf(key, draft.texts[key]) !== undefined);
  const isChanged = JSON.stringify(draft.style) !== JSON.stringify(stored);
  const save = async (): Promise<void> => {
    if (!(await changeHouseStyle(draft.style))) return;
    announce({ message: "已采用本单位版式，屏幕、预览和以后的导出都按它排。" });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title="本单位版式"
      actions={
        <>
          <span className={styles.aside}>
            <Button
              icon={FileText}
              disabled={isReading}
              onClick={() => pickFile(".docx", (file) => void readSample(file))}
            >
              照这份文件的版式…
            </Button>
            <Button icon={Upload} disabled={isReading} onClick={() => pickFile(".json", (file) => void readFile(file))}>
              导入…
            </Button>
            <Button icon={Download} disabled={isChanged || isReading} onClick={() => setExporting(true)}>
              导出…
            </Button>
            <Button onClick={() => setDraft(draftOf(standardStyle))}>恢复国家标准</Button>
          </span>
          <Button onClick={onClose}>取消</Button>
          <Button variant="primary" disabled={isWrong || !isChanged} onClick={() => void save()}>
            采用
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.fields}>
          <StyleFields draft={draft} onChange={setDraft} />
        </div>
        <div className={styles.effect}>
          {failure !== null && (
            <p className={styles.failure} role="alert">
              {failure}
            </p>
          )}
          <Effect style={draft.style} />
          <ProgressLine active={isReading} label="正在读文件" />
        </div>
      </div>
    </Dialog>
  );
}

/** What a style does to the page, as it is edited. */
function Effect({ style }: { readonly style: typeof standardStyle }) {
  const deviations = deviationsOf(style);
  return (
    <>
      <p className={styles.grid} role="status">
        {gridText(layoutOf(style))}
      </p>
      {deviations.length === 0 ? (
        <p className={styles.none}>与国家标准（GB/T 9704-2012）没有不同。</p>
      ) : (
        <>
          <p className={styles.none}>与国家标准不同的 {deviations.length} 项：</p>
          <DeviationList deviations={deviations} />
        </>
      )}
      <p className={styles.none}>版心 156 × 225 毫米不变。本机没有的字体照旧用别的字体代替，导出后会说明。</p>
    </>
  );
}

type SampleDialogProps = { readonly sample: Sample; readonly onBack: () => void; readonly onUse: () => void };

/** What was read from a sample, before any of it is taken. */
function SampleDialog({ sample, onBack, onUse }: SampleDialogProps) {
  const taken = sample.items.filter(({ isTaken }) => isTaken).length;
  return (
    <Dialog
      open
      onClose={onBack}
      size="large"
      title="照这份文件的版式"
      actions={
        <>
          <Button onClick={onBack}>返回</Button>
          <Button variant="primary" onClick={onUse}>
            填到版式里
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        从“{sample.fileName}”读到 {sample.items.length} 项，可以采用 {taken}{" "}
        项，以占多数的文字为准。填到版式里以后还可以改。
      </p>
      <SampleList items={sample.items} />
    </Dialog>
  );
}
