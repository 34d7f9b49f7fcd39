let giveBack: (() => void) | null = null;

/** Takes away what stands in the document for the printer, if anything does. */
export function removeSheets(): void {
  giveBack?.();
}

const nextPicture = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/**
 * Opens the system's own dialog on what stands in the document for it, and takes that away once the printer has it. A
 * browser says when it has; one that does not lets its user back into the window, who then clicks or types.
 */
export async function printSheets(remove: () => void): Promise<void> {
  removeSheets();
  const over = new AbortController();
  giveBack = () => {
    giveBack = null;
    over.abort();
    remove();
  };
  const { signal } = over;
  window.addEventListener("afterprint", removeSheets, { signal });
  // the dialog of the window is gone from the screen before that of the system opens
  await nextPicture();
  await nextPicture();
  window.print();
  for (const event of ["pointerdown", "keydown"]) window.addEventListener(event, removeSheets, { signal });
}
