import { mkdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { AppError } from "../../core/result.ts";
import { familyOfFile, fontconfigFile, ownFaces } from "../faces/fontconfig-file.ts";
import { writeOutput } from "../output/write-output.ts";
import { programFolders } from "../program-folder.ts";
import { reasonOf } from "../store/file-errors.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";
import { type Arguments, type Command, json, type Output } from "./command.ts";
import { checkTarget } from "./write-file.ts";

const CONFIGURATION = "fonts.conf";

/** The folder is made where only its last part is missing. @throws AppError folder-not-found, write-failed */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") {
      if ((await stat(folder)).isDirectory()) return;
      throw new AppError("write-failed", { name: basename(folder), reason: "同名的文件已存在" });
    }
    if (code === "ENOENT") throw new AppError("folder-not-found", { folder });
    throw new AppError("write-failed", { name: basename(folder), reason: reasonOf(error) });
  }
}

async function run({ values, flags }: Arguments, signal: AbortSignal): Promise<Output> {
  const folder = resolve(values.get("out") ?? "");
  const overwrite = flags.has("force");
  await makeFolder(folder);
  const faces = [...ownFaces()];
  const names = [...faces.map(([file]) => file), CONFIGURATION];
  // all of them are looked at before the first is written
  for (const name of names) await checkTarget(join(folder, name), overwrite);
  const written: string[] = [];
  for (const [file] of faces) {
    const bytes = await readFile(join(programFolders.faces, file));
    throwIfCancelled(signal);
    await writeOutput(join(folder, file), bytes, { overwrite, written });
    written.push(file);
  }
  const configuration = join(folder, CONFIGURATION);
  await writeOutput(configuration, Buffer.from(fontconfigFile({ folder, withOthers: true })), { overwrite, written });
  return json({
    faces: faces.map(([file, standsFor]) => ({ file: join(folder, file), family: familyOfFile(file), standsFor })),
    fontconfig: configuration,
  });
}

export const fontsCommand: Command = {
  name: "fonts",
  usage: "fonts --out 文件夹 [--force]",
  summary:
    "取出程序自带的字体（TTF）和一份 fonts.conf：装上字体，或设 FONTCONFIG_FILE 指向 fonts.conf，别的软件排出的行就与程序一样",
  takesFile: false,
  values: ["out"],
  required: ["out"],
  flags: ["force"],
  run,
};
