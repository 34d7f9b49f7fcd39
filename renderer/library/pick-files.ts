import { ACCEPTED_FILES } from "./check-file.ts";
import { importFiles } from "./import-files.ts";

/** Lets the user pick text and Word files and makes reports of them. */
export function pickFiles(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ACCEPTED_FILES;
  input.addEventListener("change", () => void importFiles([...(input.files ?? [])]));
  input.click();
}
