import { createDispatch } from "../dispatch.ts";
import type { Emit } from "../emit.ts";
import { createHandlers } from "../handlers.ts";
import { createFileReader } from "../import/file-reader.ts";
import { createReportWork } from "../work/report-work.ts";
import { createLongWork } from "../work/waiting.ts";
import { createImports } from "../import/imports.ts";
import type { Log } from "../log.ts";
import { createFolderMemory } from "../output/folder-memory.ts";
import type { Folders } from "../output/folders.ts";
import { createOutputService } from "../output/output-service.ts";
import { createThreadPrinter } from "../pdf/thread-printer.ts";
import { programFolders, programVersion } from "../program-folder.ts";
import { openStore } from "../store/open-store.ts";
import { announce, joinRunning, type Instance } from "./instance.ts";
import { startWebServer, type WebServer } from "./server.ts";
import { keepSessions, readSessions } from "./sessions.ts";

/** How long windows may take to save when the program is ended. */
const FAREWELL_MS = 3_000;

export type ServeOptions = {
  readonly dataFolder: string;
  readonly folders: Folders;
  readonly log: Log;
  /** How long windows may take to save when the program is ended; for tests. */
  readonly farewellMs?: number;
};

/** `joined`: another process serves this data folder already and gave a link. */
export type BrowserMode =
  | { readonly kind: "joined"; readonly startUrl: string }
  | { readonly kind: "serving"; readonly startUrl: string; readonly close: () => Promise<void> };

/**
 * Opens the data folder and serves the window on this computer; where that is done already, asks for a link.
 * @throws AppError when the data folder cannot be used
 */
export async function serve(options: ServeOptions): Promise<BrowserMode> {
  const { dataFolder, folders, log } = options;
  const joined = await joinRunning(dataFolder);
  if (joined !== null) return { kind: "joined", startUrl: joined };

  const now = (): Date => new Date();
  let server: WebServer | null = null;
  let instance: Instance | null = null;
  const ready = new Set<string>();
  const emit: Emit = (...event) => server?.emit(...event);
  const reader = createFileReader(now);
  const work = createReportWork();
  const longWork = createLongWork();
  const store = await openStore({ dataFolder, templatesFolder: programFolders.templates, now, emit, log, work });
  const imports = createImports(reader, store.reports);
  const printer = createThreadPrinter(programFolders.faces);
  const memory = createFolderMemory(dataFolder);
  const output = createOutputService({ store, printer, folders, memory, emit, work });
  const readyToClose = ({ windowId }: { readonly windowId: string }): void => void ready.add(windowId);
  const shell = { kind: "browser", version: programVersion(), readyToClose } as const;
  server = await startWebServer({
    dispatch: createDispatch(createHandlers({ store, imports, output, longWork, shell }), log),
    windowFolder: programFolders.window,
    readImage: (imageId) => store.images.read(imageId),
    onWindowGone: (windowId) => {
      ready.delete(windowId);
      imports.cancel({ windowId });
      longWork.leave({ windowId });
      store.reports.closeWindow(windowId).catch((error: unknown) => log("locks not ended", error));
    },
    isInvited: (authorization) => instance?.isInvited(authorization) ?? false,
    sessions: await readSessions(dataFolder),
    onSession: (sessions) => void keepSessions(dataFolder, sessions, log),
    log,
  });
  instance = await announce(dataFolder, server.origin, log);
  return { kind: "serving", startUrl: server.startUrl(), close: () => closeAll(server, instance) };

  async function closeAll(running: WebServer, announced: Instance): Promise<void> {
    await announced.leave();
    running.emit("app.closing", {});
    const deadline = performance.now() + (options.farewellMs ?? FAREWELL_MS);
    while (running.openWindows() > ready.size && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await running.close();
    await Promise.allSettled([reader.close(), work.close(), printer.close(), store.close()]);
  }
}
