import { join } from "node:path";
import type { Output } from "../../core/contract.ts";
import type { DocxFaces } from "../../core/export/docx/docx-options.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import type { Store } from "../store/store.ts";
import { fileNameOf } from "./file-name.ts";
import type { FolderMemory } from "./folder-memory.ts";
import { exists } from "./run-export.ts";
import { writeOutput } from "./write-output.ts";

/** A Word file about a report, beside its exports: 对照稿, 校核单. */
export type WorkingPaper = {
  /** The report's title, and what stands behind it in the name of the file. */
  readonly title: string;
  readonly suffix: string;
  readonly make: (faces: DocxFaces) => Promise<Uint8Array>;
};

export type WorkingPapersOptions = {
  readonly houseStyle: Pick<Store["houseStyle"], "read">;
  /** The folder of a token; without one where the last export went. */
  readonly folderOf: (token: string | null) => Promise<string>;
  readonly placed: (folder: string) => { readonly folderToken: string; readonly folderLabel: string };
  readonly memory: Pick<FolderMemory, "write">;
};

export type WorkingPapers = {
  /** Where a paper would go, and under which name. */
  plan(folderToken: string | null, read: () => Promise<WorkingPaper>): Promise<Output<"comparison.plan">>;
  /** @throws AppError file-exists, docx-failed, what making the paper throws, and what writing throws */
  write(
    where: { readonly folderToken: string; readonly overwrite: boolean },
    read: () => Promise<WorkingPaper>,
  ): Promise<Output<"comparison.export">>;
};

export function createWorkingPapers({ houseStyle, folderOf, placed, memory }: WorkingPapersOptions): WorkingPapers {
  const nameOf = ({ title, suffix }: WorkingPaper, folder: string): string =>
    fileNameOf(title, "docx", { suffix, folder });
  const facesOf = async (): Promise<DocxFaces> => {
    const style = await houseStyle.read();
    return { fonts: docxFaces(await installedFaces(), style.faces), layout: layoutOf(style) };
  };
  return {
    plan: async (folderToken, read) => {
      const folder = await folderOf(folderToken);
      const name = nameOf(await read(), folder);
      return { ...placed(folder), name, exists: await exists(join(folder, name)) };
    },
    write: async ({ folderToken, overwrite }, read) => {
      const folder = await folderOf(folderToken);
      const paper = await read();
      const name = nameOf(paper, folder);
      const path = join(folder, name);
      if (!overwrite && (await exists(path))) throw new AppError("file-exists", { name });
      const bytes = await paper.make(await facesOf()).catch((error: unknown) => {
        throw error instanceof AppError ? error : new AppError("docx-failed", {}, { cause: error });
      });
      await writeOutput(path, bytes, { overwrite });
      await memory.write(folder);
      return { ...placed(folder), name, bytes: bytes.length };
    },
  };
}
