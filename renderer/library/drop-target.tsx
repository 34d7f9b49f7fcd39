import { useEffect, useState } from "react";
import styles from "./drop-target.module.css";
import { importFiles } from "./import-files.ts";

/** Files dropped anywhere on the window become reports, unless something nearer has a use for them. */
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
      void importFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("dragleave", onDragLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("dragleave", onDragLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
  return over ? <div className={styles.over}>松开鼠标，每个文本文件成为一份报告</div> : null;
}
