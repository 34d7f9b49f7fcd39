/** Names of all calls from the window to the backend. `contract.ts` gives each its input and output. */
export const channels = [
  "app.info",
  "app.readyToClose",
  "library.list",
  "library.create",
  "library.importFile",
  "library.cancelImport",
  "library.roll",
  "library.cancelRoll",
  "library.duplicate",
  "library.rename",
  "library.trash",
  "library.restore",
  "library.purge",
  "report.read",
  "library.replace",
  "library.undoReplace",
  "report.open",
  "report.save",
  "report.close",
  "image.add",
  "template.list",
  "template.saveFromReport",
  "template.remove",
  "preview.render",
  "export.chooseFolder",
  "export.plan",
  "export.run",
  "export.cancel",
  "export.reveal",
  "comparison.plan",
  "comparison.export",
  "comparison.cancel",
  "settings.read",
  "settings.change",
] as const;
export type Channel = (typeof channels)[number];

/** Names of all events from the backend to the window. */
export const eventNames = ["library.changed", "report.accessChanged", "export.progress", "app.closing"] as const;
export type EventName = (typeof eventNames)[number];
