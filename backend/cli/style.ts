import { basename, resolve } from "node:path";
import { deviationsOf, gridText } from "../../core/layout/rules/deviations.ts";
import { houseStyleText } from "../../core/layout/rules/house-style-file.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { writeOutput } from "../output/write-output.ts";
import { readSampleStyle } from "../work/read-sample-style.ts";
import { json, type Command } from "./command.ts";
import { readBytes } from "./read-input.ts";
import { assertOtherFile, checkTarget } from "./write-file.ts";

export const styleCommand: Command = {
  name: "style",
  usage: "style 样件.docx [--out 版式.json] [--force]",
  summary:
    "照一份排好的 Word 文件取本单位版式：列出读到什么、采用什么、哪些超出限度没有采用；--out 写成版式文件，供 export --style 和窗口导入使用",
  takesFile: true,
  values: ["out"],
  required: [],
  flags: ["force"],
  run: async ({ file, values, flags }, signal) => {
    const out = values.get("out");
    const overwrite = flags.has("force");
    if (out !== undefined) {
      await assertOtherFile(file, out);
      await checkTarget(out, overwrite);
    }
    const { style, items } = await readSampleStyle({ name: basename(file), bytes: await readBytes(file) }, signal);
    if (out !== undefined) await writeOutput(resolve(out), Buffer.from(houseStyleText(style), "utf8"), { overwrite });
    return json({ items, grid: gridText(layoutOf(style)), deviations: deviationsOf(style), style, out: out ?? null });
  },
};
