import type { Caller, Output, ParsedInput } from "../../core/contract.ts";
import { createWaiting } from "../work/waiting.ts";
import type { FileReader } from "./file-reader.ts";
import type { ReportStore } from "../store/store.ts";

/** Files on their way into the library, and the windows that wait for them. */
export type Imports = {
  run(input: ParsedInput<"library.importFile">, caller: Caller): Promise<Output<"library.importFile">>;
  /** The window wants them no more, or is gone. */
  cancel(caller: Caller): void;
};

export function createImports(reader: Pick<FileReader, "read">, reports: Pick<ReportStore, "add">): Imports {
  const waiting = createWaiting();
  return {
    run: ({ fileName: name, bytes, year }, caller) =>
      waiting.run(caller, async (signal) => {
        const imported = await reader.read({ name, bytes, year }, signal);
        return { report: await reports.add(imported, signal), warnings: imported.warnings };
      }),
    cancel: waiting.cancel,
  };
}
