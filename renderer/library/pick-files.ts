import { importFiles } from "./import-files.ts";

/** Lets the user pick text files and makes reports of them. */
export function pickFiles(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".txt,text/plain";
  input.addEventListener("change", () => void importFiles([...(input.files ?? [])]));
  input.click();
}
