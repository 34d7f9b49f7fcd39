/** Shut off from Node and from the shell's own objects; whatever reaches the page goes through preload. */
export const sealedPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  // A dropped file must not replace the page.
  navigateOnDragDrop: false,
} as const;
