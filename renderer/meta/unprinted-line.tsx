import { useDeferredValue, useMemo } from "react";
import { presetNames } from "../../core/document/element-names.ts";
import { unprintedNames } from "../../core/export/unprinted-elements.ts";
import { type ReportFields, useStore } from "../store.ts";
import styles from "./meta-panel.module.css";

/** Says under 版式 which of the elements that are filled in the chosen one does not print, 密级 first. */
export function UnprintedLine({ fields }: { readonly fields: ReportFields }) {
  const editor = useStore((state) => state.editor);
  const { preset, meta, year } = useDeferredValue(fields);
  // what the text says itself, as the name of the organ, is looked up as it stands now
  const names = useMemo(
    () => (editor === null ? [] : unprintedNames({ preset, meta, year }, () => editor.getBlocks())),
    [editor, preset, meta, year],
  );
  return (
    <p className={styles.unprinted} role="status">
      {names.length > 0 && `“${presetNames[preset]}”不印已填的${names.join("、")}。内容仍留着，换一种版式就印。`}
    </p>
  );
}
