import { EventEmitter } from "node:events";
import { tmpdir } from "node:os";

/**
 * As much of Electron as the shell uses, without a runtime: it records what it is asked for and lets a test play the
 * system's part. Used as `vi.mock("electron", () => import("./fake-electron.ts"))`, with `resetElectron()` before each test.
 */
export class FakeEvent {
  defaultPrevented = false;
  [name: string]: unknown;
  constructor(fields: Readonly<Record<string, unknown>> = {}) {
    Object.assign(this, fields);
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

type RequestListener = (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void;
type ProtocolHandler = (request: { url: string; method: string }) => Promise<Response>;

export class FakeSession extends EventEmitter {
  requestListener: RequestListener = () => {
    throw new Error("no request listener");
  };
  permissionRequest: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void = () => {
    throw new Error("no permission request handler");
  };
  permissionCheck: () => boolean = () => true;
  devicePermission: () => boolean = () => true;
  spellChecker = true;
  readonly handlers = new Map<string, ProtocolHandler>();
  readonly partition: string;
  constructor(partition = "") {
    super();
    this.partition = partition;
  }
  readonly webRequest = { onBeforeRequest: (listener: RequestListener) => (this.requestListener = listener) };
  readonly protocol = { handle: (scheme: string, handler: ProtocolHandler) => this.handlers.set(scheme, handler) };
  setPermissionRequestHandler(handler: FakeSession["permissionRequest"]): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  /** Whether a request for `url` is let through. */
  lets(url: string): boolean {
    let cancelled: boolean | undefined;
    this.requestListener({ url }, ({ cancel }) => (cancelled = cancel));
    return cancelled === false;
  }
}

let nextId = 1;

export class FakeWebContents extends EventEmitter {
  readonly id = nextId++;
  readonly sent: [string, unknown][] = [];
  readonly mainFrame = { parent: null, url: "app://desk/index.html" };
  windowOpenHandler: (details: { url: string }) => { action: string } = () => ({ action: "allow" });
  crashed = false;
  loading = false;
  reloads = 0;
  send(channel: string, payload: unknown): void {
    this.sent.push([channel, payload]);
  }
  setWindowOpenHandler(handler: FakeWebContents["windowOpenHandler"]): void {
    this.windowOpenHandler = handler;
  }
  isCrashed(): boolean {
    return this.crashed;
  }
  isLoadingMainFrame(): boolean {
    return this.loading;
  }
  reload(): void {
    this.reloads += 1;
  }
  executeJavaScript(code: string): Promise<unknown> {
    return script.executeJavaScript(code);
  }
}

/** What the fake does where the real one would print, load or ask; a test replaces what it needs. */
export const script = {
  executeJavaScript: (_code: string): Promise<unknown> => Promise.resolve(true),
  loadURL: (_window: BrowserWindow, _url: string): Promise<void> => Promise.resolve(),
  /** Index of the button that the user presses, or a promise of it. */
  messageBox: (_options: Record<string, unknown>): Promise<number> => Promise.resolve(0),
  openDialog: { canceled: true, filePaths: [] as string[] },
  openPath: "",
  singleInstance: true,
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  switches: new Map<string, string>(),
};

export class BrowserWindow extends EventEmitter {
  static windows: BrowserWindow[] = [];
  readonly options: Record<string, unknown>;
  readonly webContents = new FakeWebContents();
  readonly loaded: string[] = [];
  readonly calls: string[] = [];
  bounds = { x: 40, y: 50, width: 1300, height: 820 };
  maximized = false;
  minimized = false;
  destroyed = false;
  constructor(options: Record<string, unknown> = {}) {
    super();
    this.options = options;
    BrowserWindow.windows.push(this);
    app.emit("web-contents-created", new FakeEvent(), this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return script.loadURL(this, url);
  }
  /** What a click on the close button does: whether the window is gone afterwards. */
  close(): void {
    const event = new FakeEvent();
    this.emit("close", event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit("closed");
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  getNormalBounds(): BrowserWindow["bounds"] {
    return this.bounds;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  show(): void {
    this.calls.push("show");
  }
  focus(): void {
    this.calls.push("focus");
  }
  restore(): void {
    this.calls.push("restore");
  }
  maximize(): void {
    this.calls.push("maximize");
  }
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  readonly paths = new Map<string, string>();
  readonly calls: string[] = [];
  aboutPanel: unknown;
  ready = Promise.resolve();
  readonly commandLine = {
    appendSwitch: (name: string, value = "") => script.switches.set(name, value),
  };
  getPath(name: string): string {
    return this.paths.get(name) ?? tmpdir();
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  getVersion(): string {
    return "0.1.0";
  }
  requestSingleInstanceLock(): boolean {
    return script.singleInstance;
  }
  whenReady(): Promise<void> {
    return this.ready;
  }
  quit(): void {
    this.calls.push("quit");
  }
  exit(code: number): void {
    this.calls.push(`exit ${code}`);
  }
  enableSandbox(): void {
    this.calls.push("enableSandbox");
  }
  setAppUserModelId(id: string): void {
    this.calls.push(`setAppUserModelId ${id}`);
  }
  setAboutPanelOptions(options: unknown): void {
    this.aboutPanel = options;
  }
}
export const app = new FakeApp();

let defaultSession = new FakeSession();
export const session = {
  get defaultSession(): FakeSession {
    return defaultSession;
  },
};
export const protocol = {
  schemes: [] as unknown[],
  registerSchemesAsPrivileged: (schemes: unknown[]): void => {
    protocol.schemes = schemes;
  },
  handle: (scheme: string, handler: ProtocolHandler): void => void defaultSession.handlers.set(scheme, handler),
};
type IpcHandler = (event: unknown, input: unknown) => unknown;
export const ipcMain = {
  handlers: new Map<string, IpcHandler>(),
  handle: (channel: string, handler: IpcHandler): void => void ipcMain.handlers.set(channel, handler),
};
export const dialog = {
  asked: [] as Record<string, unknown>[],
  opened: [] as Record<string, unknown>[],
  errors: [] as string[],
  showMessageBox: async (_window: unknown, options: Record<string, unknown>): Promise<{ response: number }> => {
    dialog.asked.push(options);
    return { response: await script.messageBox(options) };
  },
  showOpenDialog: (...given: Record<string, unknown>[]): Promise<typeof script.openDialog> => {
    dialog.opened.push(given.at(-1) ?? {});
    return Promise.resolve(script.openDialog);
  },
  showErrorBox: (_title: string, text: string): void => void dialog.errors.push(text),
};
export const shell = {
  opened: [] as string[],
  shown: [] as string[],
  openPath: (path: string): Promise<string> => {
    shell.opened.push(path);
    return Promise.resolve(script.openPath);
  },
  showItemInFolder: (path: string): void => void shell.shown.push(path),
};
export const screen = { getAllDisplays: () => script.displays, getPrimaryDisplay: () => script.displays[0] };
export const Menu = {
  application: null as unknown,
  popups: [] as unknown[],
  buildFromTemplate: (template: unknown) => ({ template, popup: () => void Menu.popups.push(template) }),
  setApplicationMenu: (menu: unknown): void => {
    Menu.application = menu;
  },
};
export const contextBridge = {
  exposed: new Map<string, Record<string, unknown>>(),
  exposeInMainWorld: (name: string, api: Record<string, unknown>): void => void contextBridge.exposed.set(name, api),
};
class FakeIpcRenderer extends EventEmitter {
  readonly invoked: [string, unknown][] = [];
  invoke(channel: string, input: unknown): Promise<unknown> {
    this.invoked.push([channel, input]);
    return Promise.resolve({ ok: true, value: {} });
  }
}
export const ipcRenderer = new FakeIpcRenderer();

const usualScript = { ...script };

/** Brings everything back to how a fresh start finds it. */
export function resetElectron(): void {
  Object.assign(script, usualScript, { switches: new Map<string, string>() });
  BrowserWindow.windows = [];
  for (const emitter of [app, ipcRenderer]) emitter.removeAllListeners();
  app.isPackaged = true;
  app.paths.clear();
  app.ready = Promise.resolve();
  app.calls.length = 0;
  defaultSession = new FakeSession();
  protocol.schemes = [];
  ipcMain.handlers.clear();
  for (const list of [dialog.asked, dialog.opened, dialog.errors, shell.opened, shell.shown, Menu.popups])
    list.length = 0;
  Menu.application = null;
  contextBridge.exposed.clear();
  ipcRenderer.invoked.length = 0;
}
