import { app, type Session, type WebContents } from "electron";

/** Everything that Chromium would do on a network by itself is switched off before it starts. */
export function setUpSwitches(): void {
  app.enableSandbox();
  const { commandLine } = app;
  commandLine.appendSwitch("lang", "zh-CN");
  // No name is ever resolved: whatever slips past the request filter still reaches nobody.
  commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  commandLine.appendSwitch("no-proxy-server");
  commandLine.appendSwitch("disable-background-networking");
  commandLine.appendSwitch("disable-component-update");
  commandLine.appendSwitch("disable-domain-reliability");
  commandLine.appendSwitch("no-pings");
  // Nothing secret is kept, so Linux desktops need not ask for the password of their keyring.
  commandLine.appendSwitch("password-store", "basic");
}

/**
 * Shuts a session off: it may load what `prefix` names and what the page itself made (`blob:`, `data:`), gets no
 * permission, downloads nothing, and checks no spelling (Chromium would fetch a dictionary for it).
 *
 * @param prefix start of the addresses that the session's own protocol answers, such as `app://desk/`
 */
export function lockSession(session: Session, prefix: string): void {
  const allowed = [prefix, "blob:", "data:", ...(app.isPackaged ? [] : ["devtools:"])];
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !allowed.some((start) => url.startsWith(start)) }),
  );
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
}

function lockContents(contents: WebContents): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** A page stays where the shell put it: no navigation, no second window, no embedded page, no foreign certificate. */
export function setUpLockdown(): void {
  app.on("web-contents-created", (_event, contents) => lockContents(contents));
  app.on("certificate-error", (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on("select-client-certificate", (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
}
