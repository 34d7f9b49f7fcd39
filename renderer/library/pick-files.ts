import { ACCEPTED_FILES } from "./check-file.ts";
import { importFiles } from "./import-files.ts";

/** Lets the user pick files that a report can be made of. */
export function pickFiles(onPicked: (files: readonly File[]) => void, multiple: boolean): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = multiple;
  input.accept = ACCEPTED_FILES;
  input.addEventListener("change", () => onPicked([...(input.files ?? [])]));
  input.click();
}

/** The same, and makes reports of them. */
export function pickFilesToImport(): void {
  pickFiles((files) => void importFiles(files), true);
}
