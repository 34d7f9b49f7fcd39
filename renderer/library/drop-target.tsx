import { useEffect, useState } from "react";
import styles from "./drop-target.module.css";
import { giveFiles } from "./given-files.ts";
import { isReportFileName } from "./check-file.ts";

/** Files dropped or pasted anywhere in the window become reports, unless something nearer has a use for them. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const onDragOver = (event: DragEvent): void => {
      const isOurs = carriesFiles(event) && !event.defaultPrevented;
      setOver(isOurs);
      if (isOurs) event.preventDefault();
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!carriesFiles(event) || event.defaultPrevented) return;
      // Otherwise the browser would leave the program and show the file.
      event.preventDefault();
      giveFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])].filter(({ name }) => isReportFileName(name));
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      giveFiles(files);
    };
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("dragleave", onDragLeave);
    window.addEventListener("drop", onDrop);
    window.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("dragleave", onDragLeave);
      window.removeEventListener("drop", onDrop);
      window.removeEventListener("paste", onPaste);
    };
  }, []);
  return over ? <div className={styles.over}>松开鼠标，打开这些文件</div> : null;
}
