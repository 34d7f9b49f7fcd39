import type { Caller, Output, ParsedInput } from "../../core/contract.ts";
import type { FileReader } from "./file-reader.ts";
import type { ReportStore } from "../store/store.ts";

/** Files on their way into the library, and the windows that wait for them. */
export type Imports = {
  run(input: ParsedInput<"library.importFile">, caller: Caller): Promise<Output<"library.importFile">>;
  /** The window wants them no more, or is gone. */
  cancel(caller: Caller): void;
};

export function createImports(reader: Pick<FileReader, "read">, reports: Pick<ReportStore, "add">): Imports {
  const running = new Map<string, Set<AbortController>>();
  return {
    run: async ({ fileName: name, bytes, year }, { windowId }) => {
      const control = new AbortController();
      const own = running.get(windowId) ?? new Set();
      running.set(windowId, own.add(control));
      try {
        const imported = await reader.read({ name, bytes, year }, control.signal);
        return { report: await reports.add(imported, control.signal), warnings: imported.warnings };
      } finally {
        own.delete(control);
        if (own.size === 0) running.delete(windowId);
      }
    },
    cancel: ({ windowId }) => {
      for (const control of running.get(windowId) ?? []) control.abort();
    },
  };
}
