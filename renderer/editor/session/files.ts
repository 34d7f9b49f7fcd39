import { DRAG_DROP_PASTE } from "@lexical/rich-text";
import { COMMAND_PRIORITY_HIGH, type LexicalEditor } from "lexical";
import { isReportFileName } from "../../library/check-file.ts";
import { giveFiles } from "../../library/given-files.ts";
import { announceFailure } from "../../ui/toast.tsx";
import { insertImage } from "../images/images.ts";

/** Pictures that are dropped onto the page or pasted as files; reports among them are opened beside it. */
export function registerFiles(editor: LexicalEditor, reportId: string): () => void {
  return editor.registerCommand(
    DRAG_DROP_PASTE,
    (files) => {
      const reports = files.filter(({ name }) => isReportFileName(name));
      if (reports.length > 0) giveFiles(reports);
      const pictures = files.filter((file) => !reports.includes(file));
      if (editor.isEditable()) void insertAll(editor, reportId, pictures);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

/** One after the other, so that they stand in the order they were dropped in. */
async function insertAll(editor: LexicalEditor, reportId: string, files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      await insertImage(editor, reportId, file);
    } catch (error) {
      announceFailure(error);
    }
  }
}
