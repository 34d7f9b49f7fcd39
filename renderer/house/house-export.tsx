import { useMemo } from "react";
import { type HouseFile } from "../../core/contract.ts";
import { call } from "../desk.ts";
import { type WorkingPaper } from "../export/use-working-paper.ts";
import { WorkingPaperDialog } from "../export/working-paper-dialog.tsx";

const names: Readonly<Record<HouseFile, readonly [name: string, about: string]>> = {
  "directory.xlsx": ["名录", "一份 Excel 表格，一行一条，可以改好再导入，也可以给其他电脑用。"],
  "directory.csv": ["名录", "一份 CSV 表格，Excel 和 WPS 都能打开，可以改好再导入。"],
  "house-style.json": ["本单位版式", "一个文件，其他电脑的年报台可以导入；命令行导出时用 --style 指定。"],
  "words.json": ["词表", "一个文件，装着全部词条，其他电脑的年报台可以导入。"],
};

/** Writes a list of the house to a file to hand on. */
export function HouseExport({ file, onClose }: { readonly file: HouseFile; readonly onClose: () => void }) {
  const paper = useMemo(
    (): WorkingPaper => ({
      plan: (folderToken) => call("houseList.plan", { file, folderToken }),
      make: (where) => call("houseList.export", { file, ...where }),
    }),
    [file],
  );
  const [name, about] = names[file];
  return <WorkingPaperDialog {...{ name, about, paper, onClose }} onGiveUp={() => undefined} />;
}
