/** Lets the user pick one file. @param accept endings, as a file input takes them */
export function pickFile(accept: string, onPicked: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) onPicked(file);
  });
  input.click();
}
